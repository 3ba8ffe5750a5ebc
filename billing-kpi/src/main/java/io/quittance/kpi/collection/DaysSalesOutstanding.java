package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many days of sales are not paid yet. There are several formulas, and they differ widely where sales change: for
 * December 2013 of the IBM receivables sample, simple gives 54.17 days and countback 32.54.
 */
public final class DaysSalesOutstanding implements Kpi<CollectionFigures>, Serializable {
    private static final long serialVersionUID = 1L;

    /** What countback does with a period that has no sales. */
    public enum ZeroSales {
        /** Its days count, and it uses up nothing (Oracle JD Edwards, table F03B16). */
        COUNT,
        /** The count ends there (Oracle Hyperion Financial Management); the result is noted {@code HISTORY_EXHAUSTED}. */
        STOP
    }

    private enum Method {
        SIMPLE(KpiDefinition.of(
                        "dso.simple",
                        "Days sales outstanding, simple",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "closing receivables / credit sales of the period × days of the period")
                .undefinedWhen("no sales (NO_SALES)")
                .definedBy("Oracle JD Edwards, current balance divided by sales")),
        COUNTBACK(KpiDefinition.of(
                        "dso.countback",
                        "Days sales outstanding, countback",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "days of the newest periods whose sales the closing receivables use up, the last one in part; a period without sales counts its days")
                .undefinedWhen("never; 0 where nothing is owed")
                .definedBy("Oracle JD Edwards, table F03B16")),
        COUNTBACK_STOP(KpiDefinition.of(
                        "dso.countback.stop",
                        "Days sales outstanding, countback that stops",
                        KpiUnit.DAYS,
                        Direction.LOWER,
                        "as dso.countback, but ends at a period without sales")
                .undefinedWhen("never; 0 where nothing is owed")
                .definedBy("Oracle Hyperion Financial Management"));

        private final KpiDefinition definition;

        Method(KpiDefinition definition) {
            this.definition = definition;
        }
    }

    private final Method method;

    private DaysSalesOutstanding(Method method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * Closing receivables / credit sales of the period × days of the period. 1200.00 / 1000.00 × 30 = 36 days (9ci, "DSO
     * calculations"). Undefined without sales. Where more is on account than open, it is negative and noted {@code
     * NEGATIVE_RECEIVABLES}.
     */
    public static DaysSalesOutstanding simple() {
        return new DaysSalesOutstanding(Method.SIMPLE);
    }

    /** As {@link #countback(ZeroSales)}, where a period without sales counts its days. */
    public static DaysSalesOutstanding countback() {
        return countback(ZeroSales.COUNT);
    }

    /**
     * Takes the closing receivables and uses up the sales of the newest period, then of those before it, and adds their
     * days; of the last one only the part of its days that the rest is of its sales (also called exhaustion method).
     * Receivables of 0 or less are 0 days. A period whose sales are negative counts like one without sales, and {@code
     * NEGATIVE_SALES} is among the exclusions. If the periods do not suffice, the days so far are the value, noted {@code
     * HISTORY_EXHAUSTED}. The basis has the receivables as numerator, and as count the number of periods that were looked at.
     */
    public static DaysSalesOutstanding countback(ZeroSales zeroSales) {
        return new DaysSalesOutstanding(zeroSales == ZeroSales.COUNT ? Method.COUNTBACK : Method.COUNTBACK_STOP);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition;
    }

    /** In days. Needs {@link CollectionFigures#closingReceivables()} and {@link CollectionFigures#sales()}. */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        Optional<Amount> receivables = figures.closingReceivables();
        if (receivables.isEmpty()) {
            return basis.missing("closingReceivables");
        }
        if (figures.sales().isEmpty()) {
            return basis.missing("sales");
        }
        if (receivables.get().signum() < 0) {
            basis.note("NEGATIVE_RECEIVABLES");
        }
        return method == Method.SIMPLE
                ? simple(basis, receivables.get(), figures.sales())
                : countback(basis, receivables.get(), figures.sales());
    }

    private static KpiResult simple(KpiBasis.Builder basis, Amount receivables, List<SalesPeriod> sales) {
        SalesPeriod last = sales.get(sales.size() - 1);
        return basis.quotient(
                receivables.toFraction(),
                last.creditSales().toFraction(),
                last.days(),
                "NO_SALES",
                "there were no credit sales in the period");
    }

    private KpiResult countback(KpiBasis.Builder basis, Amount receivables, List<SalesPeriod> sales) {
        Fraction rest = receivables.toFraction();
        Fraction days = Fraction.ZERO;
        int at = sales.size() - 1;
        for (; rest.signum() > 0 && at >= 0; at--) {
            Fraction length = sales.get(at).days();
            Fraction sold = sales.get(at).creditSales().toFraction();
            if (sold.signum() <= 0 && method == Method.COUNTBACK_STOP) {
                break;
            }
            if (sold.signum() < 0) {
                basis.exclusion("NEGATIVE_SALES");
                sold = Fraction.ZERO;
            }
            boolean usedUp = rest.compareTo(sold) >= 0;
            days = days.plus(usedUp ? length : rest.dividedBy(sold).times(length));
            rest = usedUp ? rest.minus(sold) : Fraction.ZERO;
        }
        if (rest.signum() > 0) {
            basis.note("HISTORY_EXHAUSTED");
        }
        return basis.numerator(receivables.toFraction())
                .count(sales.size() - 1L - at)
                .measured(days);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaysSalesOutstanding that && method == that.method;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DaysSalesOutstanding(method);
    }

    @Override
    public String toString() {
        return id();
    }
}
