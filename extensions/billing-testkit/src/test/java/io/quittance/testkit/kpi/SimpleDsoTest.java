package io.quittance.testkit.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.SalesPeriod;
import java.util.List;
import java.util.Random;

/** Sales of earlier periods do not count. */
class SimpleDsoTest
        implements CollectionKpiContract.Scaled,
                KpiContract.Serialisable<CollectionFigures>,
                KpiContract.Quotient<CollectionFigures>,
                KpiContract.Neutral<CollectionFigures> {
    @Override
    public Kpi<CollectionFigures> kpi() {
        return DaysSalesOutstanding.simple();
    }

    @Override
    public Fraction factor(CollectionFigures figures) {
        List<SalesPeriod> sales = figures.sales();
        return sales.isEmpty() ? Fraction.ONE : sales.get(sales.size() - 1).days();
    }

    @Override
    public CollectionFigures withNeutral(CollectionFigures figures, Random random) {
        return Earlier.withSales(figures, List.of(random.nextInt(1_000), random.nextInt(1_000)));
    }
}
