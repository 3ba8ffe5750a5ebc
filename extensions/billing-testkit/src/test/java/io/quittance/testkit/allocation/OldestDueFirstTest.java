package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

class OldestDueFirstTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new OldestDueFirst();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::dueDate)
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id);
    }
}
