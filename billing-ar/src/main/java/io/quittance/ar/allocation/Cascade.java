package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/** The money of one payment on its way down a {@link Waterfall}. */
final class Cascade {
    private final Rounding unit;
    private final List<AllocationLine> lines = new ArrayList<>();
    private Amount left;

    Cascade(Amount money, Rounding unit) {
        this.left = money;
        this.unit = unit;
    }

    /** Pays one item after the other, each as far as it goes. */
    void pour(List<Components> items, Waterfall.Standing standing) {
        items.forEach(item -> pay(item, item.open(), standing));
    }

    /** Pays the same of each item, up to what is open of it. */
    void share(List<Components> items, Waterfall.Standing standing) {
        List<Amount> room = items.stream().map(Components::open).toList();
        List<Amount> shares = EvenShares.of(left, room, unit);
        for (int i = 0; i < shares.size(); i++) {
            pay(items.get(i), shares.get(i), standing);
        }
    }

    /** @param share at most what is open of the item */
    private void pay(Components item, Amount share, Waterfall.Standing standing) {
        Amount rest = share;
        for (OpenItem debt : item.debts()) {
            Amount cap = rest.min(debt.open());
            Amount paid = cap.min(left);
            if (paid.signum() > 0) {
                String stop = paid.isLessThan(cap)
                        ? "the money"
                        : paid.isLessThan(debt.open()) ? "the share of " + share : "the item";
                lines.add(AllocationLine.of(debt.id(), paid, why(debt, paid, standing, stop)));
                left = left.subtract(paid);
                rest = rest.subtract(paid);
            }
        }
    }

    private Explanation why(OpenItem debt, Amount paid, Waterfall.Standing standing, String stop) {
        return Explanation.of(
                        "allocation.waterfall",
                        "number {0} by {1}, {2} of {3}, due {4}: {5} of {6} open and {7} left; ended by {8}",
                        lines.size() + 1,
                        "waterfall",
                        debt.type(),
                        debt.receivable().item(),
                        debt.dueDate(),
                        paid,
                        debt.open(),
                        left,
                        stop)
                .within(standing.toString());
    }

    List<AllocationLine> lines() {
        return List.copyOf(lines);
    }
}
