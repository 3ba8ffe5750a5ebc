package io.quittance.ar.journal;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.core.money.Amount;
import io.quittance.core.revenue.RevenuePeriod;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger as the host's general ledger sees it. Each fact that changes a balance is one entry that balances to zero; what undoes a fact
 * has its lines mirrored, exchange differences included, so that all accounts are as they were (ar.md 7, law 15).
 *
 * <table>
 * <caption>What is debited and credited</caption>
 * <tr><th>fact</th><th>debit</th><th>credit</th></tr>
 * <tr><td>receivable posted</td><td>receivables</td><td>the shares of its document</td></tr>
 * <tr><td>credit posted</td><td>the shares of its document</td><td>open credits</td></tr>
 * <tr><td>payment received</td><td>bank</td><td>on account</td></tr>
 * <tr><td>payment allocated</td><td>on account, or open credits</td><td>receivables; exchange gains, or losses as a debit</td></tr>
 * <tr><td>payment refunded</td><td>on account, or open credits</td><td>bank</td></tr>
 * <tr><td>payment converted</td><td>on account, or open credits</td><td>bank, at what the other ledger debits; exchange gains, or losses
 *     as a debit</td></tr>
 * <tr><td>part of a payment returned</td><td>on account; receivables for what is owed of it</td><td>bank</td></tr>
 * <tr><td>receivable written off</td><td>write-offs</td><td>receivables</td></tr>
 * <tr><td>debt rescheduled</td><td>receivables that owe it instead; charges as a receivable posted</td><td>receivables that are moved</td></tr>
 * </table>
 *
 * <p>Receivables, on account and open credits add up to the balance of the ledger. Where documents have been booked in another
 * currency, an account has what was booked of it, and what is left of a debt reaches zero in both currencies together.
 */
public final class Journal {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private Journal() {}

    /**
     * The entries of all customers, customer by customer, each in the order in which the facts were recorded.
     *
     * @param asOf only facts that had taken effect and were known by then; what is booked of each follows the order in which they were
     *     recorded, so that an entry is the same whatever day is asked about
     * @throws IllegalArgumentException if shares do not add up to their document, or the instalments of a document are more than it
     */
    public static List<JournalEntry> of(Ledger ledger, DocumentAccounts accounts, AsOf asOf) {
        var entries = new ArrayList<JournalEntry>();
        for (CustomerLedger customer : ledger.customers()) {
            entries.addAll(of(customer, accounts, asOf));
        }
        return List.copyOf(entries);
    }

    /** As {@link #of(Ledger, DocumentAccounts, AsOf)}, of one customer. */
    public static List<JournalEntry> of(CustomerLedger ledger, DocumentAccounts accounts, AsOf asOf) {
        var writer = new JournalWriter(requireNonNull(accounts, "accounts"));
        var entries = new ArrayList<JournalEntry>();
        for (LedgerStep step : ledger.steps(AsOf.of(LAST_DAY, asOf.knownAt()))) {
            List<JournalLine> lines = writer.lines(step);
            LocalDate day = step.entry().effectiveDate();
            if (!lines.isEmpty() && !day.isAfter(asOf.date())) {
                entries.add(
                        new JournalEntry(ledger.customer(), step.entry().key().value(), day, lines));
            }
        }
        return List.copyOf(entries);
    }

    /**
     * What a contract earned in a period, on its last day: deferred revenue, and what was earned before it is invoiced, become revenue. A
     * year of 1,200.00 that was invoiced on 1 January: 101.92 of deferred revenue are earned in January.
     *
     * @return empty if nothing is to be posted
     */
    public static List<JournalEntry> of(RevenuePeriod period) {
        String contract = period.closing().contract().value();
        Amount unbilled = period.closing().unbilled().subtract(period.opening().unbilled());
        Amount deferred = period.billed()
                .subtract(period.closing().deferred())
                .add(period.opening().deferred());
        var lines = new ArrayList<JournalLine>();
        add(lines, AccountKey.DEFERRED_REVENUE, deferred, contract);
        add(lines, AccountKey.UNBILLED_REVENUE, unbilled, contract);
        add(lines, AccountKey.REVENUE, period.earned().negate(), contract);
        return lines.isEmpty()
                ? List.of()
                : List.of(new JournalEntry(
                        null, contract + " " + period.period(), period.period().lastDay(), lines));
    }

    private static void add(List<JournalLine> lines, AccountKey account, Amount amount, String contract) {
        if (amount.signum() != 0) {
            lines.add(new JournalLine(account, amount, amount, contract));
        }
    }
}
