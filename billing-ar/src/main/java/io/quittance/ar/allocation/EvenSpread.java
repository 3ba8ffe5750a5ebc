package io.quittance.ar.allocation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pays the same of every item, up to what is open of it: each share is the money divided by the number of items, rounded half
 * up to the minor unit, and the item that comes last by due date, document date and id takes what is left over. What items
 * cannot take is shared in the same way by those that are not full, until it is gone. 100.00 against 20.00, 50.00 and 60.00:
 * shares of 33.33, 33.33 and 33.34 pay 20.00, 33.33 and 33.34, and the 13.33 that are left 6.67 and 6.66 more, so 20.00,
 * 40.00 and 40.00 (ar.md 4.4).
 *
 * <p>Money of less than half a minor unit for each item goes to the last of them: 0.01 against three items of 5.00 pays 0.01
 * of the third. Where rounding up would leave less than nothing for the last, shares are the differences of the rounded
 * running total: 0.03 against five of them pays 0.01 of the first, third and fifth.
 *
 * <p>To the cent, more money can lower what an item gets: of three items of 0.10, 0.01 pays the last, and 0.02 the first two.
 */
public final class EvenSpread implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Spread.over("even-spread", request, item -> BigDecimal.ONE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EvenSpread;
    }

    @Override
    public int hashCode() {
        return EvenSpread.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "even spread";
    }
}
