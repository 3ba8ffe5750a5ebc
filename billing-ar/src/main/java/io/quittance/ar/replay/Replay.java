package io.quittance.ar.replay;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the payments of an account end up split, and what is open, when all its facts are taken in the order of their effect
 * (ar.md 4.10). A function of the facts and a strategy: the order in which they are given is of no matter, and facts that sort before
 * one that becomes known later come out as before.
 *
 * <p>A fact stands at its {@linkplain AccountEvent#effectiveDate day}, of one day by its {@link Recording}. A debt is paid by money on
 * account first, the oldest first. Where the strategy leaves money on account, it waits for the next debt; it is not offered to the
 * items again that it was not for. Money in advance of 300.00 pays 250.00 and 50.00 of two instalments; with a fee of 20.00 in the first
 * that takes effect the day before, 270.00 and 30.00.
 *
 * <p>It can be serialised if the strategy can, as the facts, which are replayed again on the way back in.
 */
public final class Replay implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient List<AccountEvent> events;
    private final transient AllocationStrategy strategy;
    private final transient Amount zero;
    private final transient List<Settled> settled;
    private final transient List<OpenItem> openItems;
    private final transient Map<ReceivableId, OpenItem> debts;
    private final transient Map<PaymentId, Amount> unapplied;

    private Replay(List<AccountEvent> events, AllocationStrategy strategy, Account account, Amount zero) {
        this.events = events;
        this.strategy = strategy;
        this.zero = zero;
        settled = List.copyOf(account.settled);
        openItems = account.openItems();
        debts = new LinkedHashMap<>();
        account.debts.forEach((id, debt) -> debts.put(id, debt.whole));
        unapplied = new LinkedHashMap<>();
        account.money.forEach((id, held) -> unapplied.put(id, held.left));
    }

    /**
     * Takes all events in the order of their effect.
     *
     * @param currency of all amounts
     * @param events of one customer, in any order
     * @param strategy what each payment settles of what is open then; one that depends on the payment may look at the request's
     * @throws IllegalArgumentException if the events are of several customers; a debt or a payment comes twice; a payment that is void or
     *     clawed back is unknown, or less than that; or the strategy breaks a law
     * @throws CurrencyMismatchException if an amount is in another currency
     */
    public static Replay of(
            CurrencyUnit currency, Collection<? extends AccountEvent> events, AllocationStrategy strategy) {
        Amount zero = Amount.zero(requireNonNull(currency, "currency"));
        List<AccountEvent> inOrder = new ArrayList<>(events);
        inOrder.sort(EventOrder.BY_EFFECT);
        var account = new Account(zero, requireNonNull(strategy, "strategy"), EventChecks.voided(inOrder, zero));
        for (AccountEvent event : inOrder) {
            account = event.match(account);
        }
        return new Replay(List.copyOf(inOrder), strategy, account, zero);
    }

    /** The events, in the order of their effect. */
    public List<AccountEvent> events() {
        return events;
    }

    /** Who pays what, in the order in which it came about. */
    public List<Settled> settled() {
        return settled;
    }

    /**
     * How a payment ended up split, also of money that stood on account first.
     *
     * @throws IllegalArgumentException if it was not received, or is void
     */
    public List<Settled> settledBy(PaymentId payment) {
        known(payment);
        return settled.stream().filter(one -> one.payment().equals(payment)).toList();
    }

    /**
     * How much of a payment paid debts of a type; 0 or more.
     *
     * @throws IllegalArgumentException if it was not received, or is void
     */
    public Amount paid(PaymentId payment, ReceivableType type) {
        return settledBy(payment).stream()
                .filter(one -> debt(one.debt()).type() == type)
                .map(Settled::amount)
                .reduce(zero, Amount::add);
    }

    /**
     * How much of a payment is on account in the end; what was paid out or clawed back is not.
     *
     * @throws IllegalArgumentException if it was not received, or is void
     */
    public Amount unapplied(PaymentId payment) {
        return known(payment);
    }

    private Amount known(PaymentId payment) {
        Amount left = unapplied.get(payment);
        if (left == null) {
            throw new InvalidArgumentException(
                    "replay.payment", "payment", "must be one that was received and is not void", payment);
        }
        return left;
    }

    private OpenItem debt(ReceivableId id) {
        return requireNonNull(debts.get(id), "debt");
    }

    /** The payments that count, in the order of their effect. */
    public List<PaymentId> payments() {
        return List.copyOf(unapplied.keySet());
    }

    /** All debts in the order of their effect, also those that clawbacks and payouts became. */
    public List<Receivable> debts() {
        return debts.values().stream().map(OpenItem::receivable).toList();
    }

    /** All items with their components, by due date and id. An item is due when the last of its components says so. */
    public List<ReplayedItem> items() {
        Map<ReceivableId, List<OpenItem>> components = new TreeMap<>();
        debts.values()
                .forEach(debt -> components
                        .computeIfAbsent(debt.receivable().item(), any -> new ArrayList<>())
                        .add(debt));
        Map<ReceivableId, List<Settled>> payments = new TreeMap<>();
        settled.forEach(
                one -> payments.computeIfAbsent(debt(one.debt()).receivable().item(), any -> new ArrayList<>())
                        .add(one));
        return components.entrySet().stream()
                .map(item -> item(item.getKey(), item.getValue(), payments.getOrDefault(item.getKey(), List.of())))
                .sorted(Comparator.comparing(ReplayedItem::dueDate).thenComparing(ReplayedItem::item))
                .toList();
    }

    private static ReplayedItem item(ReceivableId id, List<OpenItem> components, List<Settled> paid) {
        return new ReplayedItem(
                id,
                components.stream()
                        .map(one -> one.receivable().itemDueDate())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                components.stream().map(OpenItem::open).reduce(Amount::add).orElseThrow(),
                paid);
    }

    /** What is open in the end, by due date. */
    public List<OpenItem> openItems() {
        return openItems;
    }

    /** The sum of what is open. */
    public Amount open() {
        return openItems.stream().map(OpenItem::open).reduce(zero, Amount::add);
    }

    /** What is on account of all payments. */
    public Amount onAccount() {
        return unapplied.values().stream().reduce(zero, Amount::add);
    }

    /** Whether both come to the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Replay that
                && settled.equals(that.settled)
                && debts.equals(that.debts)
                && unapplied.equals(that.unapplied);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settled, debts, unapplied);
    }

    @Override
    public String toString() {
        return "replay of " + events.size() + " events by " + strategy + ": " + open() + " open, " + onAccount()
                + " on account";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a replay is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(zero.getCurrency().getCurrencyCode(), events, strategy);
    }

    /** The serial form: the events, which are replayed again on the way back in. */
    @SuppressWarnings("serial") // serialisable if the strategy is
    private record Proxy(String currencyCode, List<AccountEvent> events, AllocationStrategy strategy)
            implements Serializable {
        private Object readResolve() {
            return of(Currencies.of(currencyCode, "currencyCode"), events, strategy);
        }
    }
}
