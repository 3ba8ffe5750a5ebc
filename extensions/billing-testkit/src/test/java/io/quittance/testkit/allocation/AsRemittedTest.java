package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;

/** It stops at the amounts that the payer gives, so it is neither exhaustive nor in an order. */
class AsRemittedTest
        implements AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new AsRemitted();
    }
}
