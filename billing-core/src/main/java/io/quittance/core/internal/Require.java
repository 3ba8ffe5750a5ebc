package io.quittance.core.internal;

import io.quittance.core.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Checks of arguments; each returns what it was given, or refuses it by name, rule and value. */
public final class Require {
    /** Decimal places that a number from outside may have. */
    public static final int MAX_SCALE = 18;
    /** Digits that a number from outside may have. */
    public static final int MAX_PRECISION = 38;

    private Require() {}

    /** Refuses with the given words unless {@code kept}; {@code rule} follows the argument's name in the message. */
    public static void that(boolean kept, String code, String argument, String rule, @Nullable Object value) {
        if (!kept) {
            throw new InvalidArgumentException(code, argument, rule, value);
        }
    }

    /** A value that a builder cannot do without. */
    public static <T> T present(@Nullable T value, String argument) {
        if (value == null) {
            throw new InvalidArgumentException("argument.missing", argument, "must be given", null);
        }
        return value;
    }

    /**
     * A number from outside: at most {@value #MAX_SCALE} decimal places and {@value #MAX_PRECISION} digits, written out.
     * Costs the same for {@code 1} as for {@code 1E+1000000000}, which is refused.
     */
    public static BigDecimal number(BigDecimal value, String argument) {
        if (value.scale() > MAX_SCALE) {
            throw new InvalidArgumentException(
                    "number.scale", argument, "must have at most " + MAX_SCALE + " decimal places", described(value));
        }
        if (value.precision() - (long) Math.min(value.scale(), 0) > MAX_PRECISION) {
            throw new InvalidArgumentException(
                    "number.precision", argument, "must have at most " + MAX_PRECISION + " digits", described(value));
        }
        return value;
    }

    /** A {@linkplain #number number from outside} that is zero or more. */
    public static BigDecimal notNegative(BigDecimal value, String argument) {
        number(value, argument);
        that(value.signum() >= 0, "number.negative", argument, "must not be negative", value.toPlainString());
        return value;
    }

    /** A {@linkplain #number number from outside} that is more than zero. */
    public static BigDecimal positive(BigDecimal value, String argument) {
        number(value, argument);
        that(value.signum() > 0, "number.not-positive", argument, "must be more than 0", value.toPlainString());
        return value;
    }

    /** Reads a decimal as people write it: digits, at most one point, an optional sign and exponent. */
    public static BigDecimal decimal(String text, String argument) {
        try {
            // 80 characters hold every number that passes the bounds below
            if (text.length() <= 80) {
                return number(new BigDecimal(text), argument);
            }
        } catch (NumberFormatException e) {
            // refused below, like a text that is too long to be a number within the bounds
        }
        throw new InvalidArgumentException("number.format", argument, "must be a decimal number", text);
    }

    /** A collection with at least one element. */
    public static <C extends Collection<?>> C notEmpty(C values, String argument) {
        that(!values.isEmpty(), "collection.empty", argument, "must not be empty", null);
        return values;
    }

    /**
     * An opaque identifier: 1 to 200 characters, without control characters and without white space at either end, so
     * that two ids that look alike are alike.
     */
    public static String id(String value, String argument) {
        that(!value.isEmpty() && value.length() <= 200, "id.length", argument, "must have 1 to 200 characters", value);
        that(
                value.codePoints().noneMatch(Character::isISOControl),
                "id.characters",
                argument,
                "must have no control characters",
                null);
        that(
                value.strip().length() == value.length(),
                "id.blank",
                argument,
                "must not begin or end with white space",
                "'" + value + "'");
        return value;
    }

    private static String described(BigDecimal value) {
        long digits = value.precision();
        return digits <= 60 ? value.toString() : "a number of " + digits + " digits and scale " + value.scale();
    }
}
