package io.quittance.ar.settlement;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a payment settles, and what else closes the items that it settles. It balances to the last minor unit (ar.md, section 7, law 1):
 *
 * <ul>
 *   <li>money: available = applied + taken as income + on account;
 *   <li>item: open before − open after = applied + adjustments of the item.
 * </ul>
 *
 * <p>975.00 on 1000.00 with a discount of 20.00 and a tolerance of 5.00 are 975.00 applied, 20.00 and 5.00 adjusted, nothing open and
 * nothing on account.
 */
public final class Settlement implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Allocation allocation;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Adjustment> adjustments;

    @SuppressWarnings("serial") // as above
    private final List<NewItem> newItems;

    Settlement(Allocation allocation, List<Adjustment> adjustments, List<NewItem> newItems) {
        this.allocation = requireNonNull(allocation, "allocation");
        this.adjustments = List.copyOf(adjustments);
        this.newItems = List.copyOf(newItems);
        requireCurrency();
        Amount income = income();
        Require.that(
                income.isLessThanOrEqualTo(allocation.unapplied()),
                "settlement.law.within-payment",
                "adjustments",
                "must take at most " + allocation.unapplied() + " of the payment, which is not applied",
                income);
        requireNewItems();
    }

    private void requireCurrency() {
        CurrencyUnit currency = allocation.available().getCurrency();
        for (int i = 0; i < adjustments.size(); i++) {
            MinorUnits.require(adjustments.get(i).amount(), currency, "adjustments[" + i + "].amount");
        }
    }

    /** What is moved out of an item is what new items owe for it. */
    private void requireNewItems() {
        var ids = new HashSet<ReceivableId>();
        var movedOf = new HashMap<ReceivableId, Amount>();
        for (Adjustment one : adjustments) {
            if (one.kind() == Adjustment.Kind.MOVED_TO_NEW_ITEM) {
                one.closes().ifPresent(item -> movedOf.merge(item, one.amount(), Amount::add));
            }
        }
        Amount nothing = Amount.zero(allocation.available().getCurrency());
        for (int i = 0; i < newItems.size(); i++) {
            NewItem added = newItems.get(i);
            String at = "newItems[" + i + "]";
            Require.that(
                    ids.add(added.origin()), "settlement.new-item", at + ".origin", "must not repeat", added.origin());
            Amount moved = movedOf.getOrDefault(added.origin(), nothing);
            Require.that(
                    added.receivable().amount().isEqualTo(moved),
                    "settlement.new-item",
                    at + ".receivable.amount",
                    "must be " + moved + ", which is moved out of " + added.origin(),
                    added.receivable().amount());
            Require.that(
                    added.receivable().customer().equals(allocation.customer()),
                    "settlement.new-item",
                    at + ".receivable.customer",
                    "must be " + allocation.customer(),
                    added.receivable().customer());
        }
        for (Adjustment one : adjustments) {
            Require.that(
                    one.kind() != Adjustment.Kind.MOVED_TO_NEW_ITEM || ids.contains(one.item()),
                    "settlement.new-item",
                    "newItems",
                    "must hold what is moved out of " + one.item(),
                    one.amount());
        }
    }

    /** A payment that is allocated, and nothing else. */
    public static Settlement of(Allocation allocation) {
        return new Settlement(allocation, List.of(), List.of());
    }

    /**
     * A settlement that was made and stored, as it is read back: checked as far as it can be without the open items, which the ledger
     * does when it is posted.
     *
     * @throws IllegalArgumentException if adjustments take more of the payment than is not applied, or new items do not owe what is moved
     * @throws io.quittance.core.error.CurrencyMismatchException if an adjustment is in another currency
     */
    public static Settlement restored(Allocation allocation, List<Adjustment> adjustments, List<NewItem> newItems) {
        return new Settlement(allocation, adjustments, newItems);
    }

    /**
     * Asks the strategy which items the money pays, and the policy what else closes them. The strategy sees of each item what is due
     * after the discount of the payment's value date, less what the payer keeps as tax: 980.00 of 1000.00 with 2 % off. An item of which
     * nothing is due so is not paid. A {@linkplain AllocationRequest#isCredit credit} earns no discount, and sees what is open.
     *
     * @throws IllegalArgumentException if the strategy breaks a law (see {@link Allocation#of(AllocationRequest, AllocationStrategy)}),
     *     the policy requires full payment and an item is paid in part ({@code settlement.require-full}), or tax is withheld of an item
     *     that the request does not hold, or more than is due of it
     */
    public static Settlement of(AllocationRequest request, AllocationStrategy strategy, SettlementPolicy policy) {
        return new Settling(request, strategy, policy).settlement().checked(request);
    }

    /** No item is closed by more than was open of it. */
    private Settlement checked(AllocationRequest request) {
        Map<ReceivableId, Amount> closed = closed();
        for (OpenItem item : request.items()) {
            Amount taken = closed.get(item.id());
            if (taken != null && taken.isGreaterThan(item.open())) {
                String rule = "must be closed by at most " + item.open() + ", which is open of " + item.id();
                throw new InvalidArgumentException("settlement.law.within-item", "items", rule, taken);
            }
        }
        return this;
    }

    /**
     * The same with one more adjustment, such as what a bank kept of the money, or an overpayment that is income. Whether as much is
     * open of its item is checked when it is posted.
     *
     * @throws IllegalArgumentException if it takes more of the payment than is on account, or moves what no new item owes
     */
    public Settlement with(Adjustment more) {
        var all = new ArrayList<>(adjustments);
        all.add(requireNonNull(more, "adjustment"));
        return new Settlement(allocation, all, newItems);
    }

    /** Where the money goes. */
    public Allocation allocation() {
        return allocation;
    }

    /** What closes items without money and takes money without an item: by item in the order of the request, the payment's last. */
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    /** What is owed from now on in place of items that are closed. */
    public List<NewItem> newItems() {
        return newItems;
    }

    /** Whose money it is, and whose items. */
    public CustomerId customer() {
        return allocation.customer();
    }

    /** The value date of the payment. */
    public LocalDate date() {
        return allocation.date();
    }

    /** The money that goes to items. */
    public Amount applied() {
        return allocation.applied();
    }

    /** The money that is taken as income. */
    public Amount income() {
        return sum(one -> one.closes().isEmpty());
    }

    /** The money that stays on account. */
    public Amount onAccount() {
        return allocation.unapplied().subtract(income());
    }

    /** What closes items by adjustments of all kinds. */
    public Amount adjusted() {
        return sum(one -> one.closes().isPresent());
    }

    /** What closes items by adjustments of that kind. */
    public Amount adjusted(Adjustment.Kind kind) {
        return sum(one -> one.kind() == kind && one.closes().isPresent());
    }

    /** What closes an item by adjustments. */
    public Amount adjusted(ReceivableId item) {
        return sum(one -> one.isOf(item));
    }

    /** What closes an item by adjustments of that kind. */
    public Amount adjusted(ReceivableId item, Adjustment.Kind kind) {
        return sum(one -> one.kind() == kind && one.isOf(item));
    }

    /** What tolerances took: more than 0 where too little was paid, less than 0 where too much. */
    public Amount tolerated() {
        Predicate<Adjustment> tolerance =
                one -> one.kind() == Adjustment.Kind.TOLERANCE || one.kind() == Adjustment.Kind.RECEIPT_TOLERANCE;
        return sum(tolerance.and(one -> one.closes().isPresent()))
                .subtract(sum(tolerance.and(one -> one.closes().isEmpty())));
    }

    /** What closes an item: money and adjustments. */
    public Amount closed(ReceivableId item) {
        return allocation.lines().stream()
                .filter(line -> line.item().equals(item))
                .map(line -> line.amount())
                .reduce(adjusted(item), Amount::add);
    }

    /** What closes each item, by money and adjustments together: items of lines in their order, then those of adjustments alone. */
    public Map<ReceivableId, Amount> closed() {
        Map<ReceivableId, Amount> closed = new LinkedHashMap<>();
        allocation.lines().forEach(line -> closed.merge(line.item(), line.amount(), Amount::add));
        for (Adjustment adjustment : adjustments) {
            adjustment.closes().ifPresent(item -> closed.merge(item, adjustment.amount(), Amount::add));
        }
        return Collections.unmodifiableMap(closed);
    }

    /** What is left of an item that was open so before. */
    public Amount openAfter(OpenItem before) {
        return before.open().subtract(closed(before.id()));
    }

    /** What is left of several items that were open so before, in all. */
    public Amount openAfter(Collection<OpenItem> before) {
        Map<ReceivableId, Amount> closed = closed();
        Amount nothing = Amount.zero(allocation.available().getCurrency());
        return before.stream()
                .map(item -> item.open().subtract(closed.getOrDefault(item.id(), nothing)))
                .reduce(nothing, Amount::add);
    }

    private Amount sum(Predicate<Adjustment> which) {
        return adjustments.stream()
                .filter(which)
                .map(Adjustment::amount)
                .reduce(Amount.zero(allocation.available().getCurrency()), Amount::add);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settlement that
                && allocation.equals(that.allocation)
                && adjustments.equals(that.adjustments)
                && newItems.equals(that.newItems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(allocation, adjustments.size());
    }

    @Override
    public String toString() {
        return allocation + ", adjustments " + adjustments;
    }

    /** Checked again on the way back in, as far as it can be without the open items. */
    private Object readResolve() {
        return new Settlement(allocation, adjustments, newItems);
    }
}
