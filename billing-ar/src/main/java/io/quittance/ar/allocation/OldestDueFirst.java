package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.List;

/**
 * Pays the item that is due first, then the next, until the money is gone. Equal due dates go by document date, then by
 * id. 150.00 against 100.00 (older) and 80.00 pays 100.00 and 50.00 (ar.md 4.3 and 4.5).
 */
public record OldestDueFirst() implements AllocationStrategy, Serializable {
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted("oldest-due-first", request, OpenItem.BY_DUE_DATE);
    }

    @Override
    public String toString() {
        return "oldest due first";
    }
}
