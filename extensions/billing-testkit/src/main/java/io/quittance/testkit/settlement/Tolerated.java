package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be tolerated, computed from what is due, what is paid and what is left (ar.md 4.8), where it is known what is paid together:
 * not where the payer names an item that gets nothing, which the strategy may exclude.
 */
final class Tolerated {
    private final TolerancePolicy policy;
    private final Closings closings;
    private final boolean spare;
    private final Amount zero;
    private final List<OpenItem> together;
    private final Map<ReceivableId, Amount> rests = new HashMap<>();
    private final Map<ReceivableId, Amount> gaps = new HashMap<>();
    private final Set<ReceivableId> beyondWord = new HashSet<>();
    private final boolean fillsRests;
    private final Amount left;
    private final Amount due;
    private final boolean isKnown;

    /** @param fillsRests whether money that is left pays rests that short pay would close */
    Tolerated(
            AllocationRequest request,
            TolerancePolicy policy,
            boolean fillsRests,
            OnOffer onOffer,
            Closings closings,
            Amount onAccount) {
        this.policy = policy;
        this.fillsRests = fillsRests;
        this.closings = closings;
        spare = DiscountLaw.isSpare(request, closings);
        zero = Amount.zero(request.available().getCurrency());
        Map<ReceivableId, Amount> said = new HashMap<>();
        Set<ReceivableId> named = new HashSet<>();
        for (Remittance one : request.remittances()) {
            named.add(one.item());
            one.amount().ifPresent(amount -> said.putIfAbsent(one.item(), amount));
        }
        List<OpenItem> shown = request.items().stream()
                .filter(item -> named.contains(item.id()) && closings.isPaid(item.id()))
                .toList();
        isKnown = request.items().stream()
                .allMatch(item -> !named.contains(item.id())
                        || closings.isPaid(item.id())
                        || onOffer.due(item).signum() == 0);
        together = shown.isEmpty()
                ? request.items().stream()
                        .filter(item -> closings.isPaid(item.id()))
                        .toList()
                : shown;
        Amount money = onAccount
                .add(closings.taken(Kind.OVERPAYMENT_INCOME))
                .add(closings.taken(Kind.TOLERANCE))
                .add(closings.taken(Kind.RECEIPT_TOLERANCE));
        Amount allDue = zero;
        for (OpenItem item : request.items()) {
            money = money.add(onOffer.beyond(item, closings.paid(item)));
        }
        for (OpenItem item : together) {
            Amount ofItem = onOffer.due(item);
            Amount paid = closings.paid(item).min(ofItem);
            Amount rest = ofItem.subtract(paid);
            Amount word = said.getOrDefault(item.id(), said.isEmpty() ? paid : ofItem);
            Amount byWord = ofItem.subtract(word).max(zero);
            if (paid.isGreaterThan(word) && !policy.limit(item.id()).allows(byWord, item.open())) {
                beyondWord.add(item.id());
            }
            rests.put(item.id(), rest);
            gaps.put(item.id(), ofItem.subtract(word).min(rest).max(zero));
            allDue = allDue.add(ofItem);
        }
        left = money;
        due = allDue;
    }

    /** What is otherwise than the policy says. */
    List<String> otherwise() {
        if (!isKnown || together.isEmpty()) {
            return List.of();
        }
        Optional<AdjustmentLimit> receipt = policy.ofReceipt();
        return receipt.isEmpty() ? pooled() : twoLevels(receipt.get());
    }

    private List<String> pooled() {
        Fraction most = Fraction.ZERO;
        for (OpenItem item : together) {
            most = most.plus(policy.limit(item.id()).most(item.open()));
        }
        Amount shortage = sum(rests);
        if (isBoth(shortage) && shortage.subtract(left).toFraction().compareTo(most) <= 0) {
            return List.of(shortage + " short beside " + left + " of the money");
        }
        boolean closes = isClosed(shortage, most);
        var otherwise = new ArrayList<String>();
        for (OpenItem item : together) {
            compare(otherwise, item, Kind.TOLERANCE, closes ? rest(item) : zero);
        }
        compare(otherwise, Kind.TOLERANCE, closes ? left : zero);
        return otherwise;
    }

    private List<String> twoLevels(AdjustmentLimit receipt) {
        var otherwise = new ArrayList<String>();
        for (OpenItem item : together) {
            if (isBoth(gap(item)) && isAlone(item) && isAllowed(item)) {
                otherwise.add(gap(item) + " short beside " + left + " of the money: " + item);
            }
            boolean isPaidLater = fillsRests && beyondWord.contains(item.id());
            if (closings.givenUp(item.id()).signum() > 0 || isPaidLater) {
                return otherwise; // money may have paid what is short in place of short pay, after the tolerances
            }
        }
        boolean closes = together.stream().allMatch(this::isAllowed)
                && isClosed(sum(rests).subtract(sum(gaps)), receipt.most(due));
        for (OpenItem item : together) {
            Amount ofItem = isAllowed(item) && (closes || isAlone(item)) ? gap(item) : zero;
            compare(otherwise, item, Kind.TOLERANCE, ofItem);
            compare(otherwise, item, Kind.RECEIPT_TOLERANCE, closes ? rest(item).subtract(ofItem) : zero);
        }
        compare(otherwise, Kind.RECEIPT_TOLERANCE, closes ? left : zero);
        return otherwise;
    }

    private Amount rest(OpenItem item) {
        return rests.getOrDefault(item.id(), zero);
    }

    private Amount gap(OpenItem item) {
        return gaps.getOrDefault(item.id(), zero);
    }

    /** Whether what is said of an item is all that it is short. */
    private boolean isAlone(OpenItem item) {
        return gap(item).isEqualTo(rest(item));
    }

    private boolean isAllowed(OpenItem item) {
        return policy.limit(item.id()).allows(gap(item), item.open());
    }

    /** Whether so much is short while money is left that can pay it. */
    private boolean isBoth(Amount shortage) {
        return spare && shortage.signum() > 0 && left.signum() > 0;
    }

    private boolean isClosed(Amount shortage, Fraction most) {
        return (left.signum() == 0 || (shortage.signum() == 0 && spare))
                && shortage.add(left).toFraction().compareTo(most) <= 0;
    }

    private Amount sum(Map<ReceivableId, Amount> amounts) {
        return together.stream()
                .map(item -> amounts.getOrDefault(item.id(), zero))
                .reduce(zero, Amount::add);
    }

    private void compare(List<String> otherwise, OpenItem item, Kind kind, Amount expected) {
        Amount tolerated = closings.of(item.id(), kind);
        if (!tolerated.isEqualTo(expected)) {
            otherwise.add(kind + " of " + tolerated + ", where " + expected + " is to be: " + item);
        }
    }

    private void compare(List<String> otherwise, Kind kind, Amount expected) {
        Amount taken = closings.taken(kind);
        if (!taken.isEqualTo(expected)) {
            otherwise.add(kind + " of " + taken + " taken, where " + expected + " is to be");
        }
    }
}
