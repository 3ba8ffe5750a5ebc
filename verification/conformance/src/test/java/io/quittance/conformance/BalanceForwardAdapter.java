package io.quittance.conformance;

import io.quittance.ar.aging.BalanceForward;
import io.quittance.core.money.Amount;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code balance_forward_aging}: balances by period, the oldest first, after an invoice or a receipt. */
final class BalanceForwardAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        BalanceForward before = BalanceForward.of(input.get("buckets")
                .valueStream()
                .map(bucket -> Input.amount(bucket, "amount"))
                .toList());
        JsonNode event = input.get("event");
        Amount amount = Input.amount(event, "amount");
        BalanceForward after =
                event.get("type").asString().equals("invoice") ? before.charged(amount) : before.received(amount);
        return Map.of("buckets", after.periods(), "total", after.total());
    }
}
