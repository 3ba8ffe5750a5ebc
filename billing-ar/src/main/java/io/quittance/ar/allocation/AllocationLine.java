package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** How much of a payment goes to one item, and why. As proposed it may still be wrong; {@link Allocation} holds none that is. */
public final class AllocationLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ReceivableId item;
    private final Amount amount;
    private final Explanation explanation;

    private AllocationLine(ReceivableId item, Amount amount, Explanation explanation) {
        this.item = requireNonNull(item, "item");
        this.amount = requireNonNull(amount, "amount");
        this.explanation = requireNonNull(explanation, "explanation");
    }

    /** A line; the explanation names the rule, the item's rank by it, the amount, and what kept it from being larger. */
    public static AllocationLine of(ReceivableId item, MonetaryAmount amount, Explanation explanation) {
        return new AllocationLine(item, Amount.from(amount), explanation);
    }

    /** The item that is paid. */
    public ReceivableId item() {
        return item;
    }

    /** How much of it is paid. */
    public Amount amount() {
        return amount;
    }

    /** Why this item, and why this much. */
    public Explanation explanation() {
        return explanation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllocationLine that
                && item.equals(that.item)
                && amount.equals(that.amount)
                && explanation.equals(that.explanation);
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
        return new AllocationLine(item, amount, explanation);
    }
}
