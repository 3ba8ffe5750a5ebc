package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What an allowance for bad debts is at the end of the period, after what was written off, recovered and charged.
 */
public final class ClosingAllowance implements Kpi<AllowanceFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        AGING(KpiDefinition.of(
                        "allowance.closing.required",
                        "Closing allowance as required",
                        KpiUnit.MONEY,
                        Direction.INFORMATIONAL,
                        "required closing allowance")
                .undefinedWhen("never")
                .definedBy("Riley and Bruns, aging method")),
        SALES(KpiDefinition.of(
                        "allowance.closing.pct-of-sales",
                        "Closing allowance by a percentage of sales",
                        KpiUnit.MONEY,
                        Direction.INFORMATIONAL,
                        "opening allowance − write-offs + recoveries + credit sales × percentage / 100")
                .undefinedWhen("never")
                .definedBy("Riley and Bruns, percentage-of-sales method"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private ClosingAllowance(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /** What it has to be: the expense brings it there. */
    public static ClosingAllowance byRequiredAllowance() {
        return new ClosingAllowance(Method.AGING);
    }

    /** What a percentage of sales makes of it: 75000 − 85000 + 0.8 % of 10185000 are 71480. */
    public static ClosingAllowance byShareOfSales() {
        return new ClosingAllowance(Method.SALES);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** An exact amount. */
    @Override
    public KpiResult compute(AllowanceFigures figures) {
        KpiBasis.Builder basis = KpiBasis.of(definition())
                .period(figures.period().orElse(null))
                .currency(figures.opening().getCurrency().getCurrencyCode());
        return switch (method) {
            case AGING ->
                figures.required()
                        .map(required -> basis.measured(required.toFraction()))
                        .orElseGet(() -> basis.missing("required"));
            case SALES ->
                figures.ofSales()
                        .map(share -> figures.beforeExpense().toFraction().plus(BadDebtExpense.ofSales(share)))
                        .map(basis::measured)
                        .orElseGet(() -> basis.missing("ofSales"));
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClosingAllowance that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new ClosingAllowance(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
