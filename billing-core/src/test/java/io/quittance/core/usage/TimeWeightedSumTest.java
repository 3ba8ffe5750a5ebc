package io.quittance.core.usage;

import static io.quittance.core.usage.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are worked by hand from the lengths of the days. */
class TimeWeightedSumTest {
    private static final UsageWindow JUNE = Events.window("2026-06-01", "2026-07-01", "UTC");
    private static final TimeWeightedSum BY_TIME = TimeWeightedSum.byElapsedTime();
    private static final TimeWeightedSum BY_DAY = TimeWeightedSum.byDay();

    /** 10 for 30 days, 5 for the 20 days from the 11th on: 10 + 5 × 2/3. */
    @Test
    void weighsALevelByHowLongItLasted() {
        List<UsageEvent> events =
                List.of(event("a", "10", "2026-06-01T00:00:00Z"), event("b", "5", "2026-06-11T00:00:00Z"));
        assertThat(BY_TIME.aggregate(events, JUNE)).isEqualTo(Fraction.of(40, 3));
        assertThat(BY_DAY.aggregate(events, JUNE)).isEqualTo(Fraction.of(40, 3));
    }

    /** 3 from noon of the 11th to noon of the 12th: one day of 30 either way, but not the same day. */
    @Test
    void theDayOfAChangeBelongsToTheNewLevel() {
        List<UsageEvent> events =
                List.of(event("a", "3", "2026-06-11T12:00:00Z"), event("b", "-3", "2026-06-12T12:00:00Z"));
        assertThat(BY_TIME.aggregate(events, JUNE)).isEqualTo(Fraction.of(1, 10));
        assertThat(BY_DAY.aggregate(events, JUNE)).isEqualTo(Fraction.of(1, 10));
        List<UsageEvent> sameDay =
                List.of(event("a", "3", "2026-06-11T00:00:00Z"), event("b", "-3", "2026-06-11T12:00:00Z"));
        assertThat(BY_TIME.aggregate(sameDay, JUNE)).isEqualTo(Fraction.of(1, 20));
        assertThat(BY_DAY.aggregate(sameDay, JUNE)).isEqualTo(Fraction.ZERO);
        assertThat(BY_DAY.aggregate(List.of(event("a", "1", "2026-06-30T23:59:59Z")), JUNE))
                .isEqualTo(Fraction.of(1, 30));
    }

    /** 29 March 2026 has 23 hours in Berlin and ends at 22:00 UTC; 25 October has 25 and ends at 23:00 UTC. */
    @Test
    void aDayHasAsManyHoursAsItHas() {
        UsageWindow shortDay = Events.window("2026-03-29", "2026-03-30", "Europe/Berlin");
        assertThat(BY_TIME.aggregate(List.of(event("a", "23", "2026-03-29T21:00:00Z")), shortDay))
                .isEqualTo(Fraction.ONE);
        UsageWindow longDay = Events.window("2026-10-25", "2026-10-26", "Europe/Berlin");
        assertThat(BY_TIME.aggregate(List.of(event("a", "25", "2026-10-25T22:00:00Z")), longDay))
                .isEqualTo(Fraction.ONE);
        UsageWindow march = Events.window("2026-03-01", "2026-04-01", "Europe/Berlin");
        List<UsageEvent> lastTwoDays = List.of(event("a", "31", "2026-03-29T22:00:00Z"));
        assertThat(BY_TIME.aggregate(lastTwoDays, march)).isEqualTo(Fraction.of(31 * 48, 31 * 24 - 1));
        assertThat(BY_DAY.aggregate(lastTwoDays, march)).isEqualTo(Fraction.of(2));
    }

    /** One nanosecond before the end of a day of 86,400 seconds. */
    @Test
    void countsToTheNanosecond() {
        UsageWindow day = Events.window("2026-06-01", "2026-06-02", "UTC");
        assertThat(BY_TIME.aggregate(List.of(event("a", "86400", "2026-06-01T23:59:59.999999999Z")), day))
                .isEqualTo(Fraction.of(1, 1_000_000_000));
    }

    @Test
    void mayBeNegativeAndIsZeroWithoutEvents() {
        assertThat(BY_TIME.aggregate(List.of(event("a", "-2", "2026-06-16T00:00:00Z")), JUNE))
                .isEqualTo(Fraction.of(-1));
        assertThat(BY_TIME.aggregate(List.of(), JUNE)).isEqualTo(Fraction.ZERO);
        assertThat(BY_DAY.aggregate(List.of(), JUNE)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void refusesEventsOutsideTheWindow() {
        for (String time : List.of("2026-05-31T23:59:59Z", "2026-07-01T00:00:00Z")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BY_TIME.aggregate(List.of(event("e-1", "1", time)), JUNE))
                    .withMessage("events[e-1].time must lie from 2026-06-01T00:00:00Z up to, not including, "
                            + "2026-07-01T00:00:00Z, but was " + time);
        }
    }

    @Test
    void isEqualToTheSameWeighting() {
        assertThat(BY_TIME).isEqualTo(TimeWeightedSum.byElapsedTime()).isNotEqualTo(BY_DAY);
        assertThat(BY_TIME).hasToString("time-weighted sum by elapsed time").isNotEqualTo(new Sum());
        assertThat(BY_DAY).hasToString("time-weighted sum by day").hasSameHashCodeAs(TimeWeightedSum.byDay());
    }
}
