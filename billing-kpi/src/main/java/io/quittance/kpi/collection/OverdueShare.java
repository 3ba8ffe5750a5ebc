package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of what is open is past due, in percent: past due / open × 100. An item that is due today is not past due. 925.72
 * of 6,015.31 is 15.389398 % (IBM receivables sample, 29 February 2012).
 */
public final class OverdueShare implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        BY_AMOUNT("overdue.amount", "overdue"),
        BY_COUNT("overdue.count", "overdueItems");

        private final String id;
        private final String figure;

        Method(String id, String figure) {
            this.id = id;
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
    public String id() {
        return method.id;
    }

    /** In percent; undefined if nothing is open. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(id(), figures, CollectionFigures::overdueItems);
        return share(figures)
                .map(part ->
                        Quotients.percent(basis, part, "NO_OPEN_ITEMS", "nothing is open at the end of the period"))
                .orElseGet(() -> basis.missing(method.figure));
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
