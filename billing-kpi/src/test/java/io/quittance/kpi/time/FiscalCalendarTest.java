package io.quittance.kpi.time;

import static io.quittance.kpi.time.FiscalCalendar.NamedBy.FIRST_DAY;
import static io.quittance.kpi.time.FiscalCalendar.NamedBy.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.Month;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalCalendarTest {
    private static final FiscalCalendar APRIL = new FiscalCalendar(Month.APRIL, LAST_DAY);

    /** By hand. */
    @ParameterizedTest(name = "{2} lies in {3}")
    @CsvSource({
        "APRIL, LAST_DAY, 2026-05-15, FY2027 Q1, 2026-04-01, 2026-07-01, FY2027, 2027-03-31",
        "APRIL, FIRST_DAY, 2026-05-15, FY2026 Q1, 2026-04-01, 2026-07-01, FY2026, 2027-03-31",
        "APRIL, LAST_DAY, 2026-03-31, FY2026 Q4, 2026-01-01, 2026-04-01, FY2026, 2026-03-31",
        "APRIL, LAST_DAY, 2026-12-31, FY2027 Q3, 2026-10-01, 2027-01-01, FY2027, 2027-03-31",
        "JANUARY, LAST_DAY, 2026-12-31, FY2026 Q4, 2026-10-01, 2027-01-01, FY2026, 2026-12-31",
        "JANUARY, FIRST_DAY, 2026-01-01, FY2026 Q1, 2026-01-01, 2026-04-01, FY2026, 2026-12-31",
        "DECEMBER, LAST_DAY, 2026-02-28, FY2026 Q1, 2025-12-01, 2026-03-01, FY2026, 2026-11-30",
        "OCTOBER, LAST_DAY, 2026-10-01, FY2027 Q1, 2026-10-01, 2027-01-01, FY2027, 2027-09-30"
    })
    void knowsQuarterAndYearOfADay(
            Month first,
            FiscalCalendar.NamedBy named,
            LocalDate day,
            String quarter,
            LocalDate start,
            LocalDate end,
            String year,
            LocalDate yearEnd) {
        var calendar = new FiscalCalendar(first, named);
        assertThat(calendar.periodOf(PeriodLength.QUARTER, day))
                .isEqualTo(new FiscalPeriod(quarter, new ServicePeriod(start, end)));
        assertThat(calendar.periodOf(PeriodLength.YEAR, day).name()).isEqualTo(year);
        assertThat(calendar.yearEnd(day)).isEqualTo(yearEnd);
    }

    @Test
    void findsPeriodsByName() {
        assertThat(APRIL.year(2027))
                .isEqualTo(new FiscalPeriod("FY2027", ServicePeriod.of("2026-04-01", "2027-04-01")))
                .hasToString("FY2027 [2026-04-01, 2027-04-01)");
        assertThat(new FiscalCalendar(Month.APRIL, FIRST_DAY).year(2027).period())
                .isEqualTo(ServicePeriod.of("2027-04-01", "2028-04-01"));
        assertThat(FiscalCalendar.calendarYears().year(2027).period())
                .isEqualTo(ServicePeriod.of("2027-01-01", "2028-01-01"));
        assertThat(APRIL.quarter(2027, 4))
                .isEqualTo(new FiscalPeriod("FY2027 Q4", ServicePeriod.of("2027-01-01", "2027-04-01")));
        assertThat(APRIL.quarter(2027, 1).lastDay()).isEqualTo("2026-06-30");
    }

    @Test
    void knowsTheNextPeriod() {
        var day = LocalDate.of(2026, 3, 31);
        assertThat(APRIL.periodOf(PeriodLength.MONTH, day))
                .isEqualTo(new FiscalPeriod("2026-03", ServicePeriod.of("2026-03-01", "2026-04-01")));
        assertThat(APRIL.periodAfter(PeriodLength.MONTH, day).name()).isEqualTo("2026-04");
        assertThat(APRIL.periodAfter(PeriodLength.QUARTER, day).name()).isEqualTo("FY2027 Q1");
        assertThat(APRIL.periodAfter(PeriodLength.YEAR, day).name()).isEqualTo("FY2027");
    }

    @ParameterizedTest
    @CsvSource({"0", "5"})
    void refusesAQuarterThatIsNone(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> APRIL.quarter(2027, number))
                .withMessage("number must be 1 to 4, but was " + number);
    }

    @ParameterizedTest
    @CsvSource({"0", "10000"})
    void refusesAYearBeyondTheCalendar(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> APRIL.year(year))
                .withMessage("year must lie in the years 1 to 9999, but was " + year);
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new FiscalCalendar(null, LAST_DAY))
                .withMessage("firstMonth");
        assertThatNullPointerException()
                .isThrownBy(() -> new FiscalCalendar(Month.APRIL, null))
                .withMessage("named");
    }

    /** Quarters and months part a year without gap or overlap, whatever the calendar. */
    @Property
    void periodsMeet(@ForAll Month first, @ForAll @IntRange(min = 0, max = 4000) int days) {
        var calendar = new FiscalCalendar(first, LAST_DAY);
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(days);
        FiscalPeriod year = calendar.periodOf(PeriodLength.YEAR, day);
        for (PeriodLength length : PeriodLength.values()) {
            FiscalPeriod period = calendar.periodOf(length, day);
            assertThat(period.period().contains(day)).isTrue();
            assertThat(year.period().contains(period.period())).isTrue();
            assertThat(calendar.periodAfter(length, day).period().start())
                    .isEqualTo(period.period().end());
        }
        assertThat(year.period().start().getMonth()).isEqualTo(first);
        assertThat(calendar.year(Integer.parseInt(year.name().substring(2)))).isEqualTo(year);
    }

    /** The first and the last year that can be named. */
    @Test
    void knowsTheYearsAtTheEndsOfTheCalendar() {
        assertThat(FiscalCalendar.calendarYears().year(1).period())
                .isEqualTo(ServicePeriod.of("0001-01-01", "0002-01-01"));
        assertThat(APRIL.year(9999).period()).isEqualTo(ServicePeriod.of("9998-04-01", "9999-04-01"));
    }
}
