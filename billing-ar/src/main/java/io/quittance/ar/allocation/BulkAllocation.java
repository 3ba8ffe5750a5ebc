package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Rounding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;

/**
 * The bulk door of allocation: what the payments of many customers pay, oldest due first, one payment after the other. Items are put
 * in order once, and each payment goes on where the one before it ended, so that the items that are paid are not looked at again.
 *
 * <p>Against 100.00 (due first) and 80.00, payments of 150.00 and 50.00 pay 100.00 and 50.00, and then 30.00, of which 20.00 stay on
 * account.
 *
 * <p>What a payment pays is to the cent what {@link Allocation#of(Payment, Collection, AllocationStrategy)} with {@link
 * OldestDueFirst} says of what is open at its turn, disputed items too. Reasons are made only where {@link
 * SettledPayment#allocation()} is asked for. Amounts are counted in minor units, in a {@code long}. Immutable: share one between
 * threads, or give each the customers of its own.
 */
public final class BulkAllocation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit currency;
    private final transient int places;
    private final transient OpenItemIndex index;
    /** By customer: the first item of which something is open. */
    private final transient int[] next;
    /** By customer: what is open of that item if a part of it is paid; otherwise 0. */
    private final transient long[] left;

    private BulkAllocation(CurrencyUnit currency, int places, OpenItemIndex index, int[] next, long[] left) {
        this.currency = currency;
        this.places = places;
        this.index = index;
        this.next = next;
        this.left = left;
    }

    /**
     * Puts open items in order: by customer, then {@linkplain OpenItem#BY_DUE_DATE by due date}; their own order does not count.
     *
     * @param currency of all amounts; has a minor unit
     * @param items of any number of customers
     * @throws IllegalArgumentException if two items of one customer have one id
     * @throws io.quittance.core.error.CurrencyMismatchException if an item is in another currency
     * @throws ArithmeticException if more minor units are open of an item than a {@code long} holds; it is named by its id
     */
    public static BulkAllocation of(CurrencyUnit currency, Collection<OpenItem> items) {
        int places = Rounding.toMinorUnit(requireNonNull(currency, "currency")).scale();
        var index = new OpenItemIndex(currency, places, requireNonNull(items, "items"));
        var next = new int[index.customers()];
        for (int customer = 0; customer < next.length; customer++) {
            next[customer] = index.start(customer);
        }
        return new BulkAllocation(currency, places, index, next, new long[next.length]);
    }

    /** Of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * Pays items with payments, in the order of the payments, and gives what each pays to the sink, in that order.
     *
     * @param payments each with all of its money, and each once; one of a customer without open items stays on account
     * @param sink is told of the payments before one that is refused, or of some of them
     * @return what is open afterwards, for the payments that follow; this is as it was
     * @throws io.quittance.core.error.CurrencyMismatchException if a payment is in another currency; it is named by its place, such as
     *     {@code payments[3]}
     * @throws ArithmeticException if a payment has more minor units than a {@code long} holds
     */
    public BulkAllocation settle(Iterable<Payment> payments, Consumer<? super SettledPayment> sink) {
        requireNonNull(payments, "payments");
        var settling = new Settling(currency, places, index, next.clone(), left.clone(), requireNonNull(sink, "sink"));
        payments.forEach(settling::take);
        settling.finish();
        return new BulkAllocation(currency, places, index, settling.next, settling.left);
    }

    /** What a customer owes, by due date; empty for one who is unknown. */
    public List<OpenItem> openItems(CustomerId customer) {
        int number = index.number(requireNonNull(customer, "customer"));
        return number == OpenItemIndex.NOBODY ? List.of() : openItems(number);
    }

    /** What all customers owe: customer by customer as they came first, then by due date. */
    public List<OpenItem> openItems() {
        var all = new ArrayList<OpenItem>();
        for (int customer = 0; customer < next.length; customer++) {
            all.addAll(openItems(customer));
        }
        return List.copyOf(all);
    }

    private List<OpenItem> openItems(int customer) {
        var open = new ArrayList<OpenItem>();
        for (int at = next[customer]; at < index.ends[customer]; at++) {
            OpenItem item = index.items[at];
            boolean isBegun = at == next[customer] && left[customer] != 0;
            open.add(isBegun ? SettledItem.left(item, Amount.ofMinor(left[customer], currency)) : item);
        }
        return List.copyOf(open);
    }

    /** For example {@code EUR items of 3 customers}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " items of " + next.length + " customers";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("open items are read through their proxy");
    }

    private Object writeReplace() {
        return new Proxy(currency.getCurrencyCode(), openItems());
    }

    /** The serial form: what is open, put in order again on the way back in. */
    private record Proxy(String currencyCode, List<OpenItem> items) implements Serializable {
        private Object readResolve() {
            return of(Currencies.of(currencyCode, "currencyCode"), items);
        }
    }
}
