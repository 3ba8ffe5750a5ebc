package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;

/** Pays one item after the other until the money is gone: the second half of "sort, then pour" (ar.md 4.5). */
final class Pour {
    private final String rule;
    private final List<AllocationLine> lines = new ArrayList<>();
    private Amount left;

    Pour(String rule, Amount money) {
        this.rule = rule;
        left = money;
    }

    /** Pays as much of the item as is open. */
    void into(OpenItem item) {
        into(item, item.open());
    }

    /** Pays as much of the item as is open, at most {@code cap}. */
    void into(OpenItem item, Amount cap) {
        Amount limit = item.open().min(cap);
        Amount paid = limit.min(left);
        if (paid.signum() > 0) {
            String stop = paid.isLessThan(limit)
                    ? "the money"
                    : cap.isLessThan(item.open()) ? "the remittance of " + cap : "the item";
            lines.add(AllocationLine.of(
                    item.id(),
                    paid,
                    Explanation.of(
                            "allocation." + rule,
                            "number {0} by {1}, due {2}: {3} of {4} open and {5} left; ended by {6}",
                            lines.size() + 1,
                            rule,
                            item.dueDate(),
                            paid,
                            item.open(),
                            left,
                            stop)));
            left = left.subtract(paid);
        }
    }

    List<AllocationLine> lines() {
        return List.copyOf(lines);
    }
}
