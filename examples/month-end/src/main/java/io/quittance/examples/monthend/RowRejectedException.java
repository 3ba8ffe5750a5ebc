package io.quittance.examples.monthend;

import io.quittance.core.error.Refusal;

/** A field of a row broke a rule. */
final class RowRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 200;

    private final String field;
    private final String rule;
    private final String value;

    /**
     * @param value as it stands in the file; kept on one line, and not longer than a reader needs
     */
    RowRejectedException(String field, String rule, String value) {
        super(field + " " + rule);
        this.field = field;
        this.rule = rule;
        this.value = shown(value);
    }

    /** The library's refusal, as one of the field that it came from. */
    static RowRejectedException of(String field, Refusal refusal, String value) {
        return new RowRejectedException(field, refusal.rule(), value);
    }

    /** The library's refusal of what several fields come to. */
    static RowRejectedException of(Refusal refusal) {
        return new RowRejectedException(
                "record",
                "must be billable: " + refusal.argument() + " " + refusal.rule(),
                refusal.value().orElse(""));
    }

    Rejection at(String file, long line) {
        return new Rejection(file, line, field, rule, value);
    }

    private static String shown(String value) {
        var text = new StringBuilder();
        value.codePoints()
                .limit(LONGEST_VALUE)
                .forEach(character -> text.appendCodePoint(Character.isISOControl(character) ? '\uFFFD' : character));
        int all = value.codePointCount(0, value.length());
        return all <= LONGEST_VALUE ? text.toString() : text + "… (" + all + " characters)";
    }
}
