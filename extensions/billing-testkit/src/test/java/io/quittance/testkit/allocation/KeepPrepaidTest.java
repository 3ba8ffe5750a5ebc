package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.KeepPrepaid;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.receivable.OpenItem;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** Of prepaid money, over items of which every second one has its reference: it pays those by due date, and no other. */
class KeepPrepaidTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Timeless {
    private static final String ORDER = "PO-7";

    @Override
    public AllocationStrategy strategy() {
        return new KeepPrepaid(new OldestDueFirst());
    }

    @Override
    public boolean isEligible(OpenItem item) {
        return item.receivable().references().contains(ORDER);
    }

    @Override
    @Provide
    public Arbitrary<AllocationRequest> requests() {
        return AllocationArbitraries.requests().map(KeepPrepaidTest::prepaid);
    }

    private static AllocationRequest prepaid(AllocationRequest request) {
        List<OpenItem> items = new ArrayList<>();
        for (OpenItem item : request.items()) {
            items.add(
                    items.size() % 2 == 0
                            ? item
                            : OpenItem.of(item.receivable().knownBy(ORDER), item.open(), item.disputed()));
        }
        return AllocationRequest.of(request.payment().prepaying(ORDER), request.available(), items);
    }
}
