package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** The sum of all quantities: events of 2, 3 and -1 are 4. */
public record Sum() implements UsageAggregation, Serializable {

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        BigDecimal sum = BigDecimal.ZERO;
        for (UsageEvent event : events) {
            sum = sum.add(event.quantity());
        }
        return Fraction.of(sum);
    }

    @Override
    public String toString() {
        return "sum";
    }
}
