package io.quittance.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of every usage aggregation. A test class implements this and supplies {@link #aggregation()}; nothing else is
 * needed. What only some aggregations promise is an interface inside this one; a test class implements those that apply.
 */
public interface UsageAggregationContract {

    /** The aggregation under test. */
    UsageAggregation aggregation();

    /** The days in which the events lie; a test class may give its own. */
    default UsageWindow window() {
        return UsageArbitraries.MARCH;
    }

    /** The aggregation answers, always alike, also after a way through a serial stream. */
    @Property
    default void answersAlwaysAlikeAndCanBeSerialised(@ForAll("events") List<UsageEvent> events) {
        assertThat(UsageAggregationLaws.broken(aggregation(), events, window())).isEmpty();
    }

    /** The order in which events arrive changes nothing. */
    @Property
    default void theOrderOfArrivalChangesNothing(@ForAll("events") List<UsageEvent> events, @ForAll Random random) {
        var reordered = new ArrayList<>(events);
        Collections.shuffle(reordered, random);
        assertThat(UsageAggregationLaws.brokenByOrder(aggregation(), events, reordered, window()))
                .isEmpty();
    }

    /** No events are zero. */
    @Example
    default void noEventsAreZero() {
        assertThat(UsageAggregationLaws.brokenByNoEvents(aggregation(), window()))
                .isEmpty();
    }

    /** The events that are tried; a test class may give its own. */
    @Provide
    default Arbitrary<List<UsageEvent>> events() {
        return UsageArbitraries.events(window());
    }

    /** For aggregations by which the parts of a period add up to the whole, such as a sum. */
    interface Additive extends UsageAggregationContract {
        /** Two groups of events give together what all of them give. */
        @Property
        default void partsAddUpToTheWhole(@ForAll("events") List<UsageEvent> events, @ForAll Random random) {
            assertThat(UsageAggregationLaws.brokenByParts(
                            aggregation(), events, random.nextInt(events.size() + 1), window()))
                    .isEmpty();
        }
    }

    /** For aggregations that answer with one of the quantities or something between them, such as an average. */
    interface BetweenExtremes extends UsageAggregationContract {
        /** The answer is neither below the smallest nor above the largest quantity. */
        @Property
        default void staysBetweenTheExtremes(@ForAll("events") List<UsageEvent> events) {
            Assume.that(!events.isEmpty());
            assertThat(UsageAggregationLaws.brokenByExtremes(aggregation(), events, window()))
                    .isEmpty();
        }
    }
}
