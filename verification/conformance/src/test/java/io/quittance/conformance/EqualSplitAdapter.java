package io.quittance.conformance;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code equal_split}: equal parts, of which the last takes the rest. */
final class EqualSplitAdapter implements Adapter {
    @Override
    public Object answer(JsonNode input) {
        return Map.of(
                "amounts", PlanFields.parts(input).split(Input.amount(input, "total"), Input.integer(input, "parts")));
    }
}
