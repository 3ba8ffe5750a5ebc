package io.quittance.conformance;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.payment.Payment;
import io.quittance.core.money.Amount;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code allocation_guard}: whether an amount of a receipt, of which a part is allocated elsewhere, can go to an item. */
final class AllocationGuardAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Payment receipt = RequestedAmount.receipt(Input.amount(input, "receipt"));
        Amount open = Input.amount(input, "item_open");
        Amount already = Input.amount(input, "already_allocated");
        Amount rest = RequestedAmount.allocated(receipt, receipt.amount(), already, already)
                .map(Allocation::unapplied)
                .orElse(receipt.amount());
        Optional<Allocation> allocation =
                RequestedAmount.allocated(receipt, rest, open, Input.amount(input, "requested"));
        return Map.of(
                "accepted",
                allocation.isPresent(),
                "item_open_after",
                RequestedAmount.openAfter(open, allocation),
                "receipt_unallocated_after",
                allocation.map(Allocation::unapplied).orElse(rest));
    }
}
