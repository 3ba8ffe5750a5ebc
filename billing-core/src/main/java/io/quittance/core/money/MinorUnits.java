package io.quittance.core.money;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** The check that an amount can be posted: it is a whole number of the currency's minor units. */
public final class MinorUnits {
    private MinorUnits() {}

    /**
     * As {@link #require(MonetaryAmount, String)}, of an amount that must be in the currency.
     *
     * @throws CurrencyMismatchException if it is in another
     */
    public static Amount require(MonetaryAmount amount, CurrencyUnit currency, String argument) {
        String expected = currency.getCurrencyCode();
        String actual = amount.getCurrency().getCurrencyCode();
        if (!actual.equals(expected)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
        return require(amount, argument);
    }

    /**
     * The number of an amount as documents write it, with at least the decimal places of its currency: 7.1 EUR is 7.10, 0.335 EUR
     * stays 0.335, and 7 JPY is 7.
     */
    public static BigDecimal written(MonetaryAmount amount) {
        BigDecimal number = Require.plain(Amount.from(amount).toBigDecimal());
        int places = Math.max(amount.getCurrency().getDefaultFractionDigits(), 0);
        return number.scale() < places ? number.setScale(places) : number;
    }

    /**
     * The amount, if it is a whole number of minor units: 7.16 EUR is, 7.155 EUR is not.
     *
     * @throws IllegalArgumentException if it is finer, or the currency has no minor unit
     */
    public static Amount require(MonetaryAmount amount, String argument) {
        Amount exact = Amount.from(amount);
        int places = Rounding.minorUnitOf(exact.getCurrency());
        if (!exact.fits(places)) {
            throw new InvalidArgumentException(
                    "amount.minor-unit", argument, "must have at most " + places + " decimal places", exact);
        }
        return exact;
    }
}
