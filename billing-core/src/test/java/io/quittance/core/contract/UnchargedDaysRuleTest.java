package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.pause;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static io.quittance.core.contract.Reviews.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.FlatFee;
import org.junit.jupiter.api.Test;

class UnchargedDaysRuleTest {
    private static final Charge SETUP = Charge.oneOff("setup", FlatFee.of("500"));

    @Test
    void findsDaysOnWhichNothingIsCharged() {
        Contract.Builder late = contract(SETUP, API.from("2026-02-01"));
        assertThat(found(late)).containsExactly("GAP term uncharged-days");
        assertThat(reason(late)).hasToString("nothing is charged on [2026-01-01, 2026-02-01)");
        assertThat(found(contract(API.from("2026-02-01").until("2026-12-01"))))
                .containsExactly("GAP term uncharged-days", "GAP term uncharged-days");
        assertThat(found(contract(PLATFORM.until("2027-01-01")).renewal(Renewal.of("P1Y", "P3M"))))
                .containsExactly("GAP term uncharged-days");
    }

    @Test
    void findsAContractThatRestsOnAllOfItsDays() {
        assertThat(found(history(
                        contract(API), pause(1, "2026-01-01", "2026-07-01"), pause(2, "2026-06-01", "2027-01-01"))))
                .containsExactly("CONTRADICTION amendments[1].days all-paused");
    }

    /** The pause by which it rests is the last one that holds: no other amendment after it, and none that was withdrawn. */
    @Test
    void namesThePauseByWhichItRests() {
        assertThat(found(history(
                        contract(API),
                        pause(1, "2026-01-01", "2027-01-01"),
                        pause(2, "2026-02-01", "2026-03-01"),
                        withdrawal(3, 2),
                        terms(4, "2026-07-01", API.named("Calls")))))
                .contains("CONTRADICTION amendments[0].days all-paused");
    }

    @Test
    void leavesAloneContractsThatAreChargedOrPaused() {
        assertThat(found(contract(SETUP))).isEmpty();
        assertThat(found(contract(SETUP, API.until("2026-05-01"), PLATFORM.from("2026-05-01"))))
                .isEmpty();
        assertThat(found(history(contract(API.from("2026-02-01")), pause(1, "2026-01-01", "2026-02-01"))))
                .isEmpty();
        assertThat(found(history(contract(API), pause(1, "2026-01-01", "2026-12-31"))))
                .isEmpty();
    }
}
