package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Pays what the money fits to the cent: the item of which exactly as much is open, the first by due date, document date and
 * id where several are alike; otherwise the items that add up to it, at most {@link #USUAL} unless told otherwise, if there
 * is one such set and no other. It guesses nothing: with two sets, or none, all money stays on account. 150.00 against
 * 100.00, 80.00 and 50.00 pays the 100.00 and the 50.00; with another 70.00 the 80.00 and the 70.00 fit as well, and it pays
 * nothing (ar.md 4.5).
 *
 * <p>It compares with what is open of the items in the request. That is less a discount that may still be taken where a {@link
 * io.quittance.ar.settlement.Settlement} asks, which shows 980.00 of 1000.00 with 2 % off and grants the 20.00. An allocation alone grants
 * none: 980.00 would leave 20.00 open of an item that was said to fit.
 *
 * <p>The search for a set takes items 200,000 times at most, so that thousands of items keep no one waiting. That is enough
 * for sets of at most 2 out of 200,000 items, 3 out of 600, or 4 out of 100, and for more items where many are larger than the
 * money. Where it is not, whether a set is the only one is not known, and nothing is paid. A single item is found among any
 * number.
 */
public final class ExactMatch implements AllocationStrategy, Serializable {
    /** The items that may add up to the money, unless told otherwise: with more, sets fit by accident. */
    public static final int USUAL = 4;

    /** The most items that may add up to the money. */
    public static final int MOST = 10;

    private static final long serialVersionUID = 1L;

    private final int items;

    /** At most {@link #USUAL} items. */
    public ExactMatch() {
        this(USUAL);
    }

    private ExactMatch(int items) {
        this.items = items;
    }

    /**
     * At most so many items.
     *
     * @param items from 1, where only a single item will do, to {@link #MOST}
     */
    public static ExactMatch ofAtMost(int items) {
        Require.that(items >= 1 && items <= MOST, "exact-match.items", "items", "must be from 1 to " + MOST, items);
        return new ExactMatch(items);
    }

    /**
     * Sets of two items or more that add up to an amount: one if it is the only one, two if there are more, so that it is not known
     * which is meant. Empty if there is none, or if it takes too long to know.
     *
     * @param open in the currency of the amount
     * @param most how many items a set may have, from 2 to {@link #MOST}
     */
    public static List<List<OpenItem>> sets(List<OpenItem> open, MonetaryAmount sum, int most) {
        Require.that(most >= 2 && most <= MOST, "exact-match.items", "most", "must be from 2 to " + MOST, most);
        return ExactSet.some(open, Amount.from(sum), most);
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        Amount money = request.available();
        List<OpenItem> alike = request.items().stream()
                .filter(item -> item.open().equals(money))
                .toList();
        var pour = new Pour("exact-match", money);
        if (!alike.isEmpty()) {
            pour.into(alike.get(0), alike.size() == 1 ? "the only one" : "the first of " + alike.size() + " alike");
        } else {
            List<OpenItem> set = ExactSet.find(request.items(), money, items);
            set.forEach(item -> pour.into(item, "the only " + set.size() + " together"));
        }
        return pour.lines();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactMatch that && items == that.items;
    }

    @Override
    public int hashCode() {
        return 31 * ExactMatch.class.getName().hashCode() + items;
    }

    @Override
    public String toString() {
        return "exact match of at most " + items;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return ofAtMost(items);
    }
}
