package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.credit.UnappliedPayment;
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

/** What stands in one column: how much, of which items, and by which rule they stand there. */
public final class AgedAmount implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which part of an item stands in a column. */
    public enum Part {
        /** All that is open. */
        OPEN {
            @Override
            Amount of(OpenItem item) {
                return item.open();
            }
        },
        /** What nobody contests. */
        UNDISPUTED {
            @Override
            Amount of(OpenItem item) {
                return item.undisputed();
            }
        },
        /** What is contested. */
        DISPUTED {
            @Override
            Amount of(OpenItem item) {
                return item.disputed();
            }
        };

        abstract Amount of(OpenItem item);
    }

    private final Explanation explanation;
    private final Part part;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<OpenItem> items;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<UnappliedPayment> payments;

    private final Amount amount;
    private final Amount disputed;

    private AgedAmount(
            Explanation explanation,
            Part part,
            List<OpenItem> items,
            List<UnappliedPayment> payments,
            Amount amount,
            Amount disputed) {
        this.explanation = explanation;
        this.part = part;
        this.items = items;
        this.payments = payments;
        this.amount = amount;
        this.disputed = disputed;
    }

    /**
     * All that is open of these items.
     *
     * @param currency of all items, and of the sum where there is none
     * @param explanation the rule that put them together
     * @throws CurrencyMismatchException if an item is in another currency
     */
    public static AgedAmount of(CurrencyUnit currency, Collection<OpenItem> items, Explanation explanation) {
        return of(currency, Part.OPEN, items, List.of(), explanation);
    }

    /**
     * A part of these items, less money and credits on account.
     *
     * @param payments what stands on account and is taken off; empty if that has its own column
     */
    public static AgedAmount of(
            CurrencyUnit currency,
            Part part,
            Collection<OpenItem> items,
            Collection<UnappliedPayment> payments,
            Explanation explanation) {
        requireNonNull(part, "part");
        requireNonNull(explanation, "explanation");
        List<OpenItem> all = List.copyOf(items);
        List<UnappliedPayment> off = List.copyOf(payments);
        Amount amount = Amount.zero(currency);
        Amount disputed = amount;
        for (OpenItem item : all) {
            amount = amount.add(part.of(item));
            if (part != Part.UNDISPUTED) {
                disputed = disputed.add(item.disputed());
            }
        }
        for (UnappliedPayment payment : off) {
            amount = amount.subtract(payment.left());
        }
        return new AgedAmount(explanation, part, all, off, amount, disputed);
    }

    /** How many items stand in it; one that is contested in part stands in two columns. */
    public int count() {
        return items.size();
    }

    /** How much of them stands here, less what is on account: below zero where more is on account. */
    public Amount amount() {
        return amount;
    }

    /** How much of that the customers contest; 0 in a bucket beside which what is contested has its own column. */
    public Amount disputed() {
        return disputed;
    }

    /** Which part of the items stands here. */
    public Part part() {
        return part;
    }

    /** The items themselves: of one customer by due date, of several customer by customer. */
    public List<OpenItem> items() {
        return items;
    }

    /** Money and credits on account that are taken off here; empty if they have their own column. */
    public List<UnappliedPayment> payments() {
        return payments;
    }

    /** Why they stand here: the column, the day, and what their age is counted from. */
    public Explanation explanation() {
        return explanation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedAmount that
                && explanation.equals(that.explanation)
                && part == that.part
                && items.equals(that.items)
                && payments.equals(that.payments)
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
        return of(amount.getCurrency(), part, items, payments, explanation);
    }
}
