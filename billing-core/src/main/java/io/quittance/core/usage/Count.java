package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.List;

/** How many events there are, whatever their quantities: events of 2, 0 and -1 are 3. No events are zero. */
public record Count() implements UsageAggregation, Serializable {

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        return Fraction.of(events.size());
    }

    @Override
    public String toString() {
        return "count";
    }
}
