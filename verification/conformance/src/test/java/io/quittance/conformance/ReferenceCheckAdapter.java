package io.quittance.conformance;

import io.quittance.core.id.StructuredReference;
import io.quittance.core.id.StructuredReference.Scheme;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code creditor_reference_check} and its like: whether a text is a reference of the scheme. */
record ReferenceCheckAdapter(Scheme scheme) implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        return Map.of(
                "valid",
                StructuredReference.recognise(input.get("value").asString())
                        .filter(reference -> reference.scheme() == scheme)
                        .isPresent());
    }
}
