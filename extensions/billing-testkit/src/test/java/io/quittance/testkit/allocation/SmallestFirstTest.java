package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.SmallestFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** What is the smallest stays so when a part of it is paid, so two payments settle what one does. */
class SmallestFirstTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new SmallestFirst();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::open)
                .thenComparing(OpenItem::dueDate)
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id);
    }
}
