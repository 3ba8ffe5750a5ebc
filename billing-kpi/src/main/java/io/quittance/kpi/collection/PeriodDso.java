package io.quittance.kpi.collection;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import java.util.List;

/** Balances over the sales of periods, in days. Whoever calls has seen that the figures are there. */
final class PeriodDso {
    private static final Fraction DAYS_OF_MONTH = Fraction.of(30);
    private static final Fraction MONTHS = Fraction.of(12);
    private static final Fraction DAYS_OF_YEAR = Fraction.of(365);

    private PeriodDso() {}

    /** A balance over the sales of the last period, times its days. */
    static KpiResult ofPeriod(KpiBasis.Builder basis, Amount balance, SalesPeriod sold) {
        return over(basis, balance.toFraction(), sold.creditSales().toFraction(), sold.days());
    }

    /** The balance over the sales of the last periods, times their days. */
    static KpiResult rolling(KpiBasis.Builder basis, Amount balance, List<SalesPeriod> sales, int periods) {
        basis.count(Math.min(periods, sales.size()));
        return sales.size() < periods
                ? tooShort(basis, periods, "periods of sales", sales.size())
                : overLast(basis, balance.toFraction(), sales, periods);
    }

    /** The mean of the last balances over the sales of the last periods, times their days. */
    static KpiResult rolling(
            KpiBasis.Builder basis, Balances balances, int points, List<SalesPeriod> sales, int periods) {
        basis.count(Math.min(periods, sales.size()));
        if (sales.size() < periods) {
            return tooShort(basis, periods, "periods of sales", sales.size());
        }
        return balances.count() < points
                ? tooShort(basis, points, "balances", balances.count())
                : overLast(basis, balances.meanOfLast(points), sales, periods);
    }

    /** The mean of the balances around the last periods over their sales, times their days. */
    static KpiResult average(KpiBasis.Builder basis, Balances balances, List<SalesPeriod> sales, int periods) {
        basis.count(Math.min(periods, sales.size()));
        if (sales.size() < periods) {
            return tooShort(basis, periods, "periods of sales", sales.size());
        }
        return balances.count() <= periods
                ? tooShort(basis, periods + 1, "balances", balances.count())
                : overLast(basis, balances.meanOfLast(periods + 1), sales, periods);
    }

    /** The mean of the last three balances over the mean sales of the last three periods, times 30. */
    static KpiResult sapClassic(KpiBasis.Builder basis, Balances balances, List<SalesPeriod> sales) {
        if (sales.size() < 3) {
            return tooShort(basis, 3, "periods of sales", sales.size());
        }
        return balances.count() < 3
                ? tooShort(basis, 3, "balances", balances.count())
                : over(
                        basis,
                        balances.meanOfLast(3),
                        ofLast(sales, 3).creditSales().dividedBy(Fraction.of(3)),
                        DAYS_OF_MONTH);
    }

    /** The balance over the sales of the period before the last, times 30. */
    static KpiResult sapBusinessWarehouse(KpiBasis.Builder basis, Amount balance, List<SalesPeriod> sales) {
        return sales.size() < 2
                ? tooShort(basis, 2, "periods of sales", sales.size())
                : over(
                        basis,
                        balance.toFraction(),
                        sales.get(sales.size() - 2).creditSales().toFraction(),
                        DAYS_OF_MONTH);
    }

    /** The balance over twelve times the sales of a month, times 365. */
    static KpiResult monthAnnualised(KpiBasis.Builder basis, Amount balance, CollectionFigures figures) {
        SalesPeriod month = figures.sales().get(figures.sales().size() - 1);
        return isBetween(month, 28, 31) && !Countback.isInProgress(figures)
                ? over(
                        basis,
                        balance.toFraction(),
                        month.creditSales().toFraction().times(MONTHS),
                        DAYS_OF_YEAR)
                : basis.undefined("NOT_A_MONTH", "the sales are of " + month.days() + " days, not of a whole month");
    }

    /** The balance over the sales of a year, times 12. */
    static KpiResult monthsOfYear(KpiBasis.Builder basis, Amount balance, SalesPeriod year) {
        return isBetween(year, 360, 366)
                ? over(basis, balance.toFraction(), year.creditSales().toFraction(), MONTHS)
                : basis.undefined("NOT_A_YEAR", "the sales are of " + year.days() + " days, not of a year");
    }

    private static boolean isBetween(SalesPeriod sold, long least, long most) {
        return sold.days().compareTo(Fraction.of(least)) >= 0 && sold.days().compareTo(Fraction.of(most)) <= 0;
    }

    /** The sales and days of several periods. */
    private record Sold(Fraction creditSales, Fraction days) {}

    private static Sold ofLast(List<SalesPeriod> sales, int periods) {
        var sold = new Sold(Fraction.ZERO, Fraction.ZERO);
        for (SalesPeriod each : sales.subList(sales.size() - periods, sales.size())) {
            sold = new Sold(
                    sold.creditSales().plus(each.creditSales().toFraction()),
                    sold.days().plus(each.days()));
        }
        return sold;
    }

    private static KpiResult overLast(KpiBasis.Builder basis, Fraction balance, List<SalesPeriod> sales, int periods) {
        Sold sold = ofLast(sales, periods);
        return over(basis, balance, sold.creditSales(), sold.days());
    }

    private static KpiResult over(KpiBasis.Builder basis, Fraction balance, Fraction sold, Fraction days) {
        if (balance.signum() < 0) {
            basis.note("NEGATIVE_RECEIVABLES");
        }
        return basis.quotient(balance, sold, days, "NO_SALES", "there were no credit sales in the period");
    }

    private static KpiResult tooShort(KpiBasis.Builder basis, int needed, String what, int given) {
        return basis.undefined("HISTORY_TOO_SHORT", needed + " " + what + " are needed, and " + given + " are given");
    }
}
