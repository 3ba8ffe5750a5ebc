package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.PerUnit;
import org.junit.jupiter.api.Test;

class ZeroPriceRuleTest {
    @Test
    void notesWhatCostsNothing() {
        assertThat(found(contract(Charge.recurring("free", FlatFee.of("0.00")))))
                .containsExactly("NOTE charges[0].model.amount price-zero");
        assertThat(found(contract(Charge.usage("calls", "calls", PerUnit.of("0")))))
                .containsExactly("NOTE charges[0].model.unitPrice price-zero");
        assertThat(found(contract(Charge.recurring("seats", PerUnit.of("10")).quantity("0"))))
                .containsExactly("NOTE charges[0].quantity price-zero");
        assertThat(found(contract(Charge.completion("building", "percent", Completion.of("0")))))
                .containsExactly("NOTE charges[0].model.price price-zero");
        assertThat(found(contract(Charge.milestones(
                        "project", "reached", Milestones.of("design", "20000").then("go-live", "0")))))
                .containsExactly("NOTE charges[0].model.milestones[1].amount price-zero");
    }

    /** A flat fee is due for any quantity, and so for none. */
    @Test
    void leavesAloneAFeeForNoUnits() {
        assertThat(found(contract(PLATFORM.quantity("0")))).isEmpty();
    }

    @Test
    void leavesAlonePricesAndWhatCostsSomethingLater() {
        assertThat(found(contract(
                        Charge.recurring("seats", PerUnit.of("10")).quantity("25"),
                        Charge.completion("building", "percent", Completion.of("120000")),
                        Charge.milestones("project", "reached", Milestones.of("design", "20000")))))
                .isEmpty();
        assertThat(found(contract(Charge.recurring("free", FlatFee.of("0")).repriced("2026-07-01", FlatFee.of("10")))))
                .isEmpty();
    }
}
