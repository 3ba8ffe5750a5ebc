package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.API;
import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import org.junit.jupiter.api.Test;

class SharedAgreementsRuleTest {
    private static final Charge QUARTERLY = API.billed(BillingCycle.quarterly());
    private static final Charge PROJECT = Charge.milestones("project", "reached", Milestones.of("design", "20000"));

    @Test
    void findsAmountsForWhichNoChargeCounts() {
        Contract.Builder none = contract(QUARTERLY).minimum(SpendMinimum.of("100"));
        assertThat(found(none)).containsExactly("GAP minimum agreed-for-nothing");
        assertThat(reason(none))
                .hasToString(
                        "no charge counts for it: none is billed every P1M by the calendar, in arrears, as the terms are");
        assertThat(found(contract(PROJECT)
                        .maximum(SpendMaximum.of("100"))
                        .commitment(TermCommitment.of("1200"))
                        .discount(Discount.amount("voucher", "12"))))
                .containsExactly(
                        "GAP maximum agreed-for-nothing",
                        "GAP commitment agreed-for-nothing",
                        "GAP discounts[0] agreed-for-nothing");
    }

    @Test
    void notesAmountsForWhichSomeChargesCount() {
        Contract.Builder some = contract(PLATFORM, QUARTERLY).minimum(SpendMinimum.of("600"));
        assertThat(found(some)).containsExactly("NOTE minimum agreed-for-some");
        assertThat(reason(some)).hasToString("1 of 2 charges count for it: charges[1] is not billed as the terms are");
        assertThat(found(contract(PLATFORM, QUARTERLY)
                        .discount(Discount.amount("voucher", "12").on("api"))))
                .containsExactly("GAP discounts[0] agreed-for-nothing");
    }

    @Test
    void leavesAloneWhatAllChargesCountFor() {
        assertThat(found(contract(
                                PLATFORM.billed(BillingCycle.monthly().inAdvance()),
                                API,
                                Charge.oneOff("setup", FlatFee.of("500")))
                        .minimum(SpendMinimum.of("600"))
                        .discount(Discount.amount("voucher", "12"))))
                .isEmpty();
        assertThat(found(contract(PLATFORM, QUARTERLY.until("2026-01-01")).minimum(SpendMinimum.of("600"))))
                .containsExactly("CONTRADICTION charges[1].until never-charged"); // and so is none of them
        assertThat(found(contract(QUARTERLY).minimum(SpendMinimum.of("300")).billed(BillingCycle.quarterly())))
                .isEmpty();
        assertThat(found(contract(PLATFORM, QUARTERLY)
                        .discount(Discount.percent("launch", "20"))
                        .discount(Discount.amount("voucher", "12").on("platform"))))
                .isEmpty();
    }

    /** Nothing is billed in another cycle: that the charge is never there is what is wrong. */
    @Test
    void leavesAloneWhatNoChargeIsThereFor() {
        assertThat(found(contract(API.until("2026-01-01"))
                        .minimum(SpendMinimum.of("100"))
                        .discount(Discount.amount("voucher", "12").on("api"))))
                .containsExactly(
                        "CONTRADICTION charges[0].until never-charged",
                        "CONTRADICTION discounts[0].charges discount-never");
    }
}
