package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pays the item that is due first, then the next, until the money is gone. Equal due dates go by document date, then by
 * id. 150.00 against 100.00 (older) and 80.00 pays 100.00 and 50.00 (ar.md 4.3 and 4.5).
 */
public final class OldestDueFirst implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        var pour = new Pour("oldest-due-first", request.available());
        request.items().stream().sorted(OpenItem.BY_DUE_DATE).forEach(pour::into);
        return pour.lines();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OldestDueFirst;
    }

    @Override
    public int hashCode() {
        return OldestDueFirst.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "oldest due first";
    }
}
