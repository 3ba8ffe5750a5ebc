package io.quittance.testkit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import io.quittance.testkit.BrokenLaw;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Schedules do not drift in 400 years, in no zone; 400 years are 146,097 days, after which the calendar begins anew. */
class ScheduleLawsTest {
    private static final ServicePeriod CENTURIES = ServicePeriod.of("1900-01-01", "2300-01-01");

    @Property(tries = 200)
    void noScheduleDriftsInFourHundredYears(@ForAll("schedules") Schedule schedule) {
        assertThat(ScheduleLaws.broken(schedule, CENTURIES)).isEmpty();
    }

    /** Quarters by the 31st over 400 years in every zone, and days around every change of its clocks that is known. */
    @Test
    void noZoneMakesAScheduleDrift() {
        Schedule quarters = Schedule.every("P3M", "1900-01-31");
        Schedule days = Schedule.every("P1D", "2000-01-01");
        var broken = new ArrayList<BrokenLaw>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ZoneHistory zones = ZoneHistory.of(zone);
            broken.addAll(ScheduleLaws.broken(quarters, zones, CENTURIES));
            for (var change : zone.getRules().getTransitions()) {
                LocalDate day = change.getDateTimeBefore().toLocalDate();
                broken.addAll(ScheduleLaws.broken(days, zones, new ServicePeriod(day.minusDays(1), day.plusDays(3))));
                for (int seconds : new int[] {-1, 0, 1, 3_600}) {
                    broken.addAll(
                            ScheduleLaws.broken(days, zones, change.getInstant().plusSeconds(seconds)));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Also where the zone changes in between. */
    @Property(tries = 200)
    void noChangeOfZonesMakesAScheduleDrift(
            @ForAll("schedules") Schedule schedule, @ForAll("zones") ZoneId first, @ForAll("zones") ZoneId then) {
        ZoneHistory zones = ZoneHistory.of(first).changing(LocalDate.of(2011, 12, 30), then);
        assertThat(ScheduleLaws.broken(schedule, zones, ServicePeriod.of("2011-01-01", "2012-12-31")))
                .isEmpty();
    }

    /** 30 December 2011 in Apia is a period without time; the law says so by a schedule of two days, which has some. */
    @Test
    void aDayWithoutTimeIsAnEmptyPeriod() {
        ZoneHistory apia = ZoneHistory.of("Pacific/Apia");
        var days = ServicePeriod.of("2011-12-28", "2012-01-02");
        assertThat(ScheduleLaws.broken(Schedule.every("P1D", "2011-12-30"), apia, days))
                .isEmpty();
        assertThat(ScheduleLaws.broken(Schedule.every("P2D", "2011-12-30"), apia, days))
                .isEmpty();
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<LocalDate> anchors =
                Arbitraries.integers().between(0, 146_096).map(CENTURIES.start()::plusDays);
        Arbitrary<Period> intervals = Arbitraries.oneOf(
                Arbitraries.of(1, 2, 3, 5, 6, 12, 24).map(Period::ofMonths),
                Arbitraries.of(7, 14, 30, 90, 365).map(Period::ofDays));
        Arbitrary<Schedule> last = anchors.map(
                day -> Schedule.lastDayOfMonth(Period.ofMonths(1 + day.getDayOfYear() % 12), YearMonth.from(day)));
        return Arbitraries.oneOf(Combinators.combine(intervals, anchors).as(Schedule::every), last);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        List<String> ids = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return Arbitraries.of(ids).map(ZoneId::of);
    }
}
