package io.quittance.conformance;

import io.quittance.ar.settlement.AdjustmentLimit;
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
        AdjustmentLimit.Match match =
                limit.match(Input.amount(input, "item_open"), Input.amount(input, "statement_amount"));
        return Map.of("matched", match.matched(), "difference", match.difference());
    }
}
