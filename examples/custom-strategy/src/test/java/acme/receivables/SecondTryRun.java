package acme.receivables;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.testkit.allocation.AllocationStrategyContract.Exhaustive;
import io.quittance.testkit.allocation.AllocationStrategyContract.Monotone;
import io.quittance.testkit.allocation.AllocationStrategyContract.Splitting;
import io.quittance.testkit.allocation.AllocationStrategyContract.Timeless;

/** What the README runs; by its name no build does, since it fails. */
// README second test begins
class SecondTryRun implements Exhaustive, Monotone, Splitting, Timeless {
    @Override
    public AllocationStrategy strategy() {
        return new SecondTry(NamedThenNoticedTest.TERMS);
    }

    @Override
    public boolean isEligible(OpenItem item) {
        return !item.isDisputed();
    }
}
// README second test ends
