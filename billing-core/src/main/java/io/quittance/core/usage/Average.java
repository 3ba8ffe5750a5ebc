package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.List;

/**
 * The sum of all quantities over the number of events, exactly: events of 2, 3 and 5 are 10/3. No events are zero. How
 * long a quantity lasted does not matter; {@link TimeWeightedSum} asks for that.
 */
public record Average() implements UsageAggregation, Serializable {

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        return events.isEmpty()
                ? Fraction.ZERO
                : new Sum().aggregate(events, window).dividedBy(Fraction.of(events.size()));
    }

    @Override
    public String toString() {
        return "average";
    }
}
