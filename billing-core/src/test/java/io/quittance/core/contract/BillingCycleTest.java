package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.BillingCycle.Anchor;
import io.quittance.core.contract.BillingCycle.Timing;
import io.quittance.core.internal.SerialStreams;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingCycleTest {
    private static final LocalDate SIGNED = LocalDate.parse("2026-01-31");

    @Test
    void billsFebruaryOnItsFirstDayOrOnTheDayAfterItsLast() {
        ServicePeriod february = ServicePeriod.of("2026-02-01", "2026-03-01");
        assertThat(BillingCycle.monthly().inAdvance().billingDay(february)).isEqualTo("2026-02-01");
        assertThat(BillingCycle.monthly().billingDay(february)).isEqualTo("2026-03-01");
        assertThat(BillingCycle.monthly().inAdvance().inArrears()).isEqualTo(BillingCycle.monthly());
    }

    /** Of a contract that begins on 31 January 2026: the second day on which a period begins, from that day on. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "P1M, CALENDAR, 2026-02-01",
        "P3M, CALENDAR, 2026-04-01",
        "P1Y, CALENDAR, 2027-01-01",
        "P7D, CALENDAR, 2026-02-02",
        "P1M, START, 2026-02-28",
        "P14D, START, 2026-02-14",
        "P1M, DAY, 2026-02-15",
        "P1M, LAST_DAY_OF_MONTH, 2026-02-28"
    })
    void countsItsPeriodsFromTheAnchor(String interval, Anchor anchor, LocalDate next) {
        BillingCycle plain = BillingCycle.every(interval);
        BillingCycle cycle = switch (anchor) {
            case CALENDAR -> plain;
            case START -> plain.fromStart();
            case DAY -> plain.from("2025-11-15");
            case LAST_DAY_OF_MONTH -> plain.fromLastDayOf(YearMonth.parse("2025-11"));
        };
        assertThat(cycle.anchor()).isEqualTo(anchor);
        assertThat(cycle.schedule(SIGNED).periodOf(next.minusDays(1)).end()).isEqualTo(next);
    }

    /** From 31 January monthly: 28 February and then 31 March, for nothing drifts. */
    @Test
    void comesBackToThe31stAfterAShorterMonth() {
        Schedule schedule = BillingCycle.monthly().fromStart().schedule(SIGNED);
        assertThat(schedule.boundary(1)).isEqualTo("2026-02-28");
        assertThat(schedule.boundary(2)).isEqualTo("2026-03-31");
    }

    /** The calendar has no periods of 14 days or of 5 months, so they are counted from the start of the contract. */
    @Test
    void countsFromTheStartWhatTheCalendarDoesNotHave() {
        assertThat(BillingCycle.every("P14D").anchor()).isEqualTo(Anchor.START);
        assertThat(BillingCycle.every("P5M").anchor()).isEqualTo(Anchor.START);
        assertThat(BillingCycle.every("P5M").from("2026-02-01").day()).contains(LocalDate.parse("2026-02-01"));
        assertThat(BillingCycle.every("P6M").anchor()).isEqualTo(Anchor.CALENDAR);
    }

    @Test
    void isEqualByWhatItMeans() {
        assertThat(BillingCycle.every("P12M"))
                .isEqualTo(BillingCycle.yearly())
                .hasSameHashCodeAs(BillingCycle.yearly())
                .returns(Period.ofYears(1), BillingCycle::interval);
        assertThat(BillingCycle.every("P1W")).isEqualTo(BillingCycle.every("P7D"));
        assertThat(BillingCycle.quarterly())
                .isNotEqualTo(BillingCycle.monthly())
                .isNotEqualTo(BillingCycle.quarterly().inAdvance())
                .isNotEqualTo(BillingCycle.quarterly().fromStart())
                .returns(Timing.IN_ARREARS, BillingCycle::timing);
        assertThat(BillingCycle.monthly().from("2026-01-05"))
                .isNotEqualTo(BillingCycle.monthly().from("2026-01-06"));
    }

    @Test
    void saysHowItCounts() {
        assertThat(BillingCycle.monthly()).hasToString("every P1M by the calendar, in arrears");
        assertThat(BillingCycle.every("P14D").inAdvance())
                .hasToString("every P14D from the start of the contract, in advance");
        assertThat(BillingCycle.monthly().from("2026-01-31")).hasToString("every P1M from 2026-01-31, in arrears");
        assertThat(BillingCycle.yearly().fromLastDayOf(YearMonth.parse("2024-02")))
                .hasToString("every P1Y on last days from 2024-02-29, in arrears");
    }

    @Test
    void refusesWhatNoScheduleHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.every("monthly"))
                .withMessage("interval must be an ISO period such as P1M, but was monthly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.every("P0D"))
                .withMessage("interval must be whole months or whole days, more than zero, but was P0D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.every("P1M1D"))
                .withMessage("interval must be whole months or whole days, more than zero, but was P1M1D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.every("P101Y"))
                .withMessage("interval must be at most 100 years, but was P101Y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.every("P7D").fromLastDayOf(YearMonth.parse("2026-01")))
                .withMessage("interval must be months to begin on last days, but was P7D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.monthly().from("2026-02-30"))
                .withMessage("day must be an ISO date such as 2026-03-31, but was 2026-02-30");
    }

    @Test
    void canBeShipped() throws Exception {
        for (BillingCycle cycle : new BillingCycle[] {
            BillingCycle.monthly(),
            BillingCycle.every("P14D").inAdvance(),
            BillingCycle.monthly().fromLastDayOf(YearMonth.parse("2026-02"))
        }) {
            assertThat(SerialStreams.copy(cycle)).isEqualTo(cycle);
        }
    }
}
