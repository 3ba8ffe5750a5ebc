package io.quittance.conformance;

import io.quittance.core.pricing.Conventions;
import tools.jackson.databind.JsonNode;

/** An adapter whose calls depend on what is agreed where systems differ. */
interface ConventionalAdapter extends Adapter {

    /** The answer under these conventions. */
    Object answer(JsonNode input, Conventions conventions);

    @Override
    default Object answer(JsonNode input) {
        return answer(input, Conventions.standard());
    }
}
