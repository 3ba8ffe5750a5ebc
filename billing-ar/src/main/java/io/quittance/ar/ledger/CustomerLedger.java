package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.PersistentHashMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one customer in one currency: a persistent value. Posting returns the next version and leaves this one as
 * it is; a host that stores versions compares and sets them, so that two callers cannot spend the same money.
 */
public final class CustomerLedger implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CustomerId customer;
    private final transient CurrencyUnit currency;
    /** Null if there is no entry. */
    private final transient @Nullable History history;

    private final transient PersistentHashMap<EntryKey, LedgerEntry> byKey;
    private final transient Balance balance;

    private CustomerLedger(
            CustomerId customer,
            CurrencyUnit currency,
            @Nullable History history,
            PersistentHashMap<EntryKey, LedgerEntry> byKey,
            Balance balance) {
        this.customer = customer;
        this.currency = currency;
        this.history = history;
        this.byKey = byKey;
        this.balance = balance;
    }

    /** A ledger without entries. */
    public static CustomerLedger empty(CustomerId customer, CurrencyUnit currency) {
        return new CustomerLedger(
                requireNonNull(customer, "customer"),
                requireNonNull(currency, "currency"),
                null,
                PersistentHashMap.empty(),
                Balance.empty(currency));
    }

    /** The ledger that a snapshot was taken of, without the entries before it; see {@link LedgerSnapshot}. */
    public static CustomerLedger of(LedgerSnapshot snapshot) {
        CurrencyUnit currency = Currencies.of(snapshot.currencyCode(), "currencyCode");
        return new CustomerLedger(
                snapshot.customer(), currency, null, PersistentHashMap.empty(), Balance.of(snapshot, currency));
    }

    /**
     * All of it folded to what is open and what is left, through the latest day on which an entry took effect.
     *
     * @throws IllegalArgumentException if it has no entries
     */
    public LedgerSnapshot snapshot() {
        Require.that(version() > 0, "ledger.empty", "ledger", "must have entries", version());
        return snapshot(latest());
    }

    /**
     * All of it folded through a day: what is open and what is left from that day on. What is recorded already and takes effect later is
     * in it with its days, so that an entry that is dated far ahead does not close the days until then.
     *
     * @param through the last day that is closed for entries that take effect before it
     * @throws IllegalArgumentException if it has no entries, or goes on from a snapshot through a later day
     */
    public LedgerSnapshot snapshot(LocalDate through) {
        Dates.inCalendar(through, "through");
        String books = balance.books();
        Require.that(books != null, "ledger.empty", "ledger", "must have entries", version());
        balance.folded().requireNotBefore(through, "through");
        LedgerSnapshot before = balance.folded().snapshot();
        var keys = new HashSet<EntryKey>(before == null ? Set.of() : before.keys());
        var receivables = new HashSet<ReceivableId>(before == null ? Set.of() : before.receivables());
        var payments = new HashSet<PaymentId>(before == null ? Set.of() : before.payments());
        var cases = new HashSet<DisputeId>(before == null ? Set.of() : before.cases());
        Instant recordedAt = before == null ? Instant.MIN : before.recordedAt();
        for (LedgerEntry entry : entries()) {
            keys.add(entry.key());
            recordedAt = entry.recordedAt();
        }
        balance.debts().all().forEach(debt -> receivables.add(debt.id()));
        balance.payments().all().forEach(money -> payments.add(money.id()));
        balance.disputes().forEach(contest -> cases.add(contest.dispute().id()));
        return new LedgerSnapshot(
                customer,
                currency.getCurrencyCode(),
                Require.present(books, "booksCurrencyCode"),
                version(),
                through,
                recordedAt,
                balance.foldedItems(through),
                balance.foldedDisputes(through),
                balance.foldedMoney(through),
                keys,
                receivables,
                payments,
                cases);
    }

    /**
     * This version, if it is the one that is expected: what a caller decided by another version does not hold any more.
     *
     * @throws IllegalArgumentException if it is another
     */
    public CustomerLedger requireVersion(int expected) {
        Require.that(
                version() == expected,
                "ledger.stale-version",
                "version",
                "must be " + version() + ", which is the last",
                expected);
        return this;
    }

    /**
     * The next version, with this entry at its end.
     *
     * @throws IllegalArgumentException if the entry is of another customer, has the key of a different entry, was recorded
     *     before the last one, or breaks a law of the ledger: nothing unknown is paid, no debt and no payment is used
     *     beyond what is left of it
     * @throws io.quittance.core.error.CurrencyMismatchException if an amount is not in the currency of the ledger, or is booked in
     *     another currency than the entries before it
     */
    public Posting<CustomerLedger> post(LedgerEntry entry) {
        Require.that(
                entry.customer().equals(customer),
                "ledger.customer",
                "customer",
                "must be " + customer,
                entry.customer());
        LedgerEntry there = byKey.get(entry.key());
        if (there != null) {
            Require.that(
                    there.equals(entry), "ledger.key-twice", "key", "must not name a different entry", entry.key());
            return new Posting<>(this, true);
        }
        balance.folded().requireNewKey(entry.key(), "key");
        balance.folded().requireAfter(entry);
        if (history != null) {
            Instant before = history.last.recordedAt();
            Require.that(
                    !entry.recordedAt().isBefore(before),
                    "ledger.recorded-at",
                    "recordedAt",
                    "must not be before the last entry's, " + before,
                    entry.recordedAt());
        }
        Balance next = balance.with(entry);
        History longer = History.of(history, entry, next);
        return new Posting<>(
                new CustomerLedger(customer, currency, longer, byKey.put(entry.key(), entry), next), false);
    }

    /** The latest day on which an entry took effect; entries may be recorded in another order. */
    private LocalDate latest() {
        return latest(history);
    }

    private LocalDate latest(@Nullable History until) {
        LocalDate folded = balance.folded().latest();
        return until == null || until.latest.isBefore(folded) ? folded : until.latest;
    }

    /** Whose ledger it is. */
    public CustomerId customer() {
        return customer;
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** How many entries it has, with those that are folded into a snapshot; each posting adds one. */
    public int version() {
        return balance.folded().version() + (history == null ? 0 : history.size);
    }

    /** All entries, in the order in which they were recorded; those after the snapshot, if it goes on from one. */
    public List<LedgerEntry> entries() {
        var entries = new LedgerEntry[history == null ? 0 : history.size];
        for (History at = history; at != null; at = at.previous) {
            entries[at.size - 1] = at.last;
        }
        return List.copyOf(Arrays.asList(entries));
    }

    /** What is open after all entries, by due date; takes time for what is open, however much was settled before. */
    public List<OpenItem> openItems() {
        return balance.openItems();
    }

    /** What is left of payments and credits after all entries, by date and then id. */
    public List<UnappliedPayment> unappliedPayments() {
        return balance.unappliedPayments();
    }

    /**
     * What was left of payments and credits at the end of a day, as far as it was known at an instant, by date and then id.
     *
     * @throws IllegalArgumentException if it goes on from a snapshot and the question is of before
     */
    public List<UnappliedPayment> unappliedPayments(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        return knownAt(asOf).unappliedOn(asOf.date());
    }

    /**
     * All entries, in the order in which they were recorded, each with those that it undoes.
     *
     * @param asOf only entries that had taken effect and were known by then
     * @throws IllegalArgumentException if it goes on from a snapshot: what an entry undoes may be folded
     */
    public List<LedgerStep> steps(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        requireEntries();
        return Steps.of(entries().stream()
                .filter(entry -> asOf.includes(entry.effectiveDate(), entry.recordedAt()))
                .toList());
    }

    /**
     * This ledger, if it has all its entries: what reads them must not take those after a snapshot for all.
     *
     * @throws IllegalArgumentException if it goes on from a snapshot
     */
    public CustomerLedger requireEntries() {
        Require.that(balance.folded().snapshot() == null, "ledger.folded", "ledger", "must have all entries", this);
        return this;
    }

    /**
     * What is left of a payment or a credit after all entries.
     *
     * @throws IllegalArgumentException if it is unknown
     */
    public Amount unapplied(PaymentId payment) {
        return balance.unapplied(payment);
    }

    /**
     * What is open of a debt on a day and on every later one, which is what an entry of that day may use of it. Of 100.00 of which
     * 60.00 were paid on the 10th and open again on the 20th, 40.00 on the 15th and 100.00 on the 20th.
     *
     * @return 0 or more; 0 before the date of its document
     * @throws IllegalArgumentException if the debt is unknown
     */
    public Amount openFrom(ReceivableId item, LocalDate day) {
        return balance.debt(item, "item").open().leastFrom(requireNonNull(day, "day"));
    }

    /**
     * What is left of a payment on a day and on every later one, which is what an entry of that day may use of it.
     *
     * @return 0 or more; 0 before its value date
     * @throws IllegalArgumentException if the payment is unknown
     */
    public Amount unappliedFrom(PaymentId payment, LocalDate day) {
        return balance.money(payment, "payment").unapplied().leastFrom(requireNonNull(day, "day"));
    }

    /**
     * What of a debt a case may contest that opens on a day: what is open on it, less what other cases contest then or later.
     *
     * @return 0 or more
     * @throws IllegalArgumentException if the debt is unknown
     */
    public Amount contestableOn(ReceivableId item, LocalDate day) {
        return balance.debt(item, "item").contestable(requireNonNull(day, "day"));
    }

    /** All cases, open or decided, after all entries, by id; those that were decided before the snapshot are not among them. */
    public List<DisputeCase> disputes() {
        return List.copyOf(balance.cases(latest()));
    }

    /**
     * The cases as they were at the end of a day, as far as was known at an instant, by id. Takes time for all cases.
     *
     * @throws IllegalArgumentException if it goes on from a snapshot and the question is of before
     */
    public List<DisputeCase> disputes(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        return List.copyOf(knownAt(asOf).cases(asOf.date()));
    }

    /**
     * The account as it was at the end of a day, as far as it was known at an instant. Takes time for what was open then, what was open
     * when the last of these entries was recorded, and the logarithm of all entries, in whatever order they took effect.
     *
     * @throws IllegalArgumentException if it goes on from a snapshot and the question is of before
     */
    public AccountView asOf(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        Balance then = knownAt(asOf);
        History known = History.knownAt(history, asOf.knownAt());
        return latest(known).isAfter(asOf.date()) ? then.view(customer, asOf.date()) : then.view(customer);
    }

    private Balance knownAt(AsOf asOf) {
        balance.folded().requireAnswer(asOf);
        History known = History.knownAt(history, asOf.knownAt());
        return known == history ? balance : balance(known);
    }

    /** Goes back to where a balance is kept, and posts again the few entries after it. */
    private Balance balance(@Nullable History known) {
        var later = new ArrayDeque<LedgerEntry>();
        History at = known;
        while (at != null && at.balance == null) {
            later.push(at.last);
            at = at.previous;
        }
        Balance then = at == null || at.balance == null ? balance.folded().balance(currency) : at.balance;
        for (LedgerEntry entry : later) {
            then = then.with(entry);
        }
        return then;
    }

    Balance balance() {
        return balance;
    }

    /** Whether an entry counts for a question; a customer who became one later must not show in an answer about before. */
    boolean hasEntries(AsOf asOf) {
        History known = History.knownAt(history, asOf.knownAt());
        return balance.folded().snapshot() != null || (known != null && !known.first.isAfter(asOf.date()));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a ledger is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(customer, currency.getCurrencyCode(), balance.folded().snapshot(), entries());
    }

    /** The serial form: the snapshot, if there is one, and the entries, which are posted again on the way back in. */
    private record Proxy(
            CustomerId customer,
            String currencyCode,
            @Nullable LedgerSnapshot snapshot,
            List<LedgerEntry> entries) implements Serializable {
        private Object readResolve() {
            CustomerLedger ledger =
                    snapshot == null ? empty(customer, Currencies.of(currencyCode, "currencyCode")) : of(snapshot);
            for (LedgerEntry entry : entries) {
                ledger = ledger.post(entry).ledger();
            }
            return ledger;
        }
    }

    @Override
    public String toString() {
        return "ledger of customer " + customer + ", version " + version();
    }
}
