package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;

/** A house that goes by remittances, tolerates a little in all, and moves the rest of what is paid in part. */
class HousePolicyTest implements SettlementContract.Proportional {
    @Override
    public AllocationStrategy strategy() {
        return new AsRemitted().then(new OldestDueFirst());
    }

    @Override
    public SettlementPolicy policy(AllocationRequest request) {
        return Agreed.PLAIN
                .tolerating(Agreed.Tolerance.POOLED)
                .shortPay(ShortPay.Mode.NEW_ITEM)
                .of(request);
    }
}
