package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.ByPriority;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** Ranks as numbers: the day of the month on which an item is due, downwards. */
class ByPriorityNumberedTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return ByPriority.of(item -> -item.dueDate().getDayOfMonth());
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::dueDate)
                .reversed()
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id);
    }
}
