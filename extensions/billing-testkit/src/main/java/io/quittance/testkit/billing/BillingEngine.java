package io.quittance.testkit.billing;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageSource;

/**
 * How a host runs bills: {@code Billing.engine()::bill}, or with what stands between, such as a storage through which the
 * history is written and read: {@code (contract, usage, before, asOf) -> Billing.engine().bill(contract, usage,
 * storage.written(before), asOf)}.
 */
@FunctionalInterface
public interface BillingEngine {

    /** What a run bills of a contract, as {@link Billing#bill(ContractHistory, UsageSource, BillingHistory, AsOf)} does. */
    BillRun bill(ContractHistory contract, UsageSource usage, BillingHistory before, AsOf asOf);

    /** That of the library, without price indexes. */
    static BillingEngine ofLibrary() {
        return Billing.engine()::bill;
    }

    /** The same, which taxes what it bills. */
    static BillingEngine ofLibrary(TaxDetermination taxes) {
        return Billing.engine().taxes(taxes)::bill;
    }
}
