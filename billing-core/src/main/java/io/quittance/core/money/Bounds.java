package io.quittance.core.money;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;

/** How large an exact result may grow: as large as the product of two numbers from outside, and no larger. */
final class Bounds {
    static final int MAX_SCALE = 2 * Require.MAX_SCALE;
    static final int MAX_PRECISION = 2 * Require.MAX_PRECISION;

    private Bounds() {}

    /** The value if it is within the bounds; a refusal that asks for a rounding if not. */
    static BigDecimal result(BigDecimal value, String name) {
        if (value.scale() > MAX_SCALE) {
            throw tooLarge("result.scale", name, MAX_SCALE + " decimal places; round first", value);
        }
        if (value.precision() - (long) Math.min(value.scale(), 0) > MAX_PRECISION) {
            throw tooLarge("result.precision", name, MAX_PRECISION + " digits", value);
        }
        return value;
    }

    private static InexactResultException tooLarge(String code, String name, String bound, BigDecimal value) {
        return new InexactResultException(
                code,
                name,
                "must have at most " + bound,
                "a number of " + value.precision() + " digits and scale " + value.scale());
    }
}
