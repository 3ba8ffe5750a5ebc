package io.quittance.conformance;

import io.quittance.ar.exchange.PartialConversions;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code fx_split_rounding}: an amount that is converted in parts. */
final class FxSplitRoundingAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        List<Amount> parts = new ArrayList<>();
        input.get("parts").forEach(part -> parts.add(Amount.of(Input.decimal(part), Booked.FOREIGN)));
        PartialConversions converted = StoredRate.of(Input.CURRENCY, Booked.FOREIGN, Input.decimal(input, "divisor"))
                .inverse()
                .convertParts(parts);
        return Map.of(
                "parts_base",
                converted.parts(),
                "whole_base",
                converted.whole(),
                "rounding_difference",
                converted.roundingDifference());
    }
}
