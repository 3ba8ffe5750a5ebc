package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestInvoiceFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

class OldestInvoiceFirstTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new OldestInvoiceFirst();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::documentDate)
                .thenComparing(OpenItem::dueDate)
                .thenComparing(OpenItem::id);
    }
}
