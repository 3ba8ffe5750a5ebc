package io.quittance.conformance;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** {@code rounding}: one amount, or the sum of rounded lines, or the rounded sum of lines. */
final class RoundingAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "decimals"));
        if (!input.has("lineAmounts")) {
            return Map.of("rounded", rounding.round(Input.decimal(input, "amount")));
        }
        return switch (input.get("mode").asString()) {
            case "round_then_sum" -> Map.of("subtotal", sum(input, line -> line.rounded(rounding)));
            case "sum_then_round" -> Map.of("subtotal", sum(input, line -> line).rounded(rounding));
            default -> throw new IllegalArgumentException("unknown mode " + input.get("mode"));
        };
    }

    private static Amount sum(JsonNode input, Function<Amount, Amount> each) {
        return input.get("lineAmounts")
                .valueStream()
                .map(line -> each.apply(Amount.of(line.asString(), Input.CURRENCY)))
                .reduce(Amount.zero(Input.CURRENCY), Amount::add);
    }
}
