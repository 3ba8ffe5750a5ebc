package io.quittance.core.error;

import org.jspecify.annotations.Nullable;

/** Writes the message of a refusal from its fields, and keeps a value from outside from flooding a log. */
final class RefusalText {
    private static final int LONGEST_VALUE = 200;

    private RefusalText() {}

    static String message(String path, String argument, String rule, @Nullable String value) {
        var text = new StringBuilder();
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(argument).append(' ').append(rule);
        if (value != null) {
            text.append(", but was ").append(shortened(value));
        }
        return text.toString();
    }

    static String shortened(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE) + "… (" + value.length() + " characters)";
    }
}
