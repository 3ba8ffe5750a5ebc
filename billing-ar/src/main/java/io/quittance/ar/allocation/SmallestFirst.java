package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Pays the item of which the least is open, then the next, until the money is gone, so that as many as possible are closed.
 * Equal amounts go by due date, then document date, then id. 150.00 against 100.00 and 80.00 pays 80.00 and 70.00 (ar.md
 * 4.5).
 */
public record SmallestFirst() implements AllocationStrategy, Serializable {
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted(
                "smallest-first", request, Comparator.comparing(OpenItem::open).thenComparing(OpenItem.BY_DUE_DATE));
    }

    @Override
    public String toString() {
        return "smallest first";
    }
}
