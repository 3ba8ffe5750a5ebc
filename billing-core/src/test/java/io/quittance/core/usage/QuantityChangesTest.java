package io.quittance.core.usage;

import static io.quittance.core.usage.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantityChangesTest {
    private static final UsageWindow JUNE = Events.window("2026-06-01", "2026-07-01", "Europe/Berlin");
    private static final UsageWindow MARCH = Events.window("2026-03-01", "2026-04-01", "Europe/Berlin");

    /** rating.md 2.7: the weight is the remaining days, that of the change included, over the days of the period. */
    @Test
    void weighsEachChangeByTheDaysThatAreLeft() {
        assertThat(QuantityChanges.of(
                        List.of(
                                event("c", "-5", "2026-06-20T22:00:00Z"),
                                event("a", "10", "2026-05-31T22:00:00Z"),
                                event("b", "5", "2026-06-11T10:00:00Z"),
                                event("d", "1", "2026-06-30T21:59:59Z")),
                        JUNE))
                .containsExactly(
                        change(10, Fraction.of(10)),
                        change(5, Fraction.of(100, 30)),
                        change(-5, Fraction.of(-50, 30)),
                        change(1, Fraction.of(1, 30)));
    }

    /** In Berlin, 28 March 23:30 UTC is the 29th, the day of 23 hours; it is one of three days left. */
    @Test
    void aDayIsADayHoweverLong() {
        assertThat(QuantityChanges.of(List.of(event("a", "31", "2026-03-28T23:30:00Z")), MARCH))
                .containsExactly(change(31, Fraction.of(3)));
    }

    /**
     * In St. John's clocks went from 00:01 on 1 November 2009 back to 23:01 on 31 October: November began twice, and what
     * happens between is October on the clock, but belongs to the first of November, which had begun, and weighs one day.
     */
    @Test
    void theFirstDayWeighsOneAlsoWhereClocksGoBackOverMidnight() {
        UsageWindow november = Events.window("2009-11-01", "2009-12-01", "America/St_Johns");
        UsageEvent between = event("a", "1", "2009-11-01T03:00:00Z");
        assertThat(november.contains(between.time())).isTrue();
        assertThat(november.dayOf(between.time())).isEqualTo("2009-11-01");
        assertThat(QuantityChanges.of(List.of(between), november)).containsExactly(change(1, Fraction.ONE));
    }

    @Test
    void noEventsAreNoChanges() {
        assertThat(QuantityChanges.of(List.of(), JUNE)).isEmpty();
    }

    @Test
    void proratedUnitsLieBetweenNothingAndAllUnits() {
        assertThat(change(5, Fraction.ZERO).prorated()).isEqualTo(Fraction.ZERO);
        assertThat(change(5, Fraction.of(5)).prorated()).isEqualTo(Fraction.of(5));
        assertThat(change(-5, Fraction.ZERO).prorated()).isEqualTo(Fraction.ZERO);
        assertThat(change(-5, Fraction.of(-5)).prorated()).isEqualTo(Fraction.of(-5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(5, Fraction.of(16, 3)))
                .withMessage("prorated must lie between 0 and 5, but was 16/3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(5, Fraction.of(-1, 3)))
                .withMessage("prorated must lie between 0 and 5, but was -1/3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(-5, Fraction.of(1, 3)))
                .withMessage("prorated must lie between 0 and -5, but was 1/3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(-5, Fraction.of(-16, 3)))
                .withMessage("prorated must lie between 0 and -5, but was -16/3");
    }

    @Test
    void refusesEventsOutsideTheWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityChanges.of(List.of(event("e-9", "1", "2026-06-30T22:00:00Z")), JUNE))
                .withMessage("events[e-9].time must lie from 2026-05-31T22:00:00Z up to, not including, "
                        + "2026-06-30T22:00:00Z, but was 2026-06-30T22:00:00Z");
    }

    /** The level of each day, added up and divided by the days: the definition, day by day. */
    @Property
    void prorateToTheAverageLevelOfAllDays(
            @ForAll @Size(max = 12) List<@IntRange(min = -9, max = 9) Integer> quantities,
            @ForAll @LongRange(min = 0, max = 2_674_799) long seed) {
        long seconds = Duration.between(MARCH.start(), MARCH.end()).toSeconds();
        List<UsageEvent> events = IntStream.range(0, quantities.size())
                .mapToObj(i -> UsageEvent.of(
                        "e-" + i,
                        CustomerId.of("ACME"),
                        MeterId.of("seats"),
                        BigDecimal.valueOf(quantities.get(i)),
                        MARCH.start().plusSeconds(seed * (i + 1) * 7 % seconds)))
                .toList();
        long levels = MARCH.period()
                .start()
                .datesUntil(MARCH.period().end())
                .mapToLong(day -> events.stream()
                        .filter(event -> !MARCH.dayOf(event.time()).isAfter(day))
                        .mapToLong(event -> event.quantity().longValueExact())
                        .sum())
                .sum();
        Fraction prorated = QuantityChanges.of(events, MARCH).stream()
                .map(QuantityChange::prorated)
                .reduce(Fraction.ZERO, Fraction::plus);
        assertThat(prorated).isEqualTo(Fraction.of(levels, 31));
        assertThat(TimeWeightedSum.byDay().aggregate(events, MARCH)).isEqualTo(prorated);
    }

    private static QuantityChange change(long quantity, Fraction prorated) {
        return new QuantityChange(Fraction.of(quantity), prorated);
    }
}
