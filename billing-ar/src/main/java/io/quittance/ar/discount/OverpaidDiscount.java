package io.quittance.ar.discount;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of money beyond what is due after a discount. Of 105.00 with 10.50 off, 95.00 are 0.50 too much (ar.md 4.7): it stays
 * {@linkplain #onAccount() on account}, is {@linkplain #upTo kept} as a difference, or {@linkplain #cutBack() cuts} the discount to
 * 10.00. A settlement leaves money on account that is prepaid, or that is left where the payer names an item that gets none.
 */
public final class OverpaidDiscount implements Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean cuts;
    private final @Nullable Amount most;

    private OverpaidDiscount(boolean cuts, @Nullable Amount most) {
        this.cuts = cuts;
        this.most = most;
        if (most != null) {
            MinorUnits.require(most, "most");
            Require.that(most.signum() >= 0, "discount.difference", "most", "must not be negative", most);
        }
    }

    /** The discount is kept, and the money is on account. */
    public static OverpaidDiscount onAccount() {
        return new OverpaidDiscount(false, null);
    }

    /**
     * The discount is kept, and a difference up to this, included, is income; a larger one is on account as a whole. Some systems
     * call it specific.
     *
     * @param most 0 or more, in whole minor units
     */
    public static OverpaidDiscount upTo(MonetaryAmount most) {
        return new OverpaidDiscount(false, Amount.from(requireNonNull(most, "most")));
    }

    /** The discount is cut by what is too much, down to nothing. Some systems call it unspecific. */
    public static OverpaidDiscount cutBack() {
        return new OverpaidDiscount(true, null);
    }

    /**
     * What becomes of a payment that suffices for what is due.
     *
     * @param paid at least the amount due of the quote, which is not of a credit note
     * @throws IllegalArgumentException if less is paid
     */
    public Outcome settle(DiscountQuote quote, MonetaryAmount paid) {
        Amount due = quote.amountDue();
        Amount money = MinorUnits.require(paid, due.getCurrency(), "paid");
        Require.that(
                due.signum() >= 0 && money.isGreaterThanOrEqualTo(due),
                "discount.overpaid",
                "paid",
                "must be at least " + due + ", which is due and not a credit",
                money);
        Amount over = money.subtract(due);
        Amount zero = Amount.zero(due.getCurrency());
        if (over.signum() == 0) {
            return new Outcome(quote, zero, zero);
        }
        if (cuts) {
            Amount cut = over.min(quote.discount());
            return new Outcome(quote.cutTo(quote.discount().subtract(cut)), zero, over.subtract(cut));
        }
        boolean kept = most != null && over.isLessThanOrEqualTo(most);
        return kept ? new Outcome(quote, over, zero) : new Outcome(quote, zero, over);
    }

    /** Up to which amount a difference is income; empty where none is. */
    public Optional<Amount> most() {
        return Optional.ofNullable(most);
    }

    /** Whether the discount is cut by what is too much. */
    public boolean isCutBack() {
        return cuts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OverpaidDiscount that && cuts == that.cuts && Objects.equals(most, that.most);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cuts, most);
    }

    @Override
    public String toString() {
        return cuts ? "cut back" : most == null ? "on account" : "income up to " + most;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new OverpaidDiscount(cuts, most);
    }

    /**
     * What became of a payment: paid = applied + difference + on account.
     *
     * @param quote with the discount that is left
     * @param difference taken as income
     * @param onAccount still the payer's
     */
    public record Outcome(DiscountQuote quote, Amount difference, Amount onAccount) implements Serializable {
        /** Checks that the parts are there. */
        public Outcome {
            requireNonNull(quote, "quote");
            requireNonNull(difference, "difference");
            requireNonNull(onAccount, "onAccount");
        }

        /** What of the money the document gets: what is due after the discount that is left. */
        public Amount applied() {
            return quote.amountDue();
        }
    }
}
