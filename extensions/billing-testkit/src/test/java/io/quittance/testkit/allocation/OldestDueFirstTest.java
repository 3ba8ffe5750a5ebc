package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.OldestDueFirst;

class OldestDueFirstTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting {
    @Override
    public AllocationStrategy strategy() {
        return new OldestDueFirst();
    }
}
