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
 * How much of what is open is past due, in percent: past due / open × 100. An item that is due today is not past due. 925.72
 * of 6,015.31 is 15.389398 % (IBM receivables sample, 29 February 2012).
 */
public final class OverdueShare implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("ImmutableEnumChecker") // definitions do not change
    private enum Method {
        BY_AMOUNT(
                KpiDefinition.of(
                                "overdue.amount",
                                "Overdue, by amount",
                                KpiUnit.PERCENT,
                                Direction.LOWER,
                                "past due / open × 100, by amount; due today is not past due")
                        .undefinedWhen("nothing is open (NO_OPEN_ITEMS)")
                        .definedBy("SAP, overdue receivables"),
                "overdue"),
        BY_COUNT(
                KpiDefinition.of(
                                "overdue.count",
                                "Overdue, by number",
                                KpiUnit.PERCENT,
                                Direction.LOWER,
                                "past due / open × 100, by the number of invoices; due today is not past due")
                        .undefinedWhen("nothing is open (NO_OPEN_ITEMS)")
                        .definedBy("SAP, overdue receivables"),
                "overdueItems");

        private final KpiDefinition definition;
        private final String figure;

        Method(KpiDefinition definition, String figure) {
            this.definition = definition;
            this.figure = figure;
        }
    }

    private final Method method;

    private OverdueShare(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** By what is open of the items. */
    public static OverdueShare byAmount() {
        return new OverdueShare(Method.BY_AMOUNT);
    }

    /** By the number of items. */
    public static OverdueShare byCount() {
        return new OverdueShare(Method.BY_COUNT);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if nothing is open. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures, CollectionFigures::overdueItems);
        figures.items().ifPresent(behind -> basis.items(items(behind)));
        return share(figures)
                .map(part ->
                        Quotients.percent(basis, part, "NO_OPEN_ITEMS", "nothing is open at the end of the period"))
                .orElseGet(() -> basis.missing(method.figure));
    }

    private List<KpiItem> items(FigureItems behind) {
        return switch (method) {
            case BY_AMOUNT -> behind.aged(1, Long.MAX_VALUE);
            case BY_COUNT -> behind.overdueCounted();
        };
    }

    private Optional<ShareOf<Fraction>> share(CollectionFigures figures) {
        return switch (method) {
            case BY_AMOUNT -> figures.overdue().map(Quotients::ofAmounts);
            case BY_COUNT -> figures.overdueItems().map(Quotients::ofCounts);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OverdueShare that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new OverdueShare(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
