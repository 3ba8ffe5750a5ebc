package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.LargestFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** What is the largest changes when a part of it is paid, so it promises neither splitting nor commuting. */
class LargestFirstTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new LargestFirst();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::open)
                .reversed()
                .thenComparing(OpenItem::dueDate)
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id);
    }
}
