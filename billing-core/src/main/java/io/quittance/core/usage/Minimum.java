package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** The smallest quantity of one event: events of 2, 3 and -1 are -1. No events are zero. */
public record Minimum() implements UsageAggregation, Serializable {

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        return Fraction.of(events.stream()
                .map(UsageEvent::quantity)
                .reduce(BigDecimal::min)
                .orElse(BigDecimal.ZERO));
    }

    @Override
    public String toString() {
        return "minimum";
    }
}
