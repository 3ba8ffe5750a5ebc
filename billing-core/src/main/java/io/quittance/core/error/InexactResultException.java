package io.quittance.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exact result of an operation does not exist as a decimal, or is larger than the stated bounds. Nothing was
 * rounded: round explicitly first, or keep the exact {@code Fraction}.
 */
public final class InexactResultException extends ArithmeticException implements Refusal {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String path;
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
        this(code, "", argument, rule, RefusalText.shortened(value), null);
    }

    private InexactResultException(
            String code, String path, String argument, String rule, String value, @Nullable Throwable cause) {
        super(RefusalText.message(path, argument, rule, value));
        if (cause != null) {
            initCause(cause);
        }
        this.code = requireNonNull(code, "code");
        this.path = path;
        this.argument = requireNonNull(argument, "argument");
        this.rule = requireNonNull(rule, "rule");
        this.value = value;
    }

    /** The same refusal of what was computed at {@code parent} in a larger input; paths add up from the outside. */
    public InexactResultException at(String parent) {
        requireNonNull(parent, "parent");
        return new InexactResultException(
                code, path.isEmpty() ? parent : parent + "." + path, argument, rule, value, this);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String path() {
        return path;
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
