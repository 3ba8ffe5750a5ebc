package io.quittance.conformance;

import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code posted_only}: a draft is in no ledger; what is below zero is money. */
final class PostedOnlyAdapter implements Adapter {
    private static final LocalDate DAY = LocalDate.EPOCH;

    @Override
    public Object answer(JsonNode input) {
        var customer = new OneCustomer();
        int number = 0;
        for (JsonNode entry : input.get("entries")) {
            Amount amount = Input.amount(entry, "amount");
            String id = "entry " + ++number;
            if (!entry.get("status").asString().equals("posted")) {
                continue;
            }
            if (amount.signum() < 0) {
                customer.pay(id, DAY, amount.negate());
            } else {
                customer.owe(id, DAY, DAY, amount);
            }
        }
        customer.settleAll(DAY);
        return Map.of("open", customer.ledger().asOf(DAY).open());
    }
}
