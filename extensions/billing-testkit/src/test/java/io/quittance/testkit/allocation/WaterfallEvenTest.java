package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.core.money.Rounding;

/** What is to come evenly, in whole euros: to a unit, more money can lower what an item gets. */
class WaterfallEvenTest implements AllocationStrategyContract.Exhaustive, AllocationStrategyContract.Timeless {
    @Override
    public AllocationStrategy strategy() {
        return Waterfall.byItem(Waterfalls.PAST_DUE, Waterfalls.DUE, Waterfalls.IN_ADVANCE)
                .inAdvance(Waterfall.Advance.EVEN)
                .sharedBy(Rounding.halfUp(0));
    }
}
