package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.internal.SerialStreams;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** Stripe, "Setting the subscription billing cycle date": 31 January, 28 February, 31 March. */
    @Test
    void clampsToTheMonthWithoutDrift() {
        Schedule monthly = Schedule.every("P1M", "2026-01-31");
        assertThat(LongStream.range(-2, 4).mapToObj(monthly::boundary))
                .map(LocalDate::toString)
                .containsExactly("2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30");
    }

    /** 29 February comes back in leap years. */
    @Test
    void keepsTheLeapDay() {
        Schedule yearly = Schedule.every("P1Y", "2024-02-29");
        assertThat(LongStream.range(0, 5).mapToObj(yearly::boundary))
                .map(LocalDate::toString)
                .containsExactly("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
    }

    /** 28 February is day 28 of each month; the last day is asked for by name. */
    @Test
    void lastDaysAreAnAnchorOfTheirOwn() {
        assertThat(Schedule.every("P1M", "2026-02-28").boundary(1)).isEqualTo("2026-03-28");
        Schedule last = Schedule.lastDayOfMonth(Period.ofMonths(1), YearMonth.of(2026, 2));
        assertThat(last.boundary(1)).isEqualTo("2026-03-31");
        assertThat(last.periodOf(LocalDate.parse("2026-03-30")))
                .isEqualTo(ServicePeriod.of("2026-02-28", "2026-03-31"));
        assertThat(last).hasToString("every P1M from 2026-02-28, on last days");
    }

    @ParameterizedTest
    @CsvSource({
        "P1M, 2026-05-20, 2026-05-01, 2026-06-01",
        "P3M, 2026-05-20, 2026-04-01, 2026-07-01",
        "P6M, 2026-07-01, 2026-07-01, 2027-01-01",
        "P1Y, 1999-12-31, 1999-01-01, 2000-01-01",
        "P1W, 2026-05-20, 2026-05-18, 2026-05-25"
    })
    void followsTheCalendar(String interval, String day, String start, String end) {
        assertThat(Schedule.calendar(interval).periodOf(LocalDate.parse(day))).isEqualTo(ServicePeriod.of(start, end));
    }

    /** A bill on a boundary is for the period that ends there in arrears, and for the one that begins there in advance. */
    @Test
    void knowsTheLastPeriodThatHasEnded() {
        Schedule monthly = Schedule.calendar("P1M");
        LocalDate first = LocalDate.parse("2026-03-01");
        assertThat(monthly.lastEndedBy(first)).isEqualTo(ServicePeriod.of("2026-02-01", "2026-03-01"));
        assertThat(monthly.lastEndedBy(first.minusDays(1))).isEqualTo(ServicePeriod.of("2026-01-01", "2026-02-01"));
        assertThat(monthly.periodOf(first)).isEqualTo(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(monthly.isBoundary(first)).isTrue();
        assertThat(monthly.isBoundary(first.plusDays(1))).isFalse();
    }

    /** From 10 February to 20 April, from the 15th on: a stub, two whole months, a stub. */
    @Test
    void beginsAndEndsWithStubs() {
        List<ScheduledPeriod> periods =
                Schedule.every("P1M", "2026-01-15").periodsOf(ServicePeriod.of("2026-02-10", "2026-04-20"));
        assertThat(periods)
                .extracting(ScheduledPeriod::service)
                .map(ServicePeriod::toString)
                .containsExactly(
                        "[2026-02-10, 2026-02-15)",
                        "[2026-02-15, 2026-03-15)",
                        "[2026-03-15, 2026-04-15)",
                        "[2026-04-15, 2026-04-20)");
        assertThat(periods).extracting(ScheduledPeriod::isStub).containsExactly(true, false, false, true);
        assertThat(periods.get(0).whole()).isEqualTo(ServicePeriod.of("2026-01-15", "2026-02-15"));
        assertThat(periods).extracting(ScheduledPeriod::number).containsExactly(0L, 1L, 2L, 3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P0D | interval must be whole months or whole days, more than zero, but was P0D",
                "P1M1D | interval must be whole months or whole days, more than zero, but was P1M1D",
                "P-1M | interval must be whole months or whole days, more than zero, but was P-1M",
                "P101Y | interval must be at most 100 years, but was P101Y",
                "P36526D | interval must be at most 100 years, but was P36526D",
                "month | interval must be an ISO period such as P1M, but was month"
            })
    void refusesWhatIsNoInterval(String interval, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.every(interval, "2026-01-01"))
                .withMessage(message);
    }

    @Test
    void refusesWhatDoesNotFitTheCalendar() {
        for (String interval : List.of("P5M", "P24M", "P14D", "P1D")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Schedule.calendar(interval))
                    .withMessageStartingWith(
                            "interval must be 1, 2, 3, 4, 6 or 12 months or 7 days to follow the calendar");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.lastDayOfMonth(Period.ofDays(30), YearMonth.of(2026, 1)))
                .withMessage("interval must be months to begin on last days, but was P30D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.calendar("P1M").boundary(100_000))
                .withMessageStartingWith("boundary 100000 must lie in the years 1 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.calendar("P1M").boundary(Long.MIN_VALUE))
                .withMessageStartingWith("number must lie in the years 1 to 9999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.calendar("P1M").boundary(4_000_001))
                .withMessage("number must lie in the years 1 to 9999, but was 4000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Schedule.every("P1D", "2026-01-01").periodsOf(ServicePeriod.of("0001-01-01", "9999-12-31")))
                .withMessageStartingWith("service must make at most 1000000 periods");
        // from 738,885 periods before the anchor to 261,115 after it
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.every("P1D", "2024-01-01")
                        .periodsOf(new ServicePeriod(
                                LocalDate.of(1, 1, 1), LocalDate.of(1, 1, 1).plusDays(1_000_001))))
                .withMessageStartingWith("service must make at most 1000000 periods");
        assertThatNullPointerException()
                .isThrownBy(() -> Schedule.calendar("P1M").periodsOf(none()))
                .withMessage("service");
    }

    @Test
    void anIntervalMayTakeAHundredYears() {
        assertThat(Schedule.every("P100Y", "2026-01-01").boundary(1)).isEqualTo("2126-01-01");
        assertThat(Schedule.every("P1200M", "2026-01-01").boundary(1)).isEqualTo("2126-01-01");
        assertThat(Schedule.every("P36525D", "2026-01-01").boundary(1)).isEqualTo("2126-01-02");
    }

    /** December 9999 ends in a year that is none; so does the month from 31 December 0 on begin in one. */
    @Test
    void refusesPeriodsThatLeaveTheCalendarByTheArgument() {
        Schedule monthly = Schedule.calendar("P1M");
        assertThat(monthly.periodOf(LocalDate.parse("9999-11-30")))
                .isEqualTo(ServicePeriod.of("9999-11-01", "9999-12-01"));
        assertThat(monthly.periodOf(LocalDate.parse("0001-01-31")))
                .isEqualTo(ServicePeriod.of("0001-01-01", "0001-02-01"));
        for (String day : List.of("9999-12-01", "9999-12-31")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> monthly.periodOf(LocalDate.parse(day)))
                    .withMessage("day must be of periods in the years 1 to 9999, but was " + day);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.every("P1M", "2026-01-31").periodOf(LocalDate.parse("0001-01-30")))
                .withMessage("day must be of periods in the years 1 to 9999, but was 0001-01-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> monthly.lastEndedBy(LocalDate.parse("0001-01-31")))
                .withMessage("day must be of periods in the years 1 to 9999, but was 0001-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> monthly.periodsOf(ServicePeriod.of("9999-11-15", "9999-12-15")))
                .withMessage("service must be of periods in the years 1 to 9999, but was [9999-11-15, 9999-12-15)");
    }

    @SuppressWarnings("NullAway") // wrong on purpose
    private static ServicePeriod none() {
        return null;
    }

    @Test
    void isAValue() throws Exception {
        Schedule yearly = Schedule.every("P12M", "2026-01-31");
        assertThat(SerialStreams.copy(yearly)).isEqualTo(yearly).hasSameHashCodeAs(Schedule.every("P1Y", "2026-01-31"));
        Schedule last = Schedule.lastDayOfMonth(Period.ofMonths(1), YearMonth.of(2026, 1));
        assertThat(SerialStreams.copy(last)).isEqualTo(last).isNotEqualTo(Schedule.every("P1M", "2026-01-31"));
        assertThat(yearly.interval()).isEqualTo(Period.ofYears(1));
        assertThat(yearly).hasToString("every P1Y from 2026-01-31");
        assertThat(yearly.isLastDayOfMonth()).isFalse();
        assertThat(last.isLastDayOfMonth()).isTrue();
        assertThat(Schedule.every("P7D", "2026-01-31"))
                .hasToString("every P7D from 2026-01-31")
                .isNotEqualTo(Schedule.every("P8D", "2026-01-31"))
                .isNotEqualTo(Schedule.every("P7D", "2026-02-07"))
                .isNotEqualTo(Schedule.every("P7M", "2026-01-31"))
                .isNotEqualTo("every P7D from 2026-01-31");
        assertThat(Schedule.every("P7D", "2026-01-31").interval()).isEqualTo(Period.ofDays(7));
        assertThat(yearly).isNotEqualTo(Schedule.every("P11M", "2026-01-31"));
    }

    /** The day as written, in every month that has it, and the last one in those that do not, for 400 years. */
    @Property
    void doesNotDriftInFourHundredYears(@ForAll("anchors") LocalDate anchor, @ForAll("months") int months) {
        Schedule schedule = Schedule.every(Period.ofMonths(months), anchor);
        LocalDate before = schedule.boundary(-1);
        for (long k = 0; k <= 4_800 / months; k++) {
            LocalDate boundary = schedule.boundary(k);
            YearMonth month = YearMonth.from(anchor).plusMonths(k * months);
            assertThat(YearMonth.from(boundary)).isEqualTo(month);
            assertThat(boundary.getDayOfMonth()).isEqualTo(Math.min(anchor.getDayOfMonth(), month.lengthOfMonth()));
            assertThat(boundary).isAfter(before);
            before = boundary;
        }
    }

    /** Every day belongs to the one period that begins at or before it and ends after it. */
    @Property
    void everyDayBelongsToOnePeriod(
            @ForAll("schedules") Schedule schedule, @ForAll @LongRange(min = -200_000, max = 200_000) long days) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(days);
        long number = schedule.numberOf(day);
        assertThat(schedule.boundary(number)).isBeforeOrEqualTo(day);
        assertThat(schedule.boundary(number + 1)).isAfter(day);
        assertThat(schedule.isBoundary(day)).isEqualTo(schedule.boundary(number).equals(day));
        assertThat(schedule.lastEndedBy(day)).isEqualTo(schedule.period(number - 1));
    }

    /** The served days of all periods are the service, without gap or overlap, each within its whole period. */
    @Property
    void periodsOfAServiceMakeTheService(
            @ForAll("schedules") Schedule schedule,
            @ForAll("anchors") LocalDate start,
            @ForAll @LongRange(min = 1, max = 2_000) long days) {
        var service = new ServicePeriod(start, start.plusDays(days));
        List<ScheduledPeriod> periods = schedule.periodsOf(service);
        LocalDate reached = service.start();
        for (ScheduledPeriod period : periods) {
            assertThat(period.service().start()).isEqualTo(reached);
            assertThat(period.whole()).isEqualTo(schedule.period(period.number()));
            reached = period.service().end();
        }
        assertThat(reached).isEqualTo(service.end());
    }

    /** Calendar weeks begin on Mondays, all others on the first of a month that begins such a part of the year. */
    @Property
    void calendarPeriodsBeginWithTheYear(@ForAll("anchors") LocalDate day) {
        assertThat(Schedule.calendar("P7D").periodOf(day).start().getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
        for (int months : List.of(1, 2, 3, 4, 6, 12)) {
            LocalDate start =
                    Schedule.calendar(Period.ofMonths(months)).periodOf(day).start();
            assertThat(start.getDayOfMonth()).isOne();
            assertThat((start.getMonthValue() - 1) % months).isZero();
            assertThat(start.getYear()).isEqualTo(day.getYear());
        }
    }

    @Provide
    Arbitrary<LocalDate> anchors() {
        return Dates.dates().between(LocalDate.of(1900, 1, 1), LocalDate.of(2400, 12, 31));
    }

    @Provide
    Arbitrary<Integer> months() {
        return Arbitraries.of(1, 2, 3, 5, 6, 12, 24);
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<Period> intervals = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 60).map(Period::ofMonths),
                Arbitraries.integers().between(1, 400).map(Period::ofDays));
        Arbitrary<Schedule> anchored = Combinators.combine(intervals, anchors()).as(Schedule::every);
        Arbitrary<Schedule> last = Combinators.combine(Arbitraries.integers().between(1, 60), anchors())
                .as((months, day) -> Schedule.lastDayOfMonth(Period.ofMonths(months), YearMonth.from(day)));
        return Arbitraries.oneOf(anchored, last);
    }

    @Test
    void refusesAServiceOutsideItsPeriod() {
        ServicePeriod january = ServicePeriod.of("2026-01-01", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScheduledPeriod(0, january, ServicePeriod.of("2026-01-31", "2026-02-02")))
                .withMessage("service must lie within the period [2026-01-01, 2026-02-01), "
                        + "but was [2026-01-31, 2026-02-02)");
    }
}
