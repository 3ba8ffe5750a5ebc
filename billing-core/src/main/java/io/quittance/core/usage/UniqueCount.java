package io.quittance.core.usage;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * How many different values a dimension has: events of the users ann, bob and ann are 2. Quantities do not matter; an event
 * without the dimension counts for nothing. No events are zero. Memory grows with the number of different values.
 *
 * @param dimension the name of the dimension, compared by letter
 */
public record UniqueCount(String dimension) implements UsageAggregation, Serializable {

    /** Checks the name. */
    public UniqueCount {
        Require.id(dimension, "dimension");
    }

    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        var values = new HashSet<String>();
        for (UsageEvent event : events) {
            event.dimension(dimension).ifPresent(values::add);
        }
        return Fraction.of(values.size());
    }

    /** For example {@code unique count by user}. */
    @Override
    public String toString() {
        return "unique count by " + dimension;
    }
}
