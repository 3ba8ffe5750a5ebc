package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.end;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenewalRuleTest {
    private static Contract.Builder halfYear(String length, String notice) {
        return contract(PLATFORM).term("2026-01-01", "2026-07-01").renewal(Renewal.of(length, notice));
    }

    @Test
    void findsANoticeForWhichItIsTooLateFromTheStart() {
        assertThat(found(halfYear("P1Y", "P7M"))).containsExactly("CONTRADICTION renewal.notice notice-too-long");
        assertThat(reason(halfYear("P1Y", "P7M")))
                .hasToString("notice would have to be given on 2025-12-01, before the term, [2026-01-01, 2026-07-01)");
        assertThat(found(halfYear("P1Y", "P100Y"))).containsExactly("CONTRADICTION renewal.notice notice-too-long");
    }

    @Test
    void leavesAloneANoticeWithinTheTerm() {
        assertThat(found(halfYear("P1Y", "P6M"))).isEmpty();
        assertThat(found(halfYear("P1M", "P3M"))).isEmpty();
        assertThat(found(contract(PLATFORM))).isEmpty();
    }

    /** Once the end is agreed, nothing renews itself. */
    @Test
    void leavesAloneANoticeThatNobodyHasToGive() {
        assertThat(found(history(halfYear("P1Y", "P7M"), end(1, "2027-07-01")))).isEmpty();
        assertThat(found(history(halfYear("P1Y", "P7M"), end(1, "2026-06-01")))).isEmpty();
    }

    @Test
    void reviewsRenewalsUpToTheEndOfTheCalendar() {
        assertThat(found(halfYear("P100Y", "P1M")
                        .renewal(Renewal.of("P100Y", "P1M").atMost(10_000))))
                .isEmpty();
        Contract.Builder twice = contract(PLATFORM.until("2029-01-02"))
                .renewal(Renewal.of("P1Y", "P1M").atMost(2)); // up to 1 January 2029
        assertThat(found(twice)).containsExactly("NOTE charges[0].until day-outside");
        Contract.Builder last = contract(PLATFORM.until("9999-01-01"))
                .renewal(Renewal.of("P1Y", "P1M").atMost(7_972)); // 2027 + 7972, the last year of the calendar
        assertThat(found(last)).isEmpty();
    }
}
