package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What stands in one bucket: how much, of which items, and by which rule they stand there. */
public final class AgedAmount implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Explanation explanation;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<OpenItem> items;

    private final Amount amount;
    private final Amount disputed;

    private AgedAmount(Explanation explanation, List<OpenItem> items, Amount amount, Amount disputed) {
        this.explanation = explanation;
        this.items = items;
        this.amount = amount;
        this.disputed = disputed;
    }

    /**
     * The sum of these items.
     *
     * @param currency of all items, and of the sum where there is none
     * @param explanation the rule that put them together
     * @throws CurrencyMismatchException if an item is in another currency
     */
    public static AgedAmount of(CurrencyUnit currency, Collection<OpenItem> items, Explanation explanation) {
        requireNonNull(explanation, "explanation");
        List<OpenItem> all = List.copyOf(items);
        Amount amount = Amount.zero(currency);
        Amount disputed = amount;
        for (OpenItem item : all) {
            amount = amount.add(item.open());
            disputed = disputed.add(item.disputed());
        }
        return new AgedAmount(explanation, all, amount, disputed);
    }

    /** How many open items. */
    public int count() {
        return items.size();
    }

    /** What is open of them. */
    public Amount amount() {
        return amount;
    }

    /** How much of {@link #amount()} the customers contest. */
    public Amount disputed() {
        return disputed;
    }

    /** The items themselves: of one customer by due date, of several customer by customer. */
    public List<OpenItem> items() {
        return items;
    }

    /** Why they stand here: the bucket, the day, and what their age is counted from. */
    public Explanation explanation() {
        return explanation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedAmount that
                && explanation.equals(that.explanation)
                && items.equals(that.items)
                && amount.equals(that.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(explanation, items, amount);
    }

    @Override
    public String toString() {
        return explanation + ": " + count() + " items, " + amount;
    }

    /** Summed up again on the way back in. */
    private Object readResolve() {
        return of(amount.getCurrency(), items, explanation);
    }
}
