package io.quittance.ar.receivable;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** What is left of a receivable, as of the question that was asked: more than nothing, at most all of it. */
public final class OpenItem implements Serializable {
    /**
     * By due date, then document date, then id: the order in which items are shown and, unless a strategy says otherwise,
     * settled (ar.md 4.3). No two items of a ledger are equal in it.
     */
    public static final Comparator<OpenItem> BY_DUE_DATE = Comparator.comparing(OpenItem::dueDate)
            .thenComparing(OpenItem::documentDate)
            .thenComparing(OpenItem::id);

    private static final long serialVersionUID = 1L;

    private final Receivable receivable;
    private final Amount open;
    private final boolean disputed;

    private OpenItem(Receivable receivable, MonetaryAmount left, boolean disputed) {
        this.receivable = requireNonNull(receivable, "receivable");
        this.open = MinorUnits.require(left, "open");
        this.disputed = disputed;
        String currency = receivable.amount().getCurrency().getCurrencyCode();
        String given = open.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("open", currency, given);
        }
        if (open.signum() <= 0 || open.isGreaterThan(receivable.amount())) { // the words are made where they are needed
            String rule = "must be more than 0 and at most " + receivable.amount();
            throw new InvalidArgumentException("item.open", "open", rule, open);
        }
    }

    /** A receivable of which nothing is paid yet. */
    public static OpenItem of(Receivable receivable) {
        return new OpenItem(receivable, receivable.amount(), false);
    }

    /**
     * A receivable of which {@code open} is left.
     *
     * @param disputed whether the customer contests it
     */
    public static OpenItem of(Receivable receivable, MonetaryAmount open, boolean disputed) {
        return new OpenItem(receivable, open, disputed);
    }

    /** The debt as it came into being. */
    public Receivable receivable() {
        return receivable;
    }

    /** The id of the receivable. */
    public ReceivableId id() {
        return receivable.id();
    }

    /** Who owes it. */
    public CustomerId customer() {
        return receivable.customer();
    }

    /** The date of the document that created the debt. */
    public LocalDate documentDate() {
        return receivable.documentDate();
    }

    /** The last day on which it is paid on time. */
    public LocalDate dueDate() {
        return receivable.dueDate();
    }

    /** What it is for. */
    public ReceivableType type() {
        return receivable.type();
    }

    /** What is left of it. */
    public Amount open() {
        return open;
    }

    /** Whether the customer contests it. */
    public boolean isDisputed() {
        return disputed;
    }

    /**
     * Whole calendar days from the due date to {@code date}: 0 on the due date itself, negative before it (kpi.md, section
     * 0).
     */
    public long daysPastDue(LocalDate date) {
        return date.toEpochDay() - dueDate().toEpochDay();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenItem that
                && receivable.equals(that.receivable)
                && open.equals(that.open)
                && disputed == that.disputed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(receivable, open, disputed);
    }

    @Override
    public String toString() {
        return id() + ": " + open + " open, due " + dueDate() + (disputed ? ", disputed" : "");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new OpenItem(receivable, open, disputed);
    }
}
