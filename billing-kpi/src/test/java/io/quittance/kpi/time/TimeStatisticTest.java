package io.quittance.kpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Statistic;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStatisticTest {
    private static final CalendarDays DAYS = new CalendarDays(ZoneOffset.UTC);
    private static final BusinessHours OFFICE =
            BusinessHours.weekdays(ZoneOffset.UTC, OpeningHours.of("09:00", "17:00"));
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    /** A repair, a KPI event of one's own. */
    private record Repair(String key, Instant recordedAt, Instant begun, Instant ended) implements KpiEvent {
        static Repair of(String key, String begun, String ended) {
            return new Repair(key, Instant.EPOCH, Instant.parse(begun), Instant.parse(ended));
        }

        Turnaround time() {
            return new Turnaround(key, begun, ended);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MEAN, mean, mean",
        "MEDIAN, median, median",
        "P90, p90, 90th percentile (nearest rank)",
        "MAX, max, maximum"
    })
    void aDefinitionSaysWhatIsSaidOfWhichTimes(Statistic statistic, String suffix, String words) {
        KpiDefinition days = new TimeStatistic(statistic, DAYS)
                .definitionByUnit("repair.time", "Time to repair", "from call to repair");
        assertThat(days.id()).isEqualTo("repair.time." + suffix);
        assertThat(days.name()).isEqualTo("Time to repair, " + words);
        assertThat(days.formula()).isEqualTo(words + " of calendar days from call to repair");
        assertThat(days.unit()).isEqualTo(KpiUnit.DAYS);
        assertThat(days.direction()).isEqualTo(Direction.LOWER);
        KpiDefinition hours = new TimeStatistic(statistic, OFFICE)
                .definitionByUnit("repair.time", "Time to repair", "from call to repair");
        assertThat(hours.id()).isEqualTo("repair.time.business-hours." + suffix);
        assertThat(hours.name()).isEqualTo("Time to repair in business hours, " + words);
        assertThat(hours.formula()).isEqualTo(words + " of business hours from call to repair");
        assertThat(hours.unit()).isEqualTo(KpiUnit.HOURS);
        KpiDefinition only =
                new TimeStatistic(statistic, OFFICE).definition("repair.time", "Time to repair", "from call to repair");
        assertThat(only.id()).isEqualTo("repair.time." + suffix);
        assertThat(only.name()).isEqualTo("Time to repair, " + words);
        assertThat(only.formula()).isEqualTo(hours.formula());
    }

    /** In Auckland March begins on 28 February at 11:00 UTC, and ends on 31 March at 11:00 UTC: A begins and ends in it, B only begins, C only ends. */
    @Test
    void eventsAreOfAPeriodByTheirBeginningOrTheirEnd() {
        var figures = EventFigures.of(
                MARCH,
                AsOf.endOf("2026-04-30"),
                List.of(
                        Repair.of("A", "2026-02-28T11:00:00Z", "2026-03-31T10:59:59Z"),
                        Repair.of("B", "2026-03-31T10:59:59Z", "2026-03-31T11:00:00Z"),
                        Repair.of("C", "2026-02-28T10:59:59Z", "2026-02-28T11:00:00Z"),
                        Repair.of("D", "2026-02-27T11:00:00Z", "2026-02-28T10:59:59Z")));
        Turnarounds all = Turnarounds.of(figures, new CalendarDays(ZoneId.of("Pacific/Auckland")), Repair::time);
        assertThat(all.begunIn(MARCH).things()).extracting(Turnaround::id).containsExactly("A", "B");
        assertThat(all.endedIn(MARCH).things()).extracting(Turnaround::id).containsExactly("A", "C");
        assertThat(all.asOf()).isEqualTo(figures.asOf());
        var open = Turnarounds.of(
                List.of(new Turnaround("E", Instant.parse("2026-03-05T00:00:00Z"), null)),
                DAYS,
                AsOf.endOf("2026-03-31"));
        assertThat(open.endedIn(MARCH).things()).isEmpty();
    }

    /** Days of 1, 2 and 6: a mean of 9 / 3, a median of 2, which is no quotient. */
    @Test
    void aMeanIsAQuotientAndAMedianIsNot() {
        KpiDefinition own = KpiDefinition.of("own", "Own", KpiUnit.DAYS, Direction.LOWER, "own");
        List<KpiItem> items = List.of(
                new KpiItem("A", Fraction.of(6), Fraction.ONE),
                new KpiItem("B", Fraction.of(1), Fraction.ONE),
                new KpiItem("C", Fraction.of(2), Fraction.ONE));
        KpiResult mean = KpiBasis.of(own).statistic(Statistic.MEAN, items, "NONE", "there is none");
        assertThat(mean.value()).contains(Fraction.of(3));
        assertThat(mean.basis().numerator()).contains(Fraction.of(9));
        assertThat(mean.basis().denominator()).contains(Fraction.of(3));
        assertThat(mean.basis().factor()).contains(Fraction.ONE);
        assertThat(mean.basis().count()).contains(3L);
        assertThat(mean.basis().items()).containsExactlyInAnyOrderElementsOf(items);
        KpiResult median = KpiBasis.of(own).statistic(Statistic.MEDIAN, items, "NONE", "there is none");
        assertThat(median.value()).contains(Fraction.of(2));
        assertThat(median.basis().numerator()).isEmpty();
        assertThat(median.basis().count()).contains(3L);
        for (Statistic each : Statistic.values()) {
            assertThat(KpiBasis.of(own)
                            .statistic(each, List.of(), "NONE", "there is none")
                            .<String>match(measured -> "", none -> none.code() + ": " + none.reason()))
                    .isEqualTo("NONE: there is none");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesToSayNothing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new TimeStatistic(null, DAYS))
                .withMessage("statistic");
        assertThatNullPointerException()
                .isThrownBy(() -> new TimeStatistic(Statistic.MEAN, null))
                .withMessage("measure");
    }
}
