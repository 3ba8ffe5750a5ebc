package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.receivable.OpenItem;
import java.time.LocalDate;
import java.util.Comparator;

/** Item by item, the next first. The order does not depend on what is open, so all that pours promise holds. */
class WaterfallTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless {
    @Override
    public AllocationStrategy strategy() {
        return Waterfall.byItem(Waterfalls.PAST_DUE, Waterfalls.DUE, Waterfalls.IN_ADVANCE);
    }

    @Override
    public Comparator<OpenItem> order() {
        LocalDate paid = LocalDate.of(2026, 3, 3); // the day of all generated payments
        return Comparator.comparing((OpenItem item) -> -Long.signum(item.daysPastDue(paid)))
                .thenComparing(item -> item.receivable().itemDueDate())
                .thenComparing(item -> item.receivable().item())
                .thenComparing(item -> Waterfalls.ORDER.indexOf(item.type()))
                .thenComparing(OpenItem.BY_DUE_DATE);
    }
}
