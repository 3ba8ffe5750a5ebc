package io.quittance.core.invoice;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is credited of amounts without tax, where prices include it: of each the part that is credited of its price. Those that are
 * taxed alike are rounded as a running total, and lie together between nothing and what is left of them.
 */
final class CreditNets {
    /**
     * A line, an allowance (below zero) or a charge.
     *
     * @param whole of the invoice
     * @param before what was credited before the note
     * @param share that is credited with the note
     * @param isInNote whether the note has a part of it
     */
    record Item(Set<TaxTreatment> taxes, Amount whole, Amount before, Fraction share, boolean isInNote) {

        /** What the note has more; never the other way, where more was credited before than this share is. */
        Fraction more() {
            Fraction more = whole.toFraction().times(share).minus(before.toFraction());
            return more.signum() == whole.signum() ? more : Fraction.ZERO;
        }

        Amount left() {
            return whole.subtract(before);
        }
    }

    private final List<Item> items;
    private final List<Amount> inNote = new ArrayList<>();

    private CreditNets(List<Item> items) {
        this.items = items;
        Map<Set<TaxTreatment>, RunningTotal> totals = new HashMap<>();
        for (Item item : items) {
            Amount zero = item.whole().subtract(item.whole());
            inNote.add(
                    item.isInNote()
                            ? totals.computeIfAbsent(item.taxes(), key -> new RunningTotal(zero.getCurrency()))
                                    .next(item.more())
                            : zero);
        }
        totals.keySet().forEach(this::limit);
    }

    /** All that is credited of each, with the note. */
    static List<Amount> of(List<Item> items) {
        List<Amount> inNote = new CreditNets(items).inNote;
        var all = new ArrayList<Amount>();
        for (int i = 0; i < items.size(); i++) {
            all.add(items.get(i).before().add(inNote.get(i)));
        }
        return all;
    }

    /** What is not in the note now comes with a later one. */
    private void limit(Set<TaxTreatment> taxes) {
        Amount sum = inNote.get(0).subtract(inNote.get(0));
        Amount left = sum;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).taxes().equals(taxes)) {
                sum = sum.add(inNote.get(i));
                left = left.add(items.get(i).left());
            }
        }
        Amount excess = sum.subtract(CreditedSoFar.clamped(sum, left));
        for (int i = items.size() - 1; i >= 0 && excess.signum() != 0; i--) {
            Item item = items.get(i);
            if (item.isInNote() && item.taxes().equals(taxes) && !item.share().equals(Fraction.ONE)) {
                Amount limited = CreditedSoFar.clamped(inNote.get(i).subtract(excess), item.left());
                excess = excess.subtract(inNote.get(i).subtract(limited));
                inNote.set(i, limited);
            }
        }
    }
}
