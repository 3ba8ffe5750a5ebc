package io.quittance.core.money;

import io.quittance.core.error.InvalidArgumentException;
import javax.money.MonetaryAmount;

/** The check that an amount can be posted: it is a whole number of the currency's minor units. */
public final class MinorUnits {
    private MinorUnits() {}

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
