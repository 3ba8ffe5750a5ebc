package io.quittance.testkit.kpi;

import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.DaysSalesOutstanding.ZeroSales;
import java.util.List;
import java.util.Random;

/** Sales before a period without any do not count. */
class StoppingCountbackDsoTest
        implements CollectionKpiContract.Scaled,
                KpiContract.Serialisable<CollectionFigures>,
                KpiContract.Neutral<CollectionFigures> {
    @Override
    public Kpi<CollectionFigures> kpi() {
        return DaysSalesOutstanding.countback(ZeroSales.STOP);
    }

    @Override
    public CollectionFigures withNeutral(CollectionFigures figures, Random random) {
        return Earlier.withSales(figures, List.of(random.nextInt(1_000), 0));
    }
}
