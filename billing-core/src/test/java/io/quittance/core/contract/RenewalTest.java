package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalTest {
    private static final ServicePeriod YEAR = ServicePeriod.of("2026-01-01", "2027-01-01");
    private static final Renewal YEARLY = Renewal.of("P1Y", "P3M");

    /** Notice of three months before 1 January is in time on 1 October. */
    @ParameterizedTest(name = "on {0} it ends on {1}")
    @CsvSource({
        "2025-01-01, 2027-01-01",
        "2026-01-01, 2027-01-01",
        "2026-10-01, 2027-01-01",
        "2026-10-02, 2028-01-01",
        "2027-10-01, 2028-01-01",
        "2027-10-02, 2029-01-01",
        "2126-10-01, 2127-01-01"
    })
    void isRenewedOnceNoticeIsTooLate(LocalDate day, LocalDate end) {
        assertThat(YEARLY.endAsOf(YEAR, day)).isEqualTo(end);
    }

    /** Monthly from 31 January: 28 February, 31 March, 30 April; a month's notice is in time on the same day before. */
    @ParameterizedTest(name = "on {0} it ends on {1}")
    @CsvSource({
        "2026-01-30, 2026-01-31",
        "2026-01-31, 2026-02-28",
        "2026-02-27, 2026-02-28",
        "2026-02-28, 2026-03-31",
        "2026-03-31, 2026-04-30"
    })
    void countsFromTheOriginalEnd(LocalDate day, LocalDate end) {
        Renewal monthly = Renewal.of("P1M", "P0D");
        assertThat(monthly.endAsOf(ServicePeriod.of("2025-01-31", "2026-01-31"), day))
                .isEqualTo(end);
    }

    /** Without notice the last day of the term is the last one; a day's notice is that day too. */
    @Test
    void knowsTheLastDayForNotice() {
        LocalDate end = LocalDate.parse("2027-01-01");
        assertThat(YEARLY.lastNoticeDay(end)).isEqualTo("2026-10-01");
        assertThat(Renewal.of("P1Y", "P0D").lastNoticeDay(end)).isEqualTo("2026-12-31");
        assertThat(Renewal.of("P1Y", "P1D").lastNoticeDay(end)).isEqualTo("2026-12-31");
        assertThat(Renewal.of("P1Y", "P30D").lastNoticeDay(end)).isEqualTo("2026-12-02");
        assertThat(Renewal.of("P1Y", "P1M").lastNoticeDay(LocalDate.parse("2027-03-31")))
                .isEqualTo("2027-02-28");
        assertThat(Renewal.none().lastNoticeDay(end)).isEqualTo("2026-12-31");
    }

    /** A month at a time with three months' notice: on 15 May the end is 1 September, for which 1 June is in time. */
    @Test
    void noticeMayBeLongerThanTheRenewal() {
        assertThat(Renewal.of("P1M", "P3M")
                        .endAsOf(ServicePeriod.of("2026-01-01", "2026-02-01"), LocalDate.parse("2026-05-15")))
                .isEqualTo("2026-09-01");
    }

    @Test
    void endsAfterSoManyTimes() {
        Renewal twice = YEARLY.atMost(2);
        assertThat(twice.endAsOf(YEAR, LocalDate.parse("2027-10-02"))).isEqualTo("2029-01-01");
        assertThat(twice.endAsOf(YEAR, LocalDate.parse("9999-12-31"))).isEqualTo("2029-01-01");
        assertThat(twice.atMost(1).endAsOf(YEAR, LocalDate.parse("2040-01-01"))).isEqualTo("2028-01-01");
        assertThat(Renewal.none().endAsOf(YEAR, LocalDate.parse("2040-01-01"))).isEqualTo("2027-01-01");
    }

    /** Of terms up to 1 January 2027 that go on by a year: an end with the days, or on one of them but the first. */
    @ParameterizedTest(name = "with or in [{0}, {1}): {2}; at most once renewed: {3}; not renewed: false")
    @CsvSource({
        "2025-06-01, 2026-06-01, false, false",
        "2026-12-01, 2026-12-31, false, false",
        "2026-12-01, 2027-01-01, true, true",
        "2026-12-15, 2027-01-15, true, true",
        "2027-01-01, 2027-02-01, false, false",
        "2027-12-01, 2028-01-01, true, true",
        "2027-12-15, 2028-01-15, true, true",
        "2028-06-01, 2028-07-01, false, false",
        "2028-12-01, 2029-01-01, true, false",
        "2026-06-01, 2040-01-01, true, true"
    })
    void tellsWhetherATermEndsWithSomeDays(LocalDate start, LocalDate end, boolean ends, boolean endsOnce) {
        var days = new ServicePeriod(start, end);
        assertThat(YEARLY.endsWithin(YEAR.end(), days)).isEqualTo(ends);
        assertThat(YEARLY.atMost(1).endsWithin(YEAR.end(), days)).isEqualTo(endsOnce);
        assertThat(Renewal.none().endsWithin(YEAR.end(), days)).isFalse();
    }

    /** The calendar of this library ends with the year 9999. */
    @Test
    void isNotRenewedBeyondTheCalendar() {
        assertThat(YEARLY.endAsOf(YEAR, LocalDate.parse("9998-10-01"))).isEqualTo("9999-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEARLY.endAsOf(YEAR, LocalDate.parse("9998-10-02")))
                .withMessage("day must not renew the term beyond the year 9999, but was 9998-10-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEARLY.atMost(9_000).endAsOf(YEAR, LocalDate.parse("9999-10-02")))
                .withMessage("day must not renew the term beyond the year 9999, but was 9999-10-02");
    }

    @Test
    void refusesWhatIsNoRenewal() {
        assertRefused(
                () -> Renewal.of("P0D", "P0D"),
                "length must be whole months or whole days, more than zero, at most 100 years, but was P0D");
        assertRefused(
                () -> Renewal.of("P1M1D", "P0D"),
                "length must be whole months or whole days, more than zero, at most 100 years, but was P1M1D");
        assertRefused(
                () -> Renewal.of("P101Y", "P0D"),
                "length must be whole months or whole days, more than zero, at most 100 years, but was P101Y");
        assertRefused(
                () -> Renewal.of("P1Y", "P-1M"),
                "notice must be whole months or whole days, zero or more, at most 100 years, but was P-1M");
        assertRefused(() -> YEARLY.atMost(0), "times must be between 1 and 10000, but was 0");
        assertRefused(() -> Renewal.none().atMost(1), "length must be given to be limited");
        assertRefused(
                () -> YEARLY.lastNoticeDay(LocalDate.parse("0001-01-01")),
                "lastNoticeDay must lie in the years 1 to 9999, but was 0000-10-01");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** The end is one for which notice is still in time, and the first one; walked through one by one. */
    @Property(tries = 300)
    void isTheFirstEndForWhichNoticeIsInTime(
            @ForAll @IntRange(max = 3_000) int days,
            @ForAll @IntRange(min = 1, max = 24) int months,
            @ForAll @IntRange(max = 6) int noticeMonths) {
        Renewal renewal = Renewal.of(Period.ofMonths(months), Period.ofMonths(noticeMonths));
        ServicePeriod term = ServicePeriod.of("2025-12-31", "2026-01-31");
        LocalDate day = term.start().plusDays(days);
        int renewed = 0;
        while (day.isAfter(renewal.lastNoticeDay(term.end().plusMonths((long) renewed * months)))) {
            renewed++;
        }
        assertThat(renewal.endAsOf(term, day)).isEqualTo(term.end().plusMonths((long) renewed * months));
    }

    @Test
    void isAValue() throws Exception {
        Renewal twice = YEARLY.atMost(2);
        assertThat(SerialStreams.copy(twice)).isEqualTo(twice).hasSameHashCodeAs(twice);
        assertThat(SerialStreams.copy(Renewal.none())).isEqualTo(Renewal.none());
        assertThat(twice)
                .isEqualTo(Renewal.of("P12M", "P3M").atMost(2))
                .isNotEqualTo(YEARLY)
                .isNotEqualTo(Renewal.of("P1Y", "P2M").atMost(2))
                .hasToString("renewed by P1Y, notice P3M, at most 2 times");
        assertThat(YEARLY).hasToString("renewed by P1Y, notice P3M");
        assertThat(Renewal.none()).hasToString("not renewed");
        assertThat(twice.length()).contains(Period.ofYears(1));
        assertThat(twice.notice()).isEqualTo(Period.ofMonths(3));
        assertThat(twice.times()).hasValue(2);
        assertThat(YEARLY.times()).isEmpty();
        assertThat(Renewal.none().length()).isEmpty();
    }
}
