package io.quittance.conformance;

import tools.jackson.databind.JsonNode;

/**
 * Translates the fields of a case into calls of the public API and the results back into fields, and does nothing else: no
 * arithmetic, no branch on a case.
 */
@FunctionalInterface
interface Adapter {

    /**
     * The answer, under the names of the expected fields: maps, lists, strings and numbers; a missing key or null for no
     * value.
     */
    Object answer(JsonNode input);
}
