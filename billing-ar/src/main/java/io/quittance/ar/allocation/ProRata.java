package io.quittance.ar.allocation;

import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pays every item in proportion to what is open of it: each share is money × open / sum of all that is open, rounded half up
 * to the minor unit, and the item that comes last by due date, document date and id takes what is left over. 100.00 against
 * 50.00, 60.00 and 70.00 pays 27.78, 33.33 and 38.89 (ar.md 4.5).
 *
 * <p>No share is more than is open. What the last cannot take, some cents where there are many items, is shared evenly by the
 * others, as {@link EvenSpread} does it; where rounding up would leave less than nothing for it, shares are the differences
 * of the rounded running total. A share of less than half a minor unit is none, and the item has no line: 0.01 against 50.00
 * and 60.00 pays 0.01 of the 60.00.
 *
 * <p>To the cent, more money can lower what an item gets: of three items of 0.10, 0.01 pays the last, and 0.02 the first two.
 */
public final class ProRata implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Spread.over("pro-rata", request, item -> MinorUnits.written(item.open()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProRata;
    }

    @Override
    public int hashCode() {
        return ProRata.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "pro rata";
    }
}
