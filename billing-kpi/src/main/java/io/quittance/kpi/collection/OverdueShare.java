package io.quittance.kpi.collection;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of what is open is past due, in percent: past due / open × 100. An item that is due today is not past due. 925.72
 * of 6,015.31 is 15.389398 % (IBM receivables sample, 29 February 2012).
 */
public final class OverdueShare implements Kpi<CollectionFigures> {
    private final String id;
    private final Function<CollectionFigures, Optional<ShareOf<Fraction>>> share;
    private final String needed;

    private OverdueShare(String id, Function<CollectionFigures, Optional<ShareOf<Fraction>>> share, String needed) {
        this.id = id;
        this.share = share;
        this.needed = needed;
    }

    /** By what is open of the items. */
    public static OverdueShare byAmount() {
        return new OverdueShare("overdue.amount", figures -> figures.overdue().map(Quotients::ofAmounts), "overdue");
    }

    /** By the number of items. */
    public static OverdueShare byCount() {
        return new OverdueShare(
                "overdue.count", figures -> figures.overdueItems().map(Quotients::ofCounts), "overdueItems");
    }

    @Override
    public String id() {
        return id;
    }

    /** In percent; undefined if nothing is open. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(id, figures, CollectionFigures::overdueItems);
        return share.apply(figures)
                .map(part ->
                        Quotients.percent(basis, part, "NO_OPEN_ITEMS", "nothing is open at the end of the period"))
                .orElseGet(() -> basis.missing(needed));
    }

    @Override
    public String toString() {
        return id;
    }
}
