package io.quittance.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The exact result of an operation does not exist as a decimal, or is larger than the stated bounds. Nothing was
 * rounded: round explicitly first, or keep the exact {@code Fraction}.
 */
public final class InexactResultException extends ArithmeticException implements Refusal {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String argument;
    private final String rule;
    private final String value;

    /**
     * @param code the stable name of the rule, such as {@code result.precision}
     * @param argument what was computed, such as {@code quotient}
     * @param rule a phrase that follows it, such as {@code must have at most 76 digits}
     * @param value the operation in words, such as {@code 10 / 3}
     */
    public InexactResultException(String code, String argument, String rule, String value) {
        super(RefusalText.message("", argument, rule, RefusalText.shortened(value)));
        this.code = requireNonNull(code, "code");
        this.argument = requireNonNull(argument, "argument");
        this.rule = requireNonNull(rule, "rule");
        this.value = RefusalText.shortened(value);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String argument() {
        return argument;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Optional<String> value() {
        return Optional.of(value);
    }
}
