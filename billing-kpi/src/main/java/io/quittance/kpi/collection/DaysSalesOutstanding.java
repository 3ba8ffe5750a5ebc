package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
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

    private final DsoMethod method;
    private final int periods;
    /** How many are averaged, where that is part of the method; else 0. */
    private final int balances;

    private DaysSalesOutstanding(DsoMethod method, int periods) {
        this(method, periods, 0);
    }

    private DaysSalesOutstanding(DsoMethod method, int periods, int balances) {
        this.method = requireNonNull(method, "method");
        boolean isNumber = method.isOfPeriods() ? periods >= 1 : periods == 0;
        Require.that(isNumber, "kpi.periods", "periods", "must be 1 or more", periods);
        this.periods = periods;
        boolean isNumberOfBalances = method == DsoMethod.ROLLING_AVERAGE ? balances >= 1 : balances == 0;
        Require.that(isNumberOfBalances, "kpi.balances", "balances", "must be 1 or more", balances);
        this.balances = balances;
    }

    /**
     * Closing receivables / credit sales of the period × days of the period. 1200.00 / 1000.00 × 30 = 36 days (9ci, "DSO
     * calculations"). Undefined without sales. Where more is on account than open, it is negative and noted {@code
     * NEGATIVE_RECEIVABLES}.
     */
    public static DaysSalesOutstanding simple() {
        return new DaysSalesOutstanding(DsoMethod.SIMPLE, 0);
    }

    /** The mean of opening and closing receivables in place of the closing ones: (300000 + 250000) / 2 / 5000000 × 365 = 20.075 days. */
    public static DaysSalesOutstanding average() {
        return new DaysSalesOutstanding(DsoMethod.AVERAGE, 0);
    }

    /**
     * The mean of the {@code periods + 1} balances around the last periods, over the sales of these periods, times their days: with 100, 200, 300 and
     * 400 owed at month ends and 900 sold in the 90 days between them, 250 / 900 × 90 = 25 days. Undefined, {@code HISTORY_TOO_SHORT}, where
     * there are fewer balances ({@link CollectionFigures#earlierReceivables()}) or sales.
     *
     * @param periods how many, 1 or more; with 1 it is {@link #average()}, under an id of its own
     */
    public static DaysSalesOutstanding average(int periods) {
        return new DaysSalesOutstanding(DsoMethod.AVERAGE_OF, periods);
    }

    /**
     * Closing receivables / credit sales of the last periods × their days: 600 / (1000 + 500 + 1500) × 90 = 18 days. Undefined, {@code
     * HISTORY_TOO_SHORT}, where there are fewer; the count of the basis is the number of periods.
     *
     * @param periods how many, 1 or more; 12 months for a rolling year
     */
    public static DaysSalesOutstanding rolling(int periods) {
        return new DaysSalesOutstanding(DsoMethod.ROLLING, periods);
    }

    /**
     * As {@link #rolling(int)} with the mean of the last closing balances, as SAP S/4HANA has it with a number of months for receivables and another for revenue: of 300
     * and 400 owed at the ends of the last two months, and 900 sold in the 90 days of three, 350 / 900 × 90 = 35 days.
     *
     * @param balances how many, 1 or more; with 1 it is {@link #rolling(int)}, under an id of its own
     * @param periods how many, 1 or more
     */
    public static DaysSalesOutstanding rolling(int balances, int periods) {
        return new DaysSalesOutstanding(DsoMethod.ROLLING_AVERAGE, periods, balances);
    }

    /**
     * The mean of the last three closing balances / the mean sales of the last three periods × 30, as SAP R/3 has it: (200 + 300 + 400) / 3 / 300 ×
     * 30 = 30 days.
     */
    public static DaysSalesOutstanding sapClassic() {
        return new DaysSalesOutstanding(DsoMethod.SAP_CLASSIC, 0);
    }

    /** Closing receivables / credit sales of the period before this one × 30, as SAP BW has it: 400 / 300 × 30 = 40 days. */
    public static DaysSalesOutstanding sapClassicBusinessWarehouse() {
        return new DaysSalesOutstanding(DsoMethod.SAP_CLASSIC_BW, 0);
    }

    /** Closing receivables / (credit sales of the month × 12) × 365: 1200 / 12000 × 365 = 36.5 days. Undefined for a period that is no month, or a month in progress. */
    public static DaysSalesOutstanding monthAnnualised() {
        return new DaysSalesOutstanding(DsoMethod.MONTH_ANNUALISED, 0);
    }

    /**
     * What is not past due / credit sales of the period × days of the period: the days that the terms of payment explain. 4000 / 10000 × 30 = 12 days
     * (creditguru). Needs {@link CollectionFigures#current()}. What is beyond it is {@link AverageDaysDelinquent}.
     */
    public static DaysSalesOutstanding bestPossible() {
        return new DaysSalesOutstanding(DsoMethod.BEST_POSSIBLE, 0);
    }

    /** In months: closing receivables / credit sales of the year × 12, such as 100 / 400 × 12 = 3. Undefined for a period that is no year. */
    public static DaysSalesOutstanding monthsOfYear() {
        return new DaysSalesOutstanding(DsoMethod.MONTHS_OF_YEAR, 0);
    }

    /** As {@link #countback(ZeroSales)}, where a period without sales counts its days. */
    public static DaysSalesOutstanding countback() {
        return countback(ZeroSales.COUNT);
    }

    /**
     * Takes the closing receivables and uses up the sales of the newest period, then of those before it, and adds their
     * days; of the last one only the part of its days that the rest is of its sales (also called exhaustion method).
     * Receivables of 0 or less are 0 days. A period whose sales are negative is like one without sales; where its days
     * count, {@code NEGATIVE_SALES} is among the exclusions. If the periods do not suffice, the days so far are the value, noted {@code
     * HISTORY_EXHAUSTED}. The basis has the receivables as numerator, and as count the number of periods that were looked at.
     */
    public static DaysSalesOutstanding countback(ZeroSales zeroSales) {
        return countback(zeroSales, DsoMethod.COUNTBACK, DsoMethod.COUNTBACK_STOP);
    }

    /**
     * As {@link #countback(ZeroSales)}, where each period has 30 days, whatever its own are: 45 of 90 sold in January are 15 days, not 15.5. A month in
     * progress counts the days that have passed: it is one if the newest sales are of fewer than 28 days and those before are not, or the period of the figures begins with a
     * calendar month and ends before it. 450 of 300 in the first 10 days of this month and 600 before it are 10 + 150 / 600 × 30 = 17.5 days.
     */
    public static DaysSalesOutstanding countbackOf30DayMonths(ZeroSales zeroSales) {
        return countback(zeroSales, DsoMethod.COUNTBACK_THIRTY, DsoMethod.COUNTBACK_STOP_THIRTY);
    }

    /**
     * As {@link #countbackOf30DayMonths(ZeroSales)}, in months: 100 against 30, 60 and 20 sold in the newest months are 2.5 months. Ten days of a month
     * in progress are a third of one.
     */
    public static DaysSalesOutstanding countbackInMonths(ZeroSales zeroSales) {
        return countback(zeroSales, DsoMethod.COUNTBACK_MONTHS, DsoMethod.COUNTBACK_STOP_MONTHS);
    }

    private static DaysSalesOutstanding countback(ZeroSales zeroSales, DsoMethod counts, DsoMethod stops) {
        return new DaysSalesOutstanding(zeroSales == ZeroSales.COUNT ? counts : stops, 0);
    }

    @Override
    public KpiDefinition definition() {
        return method.definition(periods, balances);
    }

    /**
     * In days, or months. Needs {@link CollectionFigures#closingReceivables()} and {@link CollectionFigures#sales()}, and what the method says. Where the {@linkplain CollectionFigures#items() items} are given, they are
     * behind the result with what is owed of each, except where more than two balances are averaged, or counted back.
     */
    @Override
    public KpiResult compute(CollectionFigures figures) {
        KpiBasis.Builder basis = Quotients.basis(definition(), figures);
        boolean isBestPossible = method == DsoMethod.BEST_POSSIBLE;
        Optional<Amount> balance = isBestPossible ? figures.current() : figures.closingReceivables();
        if (balance.isEmpty()) {
            return basis.missing(isBestPossible ? "overdue" : "closingReceivables");
        }
        if (figures.sales().isEmpty()) {
            return basis.missing("sales");
        }
        if (figures.openingReceivables().isEmpty() && needsOpening()) {
            return basis.missing("openingReceivables");
        }
        figures.items().ifPresent(behind -> basis.items(items(behind, figures)));
        return compute(basis, balance.get(), figures);
    }

    /** Those whose sum is the numerator of the quotient; of a mean of more than two balances it is not known whose they were, and a countback is no quotient. */
    private List<KpiItem> items(FigureItems behind, CollectionFigures figures) {
        return switch (method) {
            case SIMPLE, ROLLING, SAP_CLASSIC_BW, MONTHS_OF_YEAR, MONTH_ANNUALISED -> behind.receivables();
            case BEST_POSSIBLE -> behind.current();
            case AVERAGE -> new ItemParts().aboveMean(figures, behind).items();
            case AVERAGE_OF,
                    ROLLING_AVERAGE,
                    SAP_CLASSIC,
                    COUNTBACK,
                    COUNTBACK_STOP,
                    COUNTBACK_THIRTY,
                    COUNTBACK_STOP_THIRTY,
                    COUNTBACK_MONTHS,
                    COUNTBACK_STOP_MONTHS -> List.of();
        };
    }

    private boolean needsOpening() {
        return method == DsoMethod.AVERAGE
                || method == DsoMethod.AVERAGE_OF
                || method == DsoMethod.SAP_CLASSIC
                || balances > 1;
    }

    private KpiResult compute(KpiBasis.Builder basis, Amount balance, CollectionFigures figures) {
        List<SalesPeriod> sales = figures.sales();
        SalesPeriod last = sales.get(sales.size() - 1);
        return switch (method) {
            case SIMPLE, BEST_POSSIBLE -> PeriodDso.ofPeriod(basis, balance, last);
            case AVERAGE -> PeriodDso.average(basis, new Balances(figures, balance), sales, 1);
            case AVERAGE_OF -> PeriodDso.average(basis, new Balances(figures, balance), sales, periods);
            case ROLLING -> PeriodDso.rolling(basis, balance, sales, periods);
            case ROLLING_AVERAGE -> PeriodDso.rolling(basis, new Balances(figures, balance), balances, sales, periods);
            case SAP_CLASSIC -> PeriodDso.sapClassic(basis, new Balances(figures, balance), sales);
            case SAP_CLASSIC_BW -> PeriodDso.sapBusinessWarehouse(basis, balance, sales);
            case MONTH_ANNUALISED -> PeriodDso.monthAnnualised(basis, balance, figures);
            case MONTHS_OF_YEAR -> PeriodDso.monthsOfYear(basis, balance, last);
            case COUNTBACK -> countback(basis, balance, sales, Countback.ofDays(false, figures));
            case COUNTBACK_STOP -> countback(basis, balance, sales, Countback.ofDays(true, figures));
            case COUNTBACK_THIRTY -> countback(basis, balance, sales, Countback.ofThirtyDays(false, figures));
            case COUNTBACK_STOP_THIRTY -> countback(basis, balance, sales, Countback.ofThirtyDays(true, figures));
            case COUNTBACK_MONTHS -> countback(basis, balance, sales, Countback.ofMonths(false, figures));
            case COUNTBACK_STOP_MONTHS -> countback(basis, balance, sales, Countback.ofMonths(true, figures));
        };
    }

    private static KpiResult countback(
            KpiBasis.Builder basis, Amount balance, List<SalesPeriod> sales, Countback countback) {
        if (balance.signum() < 0) {
            basis.note("NEGATIVE_RECEIVABLES");
        }
        return countback.compute(basis, balance, sales);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaysSalesOutstanding that
                && method == that.method
                && periods == that.periods
                && balances == that.balances;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    private Object readResolve() {
        return new DaysSalesOutstanding(method, periods, balances);
    }

    @Override
    public String toString() {
        return id();
    }
}
