package io.quittance.core.money;

import io.quittance.core.error.InvalidArgumentException;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryContext;
import javax.money.MonetaryException;
import javax.money.NumberValue;
import javax.money.UnknownCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The JSR-354 factory of {@link Amount}; makes whatever an amount can hold. Not safe to share between threads, as the
 * interface is a builder.
 */
final class AmountFactory implements MonetaryAmountFactory<Amount> {
    private static final BigDecimal LARGEST =
            BigDecimal.TEN.pow(Bounds.MAX_PRECISION).subtract(BigDecimal.ONE);

    private @Nullable CurrencyUnit currency;
    private BigDecimal number = BigDecimal.ZERO;

    @Override
    public Class<? extends MonetaryAmount> getAmountType() {
        return Amount.class;
    }

    @Override
    public AmountFactory setCurrency(CurrencyUnit currency) {
        this.currency = currency;
        return this;
    }

    /** Refuses a code as JSR-354 says: by an {@link UnknownCurrencyException}. */
    @Override
    public AmountFactory setCurrency(String currencyCode) {
        try {
            return setCurrency(Currencies.of(currencyCode, "currencyCode"));
        } catch (InvalidArgumentException e) {
            var unknown = new UnknownCurrencyException(currencyCode);
            unknown.initCause(e);
            throw unknown;
        }
    }

    @Override
    public AmountFactory setNumber(double number) {
        return setNumber((Number) number);
    }

    @Override
    public AmountFactory setNumber(long number) {
        this.number = BigDecimal.valueOf(number);
        return this;
    }

    @Override
    public AmountFactory setNumber(Number number) {
        this.number = Bounds.result(Numbers.read(number, "number"), "number");
        return this;
    }

    @Override
    public AmountFactory setAmount(MonetaryAmount amount) {
        Amount exact = Amount.from(amount);
        currency = exact.getCurrency();
        number = exact.toBigDecimal();
        return this;
    }

    /** Takes any context that asks for no more than an amount can hold; the amount is always exact. */
    @Override
    public AmountFactory setContext(MonetaryContext context) {
        if (context.getPrecision() > Bounds.MAX_PRECISION || context.getMaxScale() > Bounds.MAX_SCALE) {
            throw new MonetaryException("context must ask for at most " + Bounds.MAX_PRECISION + " digits and "
                    + Bounds.MAX_SCALE + " decimal places, but was " + context);
        }
        return this;
    }

    @Override
    public NumberValue getMaxNumber() {
        return new AmountNumber(LARGEST);
    }

    @Override
    public NumberValue getMinNumber() {
        return new AmountNumber(LARGEST.negate());
    }

    @Override
    public Amount create() {
        if (currency == null) {
            throw new MonetaryException("currency must be given");
        }
        return Amount.exact(number, currency);
    }

    @Override
    public MonetaryContext getDefaultMonetaryContext() {
        return Amount.CONTEXT;
    }

    @Override
    public MonetaryContext getMaximalMonetaryContext() {
        return Amount.CONTEXT;
    }
}
