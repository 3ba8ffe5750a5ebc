package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Commitment;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import org.junit.jupiter.api.Test;

class FixedPriceRuleTest {
    /** A fee is the same in every period. */
    @Test
    void notesLimitsThatAFeeNeverReaches() {
        Contract.Builder least = contract(PLATFORM.minimum("499.00"));
        assertThat(found(least)).containsExactly("NOTE charges[0].minimum minimum-never-reached");
        assertThat(reason(least)).hasToString("at least 499.00 of a fee that is always 499.00");
        Contract.Builder most = contract(PLATFORM.maximum("500"));
        assertThat(found(most)).containsExactly("NOTE charges[0].maximum maximum-never-reached");
        assertThat(reason(most)).hasToString("at most 500 of a fee that is always 499.00");
        assertThat(found(contract(PLATFORM.maximum("499"))))
                .containsExactly("NOTE charges[0].maximum maximum-never-reached");
    }

    /** It is due whatever is used, also where nothing is. */
    @Test
    void aFeeIsTheSameHoweverMuchIsUsed() {
        assertThat(found(contract(
                        Charge.usage("api", "calls", FlatFee.of("499.00")).minimum("400"))))
                .containsExactly("NOTE charges[0].minimum minimum-never-reached");
    }

    /** A minimum or a maximum of nothing is told of as such. */
    @Test
    void leavesLimitsOfNothingToOtherRules() {
        assertThat(found(contract(PLATFORM.minimum("0")))).containsExactly("NOTE charges[0].minimum minimum-zero");
        assertThat(found(contract(
                        PLATFORM, Charge.recurring("free", FlatFee.of("0")).maximum("0"))))
                .containsExactlyInAnyOrder(
                        "NOTE charges[1].model.amount price-zero", "CONTRADICTION charges[1].maximum maximum-zero");
    }

    @Test
    void leavesAloneLimitsOfAFeeThatChanges() {
        assertThat(found(contract(PLATFORM.minimum("499.01")))).isEmpty();
        assertThat(found(contract(PLATFORM.maximum("498.99")))).isEmpty();
        assertThat(found(contract(PLATFORM.minimum("400").discount(Discount.percent("launch", "20")))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.maximum("500").repriced("2026-07-01", FlatFee.of("520")))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.minimum("400").phases(Phase.trial("P1M")))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.maximum("500").escalated(Escalation.fixed("3", "P1Y", "2026-07-01")))))
                .isEmpty();
        assertThat(found(contract(PLATFORM.maximum("500")
                        .commitment(Commitment.ofAmount("10").overageFactor("2")))))
                .isEmpty();
    }
}
