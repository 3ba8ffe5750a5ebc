package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
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

    private final transient PersistentMap<EntryKey, LedgerEntry> byKey;
    private final transient Balance balance;

    private CustomerLedger(
            CustomerId customer,
            CurrencyUnit currency,
            @Nullable History history,
            PersistentMap<EntryKey, LedgerEntry> byKey,
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
                PersistentMap.empty(),
                Balance.empty(currency));
    }

    /**
     * The next version, with this entry at its end.
     *
     * @throws IllegalArgumentException if the entry is of another customer, has the key of a different entry, was recorded
     *     before the last one, or breaks a law of the ledger: nothing unknown is paid, no debt and no payment is used
     *     beyond what is left of it
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

    /** Whose ledger it is. */
    public CustomerId customer() {
        return customer;
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** How many entries it has; each posting adds one. */
    public int version() {
        return history == null ? 0 : history.size;
    }

    /** All entries, in the order in which they were recorded. */
    public List<LedgerEntry> entries() {
        var entries = new LedgerEntry[version()];
        for (History at = history; at != null; at = at.previous) {
            entries[at.size - 1] = at.last;
        }
        return List.copyOf(Arrays.asList(entries));
    }

    /** What is open after all entries, by due date; takes time for what is open, however much was settled before. */
    public List<OpenItem> openItems() {
        return balance.openItems();
    }

    /**
     * What is left of a payment after all entries.
     *
     * @throws IllegalArgumentException if the payment is unknown
     */
    public Amount unapplied(PaymentId payment) {
        return balance.unapplied(payment);
    }

    /**
     * The account as it was at the end of a day, as far as it was known at an instant. Looks at no more entries than were recorded after
     * the newest one up to which all count, and a few before it.
     */
    public AccountView asOf(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        Balance then = history == null || history.allCount(asOf) ? balance : balance(history, asOf);
        return new AccountView(customer, then.openItems(), then.onAccount());
    }

    /** Goes back to where all entries count and their balance is kept, and posts again what counts of those after it. */
    private Balance balance(History newest, AsOf asOf) {
        var later = new ArrayDeque<LedgerEntry>();
        History at = newest;
        while (at != null && (at.balance == null || !at.allCount(asOf))) {
            if (at.lastCounts(asOf)) {
                later.push(at.last);
            }
            at = at.previous;
        }
        Balance then = at == null || at.balance == null ? Balance.empty(currency) : at.balance;
        for (LedgerEntry entry : later) {
            then = then.with(entry);
        }
        return then;
    }

    /** Whether an entry counts for a question; a customer who became one later must not show in an answer about before. */
    boolean hasEntries(AsOf asOf) {
        for (History at = history; at != null; at = at.previous) {
            if (at.lastCounts(asOf)) {
                return true;
            }
        }
        return false;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a ledger is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(customer, currency.getCurrencyCode(), entries());
    }

    /** The serial form: the entries, which are posted again on the way back in. */
    private record Proxy(CustomerId customer, String currencyCode, List<LedgerEntry> entries) implements Serializable {
        private Object readResolve() {
            CustomerLedger ledger = empty(customer, Monetary.getCurrency(currencyCode));
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
