package io.quittance.kpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TurnaroundsTest {
    private static final CalendarDays DAYS = new CalendarDays(ZoneOffset.UTC);
    private static final BusinessHours OFFICE =
            BusinessHours.weekdays(ZoneOffset.UTC, OpeningHours.of("09:00", "17:00"));
    private static final AsOf END = AsOf.endOf("2026-03-31");

    private static Instant at(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    private static KpiBasis.Builder basis() {
        return KpiBasis.of(KpiDefinition.of("own.time", "Own", KpiUnit.DAYS, Direction.LOWER, "own"));
    }

    private static Turnarounds of(TimeMeasure measure, AsOf asOf, Turnaround... things) {
        return Turnarounds.of(List.of(things), measure, asOf);
    }

    private static KpiResult time(Turnarounds things, Statistic statistic) {
        return things.time(statistic, basis(), "NONE", "none has ended");
    }

    private static KpiResult age(Turnarounds things) {
        return things.age(Statistic.MEAN, basis(), "NONE", "none is open");
    }

    private static KpiResult within(Turnarounds things, String limit) {
        return things.within(new BigDecimal(limit), basis(), "NONE", "the limit of none has passed");
    }

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** By hand: 2, 4 and 12 days; one that ends in April has not ended. */
    @Test
    void saysHowLongThingsTook() {
        var things = of(
                DAYS,
                END,
                new Turnaround("A", at("2026-03-01"), at("2026-03-03")),
                new Turnaround("B", at("2026-03-01"), at("2026-03-05")),
                new Turnaround("C", at("2026-03-01"), at("2026-03-13")),
                new Turnaround("D", at("2026-03-21"), at("2026-04-01")));
        KpiResult mean = time(things, Statistic.MEAN);
        assertThat(mean.value()).contains(Fraction.of(6));
        assertThat(mean.basis().numerator()).contains(Fraction.of(18));
        assertThat(mean.basis().denominator()).contains(Fraction.of(3));
        assertThat(mean.basis().exclusions()).containsExactly("STILL_OPEN");
        assertThat(mean.basis().items()).contains(new KpiItem("C", Fraction.of(12), Fraction.ONE));
        assertThat(time(things, Statistic.MEDIAN).value()).contains(Fraction.of(4));
        assertThat(time(things, Statistic.MEDIAN).basis().numerator()).isEmpty();
        assertThat(time(things, Statistic.MAX).value()).contains(Fraction.of(12));
        assertThat(age(things).value()).contains(Fraction.of(10));
        assertThat(code(time(of(DAYS, END), Statistic.MEAN))).isEqualTo("NONE");
    }

    /** One begins at the first instant after the day, one later: there is nothing to say of them, and no exception. */
    @Test
    void whatBeginsAfterTheDayIsNotThereYet() {
        var things = of(
                OFFICE,
                END,
                new Turnaround("A", Instant.parse("2026-04-01T00:00:00Z"), null),
                new Turnaround("B", at("2026-04-05"), at("2026-04-06")));
        assertThat(code(within(things, "1"))).isEqualTo("NONE");
        assertThat(within(things, "1").basis().exclusions()).isEmpty();
        assertThat(time(things, Statistic.MEAN).basis().exclusions()).isEmpty();
        assertThat(code(age(things))).isEqualTo("NONE");
    }

    /** By hand: from 1 to 31 March are 30 days, of which it was awaited since the 10th: 9. */
    @Test
    void aWaitInProgressDoesNotCountUpToThen() {
        for (Waiting wait : List.of(new Waiting(at("2026-03-10"), at("2026-04-05")), Waiting.since(at("2026-03-10")))) {
            assertThat(age(of(DAYS, END, new Turnaround("A", at("2026-03-01"), null, List.of(wait))))
                            .value())
                    .contains(Fraction.of(9));
        }
    }

    /** One hour of work, a wait to 6 February, and one hour again: a limit of 8 hours is kept, and in January it has not passed. */
    @Test
    void aWaitInProgressMissesNoLimit() {
        var thing = new Turnaround(
                "A",
                Instant.parse("2026-01-26T09:00:00Z"),
                Instant.parse("2026-02-06T11:00:00Z"),
                List.of(new Waiting(Instant.parse("2026-01-26T10:00:00Z"), Instant.parse("2026-02-06T10:00:00Z"))));
        KpiResult january = within(of(OFFICE, AsOf.endOf("2026-01-31"), thing), "8");
        assertThat(code(january)).isEqualTo("NONE");
        assertThat(january.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(within(of(OFFICE, AsOf.endOf("2026-02-28"), thing), "8").value())
                .contains(Fraction.of(100));
        assertThat(age(of(OFFICE, AsOf.endOf("2026-01-31"), thing)).value()).contains(Fraction.ONE);
    }

    /** 24 business hours from Thursday 26 March at noon are over on Tuesday 31 March at noon. */
    @Test
    void aLimitHasPassedWhenThatIsKnown() {
        var late = new Turnaround("A", at("2026-03-26"), null);
        var kept = new Turnaround("B", at("2026-03-26"), at("2026-03-31"));
        assertThat(code(within(of(OFFICE, AsOf.of("2026-03-31", "2026-03-31T12:00:00Z"), late, kept), "24")))
                .isEqualTo("NONE");
        assertThat(within(of(OFFICE, AsOf.of("2026-03-31", "2026-03-31T12:00:00.000000001Z"), late, kept), "24")
                        .value())
                .contains(Fraction.of(50));
        assertThat(code(within(of(OFFICE, AsOf.of("2026-03-31", "2026-03-20T00:00:00Z"), late), "24")))
                .isEqualTo("NONE");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turnaround("A", at("2026-03-02"), at("2026-03-01")))
                .withMessage("ended must not be before 2026-03-02T12:00:00Z, but was 2026-03-01T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turnaround(
                        "A",
                        at("2026-03-01"),
                        null,
                        List.of(Waiting.since(at("2026-03-02")), new Waiting(at("2026-03-03"), at("2026-03-04")))))
                .withMessageStartingWith("waits must lie apart from each other from 2026-03-01T12:00:00Z to the end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Turnaround(
                        "A", at("2026-03-01"), at("2026-03-02"), List.of(Waiting.since(at("2026-03-03")))))
                .withMessageStartingWith("waits must lie apart from each other from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waiting(at("2026-03-02"), at("2026-03-02")))
                .withMessage("from must be before 2026-03-02T12:00:00Z, but was 2026-03-02T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> within(of(DAYS, END), "-1"))
                .withMessage("limit must not be negative, but was -1");
        assertThatNullPointerException()
                .isThrownBy(() -> new Turnarounds(nothing(), DAYS, END))
                .withMessage("things");
        assertThatNullPointerException()
                .isThrownBy(() -> new CalendarDays(noZone()))
                .withMessage("zone");
    }

    @SuppressWarnings("NullAway") // null on purpose
    private static List<Turnaround> nothing() {
        return null;
    }

    @SuppressWarnings("NullAway") // null on purpose
    private static ZoneId noZone() {
        return null;
    }

    /** One that goes on comes after those that begin with it and end. */
    @Test
    void waitsAreInOrder() {
        var ended = new Waiting(at("2026-03-02"), at("2026-03-03"));
        assertThat(Waiting.since(at("2026-03-02"))).isGreaterThan(ended).isLessThan(Waiting.since(at("2026-03-03")));
        assertThat(new Turnaround("A", at("2026-03-01"), null, List.of(Waiting.since(at("2026-03-03")), ended)).waits())
                .containsExactly(ended, Waiting.since(at("2026-03-03")));
    }

    /** Whatever is answered when: what is known of a limit that has passed stays, however much later it is asked. */
    @Property(tries = 200)
    void whatHasPassedStays(
            @ForAll @Size(max = 10) List<@IntRange(max = 2000) Integer> hours, @ForAll @IntRange(max = 60) int later) {
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        List<Turnaround> things = hours.stream()
                .distinct()
                .map(hour -> new Turnaround(
                        "T-" + hour,
                        start.plusSeconds(1800L * hour),
                        hour % 3 == 0 ? null : start.plusSeconds(1800L * hour + 7200L * (hour % 50))))
                .toList();
        KpiResult now = within(Turnarounds.of(things, OFFICE, END), "24");
        KpiResult then =
                within(Turnarounds.of(things, OFFICE, AsOf.endOf(END.date().plusDays(later))), "24");
        assertThat(then.basis().items()).containsAll(now.basis().items());
    }

    /** Both have ended, in 24 and in 25 hours. */
    @Test
    void whatEndedAfterItsLimitHasMissedIt() {
        var clock = BusinessHours.roundTheClock(ZoneOffset.UTC);
        Instant start = Instant.parse("2026-03-02T09:00:00Z");
        KpiResult result = within(
                of(
                        clock,
                        END,
                        new Turnaround("A", start, start.plusSeconds(86_400)),
                        new Turnaround("B", start, start.plusSeconds(90_000))),
                "24");
        assertThat(result.value()).contains(Fraction.of(50));
        assertThat(result.basis().items()).containsExactly(KpiItem.counted("A", true), KpiItem.counted("B", false));
    }

    /** From noon of 30 March to the end of 31 March are 36 hours, by the clock, and 1 day of the calendar. */
    @Test
    void theAgeIsCountedToTheEndOfTheDay() {
        var thing = new Turnaround("A", at("2026-03-30"), null);
        assertThat(age(of(BusinessHours.roundTheClock(ZoneOffset.UTC), END, thing))
                        .value())
                .contains(Fraction.of(36));
        assertThat(age(of(DAYS, END, thing)).value()).contains(Fraction.ONE);
    }

    /** By hand: from 1 to 31 March are 30 days; that something is awaited from 2 April on takes nothing off. */
    @Test
    void aWaitThatIsToComeDoesNotCountYet() {
        var thing = new Turnaround("A", at("2026-03-01"), null, List.of(Waiting.since(at("2026-04-02"))));
        assertThat(age(of(DAYS, END, thing)).value()).contains(Fraction.of(30));
    }

    /** By hand: from 1 to 11 March are 10 days, of which it was awaited from the 5th to the end: 4. */
    @Test
    void aWaitThatWentOnEndsWithTheThing() {
        var thing = new Turnaround("A", at("2026-03-01"), at("2026-03-11"), List.of(Waiting.since(at("2026-03-05"))));
        assertThat(time(of(DAYS, END, thing), Statistic.MEAN).value()).contains(Fraction.of(4));
    }

    @Test
    void refusesWaitsOutsideOfTheTime() {
        var early = new Waiting(at("2026-03-01"), at("2026-03-03"));
        var late = new Waiting(at("2026-03-03"), at("2026-03-06"));
        for (Waiting wait : List.of(early, late)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Turnaround("A", at("2026-03-02"), at("2026-03-05"), List.of(wait)))
                    .withMessage("waits must lie apart from each other from 2026-03-02T12:00:00Z to"
                            + " 2026-03-05T12:00:00Z, but was " + wait);
        }
    }
}
