package io.quittance.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.Average;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.testkit.usage.BrokenLaw.Law;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        assertThat(List.of(laws(throwing), laws(silent), laws(sorting))).containsOnly(List.of(Law.ANSWERS));
    }

    @Test
    void findsWhatAnswersDifferentlyTheSecondTime() {
        var calls = new AtomicInteger();
        Own counting = (events, window) -> Fraction.of(calls.incrementAndGet());
        assertThat(laws(counting)).contains(Law.SAME_ANSWER);
    }

    @Test
    void findsWhatCannotBeSerialised() {
        UsageAggregation lambda = (events, window) -> Fraction.of(events.size());
        assertThat(laws(lambda)).containsExactly(Law.SERIAL_COPY);
    }

    @Test
    void findsWhatTakesTheLastOfTheListForTheLatest() {
        Own last = (events, window) -> Fraction.of(events.get(events.size() - 1).quantity());
        var reversed = new ArrayList<>(EVENTS);
        Collections.reverse(reversed);
        assertThat(UsageAggregationLaws.brokenByOrder(last, EVENTS, reversed, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(Law.ORDER_OF_ARRIVAL);
    }

    @Test
    void findsWhatMakesSomethingOfNothing() {
        Own one = (events, window) -> Fraction.ONE;
        assertThat(UsageAggregationLaws.brokenByNoEvents(one, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(Law.NO_EVENTS);
    }

    @Test
    void findsPromisesThatAreNotKept() {
        assertThat(UsageAggregationLaws.brokenByParts(new Average(), EVENTS, 1, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(Law.ADDITIVITY);
        assertThat(UsageAggregationLaws.brokenByExtremes(new Sum(), EVENTS, UsageArbitraries.MARCH))
                .extracting(BrokenLaw::law)
                .containsExactly(Law.BETWEEN_EXTREMES);
    }

    private static List<Law> laws(UsageAggregation aggregation) {
        return UsageAggregationLaws.broken(aggregation, EVENTS, UsageArbitraries.MARCH).stream()
                .map(BrokenLaw::law)
                .toList();
    }
}
