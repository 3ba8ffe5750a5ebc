package io.quittance.core.money;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import javax.money.NumberValue;

/** Reads any {@link Number} exactly; a finite double or float means its shortest decimal, on every JDK the same. */
final class Numbers {
    private Numbers() {}

    /**
     * The operand of an operation on an amount, within the bounds for numbers from outside.
     *
     * @throws InexactResultException if it is beyond the bounds or not finite
     */
    static BigDecimal operand(Number number, String argument) {
        return Bounds.operand(read(number, argument), argument);
    }

    /** The number as a decimal, of any size. */
    static BigDecimal read(Number number, String argument) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new InexactResultException("number.finite", argument, "must be finite", number.toString());
            }
            return shortest(number);
        }
        if (number instanceof NumberValue value) {
            return value.numberValue(BigDecimal.class);
        }
        try {
            return Require.decimal(requireNonNull(number, argument).toString(), argument);
        } catch (InvalidArgumentException e) {
            throw Bounds.asArithmetic(e);
        }
    }

    /**
     * The shortest decimal that reads as this finite double or float, and of those the nearest to it. {@code toString}
     * will not do: before JDK 19 it writes 2E+23 as 1.9999999999999998E23.
     */
    static BigDecimal shortest(Number number) {
        var binary = new BigDecimal(number.doubleValue());
        for (int digits = 1; ; digits++) { // at most 17: so many tell every double from its neighbours
            BigDecimal candidate = binary.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            boolean same = number instanceof Float
                    ? candidate.floatValue() == number.floatValue()
                    : candidate.doubleValue() == number.doubleValue();
            if (same) {
                return candidate;
            }
        }
    }
}
