package io.quittance.kpi.collection;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/**
 * What {@link ColumnFigures} adds up: totals of consecutive months, which can be added to those of other invoices of the same months. Not changed any more once handed out.
 */
public final class MonthlyTotals implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From this many days past due on, an item is over 90 days. */
    private static final int LATEST = 91;

    private final CurrencyUnit currency;
    private final Months months;
    /** Whether more than sales and receivables was added up. */
    private final boolean isWhole;

    /** By the month of the document, of the due date, of the settlement: see {@link Months}. */
    final long[] issued;

    final long[] settled;
    private final long[] issuedCount;
    private final long[] settledCount;
    private final long[] due;
    private final long[] paidByDueDate;
    private final long[] paidByMonthEnd;
    private final long[] daysLate;
    /** From and up to, not with, the month at whose end an invoice is past due. */
    private final long[] late;

    private final long[] lateEnds;
    private final long[] lateCount;
    private final long[] lateEndsCount;
    /** The same of what is past due by more than 90 days. */
    private final long[] over90;

    private final long[] over90Ends;

    MonthlyTotals(CurrencyUnit currency, Months months, boolean isWhole) {
        this.currency = currency;
        this.months = months;
        this.isWhole = isWhole;
        int size = months.count() + 2;
        issued = new long[size];
        settled = new long[size];
        int more = isWhole ? size : 0;
        issuedCount = new long[more];
        settledCount = new long[more];
        due = new long[more];
        paidByDueDate = new long[more];
        paidByMonthEnd = new long[more];
        daysLate = new long[more];
        late = new long[more];
        lateEnds = new long[more];
        lateCount = new long[more];
        lateEndsCount = new long[more];
        over90 = new long[more];
        over90Ends = new long[more];
    }

    void add(int documentDay, int dueDay, int settledDay, long amount) {
        int documentMonth = months.of(documentDay);
        int dueMonth = months.of(dueDay);
        int settledMonth = months.of(settledDay);
        issued[documentMonth] += amount;
        issuedCount[documentMonth]++;
        settled[settledMonth] += amount;
        settledCount[settledMonth]++;
        due[dueMonth] += amount;
        if (settledMonth <= dueMonth) {
            paidByMonthEnd[dueMonth] += amount;
        }
        if (settledDay <= dueDay) {
            paidByDueDate[dueMonth] += amount;
            return;
        }
        daysLate[settledMonth] += (long) settledDay - dueDay;
        int lateFrom = months.of(dueDay + 1);
        if (lateFrom < settledMonth) {
            late[lateFrom] += amount;
            lateEnds[settledMonth] += amount;
            lateCount[lateFrom]++;
            lateEndsCount[settledMonth]++;
            if ((long) settledDay - dueDay > LATEST) {
                over90[months.of(dueDay + LATEST)] += amount;
                over90Ends[settledMonth] += amount;
            }
        }
    }

    /**
     * The totals of these invoices and of others: those of parts add up to those of the whole.
     *
     * @throws CurrencyMismatchException if they are in another currency
     * @throws IllegalArgumentException if they are of other months, of other figures, or the total of all months is beyond {@link Long#MAX_VALUE} minor units
     */
    public MonthlyTotals plus(MonthlyTotals other) {
        String code = currency.getCurrencyCode();
        if (!code.equals(other.currency.getCurrencyCode())) {
            throw new CurrencyMismatchException("other", code, other.currency.getCurrencyCode());
        }
        Require.that(
                isWhole == other.isWhole && months.equals(other.months),
                "figures.totals",
                "other",
                "must be totals of the same figures and months: " + this,
                other);
        var sum = new MonthlyTotals(currency, months, isWhole);
        long[][] mine = all();
        long[][] others = other.all();
        long[][] sums = sum.all();
        for (int column = 0; column < sums.length; column++) {
            for (int i = 0; i < sums[column].length; i++) {
                sums[column][i] = mine[column][i] + others[column][i];
            }
            if (isTooLarge(sums[column])) {
                throw new InvalidArgumentException("bulk.sum", "other", "must not make a total too large", other);
            }
        }
        return sum;
    }

    /** Whether what stands at the end of a month, a sum of what is 0 or more, could be beyond a long. */
    private static boolean isTooLarge(long[] column) {
        long sum = 0;
        for (long each : column) {
            sum += each;
            if (each < 0 || sum < 0) {
                return true;
            }
        }
        return false;
    }

    private long[][] all() {
        return new long[][] {
            issued,
            settled,
            issuedCount,
            settledCount,
            due,
            paidByDueDate,
            paidByMonthEnd,
            daysLate,
            late,
            lateEnds,
            lateCount,
            lateEndsCount,
            over90,
            over90Ends
        };
    }

    /** The figures of each month; every month knows the sales and the balances since the first, and all share one history of them. */
    public SortedMap<YearMonth, CollectionFigures> figures() {
        SalesHistory history = history();
        var figures = new TreeMap<YearMonth, CollectionFigures>();
        var standing = new Standing();
        standing.reach(0);
        for (int month = 1; month <= months.count(); month++) {
            CollectionFigures.Builder builder = CollectionFigures.builder()
                    .period(months.period(month))
                    .openingReceivables(amount(standing.open))
                    .sales(history, month);
            standing.reach(month);
            builder.closingReceivables(amount(standing.open));
            if (isWhole) {
                builder.billed(amount(issued[month]))
                        .collected(amount(settled[month]))
                        .overNinetyDays(amount(standing.over90))
                        .overdue(amount(standing.late), amount(standing.open))
                        .overdueItems(standing.lateItems, standing.openItems)
                        .dueCohort(amount(due[month]), amount(paidByDueDate[month]), amount(paidByMonthEnd[month]))
                        .daysLate(daysLate[month], settledCount[month]);
            }
            figures.put(months.month(month), builder.build());
        }
        return Collections.unmodifiableSortedMap(figures);
    }

    private SalesHistory history() {
        var sales = new ArrayList<SalesPeriod>();
        var openings = new ArrayList<Amount>();
        long open = issued[0] - settled[0];
        for (int month = 1; month <= months.count(); month++) {
            sales.add(SalesPeriod.of(months.period(month), amount(issued[month])));
            openings.add(amount(open));
            open += issued[month] - settled[month];
        }
        return new SalesHistory(sales, openings);
    }

    private Amount amount(long minorUnits) {
        return Amount.ofMinor(minorUnits, currency);
    }

    /** What stands at the end of a month, followed from one to the next. */
    private final class Standing {
        private long open;
        private long openItems;
        private long late;
        private long lateItems;
        private long over90;

        void reach(int month) {
            open += issued[month] - settled[month];
            if (isWhole) {
                openItems += issuedCount[month] - settledCount[month];
                late += MonthlyTotals.this.late[month] - lateEnds[month];
                lateItems += lateCount[month] - lateEndsCount[month];
                over90 += MonthlyTotals.this.over90[month] - over90Ends[month];
            }
        }
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var checked = new MonthlyTotals(currency, months, isWhole);
        long[][] given = all();
        long[][] columns = checked.all();
        for (int column = 0; column < columns.length; column++) {
            Require.that(
                    given[column].length == columns[column].length && !isTooLarge(given[column]),
                    "figures.totals",
                    "totals",
                    "must be 0 or more for each month, and not too large together",
                    this);
            System.arraycopy(given[column], 0, columns[column], 0, columns[column].length);
        }
        return checked;
    }

    /** For example {@code totals in EUR from 2024-01 to 2024-12}. */
    @Override
    public String toString() {
        return (isWhole ? "totals in " : "sales and receivables in ") + currency.getCurrencyCode() + " from "
                + months.month(1) + " to " + months.end();
    }
}
