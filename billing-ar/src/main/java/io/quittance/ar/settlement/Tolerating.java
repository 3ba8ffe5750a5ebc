package io.quittance.ar.settlement;

import static io.quittance.ar.settlement.Adjustment.Kind.RECEIPT_TOLERANCE;
import static io.quittance.ar.settlement.Adjustment.Kind.TOLERANCE;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Closes differences that are within the limits: pooled, and those of the receipt, all or none; those of items each by itself. */
final class Tolerating {
    private static final String TOLERATED = "tolerated";

    private final AllocationRequest request;
    private final TolerancePolicy policy;
    private final List<Share> together;
    private final boolean spare;
    private final Amount zero;
    private final List<Adjustment> ofPayment = new ArrayList<>();

    /** @param spare whether money that no item gets may be taken */
    Tolerating(AllocationRequest request, TolerancePolicy policy, List<Share> together, boolean spare) {
        this.request = request;
        this.policy = policy;
        this.together = together;
        this.spare = spare;
        zero = Amount.zero(request.available().getCurrency());
    }

    /** What is taken of the money that is left. */
    List<Adjustment> ofPayment() {
        return ofPayment;
    }

    /**
     * Closes what may be closed.
     *
     * @param left money that no item gets
     * @return how much of it is taken, or pays what is tolerated else
     */
    Amount settle(Amount left) {
        if (together.isEmpty()) {
            return zero;
        }
        return policy.ofReceipt().map(limit -> twoLevels(limit, left)).orElseGet(() -> pooled(left));
    }

    private Amount pooled(Amount available) {
        Fraction most = Fraction.ZERO;
        for (Share share : together) {
            most = most.plus(policy.most(share.item()));
        }
        Amount shortage = shortOf(Map.of());
        Amount left = available;
        if (spare && shortage.subtract(available).toFraction().compareTo(most) <= 0) {
            for (Share share : together) {
                left = share.fill(share.rest(), left, TOLERATED);
            }
        }
        Amount taken = close(shortOf(Map.of()), left, most, most.toString(), TOLERANCE);
        return available.subtract(left).add(taken);
    }

    private Amount twoLevels(AdjustmentLimit receipt, Amount available) {
        Amount filled = fill(gaps(), available);
        Amount left = available.subtract(filled);
        Map<ReceivableId, Amount> gaps = gaps();
        Amount due = together.stream().map(Share::due).reduce(zero, Amount::add);
        Amount shortage = shortOf(gaps);
        boolean closes = together.stream().allMatch(share -> isAllowed(share, gaps))
                && isClosed(shortage, left, receipt.most(due));
        for (Share share : together) {
            Amount gap = gaps.getOrDefault(share.item().id(), zero);
            if (gap.signum() > 0 && isAllowed(share, gaps) && (closes || gap.equals(share.rest()))) {
                String limit = policy.limit(share.item().id()).toString();
                tolerate(share, gap, TOLERANCE, limit);
            }
        }
        Amount taken = closes
                ? close(shortOf(Map.of()), left, receipt.most(due), receipt.toString(), RECEIPT_TOLERANCE)
                : zero;
        return filled.add(taken);
    }

    /**
     * Pays with money that nobody else is to get what would be tolerated of items, in their order: nothing is given up that the
     * payer's own money can pay.
     *
     * @return how much is paid so
     */
    private Amount fill(Map<ReceivableId, Amount> gaps, Amount available) {
        Amount left = available;
        for (Share share : together) {
            Amount gap = gaps.getOrDefault(share.item().id(), zero);
            if (spare && gap.equals(share.rest()) && isAllowed(share, gaps)) {
                left = share.fill(gap, left, TOLERATED);
            }
        }
        return available.subtract(left);
    }

    /** Whether what the item is short is within its own limit, which that of the receipt does not replace. */
    private boolean isAllowed(Share share, Map<ReceivableId, Amount> gaps) {
        ReceivableId id = share.item().id();
        return policy.limit(id).allows(gaps.getOrDefault(id, zero), share.item().open());
    }

    /** What items are short by the payer's own words; without words, what they are short. */
    private Map<ReceivableId, Amount> gaps() {
        Map<ReceivableId, Amount> named = new LinkedHashMap<>();
        for (Remittance one : request.remittances()) {
            one.amount().ifPresent(amount -> named.putIfAbsent(one.item(), amount));
        }
        Map<ReceivableId, Amount> gaps = new LinkedHashMap<>();
        for (Share share : together) {
            ReceivableId id = share.item().id();
            Amount gap = share.due().subtract(named.getOrDefault(id, named.isEmpty() ? share.paid() : share.due()));
            gaps.put(id, gap.min(share.rest()).max(zero));
        }
        return gaps;
    }

    /** What is short of all items after what is tolerated of each. */
    private Amount shortOf(Map<ReceivableId, Amount> gaps) {
        Amount sum = zero;
        for (Share share : together) {
            sum = sum.add(share.rest()).subtract(gaps.getOrDefault(share.item().id(), zero));
        }
        return sum;
    }

    /** Whether nothing is left on one of both sides, and on the other no more than the limit, which may be taken. */
    private boolean isClosed(Amount shortage, Amount left, Fraction most) {
        return (left.signum() == 0 || (shortage.signum() == 0 && spare))
                && shortage.add(left).toFraction().compareTo(most) <= 0;
    }

    private Amount close(Amount shortage, Amount left, Fraction most, String limit, Adjustment.Kind kind) {
        if (!isClosed(shortage, left, most)) {
            return zero;
        }
        for (Share share : together) {
            if (share.rest().signum() > 0) {
                tolerate(share, share.rest(), kind, limit);
            }
        }
        if (left.signum() > 0) {
            ofPayment.add(Adjustment.ofPayment(kind, left, why(left, "over", limit)));
        }
        return left;
    }

    private static void tolerate(Share share, Amount amount, Adjustment.Kind kind, String limit) {
        share.tolerate(amount);
        share.adjustments().add(Adjustment.of(kind, share.item().id(), amount, why(amount, "short", limit)));
    }

    private static Explanation why(Amount amount, String side, String limit) {
        return Explanation.of("settlement.tolerance", "{0} {1}, within the limit of {2}", amount, side, limit);
    }
}
