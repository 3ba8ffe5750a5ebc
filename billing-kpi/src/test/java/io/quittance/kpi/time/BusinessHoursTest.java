package io.quittance.kpi.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiUnit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OpeningHours NINE_TO_FIVE = OpeningHours.of("09:00", "17:00");
    private static final BusinessHours OFFICE = BusinessHours.weekdays(BERLIN, NINE_TO_FIVE);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static BigDecimal hours(BusinessHours hours, String start, String end) {
        return hours.elapsed(at(start), at(end)).round(Rounding.halfUp(6));
    }

    /** conformance/kpi.json: bh-same-day, bh-weekend-half, bh-three-days, edge-bh-24h-sla-met, edge-bh-24h-sla-missed; the rest by hand. */
    @ParameterizedTest(name = "{0} to {1} are {2}")
    @CsvSource({
        "2026-03-10T10:00, 2026-03-10T15:30, 5.500000",
        "2026-03-06T16:30, 2026-03-09T10:30, 2.000000",
        "2026-03-10T15:15, 2026-03-12T11:45, 12.500000",
        "2026-03-05T10:00, 2026-03-10T10:00, 24.000000",
        "2026-03-05T10:00, 2026-03-10T10:01, 24.016667",
        "2026-03-07T11:00, 2026-03-08T12:00, 0.000000",
        "2026-03-06T17:00, 2026-03-09T09:00, 0.000000",
        "2026-03-06T20:00, 2026-03-09T09:30, 0.500000",
        "2026-03-10T10:00, 2026-03-10T10:00, 0.000000"
    })
    void countsTheHoursOfWhichItIsOpen(String start, String end, BigDecimal expected) {
        assertThat(hours(OFFICE, start, end)).isEqualTo(expected);
    }

    /** conformance/kpi.json: edge-bh-24h-sla-met and -missed. */
    @Test
    void theLimitItselfIsWithin() {
        var day = new BigDecimal("24");
        assertThat(OFFICE.isWithin(day, at("2026-03-05T10:00"), at("2026-03-10T10:00")))
                .isTrue();
        assertThat(OFFICE.isWithin(
                        day, at("2026-03-05T10:00"), at("2026-03-10T10:00").plusNanos(1)))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.isWithin(new BigDecimal("-1"), Instant.EPOCH, Instant.EPOCH))
                .withMessage("hours must not be negative, but was -1");
    }

    /** conformance/kpi.json: edge-bh-holiday, 25 December and a weekend. */
    @Test
    void isClosedOnHolidays() {
        BusinessHours closed = OFFICE.closedOn(List.of(LocalDate.parse("2026-12-25")));
        assertThat(hours(closed, "2026-12-24T16:00", "2026-12-28T09:30")).isEqualByComparingTo("1.5");
        assertThat(closed.isBusinessDay(LocalDate.parse("2026-12-25"))).isFalse();
        assertThat(closed.isBusinessDay(LocalDate.parse("2026-12-26"))).isFalse();
        assertThat(closed.isBusinessDay(LocalDate.parse("2026-12-28"))).isTrue();
        assertThat(closed.holidays()).containsExactly(LocalDate.parse("2026-12-25"));
        assertThat(closed)
                .isEqualTo(OFFICE.closedBy(
                        BusinessCalendar.weekdays(closed.holidays()), ServicePeriod.of("2026-12-24", "2026-12-26")))
                .isNotEqualTo(OFFICE);
    }

    @Test
    void aDayMayHaveSeveralIntervals() {
        BusinessHours noon =
                BusinessHours.weekdays(BERLIN, OpeningHours.of("13:00", "17:00"), OpeningHours.of("09:00", "12:00"));
        assertThat(hours(noon, "2026-03-10T11:30", "2026-03-10T13:30")).isEqualByComparingTo("1");
        assertThat(hours(noon, "2026-03-09T08:00", "2026-03-13T20:00")).isEqualByComparingTo("35");
        assertThat(noon.on(LocalDate.parse("2026-03-10"))).hasToString("[09:00-12:00, 13:00-17:00]");
    }

    /** Clocks in Berlin skip 02:00 to 03:00 on 29 March 2026 and show it twice on 25 October. */
    @ParameterizedTest(name = "open {0} to {1}: {3} hours on {2}")
    @CsvSource({
        "00:00, 06:00, 2026-03-29, 5",
        "00:00, 06:00, 2026-10-25, 7",
        "01:00, 02:30, 2026-03-29, 1",
        "02:30, 05:00, 2026-03-29, 2",
        "02:15, 02:45, 2026-03-29, 0",
        "01:00, 02:30, 2026-10-25, 1.5",
        "02:30, 05:00, 2026-10-25, 3.5",
        "00:00, 24:00, 2026-03-29, 23",
        "00:00, 24:00, 2026-10-25, 25",
        "09:00, 17:00, 2026-03-29, 8"
    })
    void countsTheTimeThatPassesWhereClocksChange(String opens, String closes, LocalDate day, BigDecimal expected) {
        BusinessHours sundays = BusinessHours.of(BERLIN, Map.of(SUNDAY, List.of(OpeningHours.of(opens, closes))));
        assertThat(sundays.elapsed(at(day.minusDays(1) + "T12:00"), at(day.plusDays(1) + "T12:00")))
                .isEqualTo(Fraction.of(expected));
    }

    /** 30 December 2011 was skipped in Apia; clocks in St. John's went back from 00:01 to 23:01 on 29 October 2006. */
    @Test
    void countsWhereDaysAreSkippedOrBeginTwice() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        BusinessHours weekdays = BusinessHours.weekdays(apia, NINE_TO_FIVE);
        Instant thursday = LocalDateTime.parse("2011-12-29T16:00").atZone(apia).toInstant();
        Instant saturday = LocalDateTime.parse("2011-12-31T10:00").atZone(apia).toInstant();
        assertThat(weekdays.openTime(thursday, saturday)).isEqualTo(Duration.ofHours(1));
        ZoneId johns = ZoneId.of("America/St_Johns");
        Instant before = LocalDateTime.parse("2006-10-28T20:00").atZone(johns).toInstant();
        Instant after = LocalDateTime.parse("2006-10-29T08:00").atZone(johns).toInstant();
        assertThat(BusinessHours.roundTheClock(johns).openTime(before, after)).isEqualTo(Duration.ofHours(13));
    }

    @Test
    void hasOtherHoursInSomePeriods() {
        BusinessHours christmas = OFFICE.during(
                        ServicePeriod.of("2026-12-24", "2026-12-25"),
                        Map.of(DayOfWeek.THURSDAY, List.of(OpeningHours.of("09:00", "12:00"))))
                .during(ServicePeriod.of("2026-07-01", "2026-09-01"), Map.of(MONDAY, List.of(NINE_TO_FIVE)));
        assertThat(hours(christmas, "2026-12-24T08:00", "2026-12-25T08:00")).isEqualByComparingTo("3");
        assertThat(hours(christmas, "2026-12-23T08:00", "2026-12-24T08:00")).isEqualByComparingTo("8");
        assertThat(hours(christmas, "2026-08-31T08:00", "2026-09-02T08:00")).isEqualByComparingTo("16");
        assertThat(hours(christmas, "2026-08-25T08:00", "2026-08-29T08:00")).isEqualByComparingTo("0");
    }

    @Test
    void refusesHoursThatOverlapOrAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessHours.weekdays(BERLIN, NINE_TO_FIVE, OpeningHours.of("16:00", "18:00")))
                .withMessage("hours of MONDAY must not overlap, but was 09:00-17:00 and 16:00-18:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessHours.weekdays(BERLIN, OpeningHours.ALL_DAY, NINE_TO_FIVE))
                .withMessage("hours of MONDAY must not overlap, but was 00:00-24:00 and 09:00-17:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.of("17:00", "09:00"))
                .withMessage("opens must be before closes, but was 17:00 to 09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.of("09:00", "09:00"))
                .withMessage("opens must be before closes, but was 09:00 to 09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.of("9", "17:00"))
                .withMessage("opens must be an ISO time such as 09:00, but was 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessHours.weekdays(BERLIN))
                .withMessage("hours must be given for one day of the week at least");
        assertThat(BusinessHours.weekdays(BERLIN, NINE_TO_FIVE, OpeningHours.of("17:00", "18:00"))
                        .on(LocalDate.parse("2026-03-10")))
                .hasSize(2);
    }

    @Test
    void refusesCalendarsThatOverlap() {
        ServicePeriod summer = ServicePeriod.of("2026-07-01", "2026-09-01");
        Map<DayOfWeek, List<OpeningHours>> fridays = Map.of(FRIDAY, List.of(NINE_TO_FIVE));
        BusinessHours hours = OFFICE.during(summer, fridays);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours.during(ServicePeriod.of("2026-08-31", "2026-10-01"), fridays))
                .withMessage("days must not overlap those of other hours, [2026-07-01, 2026-09-01),"
                        + " but was [2026-08-31, 2026-10-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours.during(summer, fridays))
                .withMessage("days must not overlap those of other hours, [2026-07-01, 2026-09-01),"
                        + " but was [2026-07-01, 2026-09-01)");
        assertThat(hours.during(ServicePeriod.of("2026-09-01", "2026-10-01"), fridays))
                .isNotEqualTo(hours);
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        Instant start = Instant.parse("2026-03-02T09:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openTime(start, start.minusSeconds(1)))
                .withMessage("end must not be before 2026-03-02T09:00:00Z, but was 2026-03-02T08:59:59Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.openTime(start, Instant.MAX))
                .withMessageStartingWith("end must lie in the years 1 to 9999");
        assertThatNullPointerException()
                .isThrownBy(() -> OFFICE.closedOn(nothing()))
                .withMessage("days");
    }

    @SuppressWarnings("NullAway") // null on purpose
    private static List<LocalDate> nothing() {
        return null;
    }

    @Property
    void aWayCanBeCountedInParts(
            @ForAll @LongRange(max = 90L * 86_400_000_000_000L) long first,
            @ForAll @LongRange(max = 90L * 86_400_000_000_000L) long second,
            @ForAll @LongRange(max = 365L * 86_400L) long offset) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(offset);
        Instant middle = start.plusNanos(first);
        Instant end = middle.plusNanos(second);
        BusinessHours hours = BusinessHours.weekdays(
                        BERLIN, OpeningHours.of("00:30", "02:30"), OpeningHours.of("13:00", "24:00"))
                .closedOn(List.of(LocalDate.parse("2026-05-01")));
        assertThat(hours.openTime(start, middle).plus(hours.openTime(middle, end)))
                .isEqualTo(hours.openTime(start, end))
                .isLessThanOrEqualTo(Duration.between(start, end));
        assertThat(BusinessHours.roundTheClock(BERLIN).openTime(start, end)).isEqualTo(Duration.between(start, end));
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        BusinessHours hours = OFFICE.closedOn(List.of(LocalDate.parse("2026-12-25")))
                .during(ServicePeriod.of("2026-07-01", "2026-09-01"), Map.of(FRIDAY, List.of(NINE_TO_FIVE)));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(hours);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(hours).hasSameHashCodeAs(hours);
        }
        assertThat(OFFICE)
                .hasToString("{MONDAY=[09:00-17:00], TUESDAY=[09:00-17:00], WEDNESDAY=[09:00-17:00],"
                        + " THURSDAY=[09:00-17:00], FRIDAY=[09:00-17:00]} in Europe/Berlin");
        assertThat(OFFICE.unit()).isEqualTo(KpiUnit.HOURS);
    }

    /** conformance/kpi.json: cycle-kebs and cycle-hyperbots. */
    @Test
    void calendarDaysCountTheLastAndNotTheFirst() {
        assertThat(CalendarDays.between(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-05")))
                .isEqualTo(4);
        assertThat(CalendarDays.between(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-06")))
                .isEqualTo(5);
        assertThat(CalendarDays.between(LocalDate.parse("2026-03-06"), LocalDate.parse("2026-03-01")))
                .isEqualTo(-5);
        var utc = new CalendarDays(ZoneOffset.UTC);
        assertThat(utc.elapsed(Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-02T01:00:00Z")))
                .isEqualTo(Fraction.ONE);
        assertThat(utc.unit()).isEqualTo(KpiUnit.DAYS);
        assertThat(utc).hasToString("days in Z");
    }

    /** Interval by interval, day by day, in zones whose clocks change at noon, over midnight and by half an hour, and one that skipped a day. */
    @Property(tries = 300)
    void countsWhatTheDaysAddUpTo(
            @ForAll @IntRange(max = 4) int zone,
            @ForAll @LongRange(max = 8L * 365 * 86_400) long first,
            @ForAll @LongRange(max = 3L * 365 * 86_400) long length) {
        ZoneId where = ZoneId.of(
                List.of("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe", "America/Sao_Paulo")
                        .get(zone));
        BusinessHours hours = BusinessHours.of(
                        where,
                        Map.of(
                                MONDAY, List.of(OpeningHours.ALL_DAY),
                                FRIDAY, List.of(OpeningHours.of("00:00", "02:30"), OpeningHours.of("13:00", "24:00")),
                                SUNDAY, List.of(OpeningHours.of("01:00", "03:00"))))
                .during(ServicePeriod.of("2007-07-01", "2007-09-01"), Map.of(SUNDAY, List.of(OpeningHours.ALL_DAY)))
                .closedOn(List.of(LocalDate.parse("2008-03-03")));
        Instant start = Instant.parse("2004-12-31T09:00:00Z").plusSeconds(first);
        Instant end = start.plusSeconds(length);
        Duration walked = Duration.ZERO;
        LocalDate last = end.atZone(where).toLocalDate().plusDays(1);
        for (LocalDate day = start.atZone(where).toLocalDate().minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (OpeningHours open : hours.on(day)) {
                Instant opens = moment(day.atTime(open.opens()), where);
                Instant closes = moment((open.isUntilMidnight() ? day.plusDays(1) : day).atTime(open.closes()), where);
                Instant from = opens.isBefore(start) ? start : opens;
                Instant to = closes.isAfter(end) ? end : closes;
                walked = from.isBefore(to) ? walked.plus(Duration.between(from, to)) : walked;
            }
        }
        assertThat(hours.openTime(start, end)).isEqualTo(walked);
    }

    private static Instant moment(LocalDateTime shown, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).toInstant();
    }

    /** Walking over 30,000 days each, these would take more than ten minutes. */
    @Test
    void decadesCostAsLittleAsHours() {
        Instant start = Instant.parse("1946-01-01T00:00:00Z");
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < 5_000; i++) {
            sum = sum.plus(OFFICE.elapsed(start.plusSeconds(3600L * i), Instant.parse("2026-03-31T00:00:00Z")));
        }
        assertThat(sum.signum()).isPositive();
    }

    /** Clocks in Phoenix went back from 00:01 on 1 January 1944 to 23:01 on 31 December 1943: a minute that ends in the year before it begins is a minute. */
    @Test
    void countsWhereClocksGoBackIntoTheYearBefore() {
        Instant start = Instant.parse("1944-01-01T06:00:30Z");
        Instant end = Instant.parse("1944-01-01T06:01:30Z");
        assertThat(BusinessHours.roundTheClock(ZoneId.of("America/Phoenix")).openTime(start, end))
                .isEqualTo(Duration.ofMinutes(1));
    }

    /** Other hours in summer are no holidays, and the same hours elsewhere are others. */
    @Test
    void areEqualWhereTheSameIsOpen() {
        ServicePeriod summer = ServicePeriod.of("2026-07-01", "2026-09-01");
        BusinessHours inSummer = OFFICE.during(summer, Map.of(FRIDAY, List.of(NINE_TO_FIVE)));
        assertThat(OFFICE)
                .isEqualTo(BusinessHours.weekdays(BERLIN, NINE_TO_FIVE))
                .isNotEqualTo(BusinessHours.weekdays(ZoneOffset.UTC, NINE_TO_FIVE))
                .isNotEqualTo(BusinessHours.weekdays(BERLIN, OpeningHours.of("09:00", "16:00")))
                .isNotEqualTo(OFFICE.closedOn(List.of(LocalDate.parse("2026-12-25"))))
                .isNotEqualTo(inSummer);
        assertThat(BusinessHours.of(BERLIN, Map.of(MONDAY, List.of(NINE_TO_FIVE)))
                        .during(summer, Map.of(FRIDAY, List.of(NINE_TO_FIVE))))
                .hasToString("{MONDAY=[09:00-17:00]} in Europe/Berlin,"
                        + " {[2026-07-01, 2026-09-01)={FRIDAY=[09:00-17:00]}}");
    }

    /** By opening, then by closing; so a refusal names the shorter of two that open together first. */
    @Test
    void hoursAreInOrder() {
        OpeningHours morning = OpeningHours.of("09:00", "12:00");
        assertThat(morning)
                .isLessThan(NINE_TO_FIVE)
                .isGreaterThan(OpeningHours.of("08:00", "17:00"))
                .isEqualByComparingTo(OpeningHours.of("09:00", "12:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessHours.weekdays(BERLIN, NINE_TO_FIVE, morning))
                .withMessage("hours of MONDAY must not overlap, but was 09:00-12:00 and 09:00-17:00");
    }
}
