package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a payment of a {@link BulkAllocation} pays: 150.00 pays 100.00 and 50.00, and nothing is left. An {@link Allocation} without
 * its reasons; {@link #allocation()} is the one with them.
 */
public final class SettledPayment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Payment payment;

    @SuppressWarnings("serial") // made by List.of, which is serialisable
    private final List<SettledItem> items;

    private final Amount unapplied;

    /** Of what is known to add up. */
    SettledPayment(Payment payment, List<SettledItem> items, Amount unapplied) {
        this.payment = payment;
        this.items = items;
        this.unapplied = unapplied;
    }

    /** The payment whose money this is. */
    public Payment payment() {
        return payment;
    }

    /** What is paid, the item that is due first at first; empty if nothing was open. */
    public List<SettledItem> items() {
        return items;
    }

    /** What stays on account: the payment less what it pays; zero or more. */
    public Amount unapplied() {
        return unapplied;
    }

    /** The same with the reason of each line, as {@link OldestDueFirst} gives it, to be posted to a ledger. */
    public Allocation allocation() {
        List<OpenItem> open = items.stream().map(SettledItem::item).toList();
        return Allocation.of(payment, open, new OldestDueFirst());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettledPayment that
                && payment.equals(that.payment)
                && items.equals(that.items)
                && unapplied.equals(that.unapplied);
    }

    @Override
    public int hashCode() {
        return Objects.hash(payment, items);
    }

    @Override
    public String toString() {
        return "payment " + payment.id() + ": " + items.size() + " items, unapplied " + unapplied;
    }

    /** Checked again on the way back in: it adds up, and it is what oldest due first pays of these items. */
    private Object readResolve() {
        requireNonNull(payment, "payment");
        List<SettledItem> copy = List.copyOf(items);
        Allocation allocation = new SettledPayment(payment, copy, unapplied).allocation();
        List<SettledItem> expected = allocation.lines().stream()
                .map(line -> copy.stream()
                        .filter(settled -> settled.id().equals(line.item()))
                        .findFirst()
                        .map(settled -> SettledItem.of(settled.item(), line.amount()))
                        .orElseThrow())
                .toList();
        Require.that(copy.equals(expected), "settled.items", "items", "must be " + expected, copy);
        Require.that(
                allocation.unapplied().equals(unapplied),
                "settled.unapplied",
                "unapplied",
                "must be " + allocation.unapplied(),
                unapplied);
        return new SettledPayment(payment, copy, unapplied);
    }
}
