package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.risk.CreditFile;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.ar.risk.WriteOffs;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.collection.AgedReceivables;
import io.quittance.kpi.collection.AllowanceFigures;
import io.quittance.kpi.collection.CreditExposures;
import io.quittance.kpi.collection.CustomerBalances;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.PlanAccounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a ledger has for KPIs that are computed from invoices, cases, ages, customers or plans, and not from {@link LedgerFigures}; read once as of a question.
 *
 * <p>{@code DaysToPay.average().compute(LedgerReadings.of(ledger, asOf).paidInvoices(march))}
 */
public final class LedgerReadings {
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Ledger ledger;
    private final LedgerHistory history;
    private final HistoryReadings readings;

    private LedgerReadings(Ledger ledger, LedgerHistory history) {
        this.ledger = ledger;
        this.history = history;
        this.readings = new HistoryReadings(history);
    }

    /** Reads all entries that had taken effect and were known by then. */
    public static LedgerReadings of(Ledger ledger, AsOf asOf) {
        return new LedgerReadings(ledger, LedgerHistory.of(ledger, asOf));
    }

    /**
     * Those of each part of the customers, such as those of a collector: amounts and numbers of all parts add up to those of the whole. {@code by(customer -> customer)} has those of each customer.
     *
     * @param key of a customer, the same for every call
     * @return without parts of which nothing had taken effect and was known by then
     * @throws IllegalArgumentException if a customer has no key
     */
    public <K extends Comparable<? super K>> SortedMap<K, LedgerReadings> by(
            Function<? super CustomerId, ? extends K> key) {
        var parts = new TreeMap<K, LedgerReadings>();
        history.by(key).forEach((part, own) -> parts.put(part, new LedgerReadings(ledger.only(own.customers()), own)));
        return Collections.unmodifiableSortedMap(parts);
    }

    private AsOf asOf() {
        return history.asOf();
    }

    /**
     * Each invoice with the day on which it was paid: from which on it stays paid, with what the customer may keep of it. One that was closed otherwise, such as by a credit note alone, by a write-off or
     * by a plan, is closed by credit. What is owed in place of something else is no invoice, and what was recorded by mistake is none. The amount is that of the invoice;
     * where it shall be what a payment settled of it, or what is open of it, take {@link #partPayments}.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public EventFigures<PaidInvoice> paidInvoices(ServicePeriod period) {
        return readings.paidInvoices(period);
    }

    /**
     * The parts of each invoice: what was paid of it on each day, what was closed of it otherwise on each day, and what is open. 100.00 of which 60.00 were paid on 10 March are 60.00 paid on that day
     * and 40.00 open. The key of a part is the id of the receivable, a slash and the day, or {@code open}.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question, or an id is too long for such keys
     */
    public EventFigures<PaidInvoice> partPayments(ServicePeriod period) {
        return readings.partPayments(period);
    }

    /**
     * Each case, by customer and id, as {@code C-1/D-7}. It is raised when the day begins on which it takes effect. It is resolved when nothing of it is contested any more, at the beginning
     * of the day of the last decision; a rejection that takes effect on the day on which the case was opened, when it was recorded. What was rejected or withdrawn ended in our favour, what was
     * accepted as a whole in the customer's, and else both agreed. It contests one invoice: the item of the debt, which of an invoice or an instalment of one is its number. No case is of one that is opened again.
     *
     * @param zone in which days begin
     * @throws IllegalArgumentException if the period ends after the date of the question, or customer and id are too long for such a key
     */
    public EventFigures<DisputeCase> disputes(ServicePeriod period, ZoneId zone) {
        return disputes(period, zone, Set.of());
    }

    /**
     * The same with the times in which it was the customer's turn: those of some stages, in the words of the host. A stage goes on from the beginning of its day to that of the next stage, or to the end of the
     * case; of two stages of one day, the one that was recorded later.
     *
     * @param waiting the keys of these stages, such as {@code documents-requested}
     * @throws IllegalArgumentException as above
     */
    public EventFigures<DisputeCase> disputes(ServicePeriod period, ZoneId zone, Set<String> waiting) {
        return EventFigures.of(
                period,
                asOf(),
                DisputesOfLedger.of(ledger, history, requireNonNull(zone, "zone"), Set.copyOf(waiting)));
    }

    /**
     * What is open at the end of a period, money on account not deducted, by the month of its document, with the sales of that month less credit notes of it. A month that is not over has the days up to the
     * end of the period.
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

    /**
     * What is open on the date of the question by age, with the rates of a provision matrix, not rounded.
     *
     * @throws IllegalArgumentException if the matrix does not have the buckets of the rule, or one is below 0
     */
    public AgedReceivables aged(AgingRule rule, ProvisionMatrix matrix) {
        return new AgedReceivables(matrix.provide(AgingReport.of(ledger, asOf(), rule)).rows().stream()
                .map(row -> AgedReceivables.Bucket.of(
                        row.rate().bucket(), row.balance(), row.rate().rate().times(HUNDRED)))
                .toList());
    }

    /**
     * How an allowance by a provision matrix moved in a period: what it has to be for what was open the day before it and on its last day, as far as is known now, each row rounded by the matrix; and what was
     * written off and taken back of write-offs in between, by money or because it was a mistake. Where another allowance was booked at the beginning, give that to {@link AllowanceFigures} yourself.
     *
     * <p>With 30.00 provided for, 20.00 written off, 5.00 of it recovered and 35.00 to be provided for, the expense is 20.00.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question, the rule has a day of its own, the matrix does not have its buckets, or one is below 0
     */
    public AllowanceFigures allowance(ServicePeriod period, AgingRule rule, ProvisionMatrix matrix) {
        readings.requireOver(period.lastDay(), "period");
        Require.that(rule.day().isEmpty(), "allowance.rule", "rule", "must age on the day of the balance", rule);
        Amount writtenOff = history.zero();
        Amount takenBack = history.zero();
        for (CustomerLedger customer : ledger.customers()) {
            WriteOffs writeOffs = WriteOffs.of(customer, period, asOf().knownAt());
            writtenOff = writtenOff.add(writeOffs.writtenOff());
            takenBack = takenBack.add(writeOffs.reversed());
        }
        return AllowanceFigures.of(provision(period.start().minusDays(1), rule, matrix), writtenOff, takenBack)
                .withRequired(provision(period.lastDay(), rule, matrix))
                .withPeriod(period);
    }

    private Amount provision(LocalDate day, AgingRule rule, ProvisionMatrix matrix) {
        return matrix.provide(AgingReport.of(ledger, AsOf.of(day, asOf().knownAt()), rule))
                .total();
    }

    /**
     * How far credit limits are used on the date of the question: what each customer owes, money on account deducted, against the limit that the credit file has for that day. What is not invoiced yet and what is
     * ordered, a ledger does not know: they count as 0. A file has no times of recording: give it as it was known.
     *
     * <p>Who may owe any amount, or nothing at all, has no limit that can be used, as who owes something and was granted none.
     *
     * @param files one of a customer; none of one without a limit
     * @throws IllegalArgumentException if a customer has two files
     * @throws io.quittance.core.error.CurrencyMismatchException if a limit is in another currency than the ledger
     */
    public CreditExposures exposures(Collection<CreditFile> files) {
        return ExposuresOfLedger.of(balances(), files, history.zero(), asOf().date());
    }

    /** What each customer owes on the date of the question, money on account deducted. */
    public CustomerBalances balances() {
        return balances(CustomerId::value);
    }

    /**
     * What each group of customers owes.
     *
     * @param group such as the parent company of a customer
     * @throws IllegalArgumentException if a customer has no group
     */
    public CustomerBalances balances(Function<? super CustomerId, String> group) {
        return readings.balances(group);
    }

    /**
     * Each account that owes something on the date of the question, and whether it pays by a plan: as long as something of a plan is open, and no part of one is past due for more than some days; then
     * it is broken.
     *
     * @param graceDays by which a plan may be late; 0 or more
     */
    public PlanAccounts planAccounts(int graceDays) {
        return AccountsOfLedger.of(history, graceDays, Long.MIN_VALUE);
    }

    /** As {@link #planAccounts}, of the accounts with something past due, with that: for {@code PaymentPlanShare.ofOverdueByCount()}. */
    public PlanAccounts overduePlanAccounts(int graceDays) {
        return AccountsOfLedger.of(history, graceDays, 1);
    }

    /**
     * What was open at the end of a day by age, and where it is at the end of a later one. What is open of an item on the later day and was not on the first, such as after a payment bounced, is added, as new
     * items are. Its period is from the day after the first to the later day, so that rates of months make a series; results about a bucket whose width is more than 3 days off the days between are noted {@code
     * LAG_NOT_BUCKET_WIDTH}.
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
