package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.List;

/**
 * Pays the item that is due last, then the one before, until the money is gone: {@link OldestDueFirst} from its other end.
 * So equal due dates go by document date, the later first, and equal document dates by id, the larger first. 150.00 against
 * 100.00 (older) and 80.00 pays 80.00 and 70.00 (ar.md 4.3 and 4.5).
 */
public record NewestFirst() implements AllocationStrategy, Serializable {
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted("newest-first", request, OpenItem.BY_DUE_DATE.reversed());
    }

    @Override
    public String toString() {
        return "newest first";
    }
}
