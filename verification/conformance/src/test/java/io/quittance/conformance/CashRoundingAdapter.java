package io.quittance.conformance;

import io.quittance.core.invoice.CashRounding;
import java.math.RoundingMode;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code cash_rounding}: an amount in coins that exist. */
final class CashRoundingAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        var coins = new CashRounding(
                Input.decimal(input, "unit"),
                RoundingMode.valueOf(input.get("mode").asString()));
        return Map.of(
                "rounded", coins.round(Input.amount(input, "amount")),
                "difference", coins.difference(Input.amount(input, "amount")));
    }
}
