package io.quittance.conformance;

import io.quittance.ar.aging.PostDated;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code future_payments}: what is dated a day ahead settles the item on that day; what is over stays on account, which is below zero. */
final class FuturePaymentsAdapter implements Adapter {
    private static final LocalDate TODAY = LocalDate.EPOCH;

    @Override
    public Object answer(JsonNode input) {
        var customer = new OneCustomer();
        LocalDate later = TODAY.plusDays(1);
        customer.owe("item", TODAY, TODAY, Input.amount(input, "item_open"));
        int number = 0;
        for (JsonNode credit : input.get("credits")) {
            Amount amount = Input.amount(credit, "amount");
            if (credit.get("type").asString().equals("credit_note")) {
                customer.credit("credit " + ++number, later, amount);
            } else {
                customer.pay("credit " + ++number, later, amount);
            }
        }
        customer.settleAll(later);
        PostDated row = PostDated.of(customer.customer(), AsOf.endOf(TODAY)).get(0);
        Amount extra = customer.ledger().asOf(later).onAccount().negate();
        return Map.of("future_applied", row.later(), "remaining", row.remaining(), "extra", extra);
    }
}
