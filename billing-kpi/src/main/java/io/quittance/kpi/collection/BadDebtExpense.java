package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.AllowanceFigures.SalesShare;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is charged to profit for bad debts, as an amount; negative where the allowance is more than enough and the rest is released.
 */
public final class BadDebtExpense implements Kpi<AllowanceFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    private enum Method {
        AGING(KpiDefinition.of(
                        "bad-debt.expense.required-allowance",
                        "Bad-debt expense by the required allowance",
                        KpiUnit.MONEY,
                        Direction.LOWER,
                        "required closing allowance − (opening allowance − write-offs + recoveries)")
                .undefinedWhen("never")
                .definedBy("Riley and Bruns, aging method")),
        SALES(KpiDefinition.of(
                        "bad-debt.expense.pct-of-sales",
                        "Bad-debt expense by a percentage of sales",
                        KpiUnit.MONEY,
                        Direction.LOWER,
                        "credit sales × percentage / 100")
                .undefinedWhen("never")
                .definedBy("Riley and Bruns, percentage-of-sales method"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of strings and enums
        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private BadDebtExpense(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * What brings the allowance to what it has to be: required − (opening − write-offs + recoveries). 73100 − (75000 − 85000) are 83100.
     */
    public static BadDebtExpense byRequiredAllowance() {
        return new BadDebtExpense(Method.AGING);
    }

    /** A percentage of credit sales, whatever the allowance is: 0.8 % of 10185000 are 81480. */
    public static BadDebtExpense byShareOfSales() {
        return new BadDebtExpense(Method.SALES);
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
                        .map(required ->
                                required.subtract(figures.beforeExpense()).toFraction())
                        .map(basis::measured)
                        .orElseGet(() -> basis.missing("required"));
            case SALES ->
                figures.ofSales()
                        .map(BadDebtExpense::ofSales)
                        .map(basis::measured)
                        .orElseGet(() -> basis.missing("ofSales"));
        };
    }

    static Fraction ofSales(SalesShare share) {
        return share.sales().toFraction().times(Fraction.of(share.percent())).dividedBy(Quotients.HUNDRED);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BadDebtExpense that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new BadDebtExpense(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
