package io.quittance.examples.monthend;

import io.quittance.core.error.Refusal;

/** A field of a row broke a rule. */
final class RowRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;
    private final String value;

    RowRejectedException(String field, String rule, String value) {
        super(field + " " + rule);
        this.field = field;
        this.rule = rule;
        this.value = value;
    }

    /** The library's refusal, as one of the field that it came from. */
    static RowRejectedException of(String field, Refusal refusal) {
        return new RowRejectedException(field, refusal.rule(), refusal.value().orElse(""));
    }

    Rejection at(String file, long line) {
        return new Rejection(file, line, field, rule, value);
    }
}
