package acme.receivables;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.testkit.allocation.AllocationStrategyContract;

/** What the README runs; by its name no build does, since it fails. */
// README first test begins
class FirstTryRun implements AllocationStrategyContract {
    @Override
    public AllocationStrategy strategy() {
        return new FirstTry(NamedThenNoticedTest.TERMS);
    }

    @Override
    public boolean isEligible(OpenItem item) {
        return !item.isDisputed();
    }
}
// README first test ends
