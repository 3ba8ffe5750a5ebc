package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The currency in which the tax is stated for the authority, where that is another than the document's (EN 16931, BT-6; VAT
 * directive, articles 91 and 230). The rate stays with the document: 100.00 USD of tax at 0.92 EUR for a dollar are 92.00 EUR.
 */
public final class TaxCurrency implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit currency;
    private final BigDecimal rate;
    private final LocalDate rateDate;
    private final String source;

    private TaxCurrency(CurrencyUnit currency, BigDecimal rate, LocalDate rateDate, String source) {
        this.currency = requireNonNull(currency, "currency");
        this.rate = Require.positive(rate, "rate");
        this.rateDate = Dates.inCalendar(rateDate, "rateDate");
        this.source = Require.id(source, "source");
    }

    /**
     * A currency with its rate.
     *
     * @param rate how much of it one unit of the document's currency is, more than zero
     * @param rateDate the day of the rate
     * @param source who published it, such as {@code ECB}
     */
    public static TaxCurrency of(CurrencyUnit currency, BigDecimal rate, LocalDate rateDate, String source) {
        return new TaxCurrency(currency, rate, rateDate, source);
    }

    /** The currency (BT-6). */
    public CurrencyUnit currency() {
        return currency;
    }

    /** How much of it one unit of the document's currency is. */
    public BigDecimal rate() {
        return rate;
    }

    /** The day of the rate. */
    public LocalDate rateDate() {
        return rateDate;
    }

    /** Who published the rate. */
    public String source() {
        return source;
    }

    /** The tax in this currency, half up to its minor unit (BT-111). */
    public Amount of(MonetaryAmount tax) {
        Fraction exact = Amount.from(tax).toFraction().times(Fraction.of(rate));
        return exact.round(Rounding.toMinorUnit(currency), currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaxCurrency that
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && rate.compareTo(that.rate) == 0
                && rateDate.equals(that.rateDate)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return rateDate.hashCode();
    }

    /** For example {@code EUR at 0.92 of 2026-01-31, ECB}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " at " + rate.toPlainString() + " of " + rateDate + ", " + source;
    }

    private Object writeReplace() {
        return new Proxy(currency.getCurrencyCode(), rate, rateDate, source);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a tax currency is read through its proxy");
    }

    /** The serial form, which names the currency. */
    private record Proxy(String currency, BigDecimal rate, LocalDate rateDate, String source) implements Serializable {
        private Object readResolve() {
            return new TaxCurrency(Currencies.of(currency, "currency"), rate, rateDate, source);
        }
    }
}
