package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import org.junit.jupiter.api.Test;

class LimitsRuleTest {
    @Test
    void findsAMaximumBelowTheMinimum() {
        Contract.Builder charge = contract(API.maximum("60").minimum("70"));
        assertThat(found(charge)).containsExactly("CONTRADICTION charges[0].maximum maximum-below-minimum");
        assertThat(reason(charge)).hasToString("at most 60, and at least 70");
        Contract.Builder all = contract(API).maximum(SpendMaximum.of("60")).minimum(SpendMinimum.of("70"));
        assertThat(found(all)).containsExactly("CONTRADICTION maximum maximum-below-minimum");
    }

    @Test
    void findsAMaximumOfAllBelowTheMinimumOfACharge() {
        Contract.Builder below = contract(API.minimum("70"), PLATFORM).maximum(SpendMaximum.of("60"));
        assertThat(found(below)).containsExactly("CONTRADICTION maximum maximum-below-minimum");
        assertThat(reason(below)).hasToString("at most 60, and at least 70");
        assertThat(found(contract(API.minimum("70"))
                        .maximum(SpendMaximum.of("60"))
                        .minimum(SpendMinimum.of("60"))))
                .containsExactly("CONTRADICTION maximum maximum-below-minimum");
        Contract.Builder ownToo =
                contract(API.minimum("70")).maximum(SpendMaximum.of("60")).minimum(SpendMinimum.of("65"));
        assertThat(reason(ownToo)).hasToString("at most 60, and at least 65"); // once, of the terms' own
    }

    @Test
    void findsAMaximumOfNothing() {
        assertThat(found(contract(API.maximum("0")))).containsExactly("CONTRADICTION charges[0].maximum maximum-zero");
        assertThat(found(contract(API).maximum(SpendMaximum.of("0"))))
                .containsExactly("CONTRADICTION maximum maximum-zero");
    }

    @Test
    void notesAMinimumThatAChargeHasByItself() {
        Contract.Builder covered = contract(API.minimum("70")).minimum(SpendMinimum.of("70"));
        assertThat(found(covered)).containsExactly("NOTE minimum minimum-covered");
        assertThat(reason(covered)).hasToString("never adds anything: a charge by itself costs at least 70");
    }

    @Test
    void leavesAloneLimitsThatMatter() {
        assertThat(found(contract(API.maximum("70").minimum("70")))).isEmpty();
        assertThat(found(contract(API.minimum("70")).minimum(SpendMinimum.of("70.01"))))
                .isEmpty();
        assertThat(found(contract(API.minimum("70"))
                        .maximum(SpendMaximum.of("70"))
                        .minimum(SpendMinimum.of("60"))))
                .isEmpty();
        assertThat(found(contract(API.minimum("70"))
                        .minimum(SpendMinimum.of("70"))
                        .discount(Discount.percent("launch", "20"))))
                .isEmpty(); // 56 are lifted to 70
        assertThat(found(contract(API.minimum("70").billed(BillingCycle.quarterly()), PLATFORM)
                        .maximum(SpendMaximum.of("60"))))
                .containsExactly("NOTE maximum agreed-for-some"); // of which API is none
        assertThat(found(contract(API.minimum("70").until("2026-07-01"), PLATFORM)
                        .maximum(SpendMaximum.of("60"))))
                .isEmpty(); // a part of the year only
    }
}
