package io.quittance.testkit.kpi;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;

/** A KPI of events of a host's own: how many of the deliveries of the period were on time. One of two is 50 %. */
record DeliveriesOnTime() implements Kpi<EventFigures<Delivery>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
            "deliveries.on-time",
            "Deliveries on time",
            KpiUnit.PERCENT,
            Direction.HIGHER,
            "deliveries of the period that were on time / deliveries of the period × 100");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    @Override
    public KpiResult compute(EventFigures<Delivery> figures) {
        List<KpiItem> items = figures.events().stream()
                .filter(delivery -> figures.period().contains(delivery.day()))
                .map(delivery -> KpiItem.counted(delivery.key(), delivery.late() == 0))
                .toList();
        return KpiBasis.of(DEFINITION)
                .period(figures.period())
                .count(items.size())
                .items(items)
                .quotient(
                        items.stream().map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus),
                        Fraction.of(items.size()),
                        Fraction.of(100),
                        "NO_DELIVERIES",
                        "nothing was delivered in the period");
    }
}
