package io.quittance.testkit.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.Law;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** 1000.00 with 2 % off, settled as no policy says, one thing at a time; and as it says. */
class StrictSettlementTest {
    private static final CustomerId CUSTOMER = CustomerId.of("C-1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final OpenItem FIRST = item("R-1", 30);
    private static final OpenItem SECOND = item("R-2", 40);
    private static final OpenItem THIRD = item("R-3", 41);
    private static final DiscountPolicy TWO_PERCENT = DiscountPolicy.of(Map.of(
            FIRST.id(), DiscountOffer.of(eur("1000.00"), List.of(DiscountTier.percent("2", DAY.plusDays(9))))));
    private static final SettlementPolicy MONEY_ONLY = SettlementPolicy.MONEY_ONLY;
    private static final SettlementPolicy DISCOUNTED = MONEY_ONLY.discounts(TWO_PERCENT);
    private static final SettlementPolicy POOLED =
            MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("5.00"))));

    private static OpenItem item(String id, int dueAfter) {
        return OpenItem.of(Receivable.of(ReceivableId.of(id), CUSTOMER, DAY, DAY.plusDays(dueAfter), eur("1000.00")));
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, "EUR");
    }

    private static Explanation why(String amount) {
        return Explanation.of("test.wrong", "{0} on purpose", eur(amount));
    }

    private static Payment payment(String amount) {
        return Payment.of(PaymentId.of("P"), CUSTOMER, DAY, eur(amount));
    }

    private static AllocationRequest paid(String amount, OpenItem... items) {
        return AllocationRequest.of(payment(amount), List.of(items));
    }

    private static Settlement right(AllocationRequest request, SettlementPolicy policy) {
        return Settlement.of(request, new OldestDueFirst(), policy);
    }

    private static Adjustment of(Kind kind, String amount) {
        return Adjustment.of(kind, FIRST.id(), eur(amount), why(amount));
    }

    private static List<Law> broken(AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
        return SettlementLaws.broken(request, policy, settlement).stream()
                .map(BrokenLaw::law)
                .distinct()
                .toList();
    }

    /** In time on its value date, and allocated twenty days later: 980.00 close 1000.00, as the library has it. */
    @Test
    void moneyInTimeIsInTimeWheneverItIsAllocated() {
        AllocationRequest later = paid("980.00", FIRST).on(DAY.plusDays(20));
        assertThat(right(later, DISCOUNTED).adjusted(Kind.EARLY_PAYMENT_DISCOUNT))
                .isEqualTo(eur("20.00"));
        assertThat(SettlementLaws.broken(later, DISCOUNTED, (AllocationRequest asked) -> right(asked, DISCOUNTED)))
                .isEmpty();
        assertThat(SettlementLaws.brokenInParts(later, eur("490.00"), DISCOUNTED, asked -> right(asked, DISCOUNTED)))
                .isEmpty();
    }

    @Test
    void onlyWhatThePolicyAllowsTakesMoney() {
        AllocationRequest over = paid("1500.00", FIRST);
        var income = Adjustment.ofPayment(Kind.OVERPAYMENT_INCOME, eur("500.00"), why("500.00"));
        assertThat(broken(over, MONEY_ONLY, right(over, MONEY_ONLY).with(income)))
                .containsExactly(SettlementLaw.ALLOWED);
        AllocationRequest little = paid("983.00", FIRST);
        SettlementPolicy upTo3 = MONEY_ONLY.discounts(TWO_PERCENT.overpaid(OverpaidDiscount.upTo(eur("3.00"))));
        assertThat(right(little, upTo3).income()).isEqualTo(eur("3.00"));
        assertThat(broken(little, upTo3, right(little, upTo3))).isEmpty();
        SettlementPolicy upTo2 = MONEY_ONLY.discounts(TWO_PERCENT.overpaid(OverpaidDiscount.upTo(eur("2.99"))));
        assertThat(broken(little, upTo2, right(little, upTo3))).containsExactly(SettlementLaw.ALLOWED);
    }

    @Test
    void noPolicyChargesTheBank() {
        AllocationRequest one = paid("1.00", FIRST);
        assertThat(broken(one, MONEY_ONLY, right(one, MONEY_ONLY).with(of(Kind.BANK_CHARGE, "999.00"))))
                .containsExactly(SettlementLaw.ALLOWED);
    }

    @Test
    void aCreditEarnsNoDiscount() {
        AllocationRequest note = AllocationRequest.of(payment("980.00").asCredit(), List.of(FIRST));
        Settlement settlement = right(note, DISCOUNTED);
        assertThat(broken(note, DISCOUNTED, settlement)).isEmpty();
        assertThat(broken(note, DISCOUNTED, settlement.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "20.00"))))
                .containsExactly(SettlementLaw.DISCOUNT);
    }

    @Test
    void aDiscountIsGrantedOnce() {
        SettlementPolicy granted = MONEY_ONLY.discounts(TWO_PERCENT.granted(FIRST.id(), eur("20.00"), DAY));
        AllocationRequest rest = paid("900.00", OpenItem.of(FIRST.receivable(), eur("980.00")));
        assertThat(broken(rest, granted, right(rest, granted).with(of(Kind.EARLY_PAYMENT_DISCOUNT, "18.00"))))
                .containsExactly(SettlementLaw.DISCOUNT);
    }

    /** 1.00 earns nothing, 0.02 or 20.00, by the rule for part payments. */
    @Test
    void aPartEarnsWhatItsRuleSays() {
        AllocationRequest one = paid("1.00", FIRST);
        for (PartPayment rule : PartPayment.values()) {
            SettlementPolicy policy = MONEY_ONLY.discounts(TWO_PERCENT.partPayment(rule));
            Settlement settlement = right(one, policy);
            assertThat(broken(one, policy, settlement)).as(rule.name()).isEmpty();
            assertThat(broken(one, policy, settlement.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "0.01"))))
                    .as(rule.name())
                    .containsExactly(SettlementLaw.DISCOUNT);
        }
    }

    @Test
    void whereNothingIsPaidNothingIsEarned() {
        AllocationRequest one = paid("1.00", FIRST);
        Settlement nothing = Settlement.of(Allocation.of(one, any -> List.of()));
        for (PartPayment rule : PartPayment.values()) {
            SettlementPolicy policy = MONEY_ONLY.discounts(TWO_PERCENT.partPayment(rule));
            assertThat(broken(one, policy, nothing.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "0.01"))))
                    .as(rule.name())
                    .containsExactly(SettlementLaw.DISCOUNT);
        }
    }

    @Test
    void aNewItemIsAsThePolicySays() {
        SettlementPolicy moving = MONEY_ONLY.shortPay(ShortPay.newItem(DAY.plusDays(30), "/D", "damage"));
        AllocationRequest one = paid("1.00", FIRST);
        assertThat(broken(one, moving, right(one, moving))).isEmpty();
        assertThat(broken(one, moving, renewed(one, moving, "R-1/E/P", DAY.plusDays(30), "damage")))
                .containsExactly(SettlementLaw.SHORT_PAY);
        assertThat(broken(one, moving, renewed(one, moving, "R-1/D/P", LocalDate.of(9000, 1, 1), "damage")))
                .containsExactly(SettlementLaw.SHORT_PAY);
        assertThat(broken(one, moving, renewed(one, moving, "R-1/D/P", DAY.plusDays(30), "other")))
                .containsExactly(SettlementLaw.SHORT_PAY);
    }

    private static Settlement renewed(
            AllocationRequest request, SettlementPolicy policy, String id, LocalDate due, String reason) {
        Settlement settlement = right(request, policy);
        Receivable owed = Receivable.of(ReceivableId.of(id), CUSTOMER, DAY, due, eur("999.00"));
        return Settlement.restored(
                settlement.allocation(), settlement.adjustments(), List.of(new NewItem(owed, FIRST.id(), reason)));
    }

    /** 985.00 close no 1000.00 by the limits of two others that nobody pays, 995.00 do by its own. */
    @Test
    void onlyLimitsOfWhatIsPaidTogetherCount() {
        AllocationRequest short15 = paid("985.00", FIRST, SECOND, THIRD);
        Settlement paid = Settlement.of(Allocation.of(short15, new OldestDueFirst()));
        assertThat(broken(short15, POOLED, paid.with(of(Kind.TOLERANCE, "15.00"))))
                .containsExactly(SettlementLaw.TOLERANCE);
        AllocationRequest short5 = paid("995.00", FIRST, SECOND, THIRD);
        assertThat(right(short5, POOLED).adjusted(Kind.TOLERANCE)).isEqualTo(eur("5.00"));
        assertThat(broken(short5, POOLED, right(short5, POOLED))).isEmpty();
    }

    /** The limits of what the payer names count: 2985.00 for three that are named close 3000.00, by 5.00 for each. */
    @Test
    void whatIsNamedIsPaidTogether() {
        Payment naming =
                payment("2985.00").naming(FIRST.id()).naming(SECOND.id()).naming(THIRD.id());
        AllocationRequest request = AllocationRequest.of(naming, List.of(FIRST, SECOND, THIRD));
        assertThat(right(request, POOLED).adjusted(Kind.TOLERANCE)).isEqualTo(eur("15.00"));
        assertThat(broken(request, POOLED, right(request, POOLED))).isEmpty();
    }

    /** 1000.00 paid, said to be 998.00: nothing is given up while the payer's money is taken. */
    @Test
    void nothingIsToleratedInBothDirections() {
        SettlementPolicy both = MONEY_ONLY.tolerance(
                TolerancePolicy.twoLevels(AdjustmentLimit.of(eur("2.00")), AdjustmentLimit.of(eur("4.00"))));
        AllocationRequest request = AllocationRequest.of(
                payment("1000.00").naming(Remittance.of(FIRST.id(), eur("998.00"))), List.of(FIRST));
        Settlement wrong = Settlement.of(Allocation.of(request, new AsRemitted()))
                .with(of(Kind.TOLERANCE, "2.00"))
                .with(Adjustment.ofPayment(Kind.RECEIPT_TOLERANCE, eur("2.00"), why("2.00")));
        assertThat(broken(request, both, wrong)).containsExactly(SettlementLaw.TOLERANCE);
        assertThat(broken(request, both, Settlement.of(request, new AsRemitted(), both)))
                .isEmpty();
    }

    /** 3.00 that pay nothing are not taken, though the receipt may be 4.00 too much. */
    @Test
    void nothingIsTakenBesideNothingThatIsPaid() {
        SettlementPolicy both = MONEY_ONLY.tolerance(
                TolerancePolicy.twoLevels(AdjustmentLimit.of(eur("2.00")), AdjustmentLimit.of(eur("4.00"))));
        AllocationRequest request = paid("3.00", FIRST);
        Settlement nothing = Settlement.of(request, new AsRemitted(), both);
        assertThat(nothing.onAccount()).isEqualTo(eur("3.00"));
        assertThat(broken(request, both, nothing)).isEmpty();
        Settlement taken = nothing.with(Adjustment.ofPayment(Kind.RECEIPT_TOLERANCE, eur("3.00"), why("3.00")));
        assertThat(broken(request, both, taken)).containsExactly(SettlementLaw.TOLERANCE);
    }

    /** Dollars settled in place of euros: the law says so, whichever way it is asked. */
    @Test
    void aSettlementInAnotherCurrencyIsNotOfTheMoney() {
        AllocationRequest euros = paid("100.00", FIRST);
        Amount dollars = Amount.of("100.00", "USD");
        Receivable debt = Receivable.of(FIRST.id(), CUSTOMER, DAY, DAY.plusDays(30), dollars);
        Settlement other = Settlement.of(Allocation.of(
                Payment.of(PaymentId.of("P"), CUSTOMER, DAY, dollars),
                List.of(OpenItem.of(debt)),
                new OldestDueFirst()));
        assertThat(broken(euros, MONEY_ONLY, other)).containsExactly(SettlementLaw.MONEY);
        assertThat(SettlementLaws.broken(euros, MONEY_ONLY, (AllocationRequest asked) -> other))
                .extracting(BrokenLaw::law)
                .containsExactly(SettlementLaw.MONEY);
    }

    /** 998.00 of 1000.00 paid and 2.00 written off, beside 2.00 on account; where these are for another item, it is right so. */
    @Test
    void nothingIsGivenUpThatTheMoneyCanPay() {
        SettlementPolicy writing = MONEY_ONLY.shortPay(ShortPay.writeOff());
        Payment said = payment("1000.00").naming(Remittance.of(FIRST.id(), eur("998.00")));
        AllocationRequest request = AllocationRequest.of(said, List.of(FIRST));
        Settlement beside =
                Settlement.of(Allocation.of(request, new AsRemitted())).with(of(Kind.WRITE_OFF, "2.00"));
        assertThat(broken(request, writing, beside)).containsExactly(SettlementLaw.MONEY_FIRST);
        AllocationRequest other = AllocationRequest.of(said.naming(ReceivableId.of("R-9")), List.of(FIRST));
        Settlement right = Settlement.of(other, new AsRemitted(), writing);
        assertThat(right.adjusted(Kind.WRITE_OFF)).isEqualTo(eur("2.00"));
        assertThat(right.onAccount()).isEqualTo(eur("2.00"));
        assertThat(broken(other, writing, right)).isEmpty();
    }

    /** Half of 20.00 is too little for all that is due, 9.99 for a half of it, and 9.00 once 10.00 of another tier are granted. */
    @Test
    void aDiscountIsAllThatIsEarned() {
        AllocationRequest all = paid("980.00", FIRST);
        Settlement money = Settlement.of(Allocation.of(all, any -> List.of(line("980.00"))));
        assertThat(broken(all, DISCOUNTED, money.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "20.00"))))
                .isEmpty();
        assertThat(broken(all, DISCOUNTED, money.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "10.00"))))
                .containsExactly(SettlementLaw.DISCOUNT);
        assertThat(broken(all, DISCOUNTED, money)).containsExactly(SettlementLaw.DISCOUNT);
        AllocationRequest half = paid("490.00", FIRST);
        Settlement part = Settlement.of(Allocation.of(half, any -> List.of(line("490.00"))));
        assertThat(broken(half, DISCOUNTED, part.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "9.99"))))
                .containsExactly(SettlementLaw.DISCOUNT);
        SettlementPolicy tiers = MONEY_ONLY.discounts(DiscountPolicy.of(Map.of(
                        FIRST.id(),
                        DiscountOffer.of(
                                eur("1000.00"),
                                List.of(
                                        DiscountTier.percent("2", DAY.minusDays(9)),
                                        DiscountTier.percent("1", DAY.plusDays(9))))))
                .granted(FIRST.id(), eur("10.00"), DAY.minusDays(10)));
        AllocationRequest rest = paid("495.00", OpenItem.of(FIRST.receivable(), eur("500.00")));
        Settlement second = Settlement.of(Allocation.of(rest, any -> List.of(line("495.00"))));
        assertThat(broken(rest, tiers, second.with(of(Kind.EARLY_PAYMENT_DISCOUNT, "5.00"))))
                .isEmpty();
        assertThat(broken(rest, tiers, second)).containsExactly(SettlementLaw.DISCOUNT);
    }

    private static AllocationLine line(String amount) {
        return AllocationLine.of(FIRST.id(), eur(amount), why(amount));
    }

    @Test
    void whatIsPrepaidIsNotTaken() {
        AllocationRequest request = AllocationRequest.of(payment("1003.00").prepaying("O-1"), List.of(FIRST));
        Settlement settlement = right(request, POOLED);
        assertThat(broken(request, POOLED, settlement)).isEmpty();
        assertThat(broken(
                        request,
                        POOLED,
                        settlement.with(Adjustment.ofPayment(Kind.TOLERANCE, eur("3.00"), why("3.00")))))
                .containsExactly(SettlementLaw.TOLERANCE);
    }

    @Test
    void whatNeverSettlesIsNotWaitedForForEver() {
        AllocationRequest request = paid("1.00", FIRST);
        Function<AllocationRequest, Settlement> never = asked -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return right(asked, MONEY_ONLY);
        };
        assertThat(SettlementLaws.broken(request, MONEY_ONLY, never, Duration.ofMillis(50)))
                .singleElement()
                .satisfies(one -> assertThat(one.law()).isEqualTo(SettlementLaw.ANSWERS))
                .satisfies(one -> assertThat(one.detail())
                        .isEqualTo("threw java.lang.IllegalStateException: no answer within 50 ms for " + request));
    }

    @Test
    void whateverIsThrownBreaksTheLaw() {
        AllocationRequest request = paid("1.00", FIRST);
        for (Throwable thrown : List.of(new AssertionError("x"), new IOException("x"), new StackOverflowError())) {
            Function<AllocationRequest, Settlement> failing = asked -> {
                StrictSettlementTest.<RuntimeException>sneak(thrown);
                return right(asked, MONEY_ONLY);
            };
            assertThat(SettlementLaws.broken(request, MONEY_ONLY, failing))
                    .extracting(BrokenLaw::law)
                    .containsExactly(SettlementLaw.ANSWERS);
        }
    }

    /** Of 20,000 items each law looks at each a few times, and not at all of them for each. */
    @Test
    void judgesInTimeInProportionToTheItems() {
        var items = new ArrayList<OpenItem>();
        for (int i = 0; i < 20_000; i++) {
            items.add(item("R-" + i, 30));
        }
        AllocationRequest request = AllocationRequest.of(payment("20000000.00"), items);
        Allocation allocation = Allocation.of(request, new OldestDueFirst());
        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> broken(request, POOLED, Settlement.of(allocation))))
                .isEmpty();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
