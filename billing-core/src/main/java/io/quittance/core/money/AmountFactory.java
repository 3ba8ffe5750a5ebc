package io.quittance.core.money;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryContext;
import javax.money.NumberValue;
import org.jspecify.annotations.Nullable;

/** The JSR-354 factory of {@link Amount}. Not safe to share between threads, as the interface is a builder. */
final class AmountFactory implements MonetaryAmountFactory<Amount> {
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

    @Override
    public AmountFactory setCurrency(String currencyCode) {
        return setCurrency(Monetary.getCurrency(currencyCode));
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
        this.number = Numbers.exact(number, "number");
        return this;
    }

    @Override
    public AmountFactory setAmount(MonetaryAmount amount) {
        Amount exact = Amount.from(amount);
        currency = exact.getCurrency();
        number = exact.toBigDecimal();
        return this;
    }

    /** Takes any context: an amount is always exact, whatever precision or rounding is asked for. */
    @Override
    public AmountFactory setContext(MonetaryContext context) {
        return this;
    }

    /** Null: no bound is stated by the interface's means; see {@link Amount} for the bounds that hold. */
    @Override
    public @Nullable NumberValue getMaxNumber() {
        return null;
    }

    /** Null, as {@link #getMaxNumber()}. */
    @Override
    public @Nullable NumberValue getMinNumber() {
        return null;
    }

    @Override
    public Amount create() {
        return Amount.exact(number, Require.present(currency, "currency"));
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
