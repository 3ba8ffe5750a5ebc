package io.quittance.conformance;

import io.quittance.core.id.StructuredReference;
import io.quittance.core.id.StructuredReference.Scheme;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code creditor_reference_create} and its like: the reference of a number. */
record ReferenceCreateAdapter(Scheme scheme) implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Map.of(
                "reference",
                StructuredReference.of(scheme, input.get("value").asString()).value());
    }
}
