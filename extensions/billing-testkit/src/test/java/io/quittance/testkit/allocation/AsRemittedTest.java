package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;

class AsRemittedTest implements AllocationStrategyContract.Monotone {
    @Override
    public AllocationStrategy strategy() {
        return new AsRemitted();
    }
}
