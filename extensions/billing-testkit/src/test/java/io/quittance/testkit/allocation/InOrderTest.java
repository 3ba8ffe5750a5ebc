package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/** The largest first; what is the largest changes when a part of it is paid, so it cannot promise splitting. */
class InOrderTest implements AllocationStrategyContract.Exhaustive, AllocationStrategyContract.Monotone {
    @Override
    public AllocationStrategy strategy() {
        return InOrder.of("largest-first", Comparator.comparing(OpenItem::open).reversed());
    }
}
