package io.quittance.testkit.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionFigures;

class AverageDaysLateTest
        implements CollectionKpiContract.Scaled,
                KpiContract.Serialisable<CollectionFigures>,
                KpiContract.Quotient<CollectionFigures> {
    @Override
    public Kpi<CollectionFigures> kpi() {
        return new AverageDaysLate();
    }

    @Override
    public Fraction factor(CollectionFigures figures) {
        return Fraction.ONE;
    }
}
