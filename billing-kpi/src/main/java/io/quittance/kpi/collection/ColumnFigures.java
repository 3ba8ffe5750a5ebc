package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bulk door of the KPIs of collection: totals of each calendar month of a range in one pass over columns of invoices, without an object for an invoice. Days are epoch days; amounts are whole
 * minor units, cents for EUR. An invoice is owed from its document date on and settled in full by money on one day, or never: {@link #NEVER}. What is paid in parts, credited or contested is read from a ledger by
 * {@code io.quittance.kpi.ledger.LedgerFigures}, or from events by {@code ReceivableReadings} beside it; the figures are the same where both can be asked.
 *
 * <p>An invoice of 100 cents of 20 January, due on 3 February and settled on 10 March, is sold in January, owed at the ends of January and February, past due
 * at the end of February, of the due cohort of February that was not paid by its end, and collected in March, 35 days late. Immutable: share one between threads.
 */
public final class ColumnFigures implements Serializable {
    /** The day on which an invoice is settled that is not. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1L;

    private final CurrencyUnit currency;
    private final YearMonth first;
    private final LocalDate lastDay;
    private final transient Months months;

    private ColumnFigures(CurrencyUnit currency, YearMonth first, LocalDate lastDay) {
        this.currency = requireNonNull(currency, "currency");
        this.first = requireNonNull(first, "first");
        this.lastDay = requireNonNull(lastDay, "lastDay");
        this.months = new Months(first, lastDay);
    }

    /**
     * Totals of each month from the first to the last, both included.
     *
     * @throws IllegalArgumentException if the last month is before the first or more than a hundred years after it
     */
    public static ColumnFigures of(CurrencyUnit currency, YearMonth first, YearMonth last) {
        return new ColumnFigures(currency, first, requireNonNull(last, "last").atEndOfMonth());
    }

    /**
     * Totals of each month from the first on, the last of which is in progress and ends with a day: as of 15 September, September has 15 days, and what is dated later is not looked at.
     *
     * @throws IllegalArgumentException if the last day is before the first month or more than a hundred years after it
     */
    public static ColumnFigures upTo(CurrencyUnit currency, YearMonth first, LocalDate lastDay) {
        return new ColumnFigures(currency, first, lastDay);
    }

    /**
     * Sales and receivables: what days sales outstanding need.
     *
     * @param documentDays of each invoice; days after the last one are not looked at
     * @param settledDays from which on it is not owed any more, not before the document date; {@link #NEVER} if it is
     * @param amounts of each: 0 or more
     * @throws IllegalArgumentException if a column has another length, or a row another value, named as {@code amounts[3]}; or the sum of
     *     all amounts is too large for a {@code long}
     */
    public MonthlyTotals salesAndReceivables(int[] documentDays, int[] settledDays, long[] amounts) {
        int rows = rows(documentDays, settledDays, amounts);
        var totals = new MonthlyTotals(currency, months, false);
        long[] issued = totals.issued;
        long[] settled = totals.settled;
        long all = 0;
        for (int i = 0; i < rows; i++) {
            int document = documentDays[i];
            int paid = settledDays[i];
            long amount = amounts[i];
            all += amount;
            if (paid < document || (amount | all) < 0) {
                throw refused(document, paid, amount, i);
            }
            issued[months.of(document)] += amount;
            settled[months.of(paid)] += amount;
        }
        return totals;
    }

    /**
     * All that the KPIs of collection need of invoices that money settles: sales, which are what was billed, receivables, what is past due and by more than 90 days, what fell due and was paid in time, what was
     * collected and how late. Nothing of disputes, credits and write-offs.
     *
     * @param documentDays as in {@link #salesAndReceivables}
     * @param dueDays of each, not before the document date; one that is due today is not past due
     * @param settledDays as in {@link #salesAndReceivables}
     * @param amounts as in {@link #salesAndReceivables}; an invoice of 0 is owed by nobody and counts nowhere
     * @throws IllegalArgumentException as {@link #salesAndReceivables}
     */
    public MonthlyTotals totals(int[] documentDays, int[] dueDays, int[] settledDays, long[] amounts) {
        int rows = rows(documentDays, settledDays, amounts);
        requireRows(requireNonNull(dueDays, "dueDays").length, rows, "dueDays");
        var totals = new MonthlyTotals(currency, months, true);
        long all = 0;
        for (int i = 0; i < rows; i++) {
            int document = documentDays[i];
            int due = dueDays[i];
            int paid = settledDays[i];
            long amount = amounts[i];
            all += amount;
            if (paid < document || due < document || (amount | all) < 0) {
                throw paid >= document && amount >= 0 && all >= 0
                        ? new InvalidArgumentException(
                                "bulk.due",
                                "dueDays[" + i + "]",
                                "must not be before the document date, " + document,
                                due)
                        : refused(document, paid, amount, i);
            }
            if (amount > 0) {
                totals.add(document, due, paid, amount);
            }
        }
        return totals;
    }

    private static int rows(int[] documentDays, int[] settledDays, long[] amounts) {
        int rows = requireNonNull(documentDays, "documentDays").length;
        requireRows(requireNonNull(settledDays, "settledDays").length, rows, "settledDays");
        requireRows(requireNonNull(amounts, "amounts").length, rows, "amounts");
        return rows;
    }

    private static void requireRows(int length, int rows, String column) {
        Require.that(length == rows, "bulk.rows", column, "must have " + rows + " rows, as documentDays has", length);
    }

    private static InvalidArgumentException refused(int document, int paid, long amount, int row) {
        if (amount < 0) {
            return new InvalidArgumentException("bulk.amount", "amounts[" + row + "]", "must be 0 or more", amount);
        }
        return paid < document
                ? new InvalidArgumentException(
                        "bulk.settled",
                        "settledDays[" + row + "]",
                        "must not be before the document date, " + document,
                        paid)
                : new InvalidArgumentException(
                        "bulk.sum", "amounts[" + row + "]", "must not make the sum of all too large", amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnFigures that
                && currency.equals(that.currency)
                && first.equals(that.first)
                && lastDay.equals(that.lastDay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, first, lastDay);
    }

    /** For example {@code figures in EUR from 2024-01 to 2024-12}, or {@code to 2024-12-15} of a month in progress. */
    @Override
    public String toString() {
        return "figures in " + currency.getCurrencyCode() + " from " + first + " to " + months.end();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new ColumnFigures(currency, first, lastDay);
    }
}
