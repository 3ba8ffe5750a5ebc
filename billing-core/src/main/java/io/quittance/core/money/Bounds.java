package io.quittance.core.money;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;

/**
 * How large the number of an amount may be: as large as the product of two numbers from outside, and no larger. JSR-354
 * wants what is larger to be an {@code ArithmeticException}.
 */
final class Bounds {
    static final int MAX_SCALE = 2 * Require.MAX_SCALE;
    static final int MAX_PRECISION = 2 * Require.MAX_PRECISION;

    private Bounds() {}

    /** The value if it is within the bounds, trailing zeros aside; a refusal that asks for a rounding if not. */
    static BigDecimal result(BigDecimal value, String name) {
        if (Require.isWithin(value, MAX_SCALE, MAX_PRECISION)) {
            return value;
        }
        BigDecimal stripped = Require.stripped(value);
        if (stripped.scale() > MAX_SCALE) {
            throw tooLarge("result.scale", name, MAX_SCALE + " decimal places; round first", stripped);
        }
        if (!Require.isWithin(stripped, MAX_SCALE, MAX_PRECISION)) {
            throw tooLarge("result.precision", name, MAX_PRECISION + " digits", stripped);
        }
        return stripped;
    }

    /** {@link Require#number}, refused in the way of JSR-354. */
    static BigDecimal operand(BigDecimal value, String name) {
        try {
            return Require.number(value, name);
        } catch (InvalidArgumentException e) {
            throw asArithmetic(e);
        }
    }

    static InexactResultException asArithmetic(InvalidArgumentException e) {
        return new InexactResultException(
                e.code(), e.argument(), e.rule(), e.value().orElse(""));
    }

    private static InexactResultException tooLarge(String code, String name, String bound, BigDecimal value) {
        return new InexactResultException(code, name, "must have at most " + bound, Require.size(value));
    }
}
