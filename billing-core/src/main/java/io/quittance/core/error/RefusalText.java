package io.quittance.core.error;

import org.jspecify.annotations.Nullable;

/** Writes the message of a refusal from its fields, and keeps a value from outside from flooding or forging a log. */
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
            text.append(", but was ").append(value);
        }
        return text.toString();
    }

    /** The value on one line, without control characters, and not longer than a reader needs. */
    static String shortened(String value) {
        int end = Math.min(value.length(), LONGEST_VALUE);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        var text = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            text.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '\uFFFD' : c);
        }
        return end == value.length()
                ? text.toString()
                : text.append("… (")
                        .append(value.length())
                        .append(" characters)")
                        .toString();
    }
}
