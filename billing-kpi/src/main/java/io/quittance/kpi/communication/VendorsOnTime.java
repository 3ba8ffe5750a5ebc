package io.quittance.kpi.communication;

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

/**
 * How many of the deliveries that vendors owed in the period came on time, in percent. What was due and has not come is late. 9 of 10 that were due are 90 %, whatever else came.
 */
public record VendorsOnTime() implements Kpi<EventFigures<VendorDelivery>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "vendor.on-time",
                    "Vendor deliveries on time",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "deliveries due in the period and made on the day they were due or before / deliveries due in the period × 100")
            .undefinedWhen("none was due (NO_DELIVERIES)");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if nothing was due. */
    @Override
    public KpiResult compute(EventFigures<VendorDelivery> figures) {
        List<KpiItem> items = figures.events().stream()
                .filter(delivery -> figures.period().contains(delivery.due()))
                .map(delivery -> KpiItem.counted(delivery.key(), delivery.isOnTime()))
                .toList();
        return KpiBasis.of(DEFINITION)
                .period(figures.period())
                .share(items, "NO_DELIVERIES", "no delivery was due in the period");
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }
}
