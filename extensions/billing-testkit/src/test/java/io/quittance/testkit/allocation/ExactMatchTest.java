package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.ExactMatch;

/** More money fits no more or something else, so it promises nothing of amounts. */
class ExactMatchTest implements AllocationStrategyContract.Timeless, AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new ExactMatch();
    }
}
