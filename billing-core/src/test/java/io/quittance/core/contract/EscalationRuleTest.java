package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EscalationRuleTest {
    @Test
    void findsAFirstChangeAfterTheEnd() {
        Contract.Builder late = contract(PLATFORM.escalated(Escalation.fixed("3", "P1Y", "2027-01-01")));
        assertThat(found(late)).containsExactly("CONTRADICTION charges[0].escalation escalation-never");
        assertThat(reason(late))
                .hasToString("prices change first on 2027-01-01, after the charge, which has [2026-01-01, 2027-01-01)");
        assertThat(found(contract(PLATFORM.escalated(Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-01-01")
                        .lagged(3)))))
                .containsExactly("CONTRADICTION charges[0].escalation escalation-never");
    }

    /** From 15 December on the first of the boundaries is 1 January 2027. */
    @Test
    void countsFromTheFirstBoundary() {
        Escalation escalation = Escalation.fixed(
                BigDecimal.valueOf(3), Schedule.every("P1Y", "2020-01-01"), LocalDate.parse("2026-12-15"));
        assertThat(found(contract(PLATFORM.escalated(escalation))))
                .containsExactly("CONTRADICTION charges[0].escalation escalation-never");
    }

    /** The next boundary of centuries from 2000 on, after 9950, lies beyond the calendar. */
    @Test
    void reviewsABoundaryBeyondTheCalendar() {
        Escalation escalation = Escalation.fixed(
                BigDecimal.valueOf(3), Schedule.every("P100Y", "2000-01-01"), LocalDate.parse("9950-01-01"));
        assertThat(found(contract(PLATFORM.escalated(escalation)).renewal(Renewal.of("P1Y", "P1M"))))
                .containsExactly("CONTRADICTION charges[0].escalation escalation-never");
    }

    /** The last year of the calendar begins with a boundary. */
    @Test
    void reviewsTheLastBoundaryOfTheCalendar() {
        Contract.Builder late = contract(PLATFORM.escalated(Escalation.fixed("3", "P1Y", "9999-01-01")));
        assertThat(reason(late))
                .hasToString("prices change first on 9999-01-01, after the charge, which has [2026-01-01, 2027-01-01)");
    }

    @Test
    void notesAChangeBeforeTheFirstDay() {
        Contract.Builder early = contract(PLATFORM.escalated(Escalation.fixed("3", "P1Y", "2026-01-01")));
        assertThat(found(early)).containsExactly("NOTE charges[0].escalation escalation-early");
        assertThat(reason(early))
                .hasToString(
                        "prices change on 2026-01-01 already: on none of [2026-01-01, 2027-01-01) the price is as agreed");
    }

    @Test
    void notesAnIndexThatCountsFromAMonthOfTheContract() {
        assertThat(found(contract(PLATFORM.escalated(Escalation.indexed("CPI-U", "2026-02", "P6M", "2026-07-01")))))
                .containsExactly("NOTE charges[0].escalation.base index-base-late");
    }

    @Test
    void notesChangesOfNothing() {
        assertThat(found(contract(PLATFORM.escalated(Escalation.fixed("0", "P6M", "2026-07-01")))))
                .containsExactly("NOTE charges[0].escalation.percent escalation-nothing");
        assertThat(found(contract(PLATFORM.escalated(Escalation.indexed("CPI-U", "2025-10", "P6M", "2026-07-01")
                        .atLeast("2")
                        .atMost("2.0")))))
                .containsExactly("NOTE charges[0].escalation.floor index-without-effect");
    }

    @Test
    void leavesAloneWhatRisesWithinTheContract() {
        assertThat(found(contract(PLATFORM.escalated(Escalation.fixed("3", "P1Y", "2026-07-01")))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.escalated(Escalation.fixed("3", "P1Y", "2027-01-01")))
                        .renewal(Renewal.of("P1Y", "P3M"))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.escalated(Escalation.indexed("CPI-U", "2026-01", "P6M", "2026-07-01")
                        .atLeast("0")
                        .atMost("3")))))
                .isEmpty();
    }
}
