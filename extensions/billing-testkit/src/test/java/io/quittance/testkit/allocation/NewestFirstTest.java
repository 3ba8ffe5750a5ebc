package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.NewestFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

class NewestFirstTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new NewestFirst();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::dueDate)
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id)
                .reversed();
    }
}
