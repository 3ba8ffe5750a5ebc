package io.quittance.json;

import io.quittance.core.explain.Explanation;

/** A reason: its key and arguments for programs, its English text for people. */
final class Explanations {
    private Explanations() {}

    static void write(Explanation explanation, JsonObject object) {
        object.text("key", explanation.key()).texts("arguments", explanation.arguments());
        if (!explanation.within().isEmpty()) {
            object.texts("within", explanation.within());
        }
        object.text("text", explanation.text());
    }
}
