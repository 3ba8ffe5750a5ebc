package acme.receivables;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.testkit.allocation.AllocationArbitraries;
import io.quittance.testkit.allocation.AllocationStrategyContract.Prioritised;
import java.util.Comparator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** What a customer names depends on the payment, an order of items does not: it is promised where nothing is named. */
// README order test begins
class NothingNamedTest implements Prioritised {
    @Override
    public AllocationStrategy strategy() {
        return NamedThenNoticedTest.TERMS;
    }

    @Override
    public boolean isEligible(OpenItem item) {
        return !item.isDisputed();
    }

    @Override
    public Comparator<OpenItem> order() {
        return Comparator.comparing(
                        (OpenItem item) -> !NamedThenNoticedTest.TERMS.isUnderNotice(item, AllocationArbitraries.PAID))
                .thenComparing(OpenItem.BY_DUE_DATE);
    }

    @Override
    @Provide
    public Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests()
                .filter(request -> request.remittances().isEmpty());
    }
}
// README order test ends
