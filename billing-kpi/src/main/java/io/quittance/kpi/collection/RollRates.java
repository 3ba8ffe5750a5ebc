package io.quittance.kpi.collection;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.List;

/**
 * How much rolls from each age to the next, from an age on.
 *
 * @param percents the youngest first, the last one into the loss; 0 or more each, and more than 100 where a ratio is
 */
public record RollRates(List<Fraction> percents) implements Serializable {

    /** Copies the rates and checks that none is negative. */
    public RollRates {
        percents = List.copyOf(percents);
        for (Fraction percent : percents) {
            Require.that(percent.signum() >= 0, "number.negative", "percents", "must not be negative", percent);
        }
    }
}
