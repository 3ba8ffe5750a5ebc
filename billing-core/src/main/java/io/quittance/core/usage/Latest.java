package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The quantity of the last event: readings of 5 at noon and 3 in the evening are 3. At the same time the event with the last
 * key counts, in the order of {@link UsageEvent#BY_TIME}. No events are zero: a level that lasts from one period to the
 * next has to be reported in each.
 */
public record Latest() implements UsageAggregation, Serializable {

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        return Fraction.of(events.stream()
                .max(UsageEvent.BY_TIME)
                .map(UsageEvent::quantity)
                .orElse(BigDecimal.ZERO));
    }

    @Override
    public String toString() {
        return "latest";
    }
}
