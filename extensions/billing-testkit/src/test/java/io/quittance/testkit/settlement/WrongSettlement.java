package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Ways to settle that are wrong on purpose, each by one law. */
@SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what those of others may do
enum WrongSettlement {
    THROWS_WHEN_NOTHING_IS_OPEN(SettlementLaw.ANSWERS, Agreed.PLAIN, () -> (request, policy) -> {
        if (request.items().isEmpty()) {
            throw new IllegalStateException("nothing to settle");
        }
        return right(request, policy);
    }),
    ANSWERS_WITH_NULL(
            SettlementLaw.ANSWERS,
            Agreed.PLAIN,
            () -> (request, policy) -> request.items().size() < 2 ? null : right(request, policy)),
    SETTLES_EACH_PAYMENT_ONCE(SettlementLaw.SAME_ANSWER, Agreed.PLAIN, () -> {
        var settled = new HashSet<AllocationRequest>();
        return (request, policy) ->
                settled.add(request) ? right(request, policy) : Settlement.of(request, asked -> List.of(), policy);
    }),
    LOOKS_AT_IDENTITY(
            SettlementLaw.EQUAL_QUESTION,
            Agreed.PLAIN,
            () -> (request, policy) -> Settlement.of(
                    request,
                    asked -> InOrder.of(
                                    "identity",
                                    Comparator.comparingInt(
                                            (OpenItem item) -> System.identityHashCode(original(request, item))))
                            .propose(asked),
                    policy)),
    FORGETS_THE_LAST_CENT(SettlementLaw.MONEY, Agreed.PLAIN, () -> (request, policy) -> {
        Settlement all = right(request, policy);
        Amount cent = Amount.ofMinor(1, request.available().getCurrency());
        return all.onAccount().isLessThan(cent)
                ? all
                : Settlement.restored(
                        Allocation.restored(
                                request.payment(),
                                request.available().subtract(cent),
                                all.allocation().lines()),
                        all.adjustments(),
                        all.newItems());
    }),
    CLOSES_WHAT_IT_WAS_NOT_ASKED(
            SettlementLaw.KNOWN_ITEM,
            Agreed.PLAIN,
            () -> (request, policy) -> with(
                    right(request, policy), Adjustment.Kind.BANK_CHARGE, ReceivableId.of("unknown"), unit(request))),
    COUNTS_THE_BANK_CHARGE_TWICE(SettlementLaw.WITHIN_ITEM, Agreed.PLAIN, () -> (request, policy) -> {
        Settlement all = right(request, policy);
        for (AllocationLine line : all.allocation().lines()) {
            all = with(all, Adjustment.Kind.BANK_CHARGE, line.item(), line.amount());
        }
        return all;
    }),
    FORGETS_THE_TAX_THAT_IS_KEPT(
            SettlementLaw.WITHHELD,
            Agreed.PLAIN.keepingTax(),
            () -> (request, policy) -> right(request, policy.withheld(List.of()))),
    GRANTS_DISCOUNTS_AFTER_THEIR_DAY(SettlementLaw.DISCOUNT, Agreed.PLAIN, () -> (request, policy) -> {
        DiscountPolicy agreed = policy.discounts();
        var late = new TreeMap<>(agreed.offers());
        late.replaceAll((item, offer) -> offer.grace(3));
        return right(
                request,
                policy.discounts(new DiscountPolicy(late, agreed.partPayment(), agreed.overpaid(), agreed.granted())));
    }),
    CALLS_A_LATE_DISCOUNT_EARLY(SettlementLaw.DISCOUNT, Agreed.PLAIN, () -> (request, policy) -> {
        Settlement all = right(request, policy);
        List<Adjustment> renamed = all.adjustments().stream()
                .map(one -> one.kind() == Adjustment.Kind.LATE_DISCOUNT
                        ? Adjustment.of(
                                Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, one.item(), one.amount(), one.explanation())
                        : one)
                .toList();
        return Settlement.restored(all.allocation(), renamed, all.newItems());
    }),
    TOLERATES_ONE_UNIT_MORE(
            SettlementLaw.TOLERANCE,
            Agreed.PLAIN.tolerating(Agreed.Tolerance.POOLED),
            () -> (request, policy) -> right(
                    request,
                    policy.tolerance(TolerancePolicy.pooled(
                            AdjustmentLimit.of(unit(request).multiply(6)))))),
    TOLERATES_WITHOUT_A_POLICY(
            SettlementLaw.TOLERANCE,
            Agreed.PLAIN,
            () -> (request, policy) -> right(
                    request,
                    policy.tolerance(
                            TolerancePolicy.pooled(Agreed.limit(unit(request).getCurrency()))))),
    WRITES_OFF_ANY_REST(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.WRITE_OFF),
            () -> (request, policy) -> right(request, policy.shortPay(ShortPay.writeOff()))),
    WRITES_OFF_NO_REST(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.WRITE_OFF),
            () -> (request, policy) -> right(request, policy.shortPay(ShortPay.keepOpen()))),
    GRANTS_WHAT_IS_TO_BE_WRITTEN_OFF(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.WRITE_OFF),
            () -> (request, policy) -> right(
                    request,
                    policy.shortPay(ShortPay.discount(Agreed.limit(unit(request).getCurrency()))))),
    TAKES_PART_FOR_FULL(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.REQUIRE_FULL),
            () -> (request, policy) -> right(request, policy.shortPay(ShortPay.keepOpen()))),
    GRANTS_ALL_OF_A_DISCOUNT_EACH_TIME(SettlementLaw.PARTS, Agreed.PLAIN, () -> (request, policy) -> {
        DiscountPolicy agreed = policy.discounts();
        var none = new TreeMap<ReceivableId, Amount>();
        request.items()
                .forEach(item -> none.put(item.id(), Amount.zero(item.open().getCurrency())));
        return right(
                request,
                policy.discounts(new DiscountPolicy(
                        agreed.offers(), DiscountPolicy.PartPayment.WHOLE, agreed.overpaid(), none)));
    });

    /** Settles by a policy, or not. */
    interface Way {
        Settlement settle(AllocationRequest request, SettlementPolicy policy);
    }

    private static final AllocationStrategy STRATEGY = new OldestDueFirst();

    private final SettlementLaw law;
    private final Agreed agreed;
    private final Supplier<Way> way;

    WrongSettlement(SettlementLaw law, Agreed agreed, Supplier<Way> way) {
        this.law = law;
        this.agreed = agreed;
        this.way = way;
    }

    /** The law it breaks. */
    SettlementLaw law() {
        return law;
    }

    /** What it should keep to. */
    Agreed agreed() {
        return agreed;
    }

    /** A new one, that has not settled yet. */
    Way way() {
        return way.get();
    }

    private static Settlement right(AllocationRequest request, SettlementPolicy policy) {
        return Settlement.of(request, STRATEGY, policy);
    }

    private static Settlement with(Settlement settlement, Adjustment.Kind kind, ReceivableId item, Amount amount) {
        return settlement.with(
                Adjustment.of(kind, item, amount, Explanation.of("test.wrong", "{0} on purpose", amount)));
    }

    private static Amount unit(AllocationRequest request) {
        return Amount.ofMinor(1, request.available().getCurrency());
    }

    private static OpenItem original(AllocationRequest request, OpenItem reduced) {
        return request.items().stream()
                .filter(item -> item.id().equals(reduced.id()))
                .findFirst()
                .orElseThrow();
    }
}
