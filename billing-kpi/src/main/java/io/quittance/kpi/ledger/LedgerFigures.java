package io.quittance.kpi.ledger;

import io.quittance.ar.ledger.Ledger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.SalesHistory;
import io.quittance.kpi.collection.SalesPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The figures of any period, read once from a ledger as of a question; {@link ReceivableReadings} has those of a host that keeps its own books.
 *
 * <ul>
 *   <li>Receivables are net: what is open at the end of the last day, less money and credits on account (kpi.md, section 0).
 *   <li>Sales are the receivables whose document date lies in the period, less the credit notes of it, less those that turned out in
 *       it to be recorded by mistake; an item that owes what another was paid short is none, nor is one that owes what a plan moved, but
 *       what is charged for a plan is.
 *   <li>Billed are the sales before credit notes. Credit notes, refunds and write-offs that turn out to be recorded by mistake are taken off on the day on
 *       which they do, so that flows of periods that meet add up; each may be below 0.
 *   <li>Refunds are what is paid out of credits. Money that goes back to the customer without having settled anything was never collected,
 *       and is none.
 *   <li>Written off is what was given up, by itself or with a payment. What money pays on the day on which a write-off is taken back, as a
 *       {@code Recovery} does, is recovered, and not taken off write-offs.
 *   <li>Collected is the money that was allocated to receivables in the period, by effective date, less what was unapplied or
 *       returned in it; credits, discounts, tolerances and write-offs close a debt without being collected.
 *   <li>Overdue compares open items only; money on account belongs to none of them.
 *   <li>Unapplied is cash: no credits, and no money that was paid in advance for what is to be invoiced. Of the cash received in a period, what the bank took
 *       back or what was recorded by mistake by its end was not received.
 *   <li>What falls due is a debt less what was closed of it without money by its due date, such as by a credit note, a discount or a plan; what
 *       is closed so later was due and not paid. The instalments of a plan, and what is owed in place of something else, fall due themselves.
 *   <li>Of what fell due, that was paid by a day which was paid by then and stays paid: what is taken back later, such as by the bank, was not.
 *   <li>An invoice is settled on the day from which on it stays paid, with what the customer may keep of it, such as a credit or a
 *       discount; one of which anything is written off or moved to a new item or to a plan, or that credits alone closed, is not.
 *   <li>Disputed are the invoices of the period that were contested at any time up to the date of the question, whatever was decided, with
 *       the amounts of their cases together, each invoice at most once; a case that was opened by mistake does not count.
 *   <li>An invoice that turned out by the date of the question to be recorded by mistake was never contested, issued or due: it counts
 *       neither in the disputed share nor in what fell due, whichever day that turned out. Sales take it off when it did.
 * </ul>
 *
 * <p>What bad debts were identified or charged to profit, and what is not invoiced yet, a ledger does not know.
 */
public final class LedgerFigures {
    private final LedgerHistory history;
    private final Timelines receivables;
    private final MoneyTimelines money;

    LedgerFigures(LedgerHistory history) {
        this.history = history;
        this.receivables = Timelines.of(history.currency(), history.receivables());
        this.money = MoneyTimelines.of(history.currency(), history.money());
    }

    /** Reads all entries that had taken effect and were known by then. */
    public static LedgerFigures of(Ledger ledger, AsOf asOf) {
        return new LedgerFigures(LedgerHistory.of(ledger, asOf));
    }

    /**
     * The figures of each part of the customers, such as those of a collector, read in one pass: amounts and numbers of all parts add up to
     * those of the whole. {@code by(ledger, asOf, customer -> customer)} has those of each customer.
     *
     * @param key of a customer, the same for every call
     * @return without parts of which nothing had taken effect and was known by then
     * @throws IllegalArgumentException if a customer has no key
     */
    public static <K extends Comparable<? super K>> SortedMap<K, LedgerFigures> by(
            Ledger ledger, AsOf asOf, Function<? super CustomerId, ? extends K> key) {
        var parts = new TreeMap<K, LedgerFigures>();
        LedgerHistory.of(ledger, asOf).by(key).forEach((part, history) -> parts.put(part, new LedgerFigures(history)));
        return Collections.unmodifiableSortedMap(parts);
    }

    /**
     * The figures of a period whose sales history is the period alone.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public CollectionFigures of(ServicePeriod period) {
        return of(period, List.of());
    }

    /**
     * The figures of a period. For a month that is not over, give the days that have passed: from its first day up to and
     * with the date of the question.
     *
     * @param before the periods before it, the oldest first, whose sales the countback needs; each ends where the next begins
     * @throws IllegalArgumentException if the period ends after the date of the question, or the periods do not meet
     */
    public CollectionFigures of(ServicePeriod period, List<ServicePeriod> before) {
        return figures(period, historyOf(period, before), before.size() + 1).build();
    }

    /**
     * The same with the {@linkplain CollectionFigures#items() items} behind them, which the results then name. Looks at every receivable and payment:
     * for a closer look at a few periods, not for many.
     *
     * @throws IllegalArgumentException as {@link #of(ServicePeriod, List)}
     */
    public CollectionFigures withItems(ServicePeriod period, List<ServicePeriod> before) {
        return figures(period, historyOf(period, before), before.size() + 1)
                .items(ItemsOfPeriod.of(history, period))
                .build();
    }

    /** As {@link #withItems(ServicePeriod, List)}, whose sales history is the period alone. */
    public CollectionFigures withItems(ServicePeriod period) {
        return withItems(period, List.of());
    }

    private SalesHistory historyOf(ServicePeriod period, List<ServicePeriod> before) {
        var periods = new ArrayList<ServicePeriod>(before);
        periods.add(period);
        for (int i = 0; i < before.size(); i++) {
            ServicePeriod next = periods.get(i + 1);
            Require.that(
                    before.get(i).end().equals(next.start()),
                    "figures.before",
                    "before[" + i + "]",
                    "must end where the next period begins, " + next.start(),
                    before.get(i));
        }
        return historyOf(periods);
    }

    private SalesHistory historyOf(List<ServicePeriod> periods) {
        return new SalesHistory(
                periods.stream().map(this::salesOf).toList(),
                periods.stream().map(this::openingOf).toList());
    }

    /**
     * The figures of each month from the first to the last, both included; every month knows the sales since the first.
     * Time and memory grow with the months and the entries, not with their product: the months share one history of sales.
     *
     * @throws IllegalArgumentException if the last month is before the first, or ends after the date of the question
     */
    public SortedMap<YearMonth, CollectionFigures> monthly(YearMonth first, YearMonth last) {
        Require.that(!last.isBefore(first), "figures.months", "last", "must not be before " + first, last);
        var periods = new ArrayList<ServicePeriod>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            periods.add(ServicePeriod.of(month));
        }
        SalesHistory sales = historyOf(periods);
        var months = new TreeMap<YearMonth, CollectionFigures>();
        for (ServicePeriod month : periods) {
            months.put(
                    YearMonth.from(month.start()),
                    figures(month, sales, months.size() + 1).build());
        }
        return Collections.unmodifiableSortedMap(months);
    }

    private CollectionFigures.Builder figures(ServicePeriod period, SalesHistory sales, int periods) {
        requireOver(period);
        var builder = CollectionFigures.builder()
                .period(period)
                .openingReceivables(openingOf(period))
                .closingReceivables(netOpen(period.lastDay()))
                .sales(sales, periods);
        receivables.to(builder, period);
        money.to(builder, period, receivables.openAt(period.lastDay()));
        return builder;
    }

    private void requireOver(ServicePeriod period) {
        LocalDate date = history.asOf().date();
        Require.that(!period.lastDay().isAfter(date), "figures.period", "period", "must not end after " + date, period);
    }

    private Amount openingOf(ServicePeriod period) {
        return netOpen(period.start().minusDays(1));
    }

    private Amount netOpen(LocalDate date) {
        return receivables.openAt(date).subtract(money.onAccountAt(date));
    }

    private SalesPeriod salesOf(ServicePeriod period) {
        return SalesPeriod.of(period, receivables.sold(period).subtract(money.credited(period)));
    }
}
