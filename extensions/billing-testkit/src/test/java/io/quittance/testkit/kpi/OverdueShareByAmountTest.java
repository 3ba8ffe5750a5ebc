package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.OverdueShare;

class OverdueShareByAmountTest
        implements CollectionKpiContract.Scaled,
                KpiContract.Serialisable<CollectionFigures>,
                KpiContract.Quotient<CollectionFigures>,
                KpiContract.Bounded<CollectionFigures> {
    @Override
    public Kpi<CollectionFigures> kpi() {
        return OverdueShare.byAmount();
    }
}
