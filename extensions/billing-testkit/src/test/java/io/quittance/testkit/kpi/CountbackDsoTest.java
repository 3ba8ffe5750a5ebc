package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;

class CountbackDsoTest implements CollectionKpiContract.Scaled, KpiContract.Serialisable<CollectionFigures> {
    @Override
    public Kpi<CollectionFigures> kpi() {
        return DaysSalesOutstanding.countback();
    }
}
