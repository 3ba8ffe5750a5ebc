package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Pays one item after the other until the money is gone: the second half of "sort, then pour" (ar.md 4.5). */
final class Pour {
    private final String rule;
    private final List<AllocationLine> lines = new ArrayList<>();
    private Amount left;

    Pour(String rule, Amount money) {
        this.rule = rule;
        left = money;
    }

    /**
     * Both halves: the items of a request, the smallest of the order first.
     *
     * @param order one in which no two items are equal
     */
    static List<AllocationLine> sorted(String rule, AllocationRequest request, Comparator<OpenItem> order) {
        var pour = new Pour(rule, request.available());
        request.items().stream().sorted(order).forEach(pour::into);
        return pour.lines();
    }

    /** Pays as much of the item as is open. */
    void into(OpenItem item) {
        into(item, item.open());
    }

    /** Pays as much of the item as is open; explained as a part of the class of that name. */
    void into(OpenItem item, String within) {
        into(item, item.open(), why -> why.within(within));
    }

    /** Pays as much of the item as is open, at most {@code cap}. */
    void into(OpenItem item, Amount cap) {
        into(item, cap, UnaryOperator.identity());
    }

    private void into(OpenItem item, Amount cap, UnaryOperator<Explanation> placed) {
        Amount limit = item.open().min(cap);
        Amount paid = limit.min(left);
        if (paid.signum() > 0) {
            String stop = paid.isLessThan(limit)
                    ? "the money"
                    : cap.isLessThan(item.open()) ? "the remittance of " + cap : "the item";
            Explanation why = Explanation.of(
                    "allocation." + rule,
                    "number {0} by {1}, due {2}: {3} of {4} open and {5} left; ended by {6}",
                    lines.size() + 1,
                    rule,
                    item.dueDate(),
                    paid,
                    item.open(),
                    left,
                    stop);
            lines.add(AllocationLine.of(item.id(), paid, placed.apply(why)));
            left = left.subtract(paid);
        }
    }

    List<AllocationLine> lines() {
        return List.copyOf(lines);
    }
}
