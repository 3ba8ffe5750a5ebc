package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of what could be collected was collected, in percent. */
public final class CollectionRate implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        PERIOD(KpiDefinition.of(
                        "collection-rate.period",
                        "Collection rate",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "collected in the period / (opening receivables + credit sales of the period) × 100")
                .undefinedWhen("nothing to collect (NOTHING_COLLECTABLE)")
                .definedBy("utilities' collection rate")),
        DUE_COHORT_BY_DUE_DATE(KpiDefinition.of(
                        "collection-rate.due-cohort.by-due-date",
                        "Collected by the due date",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "of what fell due in the period: paid by its due date / due × 100")
                .undefinedWhen("nothing fell due (NOTHING_COLLECTABLE)")
                .definedBy("on-time collection of a cohort")),
        DUE_COHORT_BY_PERIOD_END(KpiDefinition.of(
                        "collection-rate.due-cohort.by-period-end",
                        "Collected by the end of the period",
                        KpiUnit.PERCENT,
                        Direction.HIGHER,
                        "of what fell due in the period: paid by the end of the period / due × 100")
                .undefinedWhen("nothing fell due (NOTHING_COLLECTABLE)")
                .definedBy("on-time collection of a cohort"));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private CollectionRate(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * Collected in the period / (opening receivables + credit sales of the period) × 100. 60.00 of 40.00 opening and 80.00
     * sold is 50 %.
     */
    public static CollectionRate ofPeriod() {
        return new CollectionRate(Method.PERIOD);
    }

    /** Of what fell due in the period, the share that was paid by its due date: paid on time / due × 100. */
    public static CollectionRate ofDueCohortByDueDate() {
        return new CollectionRate(Method.DUE_COHORT_BY_DUE_DATE);
    }

    /** Of what fell due in the period, the share that was paid by the end of the period: paid / due × 100. */
    public static CollectionRate ofDueCohortByPeriodEnd() {
        return new CollectionRate(Method.DUE_COHORT_BY_PERIOD_END);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In percent; undefined if there was nothing to collect. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        return share(figures)
                .map(Quotients::ofAmounts)
                .map(paid -> Quotients.percent(
                        basis, paid, "NOTHING_COLLECTABLE", "there was nothing to collect in the period"))
                .orElseGet(() -> basis.missing(missing(figures)));
    }

    private Optional<ShareOf<Amount>> share(CollectionFigures figures) {
        return switch (method) {
            case PERIOD -> ofPeriod(figures);
            case DUE_COHORT_BY_DUE_DATE -> figures.dueCohortPaidByDueDate();
            case DUE_COHORT_BY_PERIOD_END -> figures.dueCohortPaidByPeriodEnd();
        };
    }

    private String missing(CollectionFigures figures) {
        return method == Method.PERIOD ? missingOfPeriod(figures) : "dueCohort";
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
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectionRate that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new CollectionRate(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
