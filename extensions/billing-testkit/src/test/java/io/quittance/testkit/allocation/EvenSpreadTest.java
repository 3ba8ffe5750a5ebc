package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.receivable.OpenItem;
import java.math.BigDecimal;

class EvenSpreadTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Fair,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new EvenSpread();
    }

    @Override
    public BigDecimal weight(OpenItem item) {
        return BigDecimal.ONE;
    }
}
