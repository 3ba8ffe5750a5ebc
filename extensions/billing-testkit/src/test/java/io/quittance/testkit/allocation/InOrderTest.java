package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** By document date alone; the rest of the order is the usual one. */
class InOrderTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return InOrder.of("oldest-invoice-first", Comparator.comparing(OpenItem::documentDate));
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::documentDate)
                .thenComparing(OpenItem::dueDate)
                .thenComparing(OpenItem::id);
    }
}
