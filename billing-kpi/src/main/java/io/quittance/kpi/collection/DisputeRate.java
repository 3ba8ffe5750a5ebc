package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was invoiced was disputed, in percent: disputed / invoiced × 100. 561 of 2,466 invoices are 22.749392 %
 * (IBM receivables sample).
 */
public final class DisputeRate implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // definitions do not change
    private enum Method {
        BY_AMOUNT(
                KpiDefinition.of(
                                "dispute-rate.amount",
                                "Disputed, by amount",
                                KpiUnit.PERCENT,
                                Direction.LOWER,
                                "contested of the invoices issued, all cases of an invoice together and at most the invoice / invoices issued × 100")
                        .leading()
                        .undefinedWhen("none was issued (NO_INVOICES)"),
                "disputed"),
        BY_COUNT(
                KpiDefinition.of(
                                "dispute-rate.count",
                                "Disputed, by number",
                                KpiUnit.PERCENT,
                                Direction.LOWER,
                                "invoices of which something was contested / invoices issued × 100")
                        .leading()
                        .undefinedWhen("none was issued (NO_INVOICES)"),
                "disputedInvoices");

        private final KpiDefinition definition;
        private final String figure;

        Method(KpiDefinition definition, String figure) {
            this.definition = definition;
            this.figure = figure;
        }
    }

    private final Method method;

    private DisputeRate(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** By the amounts of the invoices. */
    public static DisputeRate byAmount() {
        return new DisputeRate(Method.BY_AMOUNT);
    }

    /** By the number of invoices. */
    public static DisputeRate byCount() {
        return new DisputeRate(Method.BY_COUNT);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if nothing was invoiced. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures, CollectionFigures::disputedInvoices);
        figures.items().ifPresent(behind -> basis.items(items(behind)));
        return share(figures)
                .map(part -> Quotients.percent(basis, part, "NO_INVOICES", "nothing was invoiced in the period"))
                .orElseGet(() -> basis.missing(method.figure));
    }

    private List<KpiItem> items(FigureItems behind) {
        return switch (method) {
            case BY_AMOUNT -> behind.disputed();
            case BY_COUNT -> behind.disputedCounted();
        };
    }

    private Optional<ShareOf<Fraction>> share(CollectionFigures figures) {
        return switch (method) {
            case BY_AMOUNT -> figures.disputed().map(Quotients::ofAmounts);
            case BY_COUNT -> figures.disputedInvoices().map(Quotients::ofCounts);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DisputeRate that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DisputeRate(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
