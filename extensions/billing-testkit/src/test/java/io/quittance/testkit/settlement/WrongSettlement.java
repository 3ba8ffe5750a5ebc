package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.testkit.allocation.AllocationArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    GRANTS_A_DISCOUNT_ON_A_CREDIT(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN,
            () -> (request, policy) ->
                    request.isCredit() ? granting(right(request, policy), request, policy) : right(request, policy)),
    GRANTS_WHAT_WAS_GRANTED_BEFORE(SettlementLaw.DISCOUNT, Agreed.PLAIN.grantedAlready(), () -> (request, policy) -> {
        DiscountPolicy agreed = policy.discounts();
        return right(
                request,
                policy.discounts(
                        new DiscountPolicy(agreed.offers(), agreed.partPayment(), agreed.overpaid(), new TreeMap<>())));
    }),
    GRANTS_FOR_PART_PAYMENTS(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN.partPayment(DiscountPolicy.PartPayment.NONE),
            () -> (request, policy) -> right(
                    request,
                    policy.discounts(policy.discounts().partPayment(DiscountPolicy.PartPayment.IN_PROPORTION)))),
    GRANTS_ALL_FOR_A_PART(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN,
            () -> (request, policy) ->
                    right(request, policy.discounts(policy.discounts().partPayment(DiscountPolicy.PartPayment.WHOLE)))),
    GRANTS_WHERE_NOTHING_IS_PAID(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN.partPayment(DiscountPolicy.PartPayment.WHOLE),
            () -> (request, policy) ->
                    granting(Settlement.of(Allocation.of(request, asked -> List.of())), request, policy)),
    TOLERATES_BY_LIMITS_OF_WHAT_IS_NOT_PAID(
            SettlementLaw.TOLERANCE, Agreed.PLAIN.tolerating(Agreed.Tolerance.POOLED), () -> (request, policy) -> {
                Settlement all = Settlement.of(Allocation.of(request, new OldestDueFirst()));
                Amount most = unit(request).multiply(5).multiply(request.items().size());
                for (AllocationLine line : all.allocation().lines()) {
                    Amount left = all.openAfter(item(request, line.item()));
                    if (left.isGreaterThan(unit(request).multiply(5)) && left.isLessThanOrEqualTo(most)) {
                        all = with(all, Adjustment.Kind.TOLERANCE, line.item(), left);
                    }
                }
                return all;
            }),
    TOLERATES_A_PART_OF_A_REST(
            SettlementLaw.TOLERANCE, Agreed.PLAIN.tolerating(Agreed.Tolerance.TWO_LEVELS), () -> (request, policy) -> {
                Settlement all = right(request, policy.tolerance(null));
                for (AllocationLine line : all.allocation().lines()) {
                    OpenItem item = item(request, line.item());
                    AdjustmentLimit limit = policy.tolerance().limit(item.id());
                    if (all.openAfter(item).isGreaterThan(unit(request)) && limit.allows(unit(request), item.open())) {
                        all = with(all, Adjustment.Kind.TOLERANCE, line.item(), unit(request));
                    }
                }
                return all;
            }),
    TAKES_WHAT_IS_FOR_SOMETHING_ELSE(
            SettlementLaw.TOLERANCE, Agreed.PLAIN.tolerating(Agreed.Tolerance.POOLED), () -> (request, policy) -> {
                Settlement all = right(request, policy);
                Amount left = all.onAccount();
                return left.signum() > 0 && left.isLessThanOrEqualTo(unit(request))
                        ? taking(all, Adjustment.Kind.TOLERANCE, left)
                        : all;
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
    MAKES_THE_NEW_ITEM_DUE_LATER(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.NEW_ITEM),
            () -> (request, policy) -> right(
                    request,
                    policy.shortPay(ShortPay.newItem(AllocationArbitraries.PAID.plusDays(31), "/D", "short")))),
    CALLS_THE_NEW_ITEM_OTHERWISE(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.NEW_ITEM),
            () -> (request, policy) -> right(
                    request,
                    policy.shortPay(ShortPay.newItem(AllocationArbitraries.PAID.plusDays(30), "/E", "short")))),
    GIVES_ANOTHER_REASON(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.NEW_ITEM),
            () -> (request, policy) -> right(
                    request,
                    policy.shortPay(ShortPay.newItem(AllocationArbitraries.PAID.plusDays(30), "/D", "damaged")))),
    CHARGES_THE_BANK_FOR_A_REST(SettlementLaw.ALLOWED, Agreed.PLAIN, () -> (request, policy) -> {
        Settlement all = right(request, policy);
        for (AllocationLine line : all.allocation().lines()) {
            Amount left = all.openAfter(item(request, line.item()));
            all = left.signum() > 0 ? with(all, Adjustment.Kind.BANK_CHARGE, line.item(), left) : all;
        }
        return all;
    }),
    TAKES_WHAT_IS_ON_ACCOUNT(SettlementLaw.ALLOWED, Agreed.PLAIN, () -> (request, policy) -> {
        Settlement all = right(request, policy);
        return all.onAccount().signum() > 0 ? taking(all, Adjustment.Kind.OVERPAYMENT_INCOME, all.onAccount()) : all;
    }),
    TAKES_MORE_THAN_ITS_LIMIT(
            SettlementLaw.ALLOWED, Agreed.PLAIN.overpaid(Agreed.Overpaid.INCOME), () -> (request, policy) -> {
                Settlement all = right(request, policy);
                return all.onAccount().isGreaterThan(unit(request).multiply(3))
                        ? taking(all, Adjustment.Kind.OVERPAYMENT_INCOME, all.onAccount())
                        : all;
            }),
    LOSES_THE_CERTIFICATE(
            SettlementLaw.WITHHELD,
            Agreed.PLAIN.keepingTax(),
            () -> adjusting(
                    Adjustment.Kind.WITHHOLDING_TAX,
                    one -> Optional.of(Adjustment.of(one.kind(), item(one), one.amount(), one.explanation())
                            .taxed(one.tax())))),
    KEEPS_WHAT_IS_NO_TAX(
            SettlementLaw.WITHHELD,
            Agreed.PLAIN.keepingTax(),
            () -> adjusting(
                    Adjustment.Kind.WITHHOLDING_TAX,
                    one -> Optional.of(one.taxed(one.amount().subtract(one.amount()))))),
    GRANTS_NO_DISCOUNT(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN,
            () -> adjusting(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, one -> Optional.empty())),
    GRANTS_A_UNIT_LESS(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN.partPayment(DiscountPolicy.PartPayment.WHOLE),
            () -> adjusting(Adjustment.Kind.LATE_DISCOUNT, one -> {
                Amount less =
                        one.amount().subtract(Amount.ofMinor(1, one.amount().getCurrency()));
                return less.signum() == 0
                        ? Optional.empty()
                        : Optional.of(
                                Adjustment.of(one.kind(), item(one), less, Explanation.of("test.wrong", "{0}", less))
                                        .taxed(one.tax().min(less)));
            })),
    GRANTS_NOTHING_FOR_A_PART(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN,
            () -> (request, policy) ->
                    right(request, policy.discounts(policy.discounts().partPayment(DiscountPolicy.PartPayment.NONE)))),
    FORGETS_THE_TAX_OF_A_DISCOUNT(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN,
            () -> adjusting(
                    Adjustment.Kind.EARLY_PAYMENT_DISCOUNT,
                    one -> Optional.of(one.taxed(one.amount().subtract(one.amount()))))),
    TAKES_A_DISCOUNT_FOR_TAX(
            SettlementLaw.DISCOUNT,
            Agreed.PLAIN,
            () -> adjusting(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, one -> Optional.of(one.taxed(one.amount())))),
    CUTS_NO_DISCOUNT(
            SettlementLaw.OVERPAID,
            Agreed.PLAIN.overpaid(Agreed.Overpaid.CUT_BACK),
            () -> (request, policy) ->
                    right(request, policy.discounts(policy.discounts().overpaid(OverpaidDiscount.onAccount())))),
    TAKES_NO_INCOME(
            SettlementLaw.OVERPAID,
            Agreed.PLAIN.overpaid(Agreed.Overpaid.INCOME),
            () -> adjusting(Adjustment.Kind.OVERPAYMENT_INCOME, one -> Optional.empty())),
    TOLERATES_NOTHING(
            SettlementLaw.TOLERANCE,
            Agreed.PLAIN.tolerating(Agreed.Tolerance.POOLED),
            () -> (request, policy) -> right(request, policy.tolerance(null))),
    TOLERATES_NOTHING_OF_AN_ITEM(
            SettlementLaw.TOLERANCE,
            Agreed.PLAIN.tolerating(Agreed.Tolerance.TWO_LEVELS),
            () -> (request, policy) -> right(request, policy.tolerance(null))),
    GIVES_UP_BESIDE_MONEY(
            SettlementLaw.MONEY_FIRST, Agreed.PLAIN.shortPay(ShortPay.Mode.WRITE_OFF), () -> (request, policy) -> {
                Amount unit = unit(request);
                Settlement all = right(request, policy);
                var lines = new ArrayList<AllocationLine>();
                var moved = new ArrayList<>(all.adjustments());
                for (AllocationLine line : all.allocation().lines()) {
                    boolean isTaken = line.amount().isGreaterThan(unit) && moved.isEmpty();
                    lines.add(
                            isTaken
                                    ? AllocationLine.of(
                                            line.item(), line.amount().subtract(unit), line.explanation())
                                    : line);
                    if (isTaken) {
                        moved.add(Adjustment.of(
                                Adjustment.Kind.WRITE_OFF,
                                line.item(),
                                unit,
                                Explanation.of("test.wrong", "{0}", unit)));
                    }
                }
                return Settlement.restored(
                        Allocation.restored(request.payment(), request.available(), lines), moved, all.newItems());
            }),
    DATES_THE_NEW_ITEM_LATER(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.NEW_ITEM),
            () -> renewing(owed -> Receivable.of(
                    owed.id(), owed.customer(), owed.documentDate().plusDays(19), owed.dueDate(), owed.amount()))),
    CALLS_THE_NEW_ITEM_A_FEE(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.NEW_ITEM),
            () -> renewing(owed -> owed.withType(ReceivableType.FEE))),
    KNOWS_THE_NEW_ITEM_OTHERWISE(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.NEW_ITEM),
            () -> renewing(owed -> owed.knownBy("PO-9"))),
    SAYS_NO_REASON(
            SettlementLaw.EXPLANATION,
            Agreed.PLAIN,
            () -> adjusting(
                    Adjustment.Kind.EARLY_PAYMENT_DISCOUNT,
                    one -> Optional.of(new Adjustment(
                            one.kind(), item(one), one.amount(), one.tax(), null, Explanation.of("test.wrong", ""))))),
    WRITES_OFF_WITHOUT_A_POLICY(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN,
            () -> (request, policy) -> right(request, policy.shortPay(ShortPay.writeOff()))),
    TAKES_PART_FOR_FULL(
            SettlementLaw.SHORT_PAY,
            Agreed.PLAIN.shortPay(ShortPay.Mode.REQUIRE_FULL),
            () -> (request, policy) -> right(request, policy.shortPay(ShortPay.keepOpen()))),
    GRANTS_ALL_OF_A_DISCOUNT_EACH_TIME(SettlementLaw.PARTS, Agreed.PLAIN, () -> (request, policy) -> {
        DiscountPolicy agreed = policy.discounts();
        var none = new TreeMap<ReceivableId, SortedMap<LocalDate, Amount>>();
        request.items().forEach(item -> none.put(item.id(), new TreeMap<>()));
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

    /** Settles rightly, and then makes something else of each adjustment of a kind, or nothing. */
    private static Way adjusting(Adjustment.Kind kind, Function<Adjustment, Optional<Adjustment>> wrong) {
        return (request, policy) -> {
            Settlement all = right(request, policy);
            List<Adjustment> adjusted = all.adjustments().stream()
                    .flatMap(one -> one.kind() == kind ? wrong.apply(one).stream() : Stream.of(one))
                    .toList();
            return Settlement.restored(all.allocation(), adjusted, all.newItems());
        };
    }

    /** Settles rightly, and then lets something else owe what is moved. */
    private static Way renewing(Function<Receivable, Receivable> wrong) {
        return (request, policy) -> {
            Settlement all = right(request, policy);
            List<NewItem> renewed = all.newItems().stream()
                    .map(one -> new NewItem(wrong.apply(one.receivable()), one.origin(), one.reason()))
                    .toList();
            return Settlement.restored(all.allocation(), all.adjustments(), renewed);
        };
    }

    private static ReceivableId item(Adjustment one) {
        return one.closes().orElseThrow();
    }

    private static Settlement taking(Settlement settlement, Adjustment.Kind kind, Amount amount) {
        return settlement.with(
                Adjustment.ofPayment(kind, amount, Explanation.of("test.wrong", "{0} on purpose", amount)));
    }

    /** All of each discount that is on offer and still open. */
    private static Settlement granting(Settlement settlement, AllocationRequest request, SettlementPolicy policy) {
        Settlement all = settlement;
        for (OpenItem item : request.items()) {
            Amount discount = policy.discounts()
                    .offer(item.id())
                    .map(offer -> offer.quote(item.open(), request.payment().valueDate())
                            .discount())
                    .orElse(Amount.zero(item.open().getCurrency()))
                    .min(all.openAfter(item));
            all = discount.signum() > 0 ? with(all, Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, item.id(), discount) : all;
        }
        return all;
    }

    private static OpenItem item(AllocationRequest request, ReceivableId id) {
        return request.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
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
