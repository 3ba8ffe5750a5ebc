package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.RECEIPT_TOLERANCE;
import static io.quittance.ar.settlement.Adjustment.Kind.TOLERANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.allocation.LargestFirst;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What every settlement keeps, whatever the items, the money, the strategy and the policy (ar.md, section 7). */
class SettlementLawsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final Amount CENT = Amount.ofMinor(1, EUR);

    /** An item over so many cents, with so many basis points off up to so many days before or after the payment. */
    private record Owed(int cents, int basisPoints, int days) {}

    private record Case(
            List<Owed> owed, int cents, boolean named, AllocationStrategy strategy, SettlementPolicy policy) {
        List<OpenItem> items() {
            var items = new ArrayList<OpenItem>();
            for (int i = 0; i < owed.size(); i++) {
                items.add(OpenItem.of(Receivable.of(
                        id("R" + i),
                        A,
                        DAY,
                        DAY.plusDays(i),
                        Amount.ofMinor(owed.get(i).cents(), EUR))));
            }
            return items;
        }

        DiscountOffer offer(int i) {
            return DiscountOffer.of(
                            Amount.ofMinor(owed.get(i).cents(), EUR),
                            List.of(DiscountTier.percent(
                                    BigDecimal.valueOf(owed.get(i).basisPoints(), 2),
                                    DAY.plusDays(owed.get(i).days()))))
                    .grace(1);
        }

        AllocationRequest request() {
            Payment payment = Payment.of(PaymentId.of("P"), A, DAY, Amount.ofMinor(cents, EUR));
            if (named) {
                for (OpenItem item : items()) {
                    payment = payment.naming(item.id());
                }
            }
            return AllocationRequest.of(payment, items());
        }

        SettlementPolicy full() {
            DiscountPolicy discounts = policy.discounting().orElseThrow();
            for (int i = 0; i < owed.size(); i++) {
                discounts = discounts.with(id("R" + i), offer(i));
            }
            return policy.discounts(discounts);
        }

        Settlement settlement() {
            return Settlement.of(request(), strategy, full());
        }
    }

    /** Law 1: no cent is lost, on either side, and each new item owes what its origin was closed by. */
    @Property
    void balances(@ForAll("cases") Case one) {
        Settlement settlement = one.settlement();
        assertThat(settlement.applied().add(settlement.income()).add(settlement.onAccount()))
                .isEqualTo(Amount.ofMinor(one.cents(), EUR));
        assertThat(settlement.onAccount().signum()).isNotNegative();
        Amount closed = Amount.zero(EUR);
        for (OpenItem item : one.items()) {
            assertThat(settlement.openAfter(item).signum()).isNotNegative();
            closed = closed.add(settlement.closed(item.id()));
        }
        assertThat(closed).isEqualTo(settlement.applied().add(settlement.adjusted()));
    }

    /** Law 19: a discount is at most its percentage of the item, rounded; and none after its last day. */
    @Property
    void discountsWithinTheirTiers(@ForAll("cases") Case one) {
        Settlement settlement = one.settlement();
        for (int i = 0; i < one.owed().size(); i++) {
            Amount discount = settlement
                    .adjusted(id("R" + i), EARLY_PAYMENT_DISCOUNT)
                    .add(settlement.adjusted(id("R" + i), Adjustment.Kind.LATE_DISCOUNT));
            Amount most = one.offer(i).quote(DAY).discount();
            assertThat(discount).isLessThanOrEqualTo(most);
            if (one.owed().get(i).days() < -1) {
                assertThat(discount.signum()).isZero();
            }
            if (one.owed().get(i).days() < 0) {
                assertThat(settlement
                                .adjusted(id("R" + i), EARLY_PAYMENT_DISCOUNT)
                                .signum())
                        .isZero();
            }
        }
    }

    /**
     * Law 19, of several payments in time: together they have at most the discount of one that pays all, and a minor unit for each part
     * where it is not said what was granted before.
     */
    @Property
    void discountsOfPartsWithinThatOfTheWhole(
            @ForAll("cases") Case one,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9_000) Integer> more) {
        for (boolean said : List.of(true, false)) {
            DiscountPolicy discounts = one.full().discounting().orElseThrow();
            List<OpenItem> open = one.items();
            var granted = new HashMap<ReceivableId, Amount>();
            for (int cents : more) {
                Payment payment = Payment.of(PaymentId.of("P"), A, DAY, Amount.ofMinor(cents, EUR));
                if (one.named()) {
                    payment = payment.naming(id("R0")).naming(id("R1"));
                }
                Settlement settlement = Settlement.of(
                        AllocationRequest.of(payment, open),
                        one.strategy(),
                        one.full().discounts(discounts));
                for (OpenItem item : open) {
                    Amount discount = settlement
                            .adjusted(item.id(), EARLY_PAYMENT_DISCOUNT)
                            .add(settlement.adjusted(item.id(), Adjustment.Kind.LATE_DISCOUNT));
                    granted.merge(item.id(), discount, Amount::add);
                }
                open = after(settlement, open);
                discounts = said ? discounts.after(settlement) : discounts;
            }
            for (int i = 0; i < one.owed().size(); i++) {
                Amount most = one.offer(i).quote(DAY).discount();
                boolean exact = said || discounts.partPayment() == PartPayment.WHOLE;
                assertThat(granted.get(id("R" + i)))
                        .isLessThanOrEqualTo(exact ? most : most.add(CENT.multiply(more.size())));
            }
        }
    }

    private static List<OpenItem> after(Settlement settlement, List<OpenItem> before) {
        return before.stream()
                .filter(item -> settlement.openAfter(item).signum() > 0)
                .map(item -> item.withOpen(settlement.openAfter(item)))
                .toList();
    }

    /** A credit earns nothing, whatever the policy. */
    @Property
    void aCreditEarnsNoDiscount(@ForAll("cases") Case one) {
        AllocationRequest money = one.request();
        AllocationRequest credit = AllocationRequest.of(money.payment().asCredit(), money.items());
        Settlement settlement = Settlement.of(credit, one.strategy(), one.full());
        assertThat(settlement.adjusted(EARLY_PAYMENT_DISCOUNT)).isEqualTo(Amount.zero(EUR));
        assertThat(settlement.adjusted(Adjustment.Kind.LATE_DISCOUNT)).isEqualTo(Amount.zero(EUR));
    }

    /** Law 8: what the strategy excludes changes nothing. */
    @Property
    void whatIsExcludedChangesNothing(@ForAll("cases") Case one) {
        AllocationStrategy excluding =
                one.strategy().where("some", item -> !item.id().equals(id("R0")));
        AllocationRequest all = one.request();
        AllocationRequest others = all.with(
                all.available(),
                all.items().stream().filter(item -> !item.id().equals(id("R0"))).toList());
        assertThat(Settlement.of(all, excluding, one.full())).isEqualTo(Settlement.of(others, excluding, one.full()));
    }

    /** No money is taken that is prepaid, or beside an item that the payer names and that gets none. */
    @Property
    void takesNoMoneyThatIsForSomethingElse(@ForAll("cases") Case one) {
        AllocationRequest request = one.request();
        for (Payment payment :
                List.of(request.payment().prepaying("PO-7"), request.payment().naming(id("R9")))) {
            Settlement settlement =
                    Settlement.of(AllocationRequest.of(payment, request.items()), one.strategy(), one.full());
            assertThat(settlement.income()).isEqualTo(Amount.zero(EUR));
        }
    }

    /** Law 20, item by item: on two levels no item is closed by more than its own limit, but for what the receipt is short of its words. */
    @Property
    void toleratesOfAnItemWithinItsLimit(@ForAll("cases") Case one) {
        Settlement settlement = one.settlement();
        TolerancePolicy tolerance = one.policy().tolerating().orElseThrow();
        if (tolerance.ofReceipt().isPresent()) { // without amounts in words, what is short is short on the items
            assertThat(settlement.adjusted(RECEIPT_TOLERANCE)).isEqualTo(Amount.zero(EUR));
            for (OpenItem item : one.items()) {
                assertThat(settlement.adjusted(item.id(), TOLERANCE).toFraction())
                        .isLessThanOrEqualTo(tolerance.limit(item.id()).most(item.open()));
            }
        }
    }

    /** Nothing is given up of what is owed while money of the same payment is taken. */
    @Property
    void toleratesInOneDirection(@ForAll("cases") Case one) {
        Settlement settlement = one.settlement();
        Amount ofItems = settlement.adjusted(TOLERANCE).add(settlement.adjusted(RECEIPT_TOLERANCE));
        Amount ofPayment = ofItems.subtract(settlement.tolerated());
        assertThat(ofItems.min(ofPayment).signum()).isZero();
    }

    /** Law 20: what tolerances take is within the limits on either side, and then nothing else is left of what is paid together. */
    @Property
    void toleratesWithinItsLimits(@ForAll("cases") Case one) {
        Settlement settlement = one.settlement();
        TolerancePolicy tolerance = one.policy().tolerating().orElseThrow();
        Amount ofItems = settlement.adjusted(TOLERANCE).add(settlement.adjusted(RECEIPT_TOLERANCE));
        Amount open = one.items().stream().map(OpenItem::open).reduce(Amount.zero(EUR), Amount::add);
        Fraction most = Fraction.ZERO;
        for (OpenItem item : one.items()) {
            most = most.plus(tolerance.limit(item.id()).most(item.open()));
        }
        if (tolerance.ofReceipt().isPresent()) {
            most = most.plus(tolerance.ofReceipt().get().most(open));
        }
        assertThat(ofItems.toFraction()).isLessThanOrEqualTo(most);
        Amount ofPayment = ofItems.subtract(settlement.tolerated());
        assertThat(ofPayment.toFraction()).isLessThanOrEqualTo(most);
        if (ofPayment.signum() > 0) {
            assertThat(settlement.onAccount().signum()).isZero();
        }
    }

    /** Where a pooled tolerance takes anything, everything that is named is closed, and nothing is left of the money. */
    @Property
    void toleratesAllOrNothing(@ForAll("cases") Case one) {
        Settlement settlement = one.settlement();
        if (one.named()
                && one.policy().tolerating().orElseThrow().ofReceipt().isEmpty()
                && settlement.tolerated().signum() != 0) {
            for (int i = 0; i < one.owed().size(); i++) {
                OpenItem item = one.items().get(i);
                if (one.offer(i).quote(DAY).amountDue().signum() > 0) { // nothing is paid where nothing is due
                    assertThat(settlement.openAfter(item).signum()).isZero();
                }
            }
            assertThat(settlement.onAccount().signum()).isZero();
        }
    }

    /** Law 5 and 6: the same answer whatever the order of the items. */
    @Property
    void dependsOnNoOrder(@ForAll("cases") Case one) {
        var reversed = new ArrayList<>(one.items());
        Collections.reverse(reversed);
        var request = AllocationRequest.of(one.request().payment(), reversed);
        assertThat(Settlement.of(request, one.strategy(), one.full())).isEqualTo(one.settlement());
    }

    /** Paid exactly, all is closed: the discounts are those of the quotes, and no tolerance is needed. */
    @Property
    void closesWhatIsPaidExactly(@ForAll("cases") Case one) {
        Amount due = Amount.zero(EUR);
        for (int i = 0; i < one.owed().size(); i++) {
            Amount ofItem = one.offer(i).quote(DAY).amountDue();
            Assume.that(ofItem.signum() > 0); // nothing is paid where nothing is due
            due = due.add(ofItem);
        }
        var exact = new Case(one.owed(), (int) due.toUnscaledLong(2), true, one.strategy(), one.policy());
        Settlement settlement = exact.settlement();
        assertThat(settlement.tolerated().signum()).isZero();
        assertThat(settlement.onAccount().signum()).isZero();
        assertThat(settlement.openAfter(exact.items()).signum()).isZero();
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Owed> owed = Combinators.combine(
                        Arbitraries.integers().between(1, 20_000),
                        Arbitraries.integers().between(1, 9_900),
                        Arbitraries.integers().between(-3, 3))
                .as(Owed::new);
        Arbitrary<AllocationStrategy> strategies =
                Arbitraries.of(new OldestDueFirst(), new LargestFirst(), new EvenSpread());
        return Combinators.combine(
                        owed.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(1, 50_000),
                        Arbitraries.of(true, false),
                        strategies,
                        policies())
                .as(Case::new);
    }

    private static Arbitrary<SettlementPolicy> policies() {
        Arbitrary<OverpaidDiscount> overpaid = Arbitraries.of(
                OverpaidDiscount.onAccount(), OverpaidDiscount.cutBack(), OverpaidDiscount.upTo(CENT.multiply(50)));
        Arbitrary<TolerancePolicy> tolerance = Combinators.combine(
                        Arbitraries.integers().between(0, 2_000), Arbitraries.of(true, false))
                .as((cents, pooled) -> {
                    AdjustmentLimit limit =
                            AdjustmentLimit.of(Amount.ofMinor(cents, EUR)).stricter(AdjustmentLimit.percent("20"));
                    return pooled ? TolerancePolicy.pooled(limit) : TolerancePolicy.twoLevels(limit, limit);
                });
        Arbitrary<ShortPay> shortPay = Arbitraries.of(
                ShortPay.keepOpen(),
                ShortPay.writeOff(AdjustmentLimit.percent("30")),
                ShortPay.discount(),
                ShortPay.newItem(DAY.plusDays(30), "/D", "short"));
        return Combinators.combine(Arbitraries.of(PartPayment.values()), overpaid, tolerance, shortPay)
                .as((part, over, tolerated, rest) -> SettlementPolicy.MONEY_ONLY
                        .discounts(DiscountPolicy.of(Map.of()).partPayment(part).overpaid(over))
                        .tolerance(tolerated)
                        .shortPay(rest));
    }
}
