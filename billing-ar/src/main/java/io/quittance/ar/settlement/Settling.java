package io.quittance.ar.settlement;

import static io.quittance.ar.settlement.Adjustment.Kind.EARLY_PAYMENT_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.LATE_DISCOUNT;
import static io.quittance.ar.settlement.Adjustment.Kind.OVERPAYMENT_INCOME;
import static io.quittance.ar.settlement.Adjustment.Kind.WITHHOLDING_TAX;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.discount.OverpaidDiscount;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.DiscountPolicy.PartPayment;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles one payment by a policy, step by step; what each step does is in {@link SettlementPolicy}. */
final class Settling {
    private final AllocationRequest request;
    private final AllocationStrategy strategy;
    private final SettlementPolicy policy;
    private final Map<ReceivableId, Share> shares = new LinkedHashMap<>();
    private final List<AllocationLine> lines;
    private final List<Adjustment> ofPayment = new ArrayList<>();
    private Amount left;

    Settling(AllocationRequest request, AllocationStrategy strategy, SettlementPolicy policy) {
        this.request = request;
        this.strategy = strategy;
        this.policy = requireNonNull(policy, "policy");
        new InCurrency(request).require(policy);
        requireWithheldOfItems();
        openShares();
        Allocation proposed = Allocation.of(reduced(), strategy);
        lines = proposed.lines();
        lines.forEach(line -> share(line.item()).pay(line.amount()));
        left = proposed.unapplied();
    }

    /** Tax is withheld of items that the payment can settle. */
    private void requireWithheldOfItems() {
        Set<ReceivableId> items = request.items().stream().map(OpenItem::id).collect(toSet());
        for (int i = 0; i < policy.withholdings().size(); i++) {
            ReceivableId item = policy.withholdings().get(i).item();
            Require.that(
                    items.contains(item),
                    "settlement.unknown",
                    "withholdings[" + i + "].item",
                    "must be one of the request's items",
                    item);
        }
    }

    private void openShares() {
        Map<ReceivableId, Amount> withheld = withheld();
        Amount zero = Amount.zero(request.available().getCurrency());
        for (OpenItem item : request.items()) {
            Amount kept = withheld.getOrDefault(item.id(), zero);
            Share share = new Share(item, quote(item), kept);
            Require.that(
                    share.due().signum() >= 0,
                    "settlement.withheld",
                    "withholdings",
                    "must be at most " + share.full().amountDue() + ", which is due of " + item.id(),
                    kept);
            shares.put(item.id(), share);
        }
        for (Withholding one : policy.withholdings()) {
            Explanation why = Explanation.of(
                    "settlement.withheld", "{0} kept as tax, certificate {1}", one.amount(), one.certificate());
            share(one.item())
                    .adjustments()
                    .add(Adjustment.of(WITHHOLDING_TAX, one.item(), one.amount(), why)
                            .taxed(one.amount())
                            .provedBy(one.certificate()));
        }
    }

    private Map<ReceivableId, Amount> withheld() {
        Map<ReceivableId, Amount> withheld = new LinkedHashMap<>();
        for (Withholding one : policy.withholdings()) {
            withheld.merge(one.item(), one.amount(), Amount::add);
        }
        return withheld;
    }

    private Share share(ReceivableId item) {
        return Require.present(shares.get(item), "item");
    }

    /** What is on offer for money; a credit pays nothing early. */
    private Optional<DiscountOffer> offer(OpenItem item) {
        return request.isCredit()
                ? Optional.empty()
                : policy.discounting().flatMap(discounts -> discounts.offer(item.id()));
    }

    /** The day that counts for discounts, also where the money is allocated later. */
    private LocalDate valueDate() {
        return request.payment().valueDate();
    }

    private DiscountQuote quote(OpenItem item) {
        return offer(item)
                .map(offer -> bounded(item, offer, offer.quote(item.open(), valueDate())))
                .orElseGet(() -> nothing(item));
    }

    /** At most what is left of the discount of the whole item. */
    private DiscountQuote bounded(OpenItem item, DiscountOffer offer, DiscountQuote quote) {
        return policy.discounting()
                .map(discounts -> quote.atMost(discounts.left(item, offer, valueDate())))
                .orElse(quote);
    }

    private static DiscountQuote nothing(OpenItem item) {
        Amount zero = Amount.zero(item.open().getCurrency());
        Explanation why = Explanation.of("discount.none", "no discount on {0}", item.id());
        return new DiscountQuote(item.open(), zero, zero, null, false, why);
    }

    /** The request as the strategy sees it: of each item what is due. */
    private AllocationRequest reduced() {
        List<OpenItem> items = shares.values().stream()
                .filter(share -> share.due().signum() > 0)
                .map(Settling::reduced)
                .toList();
        return request.with(request.available(), items);
    }

    private static OpenItem reduced(Share share) {
        return share.item().withOpen(share.due());
    }

    /** What the payer names and the strategy does not exclude, else what the strategy pays; in the order of the request. */
    private List<Share> paidTogether() {
        Map<ReceivableId, List<Remittance>> named =
                request.remittances().stream().collect(groupingBy(Remittance::item));
        List<Share> shown = shares.values().stream()
                .filter(share -> named.containsKey(share.item().id())
                        && (share.isPaid()
                                || wouldBePaid(share, named.get(share.item().id()))))
                .toList();
        return shown.isEmpty() ? shares.values().stream().filter(Share::isPaid).toList() : shown;
    }

    /** Whether the money would pay it if there were no other item: one that gets nothing then is excluded by the strategy. */
    private boolean wouldBePaid(Share share, List<Remittance> naming) {
        if (share.due().signum() == 0) {
            return false;
        }
        Payment alone =
                request.payment().namingOnly(naming); // a strategy need not read what is said of all others, for each
        AllocationRequest asked = AllocationRequest.of(alone, request.available(), List.of(reduced(share)));
        return !Allocation.of(asked.on(request.date()), strategy).lines().isEmpty();
    }

    /** Whether money that is left is for nothing that is known: it is not prepaid, and all that the payer names got some. */
    private boolean isSpare() {
        return request.payment().prepaidFor().isEmpty()
                && request.remittances().stream()
                        .map(one -> shares.get(one.item()))
                        .allMatch(share -> share != null && share.isPaid());
    }

    Settlement settlement() {
        policy.tolerating().ifPresent(tolerance -> {
            var tolerating = new Tolerating(request, tolerance, paidTogether(), isSpare());
            left = left.subtract(tolerating.settle(left));
            ofPayment.addAll(tolerating.ofPayment());
        });
        var residuals = new Residuals(policy.shortPay(), request);
        fillRests(residuals);
        policy.discounting().ifPresent(this::settleDiscounts);
        shares.values().forEach(residuals::settle);
        var adjustments = new ArrayList<Adjustment>();
        shares.values().forEach(share -> adjustments.addAll(share.adjustments()));
        adjustments.addAll(ofPayment);
        return new Settlement(allocation(), adjustments, residuals.newItems());
    }

    /** Money that is for nothing else first pays the rests that would be given up or moved, in the order of the items. */
    private void fillRests(Residuals residuals) {
        if (left.signum() == 0 || !isSpare()) {
            return;
        }
        for (Share share : shares.values()) {
            Amount discount = policy.discounting()
                    .map(discounts -> earned(share, discounts).discount())
                    .orElseGet(() -> share.full().discount());
            left = residuals
                    .otherwise(share, share.open(discount))
                    .map(otherwise -> share.fill(share.rest(), left, otherwise))
                    .orElse(left);
        }
    }

    private void settleDiscounts(DiscountPolicy discounts) {
        shares.values().forEach(share -> share.grant(earned(share, discounts)));
        if (left.signum() > 0 && isSpare()) {
            settleOverpaid(discounts.overpaid());
        }
        for (Share share : shares.values()) {
            DiscountQuote granted = share.granted();
            if (granted.discount().signum() > 0) {
                share.adjustments()
                        .add(Adjustment.of(
                                        granted.late() ? LATE_DISCOUNT : EARLY_PAYMENT_DISCOUNT,
                                        share.item().id(),
                                        granted.discount(),
                                        granted.explanation())
                                .taxed(granted.tax()));
            }
        }
    }

    /** What an item earns: all where nothing is left of what is due, else by the rule for part payments. */
    private DiscountQuote earned(Share share, DiscountPolicy discounts) {
        Amount settled = share.paid().add(share.withheld());
        boolean whole = discounts.partPayment() == PartPayment.WHOLE && settled.signum() > 0;
        boolean closed = share.rest().signum() == 0 && (settled.signum() > 0 || share.isTolerated());
        if (whole || closed) {
            return share.full();
        }
        return discounts.partPayment() == PartPayment.IN_PROPORTION && settled.signum() > 0
                ? offer(share.item())
                        .map(offer -> offer.earned(settled, share.item().open(), valueDate())
                                .atMost(share.full().discount()))
                        .orElse(share.full())
                : nothing(share.item());
    }

    /** Money beyond what is due after discounts: by the rule, one item after the other. */
    private void settleOverpaid(OverpaidDiscount rule) {
        int number = 0;
        for (Share share : shares.values()) {
            if (share.isPaid()
                    && share.granted().discount().signum() > 0
                    && share.rest().signum() == 0) {
                DiscountQuote full = share.full();
                OverpaidDiscount.Outcome outcome =
                        rule.settle(full, full.amountDue().add(left));
                share.cutTo(outcome.quote(), whyCut(++number, rule, full, outcome));
                if (outcome.difference().signum() > 0) {
                    Explanation why = Explanation.of(
                            "settlement.overpaid", "{0} more than is due: {1}", outcome.difference(), rule);
                    ofPayment.add(Adjustment.ofPayment(OVERPAYMENT_INCOME, outcome.difference(), why));
                }
                left = outcome.onAccount();
            }
        }
    }

    private Explanation whyCut(
            int number, OverpaidDiscount rule, DiscountQuote full, OverpaidDiscount.Outcome outcome) {
        return Explanation.of(
                "settlement.cut",
                "number {0} by {1}: {2} in place of a discount of {3}, and {4} left; ended by {5}",
                number,
                rule,
                full.discount().subtract(outcome.quote().discount()),
                full.discount(),
                left,
                outcome.quote().discount().signum() == 0 ? "the discount" : "the money");
    }

    /**
     * The lines of the strategy, with what is paid beyond them in place of tolerances and for discounts that were cut; known to balance by
     * its own laws.
     */
    private Allocation allocation() {
        List<AllocationLine> paid = lines.stream().map(this::paid).toList();
        return Allocation.of(request, asked -> paid);
    }

    private AllocationLine paid(AllocationLine line) {
        Share share = share(line.item());
        AllocationLine filled = share.filled().map(line::and).orElse(line);
        return share.cutWhy()
                .map(why -> filled.and(AllocationLine.of(line.item(), share.cut(), why)))
                .orElse(filled);
    }
}
