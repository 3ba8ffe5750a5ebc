package io.quittance.core.money;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.money.NumberValue;
import org.jspecify.annotations.Nullable;

/** The number of an {@link Amount} as JSR-354 wants to see it: trailing zeros do not count. */
final class AmountNumber extends NumberValue {
    private static final long serialVersionUID = 1L;

    private final BigDecimal number;

    AmountNumber(BigDecimal number) {
        this.number = Require.plain(number);
    }

    @Override
    public Class<?> getNumberType() {
        return BigDecimal.class;
    }

    @Override
    public int getPrecision() {
        return number.precision();
    }

    @Override
    public int getScale() {
        return number.scale();
    }

    @Override
    public int intValue() {
        return number.intValue();
    }

    @Override
    public int intValueExact() {
        return number.intValueExact();
    }

    @Override
    public long longValue() {
        return number.longValue();
    }

    @Override
    public long longValueExact() {
        return number.longValueExact();
    }

    @Override
    public float floatValue() {
        return number.floatValue();
    }

    @Override
    public double doubleValue() {
        return number.doubleValue();
    }

    /** The double whose shortest decimal this number is; the only meaning of a double in this library. */
    @Override
    public double doubleValueExact() {
        double value = number.doubleValue();
        if (Numbers.shortest(value).compareTo(number) != 0) {
            throw new InexactResultException(
                    "number.double", "number", "must be the shortest decimal of a double", number.toPlainString());
        }
        return value;
    }

    @Override
    public <T extends Number> T numberValue(Class<T> numberType) {
        return numberType.cast(converted(numberType));
    }

    @Override
    public <T extends Number> T numberValueExact(Class<T> numberType) {
        return numberType.cast(convertedExactly(numberType));
    }

    @Override
    public NumberValue round(MathContext mathContext) {
        return new AmountNumber(number.round(mathContext));
    }

    @Override
    public long getAmountFractionNumerator() {
        return number.remainder(BigDecimal.ONE).movePointRight(number.scale()).longValueExact();
    }

    @Override
    public long getAmountFractionDenominator() {
        return BigDecimal.ONE.movePointRight(number.scale()).longValueExact();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AmountNumber that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    @Override
    public String toString() {
        return number.toPlainString();
    }

    private Number converted(Class<?> type) {
        if (type == BigDecimal.class || type == Number.class) {
            return number;
        } else if (type == BigInteger.class) {
            return number.toBigInteger();
        } else if (type == Long.class) {
            return longValue();
        } else if (type == Integer.class) {
            return intValue();
        } else if (type == Short.class) {
            return number.shortValue();
        } else if (type == Byte.class) {
            return number.byteValue();
        } else if (type == Double.class) {
            return doubleValue();
        } else if (type == Float.class) {
            return floatValue();
        } else if (type == AtomicLong.class) {
            return new AtomicLong(longValue());
        } else if (type == AtomicInteger.class) {
            return new AtomicInteger(intValue());
        }
        throw unsupported(type);
    }

    private Number convertedExactly(Class<?> type) {
        if (type == BigInteger.class) {
            return number.toBigIntegerExact();
        } else if (type == Long.class) {
            return longValueExact();
        } else if (type == Integer.class) {
            return intValueExact();
        } else if (type == Short.class) {
            return number.shortValueExact();
        } else if (type == Byte.class) {
            return number.byteValueExact();
        } else if (type == Double.class) {
            return doubleValueExact();
        } else if (type == Float.class) {
            return floatValueExact();
        } else if (type == AtomicLong.class) {
            return new AtomicLong(longValueExact());
        } else if (type == AtomicInteger.class) {
            return new AtomicInteger(intValueExact());
        }
        return converted(type);
    }

    private float floatValueExact() {
        float value = number.floatValue();
        if (Float.isInfinite(value) || Numbers.shortest(value).compareTo(number) != 0) {
            throw new InexactResultException(
                    "number.float", "number", "must be the shortest decimal of a float", number.toPlainString());
        }
        return value;
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            return new AmountNumber(Bounds.result(number, "number"));
        } catch (RuntimeException e) {
            throw SerialForm.refused("number", e);
        }
    }

    private static IllegalArgumentException unsupported(Class<?> type) {
        return new InvalidArgumentException(
                "number.type", "numberType", "must be a number class of the JDK", type.getName());
    }
}
