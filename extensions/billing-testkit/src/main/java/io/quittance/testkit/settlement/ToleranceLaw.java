package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a settlement may tolerate (ar.md, 4.8 and law 20). */
final class ToleranceLaw {
    private final AllocationRequest request;
    private final OnOffer onOffer;
    private final Closings closings;
    private final Amount onAccount;
    private final Set<ReceivableId> used;
    private final List<BrokenLaw> broken = new ArrayList<>();

    private ToleranceLaw(AllocationRequest request, OnOffer onOffer, Closings closings, Amount onAccount) {
        this.request = request;
        this.onOffer = onOffer;
        this.closings = closings;
        this.onAccount = onAccount;
        used = closings.with(Kind.TOLERANCE, Kind.RECEIPT_TOLERANCE);
    }

    static List<BrokenLaw> broken(
            AllocationRequest request,
            SettlementPolicy settling,
            OnOffer onOffer,
            Closings closings,
            Amount onAccount) {
        TolerancePolicy policy = settling.tolerance();
        var law = new ToleranceLaw(request, onOffer, closings, onAccount);
        Amount taken = closings.taken(Kind.TOLERANCE).add(closings.taken(Kind.RECEIPT_TOLERANCE));
        if (policy != null) {
            boolean fillsRests = settling.shortPay().mode() != ShortPay.Mode.KEEP_OPEN;
            new Tolerated(request, policy, fillsRests, onOffer, closings, onAccount)
                    .otherwise()
                    .forEach(what -> law.require(false, what));
        }
        if (law.used.isEmpty() && taken.signum() == 0) {
            return law.broken;
        }
        if (policy == null) {
            law.within("no tolerance", Fraction.ZERO, Kind.TOLERANCE);
            law.within("no tolerance", Fraction.ZERO, Kind.RECEIPT_TOLERANCE);
            return law.broken;
        }
        law.require(
                taken.signum() == 0 || law.used.isEmpty(), taken + " taken beside what is tolerated of " + law.used);
        law.require(
                taken.signum() == 0 || DiscountLaw.isSpare(request, closings),
                taken + " taken, which is for something else");
        law.judge(policy);
        return law.broken;
    }

    private void judge(TolerancePolicy policy) {
        Set<ReceivableId> together = together();
        require(together.containsAll(used), used + " tolerated, where " + together + " are paid together");
        require(!together.isEmpty(), "money taken by a tolerance of nothing that is paid");
        Fraction limits = Fraction.ZERO;
        Amount due = Amount.zero(request.available().getCurrency());
        for (OpenItem item : request.items()) {
            if (used.contains(item.id())) {
                Amount left = closings.left(item);
                require(left.signum() == 0, left + " left of what is tolerated: " + item);
            }
            if (together.contains(item.id())) {
                limits = limits.plus(policy.limit(item.id()).most(item.open()));
                due = due.add(onOffer.due(item));
            }
        }
        Optional<AdjustmentLimit> receipt = policy.ofReceipt();
        if (receipt.isEmpty()) {
            within("the limits of what is paid together", limits, Kind.TOLERANCE);
            within("pooled limits", Fraction.ZERO, Kind.RECEIPT_TOLERANCE);
            requireAllClosed(together);
            return;
        }
        for (OpenItem item : request.items()) {
            Amount tolerated = closings.of(item.id(), Kind.TOLERANCE);
            AdjustmentLimit limit = policy.limit(item.id());
            require(
                    tolerated.signum() == 0 || limit.allows(tolerated, item.open()),
                    tolerated + " within " + limit + " of " + item);
        }
        Amount taken = closings.taken(Kind.TOLERANCE);
        require(taken.signum() == 0, taken + " taken by a limit of items");
        within("the limit of the receipt", receipt.get().most(due), Kind.RECEIPT_TOLERANCE);
        if (sum(Kind.RECEIPT_TOLERANCE).signum() > 0
                || closings.taken(Kind.RECEIPT_TOLERANCE).signum() > 0) {
            requireAllClosed(together);
        }
    }

    /**
     * The items whose limits count: those that the payer names, else those that are paid. Which ones the strategy excludes, of those that
     * are named and not paid, is not known here; none of which nothing is due.
     */
    private Set<ReceivableId> together() {
        Set<ReceivableId> known = request.items().stream()
                .filter(item -> closings.isPaid(item.id()) || onOffer.due(item).signum() > 0)
                .map(OpenItem::id)
                .collect(Collectors.toSet());
        Set<ReceivableId> named =
                request.remittances().stream().map(Remittance::item).collect(Collectors.toCollection(HashSet::new));
        named.retainAll(known);
        boolean isNamed = named.stream().anyMatch(closings::isPaid) || (!used.isEmpty() && named.containsAll(used));
        return isNamed ? named : closings.paid();
    }

    /** Of what is paid together nothing is left, neither of items nor of the money. */
    private void requireAllClosed(Set<ReceivableId> together) {
        for (OpenItem item : request.items()) {
            Amount left = closings.left(item);
            require(
                    left.signum() <= 0 || !closings.isPaid(item.id()) || !together.contains(item.id()),
                    left + " left beside a tolerance: " + item);
        }
        require(onAccount.signum() <= 0, onAccount + " on account beside a tolerance");
    }

    private Amount sum(Kind kind) {
        return used.stream()
                .map(item -> closings.of(item, kind))
                .reduce(Amount.zero(request.available().getCurrency()), Amount::add);
    }

    /** What is tolerated on items, and what is taken of the money, are each within the limit. */
    private void within(String name, Fraction most, Kind kind) {
        Amount over = closings.taken(kind);
        Amount shortOf = sum(kind);
        require(shortOf.toFraction().compareTo(most) <= 0, shortOf + " short within " + name + ", " + most);
        require(over.toFraction().compareTo(most) <= 0, over + " over within " + name + ", " + most);
    }

    private void require(boolean isKept, String otherwise) {
        if (!isKept) {
            broken.add(new BrokenLaw(SettlementLaw.TOLERANCE, otherwise + ": " + request));
        }
    }
}
