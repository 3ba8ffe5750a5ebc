package io.quittance.core.money;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.NumberValue;

/** Reads any {@link Number} exactly; a finite double or float means its shortest decimal. */
final class Numbers {
    private Numbers() {}

    /** The number as a decimal within the bounds for numbers from outside. */
    static BigDecimal exact(Number number, String argument) {
        if (number instanceof BigDecimal decimal) {
            return Require.number(decimal, argument);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (number instanceof BigInteger integer) {
            return Require.number(new BigDecimal(integer), argument);
        }
        if (number instanceof NumberValue value) {
            return Require.number(value.numberValue(BigDecimal.class), argument);
        }
        return Require.decimal(number.toString(), argument);
    }
}
