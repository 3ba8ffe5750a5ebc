package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.ProRata;
import io.quittance.ar.receivable.OpenItem;
import java.math.BigDecimal;

class ProRataTest
        implements AllocationStrategyContract.Exhaustive,
                AllocationStrategyContract.Fair,
                AllocationStrategyContract.Timeless,
                AllocationStrategyContract.Placeless {
    @Override
    public AllocationStrategy strategy() {
        return new ProRata();
    }

    @Override
    public BigDecimal weight(OpenItem item) {
        return item.open().toBigDecimal();
    }
}
