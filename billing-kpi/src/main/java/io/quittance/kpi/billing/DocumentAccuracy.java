package io.quittance.kpi.billing;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How many of the documents of the period that were checked break no rule; those that only warn fail none. The sample is the number of items. 2 of 3 are 66.67 %. */
public final class DocumentAccuracy implements Kpi<EventFigures<DocumentCheck>>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "docs.accuracy.checked",
                    "Accuracy of documentation by rules",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "documents of the period that break no rule but such as warn / documents of the period checked × 100")
            .undefinedWhen("none was checked (NO_DOCUMENTS)");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if no document of the period was checked. */
    @Override
    public KpiResult compute(EventFigures<DocumentCheck> figures) {
        var items = new ArrayList<KpiItem>();
        for (DocumentCheck check : figures.events()) {
            if (figures.period().contains(check.date())) {
                items.add(KpiItem.counted(check.key(), check.isPassed()));
            }
        }
        return Invoices.basis(DEFINITION, figures)
                .share(items, "NO_DOCUMENTS", "no document of the period was checked");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentAccuracy;
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
