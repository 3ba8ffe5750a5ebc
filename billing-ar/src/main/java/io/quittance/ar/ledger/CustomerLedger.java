package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
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
    private final transient @Nullable CustomerLedger previous;
    private final transient @Nullable LedgerEntry last;
    /** The latest day on which an entry took effect; entries may be recorded in another order. */
    private final transient LocalDate latest;

    private final transient int version;
    private final transient PersistentMap<EntryKey, LedgerEntry> byKey;
    private final transient Balance balance;

    private CustomerLedger(
            CustomerId customer,
            CurrencyUnit currency,
            @Nullable CustomerLedger previous,
            @Nullable LedgerEntry last,
            PersistentMap<EntryKey, LedgerEntry> byKey,
            Balance balance) {
        this.customer = customer;
        this.currency = currency;
        this.previous = previous;
        this.last = last;
        this.latest = latest(previous, last);
        this.version = previous == null ? 0 : previous.version + 1;
        this.byKey = byKey;
        this.balance = balance;
    }

    private static LocalDate latest(@Nullable CustomerLedger previous, @Nullable LedgerEntry last) {
        LocalDate before = previous == null ? LocalDate.MIN : previous.latest;
        return last == null || last.effectiveDate().isBefore(before) ? before : last.effectiveDate();
    }

    /** A ledger without entries. */
    public static CustomerLedger empty(CustomerId customer, CurrencyUnit currency) {
        return new CustomerLedger(
                requireNonNull(customer, "customer"),
                requireNonNull(currency, "currency"),
                null,
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
        if (last != null) {
            Require.that(
                    !entry.recordedAt().isBefore(last.recordedAt()),
                    "ledger.recorded-at",
                    "recordedAt",
                    "must not be before the last entry's, " + last.recordedAt(),
                    entry.recordedAt());
        }
        Balance next = balance.with(entry);
        return new Posting<>(
                new CustomerLedger(customer, currency, this, entry, byKey.put(entry.key(), entry), next), false);
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
        return version;
    }

    /** All entries, in the order in which they were recorded. */
    public List<LedgerEntry> entries() {
        var entries = new LedgerEntry[version];
        for (CustomerLedger at = this; at.last != null && at.previous != null; at = at.previous) {
            entries[at.version - 1] = at.last;
        }
        return List.copyOf(Arrays.asList(entries));
    }

    /** What is open after all entries, by due date. */
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
     * The account as it was at the end of a day, as far as it was known at an instant. Starts from the newest version of
     * which all counts, so that it looks at no more entries than were recorded after it.
     */
    public AccountView asOf(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        var later = new ArrayDeque<LedgerEntry>();
        CustomerLedger at = this;
        while (at.last != null && at.previous != null && !asOf.includes(at.latest, at.last.recordedAt())) {
            if (asOf.includes(at.last.effectiveDate(), at.last.recordedAt())) {
                later.push(at.last);
            }
            at = at.previous;
        }
        Balance then = at.balance;
        for (LedgerEntry entry : later) {
            then = then.with(entry);
        }
        return new AccountView(customer, then.openItems(), then.onAccount());
    }

    /** Whether an entry counts for a question; a customer who became one later must not show in an answer about before. */
    boolean hasEntries(AsOf asOf) {
        for (CustomerLedger at = this; at.last != null && at.previous != null; at = at.previous) {
            if (asOf.includes(at.last.effectiveDate(), at.last.recordedAt())) {
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
        return "ledger of customer " + customer + ", version " + version;
    }
}
