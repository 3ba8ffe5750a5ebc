package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.util.Optional;
import java.util.function.Function;

/** How much of what could be collected was collected, in percent. */
public final class CollectionRate implements Kpi<CollectionFigures> {
    private final String id;
    private final Function<CollectionFigures, Optional<ShareOf<Amount>>> share;
    private final Function<CollectionFigures, String> missing;

    private CollectionRate(
            String id,
            Function<CollectionFigures, Optional<ShareOf<Amount>>> share,
            Function<CollectionFigures, String> missing) {
        this.id = id;
        this.share = share;
        this.missing = missing;
    }

    /**
     * Collected in the period / (opening receivables + credit sales of the period) × 100. 60.00 of 40.00 opening and 80.00
     * sold is 50 %.
     */
    public static CollectionRate ofPeriod() {
        return new CollectionRate("collection-rate.period", CollectionRate::ofPeriod, CollectionRate::missingOfPeriod);
    }

    /** Of what fell due in the period, the share that was paid by its due date: paid on time / due × 100. */
    public static CollectionRate ofDueCohortByDueDate() {
        return new CollectionRate(
                "collection-rate.due-cohort.by-due-date",
                CollectionFigures::dueCohortPaidByDueDate,
                figures -> "dueCohort");
    }

    /** Of what fell due in the period, the share that was paid by the end of the period: paid / due × 100. */
    public static CollectionRate ofDueCohortByPeriodEnd() {
        return new CollectionRate(
                "collection-rate.due-cohort.by-period-end",
                CollectionFigures::dueCohortPaidByPeriodEnd,
                figures -> "dueCohort");
    }

    @Override
    public String id() {
        return id;
    }

    /** In percent; undefined if there was nothing to collect. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(id, figures);
        return share.apply(figures)
                .map(Quotients::ofAmounts)
                .map(paid -> Quotients.percent(
                        basis, paid, "NOTHING_COLLECTABLE", "there was nothing to collect in the period"))
                .orElseGet(() -> basis.missing(missing.apply(figures)));
    }

    private static Optional<ShareOf<Amount>> ofPeriod(CollectionFigures figures) {
        if (figures.sales().isEmpty()) {
            return Optional.empty();
        }
        Amount sold = figures.sales().get(figures.sales().size() - 1).creditSales();
        return figures.collected()
                .flatMap(collected ->
                        figures.openingReceivables().map(opening -> new ShareOf<>(collected, opening.add(sold))));
    }

    private static String missingOfPeriod(CollectionFigures figures) {
        if (figures.collected().isEmpty()) {
            return "collected";
        }
        return figures.openingReceivables().isEmpty() ? "openingReceivables" : "sales";
    }

    @Override
    public String toString() {
        return id;
    }
}
