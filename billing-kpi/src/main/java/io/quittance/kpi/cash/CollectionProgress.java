package io.quittance.kpi.cash;

import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;

/**
 * How much of what is to be collected is promised, in percent: 300.00 of 1,000.00 are 30 %. More than 100 where customers promise more than is worked on.
 */
public record CollectionProgress() implements Kpi<CollectionWork>, Serializable {
    private static final KpiDefinition DEFINITION = KpiDefinition.of(
                    "collection.progress",
                    "Collection progress",
                    KpiUnit.PERCENT,
                    Direction.HIGHER,
                    "promised / to be collected × 100")
            .leading()
            .undefinedWhen("nothing is to be collected (NOTHING_COLLECTABLE)")
            .definedBy("SAP, collection progress");

    @Override
    public KpiDefinition definition() {
        return DEFINITION;
    }

    /** In percent; undefined if nothing is to be collected. The items of a result are the lines. */
    @Override
    public KpiResult compute(CollectionWork figures) {
        KpiBasis.Builder basis = KpiBasis.of(DEFINITION).period(figures.period());
        basis.inOneCurrency(figures.lines().stream().map(CollectionWork.Line::toCollect));
        List<KpiItem> items = figures.lines().stream()
                .map(line -> new KpiItem(
                        line.id(),
                        line.promised().toFraction(),
                        line.toCollect().toFraction()))
                .toList();
        return basis.share(items, "NOTHING_COLLECTABLE", "nothing is to be collected");
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
