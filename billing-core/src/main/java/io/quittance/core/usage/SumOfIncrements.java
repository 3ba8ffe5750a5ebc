package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The sum of what each event counts as in increments: at 60/60, calls of 61 and 5 seconds are 120 + 60 = 180. No events are
 * zero.
 *
 * @param increments the minimum and step of one event
 */
public record SumOfIncrements(Increments increments) implements UsageAggregation, Serializable {

    /** Checks that they are there. */
    public SumOfIncrements {
        requireNonNull(increments, "increments");
    }

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageEvent event : events) {
            sum = sum.add(increments.counted(event.quantity()));
        }
        return Fraction.of(sum);
    }

    /** For example {@code sum in increments of 60/60}. */
    @Override
    public String toString() {
        return "sum in increments of " + increments;
    }
}
