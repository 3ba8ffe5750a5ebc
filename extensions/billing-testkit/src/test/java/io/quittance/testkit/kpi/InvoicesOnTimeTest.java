package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.billing.InvoicesOnTime;

class InvoicesOnTimeTest
        implements BillingKpiContract,
                KpiContract.Serialisable<BillingFigures>,
                KpiContract.Quotient<BillingFigures>,
                KpiContract.Bounded<BillingFigures> {
    @Override
    public Kpi<BillingFigures> kpi() {
        return new InvoicesOnTime();
    }
}
