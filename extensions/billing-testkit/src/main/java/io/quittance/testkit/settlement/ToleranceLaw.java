package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a settlement may tolerate (ar.md, 4.8 and law 20). */
final class ToleranceLaw {
    private ToleranceLaw() {}

    static List<BrokenLaw> broken(AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
        TolerancePolicy tolerance = policy.tolerance();
        if (tolerance == null) {
            return within("no tolerance", Fraction.ZERO, settlement, Kind.TOLERANCE, Kind.RECEIPT_TOLERANCE);
        }
        Optional<AdjustmentLimit> receipt = tolerance.ofReceipt();
        return receipt.isEmpty()
                ? pooled(request, tolerance, settlement)
                : twoLevels(request, tolerance, receipt.get(), settlement);
    }

    private static List<BrokenLaw> pooled(AllocationRequest request, TolerancePolicy tolerance, Settlement settlement) {
        Fraction most = Fraction.ZERO;
        for (OpenItem item : request.items()) {
            most = most.plus(tolerance.limit(item.id()).most(item.open()));
        }
        var broken = new ArrayList<>(within("all limits together", most, settlement, Kind.TOLERANCE));
        broken.addAll(within("pooled limits", Fraction.ZERO, settlement, Kind.RECEIPT_TOLERANCE));
        boolean isUsed = settlement.adjustments().stream().anyMatch(one -> one.kind() == Kind.TOLERANCE);
        if (isUsed && settlement.onAccount().signum() > 0) {
            broken.add(new BrokenLaw(
                    SettlementLaw.TOLERANCE, settlement.onAccount() + " on account beside a tolerance: " + settlement));
        }
        return broken;
    }

    private static List<BrokenLaw> twoLevels(
            AllocationRequest request, TolerancePolicy tolerance, AdjustmentLimit receipt, Settlement settlement) {
        var broken = new ArrayList<BrokenLaw>();
        Amount open = Amount.zero(request.available().getCurrency());
        for (OpenItem item : request.items()) {
            open = open.add(item.open());
            Amount tolerated = settlement.adjusted(item.id(), Kind.TOLERANCE);
            if (!tolerance.limit(item.id()).allows(tolerated, item.open())) {
                broken.add(new BrokenLaw(
                        SettlementLaw.TOLERANCE, tolerated + " within " + tolerance.limit(item.id()) + " of " + item));
            }
        }
        broken.addAll(within("the limit of the receipt", receipt.most(open), settlement, Kind.RECEIPT_TOLERANCE));
        return broken;
    }

    /** What is tolerated on items, and what is taken of the money, are each within the limit. */
    private static List<BrokenLaw> within(String name, Fraction most, Settlement settlement, Kind... kinds) {
        var broken = new ArrayList<BrokenLaw>();
        for (boolean ofItems : new boolean[] {true, false}) {
            Amount sum = settlement.adjustments().stream()
                    .filter(one ->
                            List.of(kinds).contains(one.kind()) && one.closes().isPresent() == ofItems)
                    .map(Adjustment::amount)
                    .reduce(Amount.zero(settlement.applied().getCurrency()), Amount::add);
            if (sum.toFraction().compareTo(most) > 0) {
                broken.add(new BrokenLaw(
                        SettlementLaw.TOLERANCE,
                        sum + (ofItems ? " short" : " over") + " within " + name + ", " + most + ": " + settlement));
            }
        }
        return broken;
    }
}
