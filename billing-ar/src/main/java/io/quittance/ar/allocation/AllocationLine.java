package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** How much of a payment goes to one item, and why. As proposed it may still be wrong; {@link Allocation} holds none that is. */
public final class AllocationLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ReceivableId item;
    private final Amount amount;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Explanation> explanations;

    private AllocationLine(ReceivableId item, Amount amount, List<Explanation> explanations) {
        this.item = requireNonNull(item, "item");
        this.amount = requireNonNull(amount, "amount");
        this.explanations = List.copyOf(Require.notEmpty(explanations, "explanations"));
    }

    /** A line; the explanation names the rule, the item's rank by it, the amount, and what kept it from being larger. */
    public static AllocationLine of(ReceivableId item, MonetaryAmount amount, Explanation explanation) {
        return new AllocationLine(item, Amount.from(amount), List.of(requireNonNull(explanation, "explanation")));
    }

    /**
     * A line of several explanations, such as one that was stored.
     *
     * @param explanations one at least, one for each part of the amount, in their order
     */
    public static AllocationLine of(ReceivableId item, MonetaryAmount amount, List<Explanation> explanations) {
        return new AllocationLine(item, Amount.from(amount), explanations);
    }

    /**
     * Both as one, for the sum of both amounts and with the explanations of this and then of the other: 30.00 as remitted and
     * 40.00 as due first are 70.00.
     *
     * @throws IllegalArgumentException if the other is for another item
     * @throws CurrencyMismatchException if it is in another currency
     */
    public AllocationLine and(AllocationLine other) {
        Require.that(other.item.equals(item), "line.item", "other.item", "must be " + item, other.item);
        var both = new ArrayList<>(explanations);
        both.addAll(other.explanations);
        return new AllocationLine(item, amount.add(other.amount), both);
    }

    /** The same line, each of its explanations as a part of what has that name. */
    public AllocationLine within(String name) {
        return new AllocationLine(
                item, amount, explanations.stream().map(why -> why.within(name)).toList());
    }

    /** The item that is paid. */
    public ReceivableId item() {
        return item;
    }

    /** How much of it is paid. */
    public Amount amount() {
        return amount;
    }

    /** Why this item, and why this much: the one explanation, or a sentence of all where several add up to the amount. */
    public Explanation explanation() {
        return explanations.size() == 1
                ? explanations.get(0)
                : Explanation.of(
                        "allocation.together",
                        "{0} together: {1}",
                        amount,
                        explanations.stream().map(Explanation::text).collect(Collectors.joining("; then ")));
    }

    /** Why, one for each strategy that pays a part, in their order; each names its part. One at least, and usually one. */
    public List<Explanation> explanations() {
        return explanations;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllocationLine that
                && item.equals(that.item)
                && amount.equals(that.amount)
                && explanations.equals(that.explanations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(item, amount);
    }

    @Override
    public String toString() {
        return amount + " to " + item;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new AllocationLine(item, amount, explanations);
    }
}
