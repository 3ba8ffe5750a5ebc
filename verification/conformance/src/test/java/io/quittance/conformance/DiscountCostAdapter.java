package io.quittance.conformance;

import io.quittance.ar.discount.DiscountCost;
import io.quittance.core.money.Rounding;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code discount_cost}: what it costs a year not to take a discount. */
final class DiscountCostAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        var cost = new DiscountCost(
                Input.decimal(input, "percent"),
                Input.integer(input, "discount_days"),
                Input.integer(input, "net_days"),
                Input.integer(input, "year_days"));
        Rounding rounding = Rounding.halfUp(Input.integer(input, "decimals"));
        return Map.of(
                "annual_pct",
                input.get("compounded").asBoolean()
                        ? cost.compounded(rounding)
                        : cost.simple().round(rounding));
    }
}
