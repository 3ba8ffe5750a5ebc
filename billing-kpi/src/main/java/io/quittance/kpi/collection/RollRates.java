package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much rolls from each age to the next, from an age on.
 *
 * @param period in which it rolled, which results then carry; null if it is not known
 * @param percents the youngest first, the last one into the loss; 0 or more each, and more than 100 where a ratio is
 */
public record RollRates(@Nullable ServicePeriod period, List<Fraction> percents) implements Serializable {

    /** Copies the rates and checks that none is negative. */
    public RollRates {
        percents = List.copyOf(percents);
        for (Fraction percent : percents) {
            Require.that(percent.signum() >= 0, "number.negative", "percents", "must not be negative", percent);
        }
    }

    /** Without a period. */
    public RollRates(List<Fraction> percents) {
        this(null, percents);
    }

    /** The same of a period, which the results then carry. */
    public RollRates withPeriod(ServicePeriod newPeriod) {
        return new RollRates(requireNonNull(newPeriod, "newPeriod"), percents);
    }
}
