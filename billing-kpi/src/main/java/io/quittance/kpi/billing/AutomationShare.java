package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of what was done in the period was done without a person, of all kinds together or of one. 80 of 100 are 80 %. */
public final class AutomationShare implements Kpi<EventFigures<Operation>>, Serializable {
    private static final long serialVersionUID = 1L;

    private final Operation.@Nullable Kind kind;

    private AutomationShare(Operation.@Nullable Kind kind) {
        this.kind = kind;
    }

    /** Of all kinds together. */
    public static AutomationShare ofAll() {
        return new AutomationShare(null);
    }

    /** Of one kind. */
    public static AutomationShare of(Operation.Kind kind) {
        return new AutomationShare(requireNonNull(kind, "kind"));
    }

    @Override
    public KpiDefinition definition() {
        String word = kind == null ? "" : kind.name().toLowerCase(Locale.ROOT);
        String of = kind == null ? "operations" : "operations " + word;
        return KpiDefinition.of(
                        "automation.share" + (kind == null ? "" : "." + word),
                        "Share of automatic operations" + (kind == null ? "" : ", " + word),
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        of + " in the period without a person / " + of + " in the period × 100")
                .undefinedWhen("nothing was done (NO_OPERATIONS)");
    }

    /** In percent; undefined if nothing of the kind was done. */
    @Override
    public KpiResult compute(EventFigures<Operation> figures) {
        var items = new ArrayList<KpiItem>();
        for (Operation operation : figures.events()) {
            if (figures.period().contains(operation.day()) && (kind == null || kind == operation.kind())) {
                items.add(KpiItem.counted(operation.key(), operation.automatic()));
            }
        }
        return Invoices.basis(definition(), figures)
                .share(items, "NO_OPERATIONS", "nothing of the kind was done in the period");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AutomationShare that && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new AutomationShare(kind);
    }

    @Override
    public String toString() {
        return id();
    }
}
