package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableType;
import java.time.LocalDate;
import java.util.List;

/** All that is due, and principal alone of what is to come: the rest is not eligible. */
class WaterfallOfPrincipalTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Monotone,
                AllocationStrategyContract.Splitting,
                AllocationStrategyContract.Commuting {
    @Override
    public AllocationStrategy strategy() {
        return Waterfall.byItem(Waterfalls.DUE, new Tier(Standing.IN_ADVANCE, List.of(ReceivableType.PRINCIPAL)));
    }

    @Override
    public boolean isEligible(OpenItem item) {
        LocalDate paid = LocalDate.of(2026, 3, 3); // the day of all generated payments
        return item.type() == ReceivableType.PRINCIPAL || !item.dueDate().isAfter(paid);
    }
}
