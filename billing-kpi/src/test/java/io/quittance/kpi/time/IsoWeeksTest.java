package io.quittance.kpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IsoWeeksTest {

    /** 1 January 2026 is a Thursday: its week is the first of 2026. 1 January 2027 is a Friday, of the 53rd week of 2026. */
    @Test
    void aWeekBelongsToTheYearOfItsThursday() {
        FiscalPeriod first = IsoWeeks.of(LocalDate.parse("2025-12-29"));
        assertThat(first.name()).isEqualTo("2026-W01");
        assertThat(first.period()).isEqualTo(ServicePeriod.of("2025-12-29", "2026-01-05"));
        assertThat(IsoWeeks.of(LocalDate.parse("2026-01-04"))).isEqualTo(first);
        assertThat(IsoWeeks.of(LocalDate.parse("2027-01-01")).name()).isEqualTo("2026-W53");
    }

    /** March 2026 begins on a Sunday and ends on a Tuesday. */
    @Test
    void aPeriodHasPartsOfWeeks() {
        var weeks = IsoWeeks.in(ServicePeriod.of("2026-03-01", "2026-04-01"));
        assertThat(weeks)
                .extracting(FiscalPeriod::name)
                .containsExactly("2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W13", "2026-W14");
        assertThat(weeks).extracting(week -> week.period().days()).containsExactly(1L, 7L, 7L, 7L, 7L, 2L);
        assertThat(weeks.get(5).period()).isEqualTo(ServicePeriod.of("2026-03-30", "2026-04-01"));
    }

    @Test
    void refusesADayBeyondTheCalendar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsoWeeks.of(LocalDate.MAX))
                .withMessage("day must lie in the years 1 to 9999, but was +999999999-12-31");
    }
}
