package io.quittance.json;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** As it is read again: with its pattern, from which the text is made. */
    static void writePattern(Explanation explanation, JsonObject object) {
        object.text("key", explanation.key())
                .text("pattern", explanation.pattern())
                .texts("arguments", explanation.arguments());
        if (!explanation.within().isEmpty()) {
            object.texts("within", explanation.within());
        }
    }

    /** Several, without those that are wrong. */
    static List<Explanation> readAll(String name, JsonFields parent) {
        var explanations = new ArrayList<Explanation>();
        parent.objects(name).forEach(fields -> read(fields).ifPresent(explanations::add));
        return explanations;
    }

    /** As {@link #readAll}, where each has its text too, which follows from the rest. */
    static List<Explanation> readAllWithText(String name, JsonFields parent) {
        parent.objects(name).forEach(fields -> fields.text("text"));
        return readAll(name, parent);
    }

    /** Empty where it is wrong. */
    static Optional<Explanation> read(JsonFields fields) {
        Optional<String> key = fields.parsed("key", text -> Require.id(text, "key"));
        String pattern = fields.text("pattern");
        List<String> arguments = fields.texts("arguments");
        List<String> within = fields.optionalTexts("within");
        return key.map(name -> new Explanation(name, pattern, arguments, within));
    }
}
