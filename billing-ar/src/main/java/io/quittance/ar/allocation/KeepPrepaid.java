package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.List;

/**
 * Keeps prepaid money for what it was paid for. A payment that {@linkplain io.quittance.ar.payment.Payment#prepaying prepays} a
 * reference pays the items that have it, by due date, and nothing else: what is left waits on account for the next of them. Every
 * other payment goes by another strategy.
 *
 * <p>100.00 prepaid for order PO-7, against 80.00 without a reference and 60.00 of PO-7 that is due later, pays the 60.00 and keeps
 * 40.00; the next invoice of PO-7 takes them. Once the order is done, allocate what is left by the other strategy itself.
 *
 * <p>References are compared as they are written. It can be serialised if the other strategy can.
 *
 * @param otherwise by which payments go that are not prepaid
 */
@SuppressWarnings("serial") // serialisable if the other strategy is
public record KeepPrepaid(AllocationStrategy otherwise) implements AllocationStrategy, Serializable {

    /** Checks that there is one. */
    public KeepPrepaid {
        requireNonNull(otherwise, "otherwise");
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        String reference = request.payment().prepaidFor().orElse(null);
        if (reference == null) {
            return Allocation.proposed(request, otherwise);
        }
        var pour = new Pour("prepaid", request.available());
        for (OpenItem item : request.items()) {
            if (item.receivable().references().contains(reference)) {
                pour.into(item, "prepaid for " + reference);
            }
        }
        return pour.lines();
    }

    @Override
    public String toString() {
        return "prepaid, otherwise " + otherwise;
    }
}
