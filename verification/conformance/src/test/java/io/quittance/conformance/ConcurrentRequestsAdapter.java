package io.quittance.conformance;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.payment.Payment;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * {@code concurrent_requests}: the same credit for the same item by several callers, one after the other, each asking for
 * an amount of what those before it have left.
 */
final class ConcurrentRequestsAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Payment credit = RequestedAmount.receipt(Input.amount(input, "credit"));
        Amount left = credit.amount();
        Amount open = Input.amount(input, "item_open");
        List<Boolean> accepted = new ArrayList<>();
        for (JsonNode requested : input.get("requests")) {
            Optional<Allocation> allocation =
                    RequestedAmount.allocated(credit, left, open, Amount.of(Input.decimal(requested), Input.CURRENCY));
            open = RequestedAmount.openAfter(open, allocation);
            left = allocation.map(Allocation::unapplied).orElse(left);
            accepted.add(allocation.isPresent());
        }
        return Map.of("accepted", accepted, "item_open_after", open);
    }
}
