package io.quittance.conformance;

import tools.jackson.databind.JsonNode;

/** One case: a question and the answer that counts. */
record Case(String id, Topic topic, JsonNode input, JsonNode expected) {

    static Case of(String file, JsonNode node) {
        JsonNode input = node.get("input");
        String topic = node.has("topic") ? node.get("topic").asString() : file;
        String kind = input.has("kind") ? input.get("kind").asString() : "";
        JsonNode expected = node.has("expected") ? node.get("expected") : node.path("outcome");
        return new Case(node.get("id").asString(), new Topic(file, topic, kind), input, expected);
    }
}
