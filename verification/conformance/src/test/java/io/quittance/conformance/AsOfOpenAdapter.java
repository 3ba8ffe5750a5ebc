package io.quittance.conformance;

import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code as_of_open}: what is open of an invoice on several days; each payment settles it on its date. */
final class AsOfOpenAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        var customer = new OneCustomer();
        JsonNode invoice = input.get("invoice");
        LocalDate issued = Input.date(invoice, "date");
        customer.owe("invoice", issued, issued, Input.amount(invoice, "amount"));
        int number = 0;
        for (JsonNode payment : input.get("payments")) {
            LocalDate date = Input.date(payment, "date");
            customer.pay("payment " + ++number, date, Input.amount(payment, "amount"));
            customer.settleAll(date);
        }
        List<Amount> open = new ArrayList<>();
        for (JsonNode day : input.get("as_of")) {
            open.add(customer.ledger().asOf(day.asString()).open());
        }
        return Map.of("open", open);
    }
}
