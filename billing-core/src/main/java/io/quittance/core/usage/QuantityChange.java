package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import java.io.Serializable;

/**
 * Units that were added or taken away in a period, such as seats, with the part of the period that was left: 5 seats added
 * on 11 June are 5 units and 5 × 20/30 prorated units.
 *
 * @param quantity full units; negative where they were taken away
 * @param prorated the same units times the part of the period that was left, of the same sign
 */
public record QuantityChange(Fraction quantity, Fraction prorated) implements Serializable {

    /** Checks that both are there. */
    public QuantityChange {
        requireNonNull(quantity, "quantity");
        requireNonNull(prorated, "prorated");
    }
}
