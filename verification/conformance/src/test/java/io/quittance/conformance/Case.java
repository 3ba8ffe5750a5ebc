package io.quittance.conformance;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case: a question and the answer that counts.
 *
 * @param counts whether it does: a case of another law is only listed
 */
record Case(String id, Topic topic, JsonNode input, JsonNode expected, boolean counts) {

    static Case of(String file, JsonNode node) {
        JsonNode input = node.get("input");
        String topic = node.has("topic") ? node.get("topic").asString() : file;
        String kind = input.has("kind") ? input.get("kind").asString() : "";
        JsonNode expected = node.has("expected") ? node.get("expected") : node.path("outcome");
        if (file.equals("invoice-rules")) {
            ((ObjectNode) input).set("rule", node.get("rule"));
            ((ObjectNode) input).set("stated", node.get("stated"));
            expected = node.has("strict_result") ? node.get("strict_result") : expected;
        }
        String checked = node.path("check").path("class").asString("");
        if (checked.equals("totals_only")) {
            ((ObjectNode) input).set("line_net", expected.get("line_net"));
        }
        return new Case(
                node.get("id").asString(),
                new Topic(file, topic, kind),
                input,
                withoutProvenance(expected),
                !checked.equals("deviates"));
    }

    /** What a source file says of exemptions does not follow from the input, and is not asserted. */
    private static JsonNode withoutProvenance(JsonNode expected) {
        for (JsonNode group : expected.path("tax_breakdown")) {
            ((ObjectNode) group).remove(List.of("exemption_code", "has_exemption_text"));
        }
        return expected;
    }
}
