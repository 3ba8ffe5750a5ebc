package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pays all items where the money is exactly what is open in total, and nothing otherwise. 180.00 against 100.00 and 80.00
 * pays both; 179.99 or 180.01 stays on account as a whole (ar.md 4.5). Another strategy can have what it leaves: {@code new
 * ClearAccount().then(new OldestDueFirst())}.
 */
public final class ClearAccount implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        Amount total = request.items().stream()
                .map(OpenItem::open)
                .reduce(Amount.zero(request.available().getCurrency()), Amount::add);
        var pour = new Pour("clear-account", request.available());
        if (total.equals(request.available())) {
            request.items().forEach(pour::into);
        }
        return pour.lines();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClearAccount;
    }

    @Override
    public int hashCode() {
        return ClearAccount.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "clear account";
    }
}
