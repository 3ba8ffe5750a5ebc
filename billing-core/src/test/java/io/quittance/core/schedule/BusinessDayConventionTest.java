package io.quittance.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayConventionTest {
    private static final BusinessCalendar CALENDAR =
            BusinessCalendar.weekdays(Set.of(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-12-25")));

    /** 31 January 2026 is a Saturday, 1 February a Sunday, 1 May a Friday and a holiday. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-30, FOLLOWING, 2026-01-30",
        "2026-01-31, NONE, 2026-01-31",
        "2026-01-31, FOLLOWING, 2026-02-02",
        "2026-01-31, MODIFIED_FOLLOWING, 2026-01-30",
        "2026-01-31, PRECEDING, 2026-01-30",
        "2026-02-01, PRECEDING, 2026-01-30",
        "2026-02-01, MODIFIED_PRECEDING, 2026-02-02",
        "2026-01-24, MODIFIED_FOLLOWING, 2026-01-26",
        "2026-01-25, MODIFIED_PRECEDING, 2026-01-23",
        "2026-05-01, FOLLOWING, 2026-05-04",
        "2026-05-01, MODIFIED_PRECEDING, 2026-05-04"
    })
    void movesToABusinessDay(String date, BusinessDayConvention convention, String expected) {
        assertThat(convention.adjust(LocalDate.parse(date), CALENDAR)).isEqualTo(expected);
    }

    /** Open only where both are. */
    @Test
    void combinesCalendars() {
        BusinessCalendar both = CALENDAR.and(BusinessCalendar.weekdays(Set.of(LocalDate.parse("2026-05-04"))));
        assertThat(BusinessDayConvention.FOLLOWING.adjust(LocalDate.parse("2026-05-01"), both))
                .isEqualTo("2026-05-05");
        assertThat(BusinessCalendar.weekdays().isBusinessDay(LocalDate.parse("2026-05-01")))
                .isTrue();
    }

    @Test
    void refusesACalendarWithoutBusinessDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessDayConvention.FOLLOWING.adjust(LocalDate.parse("2026-05-01"), day -> false))
                .withMessage("calendar must have a business day within 366 days of 2026-05-01");
    }

    /** Closed from 11 March 2026 to 4 March 2027: the next business day is in March, and yet in another month. */
    @Test
    void marchOfTheNextYearIsAnotherMonth() {
        BusinessCalendar closedForAYear =
                day -> day.isBefore(LocalDate.parse("2026-03-11")) || day.isAfter(LocalDate.parse("2027-03-04"));
        LocalDate date = LocalDate.parse("2026-03-20");
        assertThat(BusinessDayConvention.FOLLOWING.adjust(date, closedForAYear)).isEqualTo("2027-03-05");
        assertThat(BusinessDayConvention.MODIFIED_FOLLOWING.adjust(date, closedForAYear))
                .isEqualTo("2026-03-10");
    }

    /** 366 days after 1 January 2026 is 2 January 2027. */
    @Test
    void searches366Days() {
        LocalDate date = LocalDate.parse("2026-01-01");
        BusinessCalendar openFrom2nd = day -> !day.isBefore(LocalDate.parse("2027-01-02"));
        assertThat(BusinessDayConvention.FOLLOWING.adjust(date, openFrom2nd)).isEqualTo("2027-01-02");
        BusinessCalendar openFrom3rd = day -> !day.isBefore(LocalDate.parse("2027-01-03"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessDayConvention.FOLLOWING.adjust(date, openFrom3rd))
                .withMessage("calendar must have a business day within 366 days of 2026-01-01");
    }
}
