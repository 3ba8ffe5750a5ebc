package io.quittance.kpi.collection;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of what was invoiced was disputed, in percent: disputed / invoiced × 100. 561 of 2,466 invoices are 22.749392 %
 * (IBM receivables sample).
 */
public final class DisputeRate implements Kpi<CollectionFigures> {
    private final String id;
    private final Function<CollectionFigures, Optional<ShareOf<Fraction>>> share;
    private final String needed;

    private DisputeRate(String id, Function<CollectionFigures, Optional<ShareOf<Fraction>>> share, String needed) {
        this.id = id;
        this.share = share;
        this.needed = needed;
    }

    /** By the amounts of the invoices. */
    public static DisputeRate byAmount() {
        return new DisputeRate(
                "dispute-rate.amount", figures -> figures.disputed().map(Quotients::ofAmounts), "disputed");
    }

    /** By the number of invoices. */
    public static DisputeRate byCount() {
        return new DisputeRate(
                "dispute-rate.count",
                figures -> figures.disputedInvoices().map(Quotients::ofCounts),
                "disputedInvoices");
    }

    @Override
    public String id() {
        return id;
    }

    /** In percent; undefined if nothing was invoiced. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(id, figures, CollectionFigures::disputedInvoices);
        return share.apply(figures)
                .map(part -> Quotients.percent(basis, part, "NO_INVOICES", "nothing was invoiced in the period"))
                .orElseGet(() -> basis.missing(needed));
    }

    @Override
    public String toString() {
        return id;
    }
}
