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
import java.util.ArrayList;

/**
 * How many of the deliveries that vendors owed in the period came on time, in percent. What was due and has not come is late, once it is known that the day is over; until then it is left out ({@code
 * WINDOW_OPEN}), whether it has come or not. 9 of 10 that were due are 90 %, whatever else came.
 */
public record VendorsOnTime() implements Kpi<EventFigures<VendorDelivery>>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "vendor.on-time",
                    "Vendor deliveries on time",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "deliveries due in the period and made on the day they were due or before / deliveries due in the period whose day is over × 100")
            .undefinedWhen("none was due whose day is over (NO_DELIVERIES)");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if nothing was due, or no day on which something was is known to be over. */
    @Override
    public KpiResult compute(EventFigures<VendorDelivery> figures) {
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(figures.period());
        var items = new ArrayList<KpiItem>();
        for (VendorDelivery delivery : figures.events()) {
            if (figures.period().contains(delivery.due())) {
                if (figures.isOver(delivery.due())) {
                    items.add(KpiItem.counted(delivery.key(), delivery.isOnTime()));
                } else {
                    basis.exclusion("WINDOW_OPEN");
                }
            }
        }
        return basis.share(items, "NO_DELIVERIES", "no delivery was due in the period, or none whose day is over");
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
