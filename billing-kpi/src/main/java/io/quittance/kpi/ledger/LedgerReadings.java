package io.quittance.kpi.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.risk.ProvisionMatrix;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.collection.AgedReceivables;
import io.quittance.kpi.collection.CustomerBalances;
import io.quittance.kpi.collection.Migration;
import io.quittance.kpi.collection.OriginFigures;
import io.quittance.kpi.collection.PaidInvoice;
import io.quittance.kpi.collection.PlanAccounts;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private LedgerReadings(Ledger ledger, AsOf asOf) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.history = LedgerHistory.of(ledger, asOf);
    }

    /** Reads all entries that had taken effect and were known by then. */
    public static LedgerReadings of(Ledger ledger, AsOf asOf) {
        return new LedgerReadings(ledger, asOf);
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
        return EventFigures.of(period, asOf(), new InvoicesOfLedger(history).whole());
    }

    /**
     * The parts of each invoice: what was paid of it on each day, what was closed of it otherwise on each day, and what is open. 100.00 of which 60.00 were paid on 10 March are 60.00 paid on that day
     * and 40.00 open. The key of a part is the id of the receivable, a slash and the day, or {@code open}.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question, or an id is too long for such keys
     */
    public EventFigures<PaidInvoice> partPayments(ServicePeriod period) {
        return EventFigures.of(period, asOf(), new InvoicesOfLedger(history).parts());
    }

    /**
     * Each case, by customer and id, as {@code C-1/D-7}. It is raised when the day begins on which it takes effect. It is resolved when nothing of it is contested any more, at the beginning
     * of the day of the last decision; a rejection that takes effect on the day on which the case was opened, when it was recorded. What was rejected or withdrawn ended in our favour, what was
     * accepted as a whole in the customer's, and else both agreed.
     *
     * @param zone in which days begin
     * @throws IllegalArgumentException if the period ends after the date of the question, or customer and id are too long for such a key
     */
    public EventFigures<DisputeCase> disputes(ServicePeriod period, ZoneId zone) {
        return EventFigures.of(period, asOf(), DisputesOfLedger.of(ledger, asOf(), requireNonNull(zone, "zone")));
    }

    /**
     * What is open at the end of a period, money on account not deducted, by the month of its document, with the sales of that month less credit notes of it. A month that is not over has the days up to the
     * end of the period.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public OriginFigures origins(ServicePeriod period) {
        requireOver(period.lastDay(), "period");
        return OriginsOfLedger.of(history, period);
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
        var balances = new TreeMap<String, Amount>();
        LocalDate date = asOf().date();
        for (ReceivableHistory one : history.receivables()) {
            String key = LedgerHistory.keyOf(group, one.receivable().customer());
            balances.merge(key, one.openAt(date), Amount::add);
        }
        for (MoneyHistory one : history.money()) {
            balances.merge(
                    LedgerHistory.keyOf(group, one.customer()),
                    one.onAccountAt(date).negate(),
                    Amount::add);
        }
        return new CustomerBalances(balances);
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

    /** As {@link #planAccounts}, of the accounts with something past due, with that. */
    public PlanAccounts overduePlanAccounts(int graceDays) {
        return AccountsOfLedger.of(history, graceDays, 1);
    }

    /**
     * What was open at the end of a day by age, and where it is at the end of a later one. What is open of an item on the later day and was not on the first, such as after a payment bounced, is added, as new
     * items are.
     *
     * @param buckets by days past due; without gaps
     * @throws IllegalArgumentException if the later day is not after the first, or after the date of the question, or an age is in no bucket
     */
    public Migration migration(LocalDate first, LocalDate later, AgingBuckets buckets) {
        Require.that(later.isAfter(first), "migration.order", "later", "must be after " + first, later);
        requireOver(later, "later");
        return new MigrationOfLedger(history, first, later, buckets).migration();
    }

    private void requireOver(LocalDate day, String argument) {
        LocalDate date = asOf().date();
        Require.that(!day.isAfter(date), "figures.period", argument, "must not end after " + date, day);
    }
}
