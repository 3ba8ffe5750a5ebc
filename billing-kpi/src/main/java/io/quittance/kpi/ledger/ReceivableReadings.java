package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.collection.CustomerBalances;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.receivable.ReceivableBook;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What KPIs of collection are computed from, of a host that keeps its own books, without a ledger of ours: read once as of a question, by the same computation as from a ledger.
 *
 * <p>{@code DaysSalesOutstanding.simple().compute(ReceivableReadings.of(book, asOf).figures().of(march))}
 */
public final class ReceivableReadings {
    private final LedgerHistory history;
    private final HistoryReadings readings;

    private ReceivableReadings(LedgerHistory history) {
        this.history = history;
        this.readings = new HistoryReadings(history);
    }

    /**
     * Reads all events that had taken effect and were known by then. Times of recording decide nothing else: what is told of a day may be recorded in any order.
     *
     * @throws IllegalArgumentException if a part or a case is of an invoice or of money that is not known then, of a credit note or payment where it is of the other, or before its day; or if more of something is
     *     used on a day than there is. The message names the event
     * @throws CurrencyMismatchException if an amount is in another currency than the book
     */
    public static ReceivableReadings of(ReceivableBook book, AsOf asOf) {
        return new ReceivableReadings(BookReader.read(requireNonNull(book, "book"), requireNonNull(asOf, "asOf")));
    }

    /**
     * Those of each part of the customers, such as of a segment: amounts and numbers of all parts add up to those of the whole. Money belongs to the customer from whom it came, also where it settles the
     * invoice of another.
     *
     * @param key of a customer, the same for every call
     * @return without parts of which nothing had taken effect and was known by then
     * @throws IllegalArgumentException if a customer has no key
     */
    public <K extends Comparable<? super K>> SortedMap<K, ReceivableReadings> by(
            Function<? super String, ? extends K> key) {
        requireNonNull(key, "key");
        var parts = new TreeMap<K, ReceivableReadings>();
        history.by(id -> key.apply(id.value())).forEach((part, own) -> parts.put(part, new ReceivableReadings(own)));
        return Collections.unmodifiableSortedMap(parts);
    }

    /** The figures of any period; keep them where several periods are asked for. */
    public LedgerFigures figures() {
        return new LedgerFigures(history);
    }

    /**
     * Each invoice with the day on which it was paid, as {@link LedgerReadings#paidInvoices} says.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public EventFigures<PaidInvoice> paidInvoices(ServicePeriod period) {
        return readings.paidInvoices(period);
    }

    /**
     * The parts of each invoice, as {@link LedgerReadings#partPayments} says.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question, or a key is too long for those of parts
     */
    public EventFigures<PaidInvoice> partPayments(ServicePeriod period) {
        return readings.partPayments(period);
    }

    /**
     * What is open at the end of a period, money on account not deducted, by the month of its document, with the sales of that month less credit notes of it.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public OriginFigures origins(ServicePeriod period) {
        return readings.origins(period, false);
    }

    /**
     * As {@link #origins}, with the invoices of which something is open, which the results then name.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public OriginFigures originsWithItems(ServicePeriod period) {
        return readings.origins(period, true);
    }

    /** What each customer owes on the date of the question, money on account deducted. */
    public CustomerBalances balances() {
        return balances(customer -> customer);
    }

    /**
     * What each group of customers owes.
     *
     * @param group such as the parent company of a customer
     * @throws IllegalArgumentException if a customer has no group
     */
    public CustomerBalances balances(Function<? super String, String> group) {
        return readings.balances(id -> group.apply(id.value()));
    }

    /**
     * What was open at the end of a day by age, and where it is at the end of a later one, as {@link LedgerReadings#migration} says.
     *
     * @param buckets by days past due; without gaps
     * @throws IllegalArgumentException if the later day is not after the first, or after the date of the question, or an age is in no bucket
     */
    public Migration migration(LocalDate first, LocalDate later, AgingBuckets buckets) {
        return readings.migration(first, later, buckets, false);
    }

    /**
     * As {@link #migration}, with what moved of each receivable, which the results then name.
     *
     * @param buckets as there
     * @throws IllegalArgumentException as there
     */
    public Migration migrationWithItems(LocalDate first, LocalDate later, AgingBuckets buckets) {
        return readings.migration(first, later, buckets, true);
    }
}
