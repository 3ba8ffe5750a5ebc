package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;

/**
 * Units that were added or taken away in a period, such as seats, with the part of the period that was left: 5 seats added
 * on 11 June are 5 units and 5 × 20/30 prorated units.
 *
 * @param quantity full units; negative where they were taken away
 * @param prorated the same units times the part of the period that was left: from 0 to {@code quantity}
 */
public record QuantityChange(Fraction quantity, Fraction prorated) implements Serializable {

    /** Checks that the prorated units are a part of the full ones. */
    public QuantityChange {
        requireNonNull(quantity, "quantity");
        requireNonNull(prorated, "prorated");
        Require.that(
                prorated.compareTo(quantity.min(Fraction.ZERO)) >= 0
                        && prorated.compareTo(quantity.max(Fraction.ZERO)) <= 0,
                "change.prorated",
                "prorated",
                "must lie between 0 and " + quantity,
                prorated);
    }
}
