package io.quittance.ar.allocation;

import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pays what the payer names, in the payer's order, each up to the amount that the payer gives. What the payer does not name
 * is left alone, so money may stay on account: 150.00 that names an item of 100.00 pays 100.00 and leaves 50.00.
 *
 * <p>A receivable that does not exist, is paid already or is named a second time is passed over.
 */
public final class AsRemitted implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        Map<ReceivableId, OpenItem> items = new HashMap<>();
        request.items().forEach(item -> items.put(item.id(), item));
        var pour = new Pour("as-remitted", request.available());
        for (Remittance remittance : request.remittances()) {
            OpenItem item = items.remove(remittance.item());
            if (item != null) {
                pour.into(item, remittance.amount().orElse(item.open()));
            }
        }
        return pour.lines();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AsRemitted;
    }

    @Override
    public int hashCode() {
        return AsRemitted.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "as remitted";
    }
}
