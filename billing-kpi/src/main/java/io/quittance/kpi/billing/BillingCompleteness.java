package io.quittance.kpi.billing;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How many of the items that could be billed from a day in the period on were billed by its end, in full or more. Where nothing is owed, nothing is missing. 95 of 100 are 95 %. */
public final class BillingCompleteness implements Kpi<EventFigures<BillableItem>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "billing.completeness",
                    "Billed in the right period",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "items with a cut-off in the period and billed in full by its end / items with a cut-off in the period × 100")
            .undefinedWhen("no item has a cut-off in it (NO_DELIVERIES)");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no item has its cut-off in the period. */
    @Override
    public KpiResult compute(EventFigures<BillableItem> figures) {
        KpiBasis.Builder basis = Invoices.basis(DEFINITION, figures);
        var items = new ArrayList<KpiItem>();
        LocalDate last = figures.period().lastDay();
        for (BillableItem item : figures.events()) {
            if (figures.period().contains(item.billFrom())) {
                items.add(KpiItem.counted(item.key(), !item.billedBy(last).isLessThan(item.entitled())));
            }
        }
        return basis.share(items, "NO_DELIVERIES", "no item could be billed from a day in the period on");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BillingCompleteness;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
