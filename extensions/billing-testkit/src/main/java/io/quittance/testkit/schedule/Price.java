package io.quittance.testkit.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;

/**
 * What a whole period costs, and how a part of it is rounded.
 *
 * @param amount in whole units of the rounding; zero and negative ones too, such as a discount
 * @param rounding to the minor unit of the currency
 */
public record Price(Amount amount, Rounding rounding) {

    /** Checks that both are there. */
    public Price {
        requireNonNull(amount, "amount");
        requireNonNull(rounding, "rounding");
    }
}
