package io.quittance.core.money;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
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
