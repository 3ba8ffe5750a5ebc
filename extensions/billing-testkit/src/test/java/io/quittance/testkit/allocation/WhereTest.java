package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** What is in dispute is as good as not there. */
class WhereTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Prioritised,
                AllocationStrategyContract.Commuting,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new OldestDueFirst().where("undisputed", this::isEligible);
    }

    @Override
    public boolean isEligible(OpenItem item) {
        return !item.isDisputed();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(OpenItem::dueDate)
                .thenComparing(OpenItem::documentDate)
                .thenComparing(OpenItem::id);
    }
}
