package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.ClearAccount;

/** All or nothing, so it promises nothing of amounts. */
class ClearAccountTest implements AllocationStrategyContract.Timeless, AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new ClearAccount();
    }
}
