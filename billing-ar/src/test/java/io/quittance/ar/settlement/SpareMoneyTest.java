package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static io.quittance.ar.settlement.SettlementPolicy.MONEY_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.KeepPrepaid;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money that no item gets is income only where it is for nothing that is known. A debt of 1000.00 for order PO-7, 2 % off up to 10 March. */
class SpareMoneyTest {
    private static final OpenItem R1 =
            OpenItem.of(receivable("R1", "2026-04-01", "1000").knownBy("PO-7"));
    private static final OpenItem DISPUTED = OpenItem.of(receivable("R2", "2026-04-02", "4"), eur("4"), eur("4"));
    private static final AllocationStrategy UNDISPUTED =
            new OldestDueFirst().where("undisputed", one -> !one.isDisputed());
    private static final SettlementPolicy FIVE =
            MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("5"))));
    private static final SettlementPolicy TWO_LEVELS =
            MONEY_ONLY.tolerance(TolerancePolicy.twoLevels(AdjustmentLimit.of(eur("5")), AdjustmentLimit.of(eur("5"))));
    private static final DiscountPolicy TWO_PERCENT = DiscountPolicy.of(Map.of(
            R1.id(), DiscountOffer.of(eur("1000"), List.of(DiscountTier.percent("2", LocalDate.parse("2026-03-10"))))));

    private static Settlement settle(
            Payment payment, AllocationStrategy strategy, SettlementPolicy policy, OpenItem... items) {
        return Settlement.of(AllocationRequest.of(payment, List.of(items)), strategy, policy);
    }

    private static Payment paid(String amount) {
        return payment("P", "2026-03-10", amount);
    }

    @Test
    void aToleranceTakesWhatIsForNothing() {
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            assertThat(settle(paid("1003"), new OldestDueFirst(), policy, R1).income())
                    .isEqualTo(eur("3"));
            assertThat(settle(paid("1003").naming(R1.id()), new OldestDueFirst(), policy, R1)
                            .income())
                    .isEqualTo(eur("3"));
        }
    }

    /** The 3.00 wait for the next invoice of PO-7. */
    @Test
    void aToleranceLeavesWhatIsPrepaid() {
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            Settlement settlement =
                    settle(paid("1003").prepaying("PO-7"), new KeepPrepaid(new OldestDueFirst()), policy, R1);
            assertThat(settlement.adjustments()).isEmpty();
            assertThat(settlement.onAccount()).isEqualTo(eur("3"));
        }
    }

    /** The 3.00 are for R9, which is not known yet. */
    @Test
    void aToleranceLeavesWhatIsNamedForAnother() {
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            Payment named = paid("1003").naming(R1.id()).naming(Remittance.of(id("R9"), eur("3")));
            Settlement settlement = settle(named, new AsRemitted(), policy, R1);
            assertThat(settlement.adjustments()).isEmpty();
            assertThat(settlement.onAccount()).isEqualTo(eur("3"));
        }
    }

    /** 20.00 beyond 980.00 neither cut the discount nor are income, where they are prepaid or for R9. */
    @Test
    void noDiscountIsCutByWhatIsForSomethingElse() {
        for (OverpaidDiscount rule : List.of(OverpaidDiscount.cutBack(), OverpaidDiscount.upTo(eur("20")))) {
            SettlementPolicy policy = MONEY_ONLY.discounts(TWO_PERCENT.overpaid(rule));
            for (Payment payment : List.of(
                    paid("1000").prepaying("PO-7"), paid("1000").naming(R1.id()).naming(id("R9")))) {
                Settlement settlement = settle(payment, new OldestDueFirst(), policy, R1);
                assertThat(settlement.adjusted(R1.id())).isEqualTo(eur("20"));
                assertThat(settlement.income()).isEqualTo(eur("0"));
                assertThat(settlement.onAccount()).isEqualTo(eur("20"));
            }
            Settlement spare = settle(paid("1000"), new OldestDueFirst(), policy, R1);
            assertThat(spare.onAccount()).isEqualTo(eur("0"));
        }
    }

    /** ar.md 7, law 8: the 4.00 in dispute stay open, as if they were not there. */
    @Test
    void aToleranceDoesNotCloseWhatTheStrategyExcludes() {
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            Payment both = paid("1000").naming(R1.id()).naming(DISPUTED.id());
            Settlement settlement = settle(both, UNDISPUTED, policy, R1, DISPUTED);
            assertThat(settlement.openAfter(DISPUTED)).isEqualTo(eur("4"));
            assertThat(settlement).isEqualTo(settle(both, UNDISPUTED, policy, R1));
            assertThat(settle(both, new OldestDueFirst(), policy, R1, DISPUTED).openAfter(DISPUTED))
                    .as("not excluded")
                    .isEqualTo(eur("0"));
        }
    }

    /** Nor does the limit of what is excluded help others: 6.00 short of R1 are beyond its 5.00. */
    @Test
    void theLimitOfWhatIsExcludedDoesNotCount() {
        Payment both = paid("994").naming(R1.id()).naming(DISPUTED.id());
        assertThat(settle(both, UNDISPUTED, FIVE, R1, DISPUTED).adjustments()).isEmpty();
        OpenItem undisputed = item("R2", "2026-04-02", "4");
        Settlement together = settle(
                both,
                UNDISPUTED,
                MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("6")))),
                R1,
                undisputed);
        assertThat(together.openAfter(List.of(R1, undisputed))).isEqualTo(eur("0"));
    }

    /** R2 was named and is not paid, as it is in dispute: 3.00 beyond R1 may be for it. */
    @Test
    void aToleranceLeavesWhatMayBeForAnItemThatIsExcluded() {
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            Payment both = paid("1003").naming(R1.id()).naming(DISPUTED.id());
            Settlement settlement = settle(both, UNDISPUTED, policy, R1, DISPUTED);
            assertThat(settlement.adjustments()).isEmpty();
            assertThat(settlement.onAccount()).isEqualTo(eur("3"));
        }
    }

    /** 3.00 that pay nothing are no difference to anything. */
    @Test
    void aToleranceTakesNothingWhereNothingIsPaid() {
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            Settlement settlement = settle(paid("3"), new OldestDueFirst(), policy);
            assertThat(settlement.adjustments()).isEmpty();
            assertThat(settlement.onAccount()).isEqualTo(eur("3"));
        }
    }

    /** 20.00 beyond are as much as a discount, but there is none: they are not taken in its place. */
    @Test
    void moneyBeyondADebtWithoutADiscountIsOnAccount() {
        SettlementPolicy policy = MONEY_ONLY.discounts(TWO_PERCENT.overpaid(OverpaidDiscount.upTo(eur("20"))));
        OpenItem plain = item("R3", "2026-04-01", "1000");
        Settlement settlement = settle(paid("1020"), new OldestDueFirst(), policy, plain);
        assertThat(settlement.income()).isEqualTo(eur("0"));
        assertThat(settlement.onAccount()).isEqualTo(eur("20"));
    }

    /** 490.00 of 1000.00 are for R1, as its payer says, and earn 10.00: nothing is beyond what is due of it. */
    @Test
    void noDiscountIsCutWhileItsDebtIsNotPaid() {
        SettlementPolicy policy = MONEY_ONLY.discounts(TWO_PERCENT
                .partPayment(DiscountPolicy.PartPayment.IN_PROPORTION)
                .overpaid(OverpaidDiscount.cutBack()));
        Payment said = paid("1000").naming(Remittance.of(R1.id(), eur("490")));
        Settlement settlement = settle(said, new AsRemitted(), policy, R1);
        assertThat(settlement.applied()).isEqualTo(eur("490"));
        assertThat(settlement.adjusted(R1.id())).isEqualTo(eur("10"));
        assertThat(settlement.onAccount()).isEqualTo(eur("510"));
    }

    /** Exactly what is due, or 20.00 more that are income: the strategy's words are all that there is to say. */
    @Test
    void whatIsPaidAsTheStrategySaysHasNoOtherReason() {
        Settlement plain = settle(paid("1000"), new OldestDueFirst(), MONEY_ONLY, R1);
        for (SettlementPolicy policy : List.of(FIVE, TWO_LEVELS)) {
            assertThat(settle(paid("1000"), new OldestDueFirst(), policy, R1)).isEqualTo(plain);
        }
        SettlementPolicy income = MONEY_ONLY.discounts(TWO_PERCENT.overpaid(OverpaidDiscount.upTo(eur("20"))));
        assertThat(settle(paid("1000"), new OldestDueFirst(), income, R1)
                        .allocation()
                        .lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEqualTo(eur("980"));
                    assertThat(line.explanations()).hasSize(1);
                });
    }
}
