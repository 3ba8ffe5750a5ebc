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
    private final String needed;

    private CollectionRate(String id, Function<CollectionFigures, Optional<ShareOf<Amount>>> share, String needed) {
        this.id = id;
        this.share = share;
        this.needed = needed;
    }

    /**
     * Collected in the period / (opening receivables + credit sales of the period) × 100. 60.00 of 40.00 opening and 80.00
     * sold is 50 %.
     */
    public static CollectionRate ofPeriod() {
        return new CollectionRate(
                "collection-rate.period", CollectionRate::ofPeriod, "collected, openingReceivables or sales");
    }

    /** Of what fell due in the period, the share that was paid by its due date: paid on time / due × 100. */
    public static CollectionRate ofDueCohortByDueDate() {
        return new CollectionRate(
                "collection-rate.due-cohort.by-due-date", CollectionFigures::dueCohortPaidByDueDate, "dueCohort");
    }

    /** Of what fell due in the period, the share that was paid by the end of the period: paid / due × 100. */
    public static CollectionRate ofDueCohortByPeriodEnd() {
        return new CollectionRate(
                "collection-rate.due-cohort.by-period-end", CollectionFigures::dueCohortPaidByPeriodEnd, "dueCohort");
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
                .orElseGet(() -> basis.missing(needed));
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

    @Override
    public String toString() {
        return id;
    }
}
