package io.quittance.conformance;

import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.core.money.Amount;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code match_tolerance}: whether an amount of a statement may pay an item. */
final class MatchToleranceAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        JsonNode tolerance = input.get("tolerance");
        AdjustmentLimit limit = switch (tolerance.get("type").asString()) {
            case "percent", "percentage" -> AdjustmentLimit.percent(Input.decimal(tolerance, "value"));
            case "fixed", "fixed_amount", "amount", "absolute" -> AdjustmentLimit.of(Input.amount(tolerance, "value"));
            default -> throw new IllegalArgumentException("unknown type " + tolerance.get("type"));
        };
        Amount open = Input.amount(input, "item_open");
        Amount difference = open.subtract(Input.amount(input, "statement_amount"));
        return Map.of("matched", limit.allows(difference, open), "difference", difference);
    }
}
