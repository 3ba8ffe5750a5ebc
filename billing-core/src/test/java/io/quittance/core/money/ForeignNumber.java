package io.quittance.core.money;

import java.math.BigDecimal;
import java.math.MathContext;
import javax.money.NumberValue;

/** A number of somebody else's amount: all it can do is to be read. */
final class ForeignNumber extends NumberValue {
    private static final long serialVersionUID = 1L;

    private final BigDecimal number;

    ForeignNumber(BigDecimal number) {
        this.number = number;
    }

    @Override
    public <T extends Number> T numberValue(Class<T> numberType) {
        return numberType.cast(number);
    }

    @Override
    public Class<?> getNumberType() {
        return BigDecimal.class;
    }

    @Override
    public int getPrecision() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getScale() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int intValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int intValueExact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long longValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long longValueExact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public float floatValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public double doubleValue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public double doubleValueExact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T extends Number> T numberValueExact(Class<T> numberType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NumberValue round(MathContext mathContext) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getAmountFractionNumerator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getAmountFractionDenominator() {
        throw new UnsupportedOperationException();
    }
}
