package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.FlatFee;
import org.junit.jupiter.api.Test;

class CycleRuleTest {
    private static Contract.Builder spring(Charge charge) {
        return contract(charge).term("2026-02-01", "2026-05-01");
    }

    @Test
    void notesPeriodsThatAreLongerThanTheContract() {
        Contract.Builder yearly = spring(PLATFORM).billed(BillingCycle.yearly());
        assertThat(found(yearly)).containsExactly("NOTE billed cycle-too-long");
        assertThat(reason(yearly))
                .hasToString(
                        "a period of P1Y is longer than the contract, [2026-02-01, 2026-05-01): it is billed once, on 2026-05-01");
        assertThat(found(contract(PLATFORM).term("2026-01-01", "2026-07-01").billed(BillingCycle.yearly())))
                .containsExactly("NOTE billed cycle-too-long");
        assertThat(found(contract(PLATFORM).term("2026-07-01", "2027-01-01").billed(BillingCycle.yearly())))
                .containsExactly("NOTE billed cycle-too-long");
        Contract.Builder inAdvance =
                spring(PLATFORM.billed(BillingCycle.yearly().inAdvance()));
        assertThat(found(inAdvance)).containsExactly("NOTE charges[0].billed cycle-too-long");
        assertThat(reason(inAdvance).arguments()).contains("2026-02-01", "P1Y");
    }

    @Test
    void notesPeriodsThatAreCountedFromADayAfterTheContract() {
        Contract.Builder later = spring(PLATFORM).billed(BillingCycle.monthly().from("2026-05-01"));
        assertThat(found(later)).containsExactly("NOTE billed.day cycle-after-end");
        assertThat(reason(later))
                .hasToString("periods are counted from 2026-05-01, after the contract, [2026-02-01, 2026-05-01)");
    }

    @Test
    void leavesAlonePeriodsOfTheContract() {
        assertThat(found(contract(PLATFORM).billed(BillingCycle.yearly()))).isEmpty();
        assertThat(found(spring(PLATFORM).billed(BillingCycle.quarterly()))).isEmpty(); // a part of two quarters
        assertThat(found(spring(PLATFORM).billed(BillingCycle.monthly().from("2020-01-15"))))
                .isEmpty();
        assertThat(found(spring(PLATFORM).billed(BillingCycle.yearly()).renewal(Renewal.of("P3M", "P1M"))))
                .isEmpty();
    }

    /** No charge is billed in the cycle of the terms but what is due once. */
    @Test
    void leavesAloneACycleThatIsNotUsed() {
        assertThat(found(spring(PLATFORM.billed(BillingCycle.monthly()))
                        .charge(Charge.oneOff("setup", FlatFee.of("500")))
                        .billed(BillingCycle.yearly())))
                .isEmpty();
    }
}
