package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.ByPriority;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** What is contested comes last. */
class ByPriorityTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return ByPriority.of(new ByPriority.Group("undisputed", item -> !item.isDisputed()));
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::isDisputed)
                .thenComparing(OpenItem::dueDate)
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id);
    }
}
