package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.history;
import static io.quittance.core.contract.Reviews.reason;
import static io.quittance.core.contract.Reviews.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.FlatFee;
import org.junit.jupiter.api.Test;

class ChargeDaysRuleTest {
    private static final Charge SETUP = Charge.oneOff("setup", FlatFee.of("500"));

    @Test
    void findsChargesWithoutADay() {
        assertThat(found(contract(PLATFORM, API.from("2027-01-01"))))
                .containsExactly("CONTRADICTION charges[1].from never-charged");
        assertThat(found(contract(PLATFORM, API.until("2026-01-01"))))
                .containsExactly("CONTRADICTION charges[1].until never-charged");
        assertThat(found(contract(PLATFORM, API.from("2025-01-01").until("2025-06-01"))))
                .containsExactly("CONTRADICTION charges[1].until never-charged");
        assertThat(reason(contract(PLATFORM, API.until("2025-06-01"))))
                .hasToString("is charged on no day of its terms, [2026-01-01, 2027-01-01)");
    }

    @Test
    void findsAChargeOfAnAmendmentThatEndsBeforeIt() {
        assertThat(found(history(contract(PLATFORM), terms(1, "2026-07-01", PLATFORM, API.until("2026-07-01")))))
                .containsExactly("CONTRADICTION amendments[0].terms.charges[1].until never-charged");
    }

    @Test
    void findsADueDayOutside() {
        assertThat(found(contract(PLATFORM, SETUP.on("2027-01-01"))))
                .containsExactly("CONTRADICTION charges[1].date never-due");
        assertThat(reason(contract(PLATFORM, SETUP.on("2026-03-01").until("2026-03-01"))))
                .hasToString("is due on 2026-03-01, which is none of its days, [2026-01-01, 2026-03-01)");
    }

    /** That another charge is due on the day, or that the same one was due on another, does not make it due. */
    @Test
    void findsADueDayThatIsOneOfAnotherCharge() {
        Charge never = SETUP.on("2026-03-01").until("2026-03-01");
        Charge training = Charge.oneOff("training", FlatFee.of("900")).on("2026-03-01");
        assertThat(found(contract(PLATFORM, never, training)))
                .containsExactly("CONTRADICTION charges[1].date never-due");
        assertThat(found(history(
                        contract(PLATFORM, SETUP.on("2026-03-01")),
                        terms(1, "2026-07-01", PLATFORM, SETUP.on("2026-04-01")))))
                .containsExactly("CONTRADICTION amendments[0].terms.charges[1].date never-due");
    }

    @Test
    void notesDaysOutsideTheContract() {
        assertThat(found(contract(PLATFORM, API.from("2025-12-31").until("2027-01-02"))))
                .containsExactly("NOTE charges[1].from day-outside", "NOTE charges[1].until day-outside");
    }

    @Test
    void leavesAloneDaysOfTheContract() {
        assertThat(found(contract(
                        PLATFORM.from("2026-01-01").until("2027-01-01"),
                        SETUP.on("2026-12-31"),
                        API.from("2026-12-31"))))
                .isEmpty();
        assertThat(found(contract(PLATFORM, SETUP.on("2027-06-01")).renewal(Renewal.of("P1Y", "P3M"))))
                .isEmpty();
    }

    /** Terms of July that still name what was due in March are no mistake. */
    @Test
    void leavesAloneWhatEarlierTermsCharged() {
        Charge setup = SETUP.on("2026-03-01");
        Charge spring = API.from("2026-03-01").until("2026-06-01");
        assertThat(found(history(
                        contract(PLATFORM, setup, spring),
                        terms(1, "2026-07-01", PLATFORM, setup.named("Setup"), spring))))
                .isEmpty();
    }
}
