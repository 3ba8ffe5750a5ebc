package io.quittance.ar.allocation;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Proposals in words. */
final class Plan {
    private Plan() {}

    /** What a strategy pays of items, as {@code EUR 50.00 to R-1}, in the order of its lines. */
    static List<String> of(AllocationStrategy strategy, String money, OpenItem... items) {
        return lines(Allocation.of(payment("P1", "2026-03-10", money), List.of(items), strategy));
    }

    static List<String> lines(Allocation allocation) {
        return allocation.lines().stream().map(AllocationLine::toString).toList();
    }

    /** Items {@code R-1}, {@code R-2} and so on, due from 1 March 2026 on, a day after the other. */
    static OpenItem[] items(String... open) {
        var items = new ArrayList<OpenItem>();
        for (int i = 0; i < open.length; i++) {
            String day = "2026-03-" + (i < 9 ? "0" : "") + (i + 1);
            items.add(item("R-" + (i + 1), day, open[i]));
        }
        return items.toArray(OpenItem[]::new);
    }

    static List<String> reasons(AllocationStrategy strategy, String money, OpenItem... items) {
        return strategy
                .propose(AllocationRequest.of(payment("P1", "2026-03-10", money), eur(money), List.of(items)))
                .stream()
                .map(AllocationLine::explanation)
                .map(Explanation::text)
                .toList();
    }
}
