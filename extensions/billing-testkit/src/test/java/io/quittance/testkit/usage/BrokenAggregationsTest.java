package io.quittance.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Average;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import io.quittance.testkit.BrokenLaw;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Aggregations that are wrong on purpose, each caught by the law that it breaks. */
class BrokenAggregationsTest {
    private static final List<UsageEvent> EVENTS = List.of(
            UsageEvent.of("e-1", "C-1", "M-1", "3", "2026-03-10T10:00:00Z"),
            UsageEvent.of("e-2", "C-1", "M-1", "5", "2026-03-11T10:00:00Z"));

    /** An aggregation that a test may write as a lambda, and that can be serialised. */
    private interface Own extends UsageAggregation, Serializable {}

    @Test
    @SuppressWarnings("NullAway") // an aggregation that answers null is wrong on purpose
    void findsWhatDoesNotAnswer() {
        Own throwing = (events, window) -> Fraction.of(1, events.size() - 2);
        Own silent = (events, window) -> null;
        Own sorting = (events, window) -> {
            events.sort(UsageEvent.BY_TIME);
            return Fraction.ZERO;
        };
        assertThat(List.of(laws(throwing), laws(silent), laws(sorting)))
                .containsOnly(List.of(UsageAggregationLaw.ANSWERS));
    }

    /** No law lets the aggregation's own exception through: the events are what a user needs to find the mistake. */
    @Test
    @SuppressWarnings("NullAway") // an aggregation that answers null is wrong on purpose
    void anAggregationThatThrowsDoesNotAnswerByAnyLaw() {
        Own throwing = (events, window) -> {
            throw new IllegalStateException("no sum today");
        };
        Own silent = (events, window) -> null;
        byEveryLaw(throwing)
                .forEach((asked, broken) -> assertThat(broken)
                        .singleElement()
                        .hasToString(
                                "ANSWERS (the aggregation answers, and throws nothing, for events of one meter in the window): "
                                        + "threw java.lang.IllegalStateException: no sum today for " + asked));
        byEveryLaw(silent)
                .forEach((asked, broken) -> assertThat(broken)
                        .singleElement()
                        .hasToString(
                                "ANSWERS (the aggregation answers, and throws nothing, for events of one meter in the window): "
                                        + "answered null for " + asked));
        Own small = (events, window) -> Fraction.of(1, 2 - events.size());
        assertThat(UsageAggregationLaws.brokenByParts(small, EVENTS, 1, UsageArbitraries.MARCH))
                .singleElement()
                .satisfies(broken -> assertThat(broken.law()).isEqualTo(UsageAggregationLaw.ANSWERS))
                .satisfies(broken -> assertThat(broken.detail()).endsWith(" for " + EVENTS));
    }

    /** What each law finds, by the events that it asks for first. */
    private static Map<List<UsageEvent>, List<BrokenLaw>> byEveryLaw(UsageAggregation aggregation) {
        List<UsageEvent> reversed = List.of(EVENTS.get(1), EVENTS.get(0));
        return Map.of(
                EVENTS,
                UsageAggregationLaws.broken(aggregation, EVENTS, UsageArbitraries.MARCH),
                reversed,
                UsageAggregationLaws.brokenByOrder(aggregation, reversed, EVENTS, UsageArbitraries.MARCH),
                List.of(),
                UsageAggregationLaws.brokenByNoEvents(aggregation, UsageArbitraries.MARCH),
                EVENTS.subList(0, 1),
                UsageAggregationLaws.brokenByParts(aggregation, EVENTS, 1, UsageArbitraries.MARCH),
                EVENTS.subList(1, 2),
                UsageAggregationLaws.brokenByExtremes(aggregation, EVENTS.subList(1, 2), UsageArbitraries.MARCH));
    }

    /** An aggregation whose copy refuses itself, as one that is checked when it is read back may. */
    private static final class Unreadable implements UsageAggregation, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
            return Fraction.ZERO;
        }

        private Object readResolve() {
            throw new IllegalArgumentException("not today");
        }
    }

    @Test
    void findsWhatCannotBeReadBack() {
        assertThat(UsageAggregationLaws.broken(new Unreadable(), EVENTS, UsageArbitraries.MARCH))
                .singleElement()
                .hasToString("SERIAL_COPY (it can be serialised; the copy is equal to it and gives the same answer): "
                        + "cannot be copied: java.lang.IllegalArgumentException: not today");
    }

    @Test
    void findsWhatAnswersDifferentlyTheSecondTime() {
        var calls = new AtomicInteger();
        Own counting = (events, window) -> Fraction.of(calls.incrementAndGet());
        assertThat(laws(counting)).contains(UsageAggregationLaw.SAME_ANSWER);
    }

    @Test
    void findsWhatCannotBeSerialised() {
        UsageAggregation lambda = (events, window) -> Fraction.of(events.size());
        assertThat(laws(lambda)).containsExactly(UsageAggregationLaw.SERIAL_COPY);
    }

    @Test
    void findsWhatTakesTheLastOfTheListForTheLatest() {
        Own last = (events, window) -> Fraction.of(events.get(events.size() - 1).quantity());
        var reversed = new ArrayList<>(EVENTS);
        Collections.reverse(reversed);
        assertThat(UsageAggregationLaws.brokenByOrder(last, EVENTS, reversed, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(UsageAggregationLaw.ORDER_OF_ARRIVAL);
    }

    @Test
    void findsWhatMakesSomethingOfNothing() {
        Own one = (events, window) -> Fraction.ONE;
        assertThat(UsageAggregationLaws.brokenByNoEvents(one, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(UsageAggregationLaw.NO_EVENTS);
    }

    @Test
    void findsPromisesThatAreNotKept() {
        assertThat(UsageAggregationLaws.brokenByParts(new Average(), EVENTS, 1, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(UsageAggregationLaw.ADDITIVITY);
        assertThat(UsageAggregationLaws.brokenByExtremes(new Sum(), EVENTS, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(UsageAggregationLaw.BETWEEN_EXTREMES);
    }

    private static List<UsageAggregationLaw> laws(UsageAggregation aggregation) {
        return UsageAggregationLaws.broken(aggregation, EVENTS, UsageArbitraries.MARCH).stream()
                .map(BrokenLaw::law)
                .map(UsageAggregationLaw.class::cast)
                .toList();
    }
}
