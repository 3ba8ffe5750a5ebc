package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.Pair;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AgeShare;
import io.quittance.kpi.collection.AverageCollectionPeriod;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.AverageDaysLate;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.ColumnFigures;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.MonthlyTotals;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.collection.ReceivablesTurnover;
import java.util.Arrays;
import java.util.List;
import javax.money.Monetary;

/** The public API of W5b. */
final class SalesDoor {
    private static final ColumnFigures COLUMNS =
            ColumnFigures.of(Monetary.getCurrency("EUR"), MonthEnds.FIRST, MonthEnds.LAST);
    private static final Kpi<CollectionFigures> SIMPLE = DaysSalesOutstanding.simple();
    private static final Kpi<CollectionFigures> COUNTBACK = DaysSalesOutstanding.countback();
    private static final Rounding HUNDREDTHS = Rounding.halfUp(2);

    /** All that columns have figures for from the first month on. */
    private static final List<Kpi<CollectionFigures>> OTHERS = List.of(
            DaysSalesOutstanding.countback(DaysSalesOutstanding.ZeroSales.STOP),
            DaysSalesOutstanding.countbackOf30DayMonths(DaysSalesOutstanding.ZeroSales.COUNT),
            DaysSalesOutstanding.countbackInMonths(DaysSalesOutstanding.ZeroSales.COUNT),
            DaysSalesOutstanding.average(),
            DaysSalesOutstanding.bestPossible(),
            DaysSalesOutstanding.monthAnnualised(),
            DaysSalesOutstanding.rolling(1),
            new AverageDaysDelinquent(),
            ReceivablesTurnover.ofPeriod(),
            ReceivablesTurnover.annualised(),
            new AverageCollectionPeriod(),
            CollectionEffectiveness.ofPeriod(),
            CollectionRate.ofPeriod(),
            CollectionRate.gross(),
            CollectionRate.ofDueCohortByDueDate(),
            CollectionRate.ofDueCohortByPeriodEnd(),
            OutstandingReceivables.net(),
            OutstandingReceivables.gross(),
            OutstandingReceivables.overdue(),
            OverdueShare.byAmount(),
            OverdueShare.byCount(),
            AgeShare.current(),
            AgeShare.overNinetyDays(),
            new AverageDaysLate());

    private SalesDoor() {}

    /** The items of one of two threads. */
    record Half(int[] invoiceDays, int[] paidOn, long[] cents) {
        MonthlyTotals totals() {
            return COLUMNS.salesAndReceivables(invoiceDays, paidOn, cents);
        }
    }

    static long dso(Items in) {
        return checksum(COLUMNS.salesAndReceivables(in.invoiceDays, in.paidOn, in.cents));
    }

    static Half[] halves(Items in) {
        int half = in.items() / 2;
        return new Half[] {half(in, 0, half), half(in, half, in.items())};
    }

    private static Half half(Items in, int from, int to) {
        return new Half(
                Arrays.copyOfRange(in.invoiceDays, from, to),
                Arrays.copyOfRange(in.paidOn, from, to),
                Arrays.copyOfRange(in.cents, from, to));
    }

    static long dsoByOne(Half[] halves) {
        return checksum(halves[0].totals().plus(halves[1].totals()));
    }

    static long dsoByTwo(Half[] halves, Pair pair) {
        var totals = new MonthlyTotals[2];
        pair.run(() -> totals[0] = halves[0].totals(), () -> totals[1] = halves[1].totals());
        return checksum(totals[0].plus(totals[1]));
    }

    static long all(Items in) {
        MonthlyTotals totals = COLUMNS.totals(in.invoiceDays, in.dueDates, in.paidOn, in.cents);
        for (CollectionFigures month : totals.figures().values()) {
            for (Kpi<CollectionFigures> kpi : OTHERS) {
                if (kpi.compute(month).value().isEmpty()) {
                    throw new IllegalStateException(kpi.compute(month).toString());
                }
            }
        }
        return checksum(totals);
    }

    private static long checksum(MonthlyTotals totals) {
        long sum = 17;
        for (CollectionFigures month : totals.figures().values()) {
            sum = MonthEnds.next(sum, hundredths(SIMPLE.compute(month)), hundredths(COUNTBACK.compute(month)));
        }
        return sum;
    }

    private static long hundredths(KpiResult days) {
        return days.rounded(HUNDREDTHS).orElseThrow().movePointRight(2).longValueExact();
    }
}
