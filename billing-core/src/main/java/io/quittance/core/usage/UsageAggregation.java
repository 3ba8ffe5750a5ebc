package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.util.List;

/**
 * Makes one quantity of the events of a meter in a period. Implementations are immutable and serialisable, give equal
 * answers to equal questions, and do not depend on the order in which events arrived; check yours with {@code
 * UsageAggregationContract} from billing-testkit.
 */
@FunctionalInterface
public interface UsageAggregation {

    /**
     * The quantity, exactly; an average or a level over time may be a fraction. Whoever needs the events in time sorts a
     * copy of them by {@link UsageEvent#BY_TIME}.
     *
     * @param events of one meter within the window, each key once, in any order; may be empty
     * @param window the days, in the contract's zone
     * @return zero where nothing counts
     */
    Fraction aggregate(List<UsageEvent> events, UsageWindow window);
}
