package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Pays the item of which the most is open, then the next, until the money is gone. Equal amounts go by due date, then
 * document date, then id. 150.00 against 80.00 and 100.00 pays 100.00 and 50.00 (ar.md 4.5).
 *
 * <p>What is the largest changes when a part of it is paid: 10.00 and then 10.00 against 100.00 and 95.00 leave 90.00 and
 * 85.00, but 20.00 at once leaves 80.00 and 95.00.
 */
public record LargestFirst() implements AllocationStrategy, Serializable {
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted(
                "largest-first",
                request,
                Comparator.comparing(OpenItem::open).reversed().thenComparing(OpenItem.BY_DUE_DATE));
    }

    @Override
    public String toString() {
        return "largest first";
    }
}
