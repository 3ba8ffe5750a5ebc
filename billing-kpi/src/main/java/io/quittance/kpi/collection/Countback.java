package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uses up sales, the newest first, until nothing is left of receivables.
 *
 * @param stops whether it ends at a period without sales
 * @param length what each period counts; null for its own days
 * @param newest what the newest period counts
 */
record Countback(boolean stops, @Nullable Fraction length, Fraction newest) {
    private static final Fraction THIRTY = Fraction.of(30);
    private static final Fraction LEAST_OF_MONTH = Fraction.of(28);

    /** In days, each period with its own. */
    static Countback ofDays(boolean stops, CollectionFigures figures) {
        return new Countback(stops, null, newest(figures).days());
    }

    /** In days, each period with 30; a month in progress has those that have passed. */
    static Countback ofThirtyDays(boolean stops, CollectionFigures figures) {
        return new Countback(
                stops, THIRTY, isInProgress(figures) ? newest(figures).days() : THIRTY);
    }

    /** In months of 30 days; of a month in progress the days that have passed. */
    static Countback ofMonths(boolean stops, CollectionFigures figures) {
        return new Countback(
                stops,
                Fraction.ONE,
                isInProgress(figures) ? newest(figures).days().dividedBy(THIRTY) : Fraction.ONE);
    }

    /**
     * Whether the newest sales are of a month that is not over: they are of fewer than 28 days where those before are of a month, or the period of the figures begins with
     * a calendar month and ends before it.
     */
    static boolean isInProgress(CollectionFigures figures) {
        List<SalesPeriod> sales = figures.sales();
        boolean isShorter = sales.size() > 1 && isShort(newest(figures)) && !isShort(sales.get(sales.size() - 2));
        return isShorter
                || figures.period()
                        .filter(period -> period.start().getDayOfMonth() == 1
                                && period.end().isBefore(period.start().plusMonths(1)))
                        .isPresent();
    }

    private static boolean isShort(SalesPeriod sold) {
        return sold.days().compareTo(LEAST_OF_MONTH) < 0;
    }

    private static SalesPeriod newest(CollectionFigures figures) {
        return figures.sales().get(figures.sales().size() - 1);
    }

    KpiResult compute(KpiBasis.Builder basis, Amount receivables, List<SalesPeriod> sales) {
        Fraction rest = receivables.toFraction();
        Fraction days = Fraction.ZERO;
        int at = sales.size() - 1;
        for (; rest.signum() > 0 && at >= 0; at--) {
            Fraction counted = at == sales.size() - 1
                    ? newest
                    : length == null ? sales.get(at).days() : length;
            Fraction sold = sales.get(at).creditSales().toFraction();
            if (sold.signum() <= 0 && stops) {
                break;
            }
            if (sold.signum() < 0) {
                basis.exclusion("NEGATIVE_SALES");
                sold = Fraction.ZERO;
            }
            boolean usedUp = rest.compareTo(sold) >= 0;
            days = days.plus(usedUp ? counted : rest.dividedBy(sold).times(counted));
            rest = rest.minus(sold);
        }
        if (rest.signum() > 0) {
            basis.note("HISTORY_EXHAUSTED");
        }
        return basis.numerator(receivables.toFraction())
                .count(sales.size() - 1L - at)
                .measured(days);
    }
}
