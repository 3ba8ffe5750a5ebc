package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingFigures;

class BillingAccuracyTest
        implements BillingKpiContract,
                KpiContract.Serialisable<BillingFigures>,
                KpiContract.Quotient<BillingFigures>,
                KpiContract.Bounded<BillingFigures> {
    @Override
    public Kpi<BillingFigures> kpi() {
        return new BillingAccuracy();
    }
}
