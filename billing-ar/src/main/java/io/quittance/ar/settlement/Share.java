package io.quittance.ar.settlement;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an item gets while a payment is settled. */
final class Share {
    private final OpenItem item;
    private final DiscountQuote full;
    private final Amount withheld;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private Amount paid;
    private Amount tolerated;
    private Amount cut;
    private @Nullable Explanation cutWhy;
    private @Nullable AllocationLine filled;
    private DiscountQuote granted;

    Share(OpenItem item, DiscountQuote full, Amount withheld) {
        this.item = item;
        this.full = full;
        this.withheld = withheld;
        Amount zero = Amount.zero(item.open().getCurrency());
        paid = zero;
        tolerated = zero;
        cut = zero;
        granted = full;
    }

    OpenItem item() {
        return item;
    }

    /** All of the discount that is in force; of 0 where none is. */
    DiscountQuote full() {
        return full;
    }

    /** What the payer keeps as tax. */
    Amount withheld() {
        return withheld;
    }

    /** What money is to be paid, as the strategy sees it. */
    Amount due() {
        return full.amountDue().subtract(withheld);
    }

    Amount paid() {
        return paid;
    }

    void pay(Amount amount) {
        paid = amount;
    }

    /**
     * Pays more than the strategy, of money that nobody else is to get: nothing is given up that the payer's own money can pay.
     *
     * @param gap what would be given up else
     * @param left the money that is left
     * @param otherwise what would become of the gap
     * @return the money that is left then
     */
    Amount fill(Amount gap, Amount left, String otherwise) {
        Amount part = gap.min(left);
        if (part.signum() <= 0) {
            return left;
        }
        paid = paid.add(part);
        filled = AllocationLine.of(
                item.id(),
                part,
                Explanation.of(
                        "settlement.filled",
                        "{0} of {1} left, in place of {2} that would be {3}; ended by {4}",
                        part,
                        left,
                        gap,
                        otherwise,
                        part.equals(gap) ? "the item" : "the money")); // once at most: no money is left then, or no gap
        return left.subtract(part);
    }

    /** What it is paid more than by the strategy, and why. */
    Optional<AllocationLine> filled() {
        return Optional.ofNullable(filled);
    }

    boolean isPaid() {
        return paid.signum() > 0;
    }

    /** What of the due amount is neither paid nor tolerated. */
    Amount rest() {
        return due().subtract(paid).subtract(tolerated);
    }

    /** Whether a part of it is closed by a tolerance. */
    boolean isTolerated() {
        return tolerated.signum() > 0;
    }

    void tolerate(Amount amount) {
        tolerated = tolerated.add(amount);
    }

    /** Less discount, and so much more money for it. */
    void cutTo(DiscountQuote less, Explanation why) {
        cut = full.discount().subtract(less.discount());
        cutWhy = why;
        granted = less;
    }

    /** Money beyond what was due, for a discount that is cut. */
    Amount cut() {
        return cut;
    }

    /** Why, where there is any. */
    Optional<Explanation> cutWhy() {
        return Optional.ofNullable(cut.signum() > 0 ? cutWhy : null);
    }

    /** The discount that is granted. */
    DiscountQuote granted() {
        return granted;
    }

    void grant(DiscountQuote quote) {
        granted = quote;
    }

    /** What is left open after all. */
    Amount open() {
        return open(granted.discount());
    }

    /** What would be left open after such a discount. */
    Amount open(Amount discount) {
        return item.open()
                .subtract(paid)
                .subtract(cut)
                .subtract(withheld)
                .subtract(discount)
                .subtract(tolerated);
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }
}
