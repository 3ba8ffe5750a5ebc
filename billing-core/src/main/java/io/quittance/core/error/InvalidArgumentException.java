package io.quittance.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An argument broke a rule; nothing was changed. The fields of {@link Refusal} say which argument, rule and value. */
public final class InvalidArgumentException extends IllegalArgumentException implements Refusal {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String path;
    private final String argument;
    private final String rule;
    private final @Nullable String value;

    /**
     * @param code the stable name of the rule, such as {@code number.negative}
     * @param argument the name of the argument
     * @param rule a phrase that follows the argument's name, such as {@code must not be negative}
     * @param value what was given, or null when it is missing or must not be shown
     */
    public InvalidArgumentException(String code, String argument, String rule, @Nullable Object value) {
        this(code, "", argument, rule, value == null ? null : RefusalText.shortened(value.toString()), null);
    }

    private InvalidArgumentException(
            String code, String path, String argument, String rule, @Nullable String value, @Nullable Throwable cause) {
        super(RefusalText.message(path, argument, rule, value), cause);
        this.code = requireNonNull(code, "code");
        this.path = path;
        this.argument = requireNonNull(argument, "argument");
        this.rule = requireNonNull(rule, "rule");
        this.value = value;
    }

    /** The same refusal of an argument that stands at {@code parent} in a larger input; paths add up from the outside. */
    public InvalidArgumentException at(String parent) {
        requireNonNull(parent, "parent");
        return new InvalidArgumentException(
                code, path.isEmpty() ? parent : parent + "." + path, argument, rule, value, this);
    }

    /** The same refusal, with what made it known as its cause. */
    public InvalidArgumentException causedBy(Throwable cause) {
        return new InvalidArgumentException(code, path, argument, rule, value, requireNonNull(cause, "cause"));
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
        return Optional.ofNullable(value);
    }
}
