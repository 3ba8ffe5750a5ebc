package io.quittance.json;

import io.quittance.core.internal.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Constants by their words in a document: {@code IN_ADVANCE} is {@code inAdvance}. */
final class Words {
    private Words() {}

    /** The word of a constant. */
    static String of(Enum<?> constant) {
        var word = new StringBuilder();
        for (String part : constant.name().split("_", -1)) {
            word.append(word.isEmpty() ? "" : part.substring(0, 1))
                    .append(part.substring(word.isEmpty() ? 0 : 1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }

    /** A field that must be there; empty where it is wrong. */
    static <E extends Enum<E>> Optional<E> read(JsonFields fields, String name, E[] choices) {
        return fields.parsed(name, text -> choice(name, text, choices));
    }

    /** A field that may be left out; empty where it is left out or wrong. */
    static <E extends Enum<E>> Optional<E> readOptional(JsonFields fields, String name, E[] choices) {
        return fields.optionalParsed(name, text -> choice(name, text, choices));
    }

    /** A field that may be left out; empty only where it is wrong. */
    static <E extends Enum<E>> Optional<E> readOptional(JsonFields fields, String name, E[] choices, E otherwise) {
        Optional<E> chosen = readOptional(fields, name, choices);
        return fields.isGiven(name) ? chosen : Optional.of(otherwise);
    }

    private static <E extends Enum<E>> E choice(String name, String text, E[] choices) {
        List<String> words = Arrays.stream(choices).map(Words::of).toList();
        int index = words.indexOf(text);
        Require.that(index >= 0, "json.choice", name, "must be one of " + words, text);
        return choices[index];
    }
}
