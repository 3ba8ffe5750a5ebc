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
    private final Amount disputed;

    private OpenItem(Receivable receivable, MonetaryAmount left, MonetaryAmount contested) {
        this.receivable = requireNonNull(receivable, "receivable");
        this.open = MinorUnits.require(left, "open");
        this.disputed = MinorUnits.require(contested, "disputed");
        String currency = receivable.amount().getCurrency().getCurrencyCode();
        String given = open.getCurrency().getCurrencyCode();
        if (!given.equals(currency)) {
            throw new CurrencyMismatchException("open", currency, given);
        }
        if (open.signum() <= 0 || open.isGreaterThan(receivable.amount())) { // the words are made where they are needed
            String rule = "must be more than 0 and at most " + receivable.amount();
            throw new InvalidArgumentException("item.open", "open", rule, open);
        }
        String contestedIn = disputed.getCurrency().getCurrencyCode();
        if (!contestedIn.equals(currency)) {
            throw new CurrencyMismatchException("disputed", currency, contestedIn);
        }
        if (disputed.signum() < 0 || disputed.isGreaterThan(open)) {
            String rule = "must be 0 or more and at most " + open + ", which is open";
            throw new InvalidArgumentException("item.disputed", "disputed", rule, disputed);
        }
    }

    /** A receivable of which nothing is paid yet, and nothing contested. */
    public static OpenItem of(Receivable receivable) {
        return of(receivable, receivable.amount());
    }

    /** A receivable of which {@code open} is left, and nothing contested. */
    public static OpenItem of(Receivable receivable, MonetaryAmount open) {
        return new OpenItem(receivable, open, Amount.zero(receivable.amount().getCurrency()));
    }

    /**
     * A receivable of which {@code open} is left.
     *
     * @param disputed what of that the customer contests: 0 or more, at most {@code open}
     */
    public static OpenItem of(Receivable receivable, MonetaryAmount open, MonetaryAmount disputed) {
        return new OpenItem(receivable, open, disputed);
    }

    /**
     * The same, of which so much is left. What is contested stays contested as far as it is open: of 100.00 of which 30.00 are contested,
     * 40.00 left have 30.00 contested, and 20.00 left have 20.00.
     */
    public OpenItem withOpen(MonetaryAmount left) {
        return new OpenItem(receivable, left, disputed.min(left));
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

    /** What of {@link #open()} the customer contests: 0 or more. */
    public Amount disputed() {
        return disputed;
    }

    /** What of {@link #open()} nobody contests: 0 or more. */
    public Amount undisputed() {
        return open.subtract(disputed);
    }

    /** Whether the customer contests something of it. */
    public boolean isDisputed() {
        return disputed.signum() > 0;
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
                && disputed.equals(that.disputed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(receivable, open, disputed);
    }

    @Override
    public String toString() {
        String contested =
                !isDisputed() ? "" : disputed.equals(open) ? ", disputed" : ", " + disputed + " of it disputed";
        return id() + ": " + open + " open, due " + dueDate() + contested;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new OpenItem(receivable, open, disputed);
    }
}
