package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.util.List;

/**
 * Makes one quantity of the events of a meter in a period. Implementations are immutable, give equal answers to equal
 * questions, and do not depend on the order in which events arrived.
 */
@FunctionalInterface
public interface UsageAggregation {

    /**
     * The quantity, exactly; an average or a level over time may be a fraction.
     *
     * @param events of one meter within the window, each key once, in the order of {@link UsageEvent#BY_TIME}; may be empty
     * @param window the days, in the contract's zone
     * @return zero where nothing counts
     */
    Fraction aggregate(List<UsageEvent> events, UsageWindow window);
}
