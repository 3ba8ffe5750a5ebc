package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.NewItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.PersistentHashMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of all customers in one currency: a persistent value. Posting to it and asking it for a customer cost the same however
 * many customers and entries there are. The id of a receivable, and that of a payment or credit, is unique in the whole of
 * it: a statement that is read for two customers is refused the second time.
 */
public final class Ledger implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit currency;
    /** The code of the currency in which all is booked; null as long as nothing is. */
    private final transient @Nullable String books;

    private final transient PersistentHashMap<CustomerId, CustomerLedger> customers;
    /** Whose it is: an id names one payment or credit of the whole ledger. */
    private final transient PersistentHashMap<PaymentId, CustomerId> payers;
    /** Who owes it: an id names one receivable of the whole ledger. */
    private final transient PersistentHashMap<ReceivableId, CustomerId> owners;

    private Ledger(
            CurrencyUnit currency,
            @Nullable String books,
            PersistentHashMap<CustomerId, CustomerLedger> customers,
            PersistentHashMap<PaymentId, CustomerId> payers,
            PersistentHashMap<ReceivableId, CustomerId> owners) {
        this.currency = currency;
        this.books = books;
        this.customers = customers;
        this.payers = payers;
        this.owners = owners;
    }

    /** A ledger without entries; a host with several currencies keeps one for each. */
    public static Ledger empty(CurrencyUnit currency) {
        return new Ledger(
                requireNonNull(currency, "currency"),
                null,
                PersistentHashMap.empty(),
                PersistentHashMap.empty(),
                PersistentHashMap.empty());
    }

    /**
     * As {@link #empty(CurrencyUnit)}, by the ISO 4217 code.
     *
     * @throws IllegalArgumentException if it is not three capital letters, or nobody knows it
     */
    public static Ledger empty(String currencyCode) {
        return empty(Currencies.of(currencyCode, "currencyCode"));
    }

    /**
     * The next version, with this entry at the end of its customer's ledger.
     *
     * @throws IllegalArgumentException if it is refused; see {@link CustomerLedger#post}; or if it posts a receivable with
     *     the id of another customer's
     * @throws CurrencyMismatchException if an amount is not in the currency of the ledger, or is booked in another currency than
     *     the entries before it, of whichever customer
     */
    public Posting<Ledger> post(LedgerEntry entry) {
        Posting<CustomerLedger> posting = customer(entry.customer()).post(entry);
        return posting.isDuplicate()
                ? new Posting<>(this, true)
                : new Posting<>(
                        new Ledger(
                                currency,
                                booksWith(posting.ledger()),
                                customers.put(entry.customer(), posting.ledger()),
                                payersWith(entry),
                                ownersWith(entry)),
                        false);
    }

    /** All customers of a host are in the same books. */
    private String booksWith(CustomerLedger customer) {
        String booked = Require.present(customer.balance().books(), "books"); // known from the first entry on
        if (books != null && !books.equals(booked)) {
            throw new CurrencyMismatchException("booked", books, booked);
        }
        return booked;
    }

    private PersistentHashMap<PaymentId, CustomerId> payersWith(LedgerEntry entry) {
        if (entry.fact() instanceof PaymentReceived received) {
            return payersWith(received.payment().id(), entry.customer(), "payment.id");
        }
        return entry.fact() instanceof CreditPosted posted
                ? payersWith(posted.credit().id(), entry.customer(), "credit.id")
                : payers;
    }

    private PersistentHashMap<PaymentId, CustomerId> payersWith(PaymentId id, CustomerId customer, String argument) {
        Require.that(payers.get(id) == null, "ledger.payment-twice", argument, "must be new", id);
        return payers.put(id, customer);
    }

    private PersistentHashMap<ReceivableId, CustomerId> ownersWith(LedgerEntry entry) {
        if (entry.fact() instanceof ReceivablePosted posted) {
            return ownersWith(owners, posted.receivable(), "receivable.id");
        }
        if (entry.fact() instanceof PaymentReturned returned && returned.owed() != null) {
            return ownersWith(owners, returned.owed().receivable(), "owed.receivable.id");
        }
        PersistentHashMap<ReceivableId, CustomerId> next = owners;
        if (entry.fact() instanceof DebtRescheduled rescheduled) {
            for (int i = 0; i < rescheduled.owed().size(); i++) {
                next = ownersWith(next, rescheduled.owed().get(i), "owed[" + i + "].id");
            }
            for (int i = 0; i < rescheduled.charges().size(); i++) {
                Receivable charge = rescheduled.charges().get(i).receivable();
                next = ownersWith(next, charge, "charges[" + i + "].receivable.id");
            }
        }
        if (entry.fact() instanceof PaymentAllocated allocated) {
            List<NewItem> added = allocated.settlement().newItems();
            for (int i = 0; i < added.size(); i++) {
                next = ownersWith(next, added.get(i).receivable(), "newItems[" + i + "].receivable.id");
            }
        }
        return next;
    }

    private static PersistentHashMap<ReceivableId, CustomerId> ownersWith(
            PersistentHashMap<ReceivableId, CustomerId> owners, Receivable receivable, String argument) {
        Require.that(
                owners.get(receivable.id()) == null,
                "ledger.receivable-twice",
                argument,
                "must be new",
                receivable.id());
        return owners.put(receivable.id(), receivable.customer());
    }

    /**
     * The next version, with all these entries in their order; all of them or none.
     *
     * @throws IllegalArgumentException if one is refused; its path names it, as {@code entries[3]}
     * @throws CurrencyMismatchException if one is refused for its currency; its path names it too
     */
    public Ledger postAll(List<? extends LedgerEntry> entries) {
        Ledger next = this;
        for (int i = 0; i < entries.size(); i++) {
            try {
                next = next.post(requireNonNull(entries.get(i), "entries[" + i + "]"))
                        .ledger();
            } catch (InvalidArgumentException e) {
                throw e.at("entries[" + i + "]");
            } catch (CurrencyMismatchException e) {
                throw e.at("entries[" + i + "]");
            }
        }
        return next;
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** The ledger of one customer, without entries if nothing was posted yet. */
    public CustomerLedger customer(CustomerId customer) {
        CustomerLedger there = customers.get(customer);
        return there == null ? CustomerLedger.empty(customer, currency) : there;
    }

    /** The ledgers of all customers that have entries, by id. */
    public List<CustomerLedger> customers() {
        var list = new ArrayList<CustomerLedger>();
        customers.forEach(list::add);
        list.sort(Comparator.comparing(CustomerLedger::customer));
        return List.copyOf(list);
    }

    /**
     * What is recorded of some customers, as a ledger of theirs: for the {@code AgingReport} of a segment, for example. Those without entries are not in it; ids of others stay theirs. A copy
     * by the serial form has the entries that are there, and knows of no others.
     *
     * @param some in any order
     */
    public Ledger only(Collection<CustomerId> some) {
        PersistentHashMap<CustomerId, CustomerLedger> theirs = PersistentHashMap.empty();
        for (CustomerId each : some) {
            CustomerLedger there = customers.get(requireNonNull(each, "some"));
            theirs = there == null ? theirs : theirs.put(each, there);
        }
        return new Ledger(currency, books, theirs, payers, owners);
    }

    /** What a customer owes after all entries, by due date. */
    public List<OpenItem> openItems(CustomerId customer) {
        return customer(customer).openItems();
    }

    /** As {@link #openItems(CustomerId)}. */
    public List<OpenItem> openItems(String customer) {
        return openItems(new CustomerId(customer));
    }

    /** All accounts as they were at the end of a day, as far as it was known at an instant. */
    public LedgerView asOf(AsOf asOf) {
        requireNonNull(asOf, "asOf");
        return new LedgerView(
                asOf,
                currency,
                customers().stream()
                        .filter(customer -> customer.hasEntries(asOf))
                        .map(customer -> customer.asOf(asOf))
                        .toList());
    }

    /** As {@link #asOf(AsOf)}, with all that was ever recorded about the end of that day. */
    public LedgerView asOf(LocalDate date) {
        return asOf(AsOf.endOf(date));
    }

    /** As {@link #asOf(LocalDate)}, for an ISO date. */
    public LedgerView asOf(String date) {
        return asOf(AsOf.endOf(date));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a ledger is read through its proxy");
    }

    private Object writeReplace() {
        var entries = new ArrayList<LedgerEntry>();
        customers().forEach(customer -> entries.addAll(customer.entries()));
        return new Proxy(currency.getCurrencyCode(), entries);
    }

    /** The serial form: all entries, customer by customer, which are posted again on the way back in. */
    private record Proxy(String currencyCode, List<LedgerEntry> entries) implements Serializable {
        private Object readResolve() {
            return empty(currencyCode).postAll(entries);
        }
    }

    @Override
    public String toString() {
        return "ledger in " + currency.getCurrencyCode();
    }
}
