package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;

class CollectionRateByPeriodEndTest
        implements CollectionKpiContract.Scaled,
                KpiContract.Serialisable<CollectionFigures>,
                KpiContract.Quotient<CollectionFigures>,
                KpiContract.Bounded<CollectionFigures> {
    @Override
    public Kpi<CollectionFigures> kpi() {
        return CollectionRate.ofDueCohortByPeriodEnd();
    }
}
