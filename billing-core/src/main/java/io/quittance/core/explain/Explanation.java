package io.quittance.core.explain;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.ResourceBundle;

/**
 * One reason, as data and as text: a stable key, an English pattern and its arguments. {@code {0}} stands for the first
 * argument. Arguments are plain strings (decimals without exponent, ISO dates), never formatted for a locale, so that
 * equal reasons are equal values.
 *
 * <p>{@code Explanation.of("charge.per-unit", "{0} × {1} = {2}", "159", "0.045", "7.155")} reads {@code 159 × 0.045 =
 * 7.155}. A host translates by a {@link ResourceBundle} whose values are patterns under the same keys; the caller chooses
 * the locale when it loads the bundle.
 *
 * @param key the stable name of the reason, for example {@code charge.per-unit}
 * @param pattern the English text with places for the arguments
 * @param arguments in the order of their places
 */
public record Explanation(String key, String pattern, List<String> arguments) implements Serializable {

    /** Copies the arguments. */
    public Explanation {
        Require.id(key, "key");
        requireNonNull(pattern, "pattern");
        arguments = List.copyOf(arguments);
    }

    /** Makes a reason; decimals among the arguments are written plainly, all else by {@code toString}. */
    public static Explanation of(String key, String pattern, Object... arguments) {
        return new Explanation(
                key, pattern, List.of(arguments).stream().map(Explanation::plain).toList());
    }

    /** The English text. */
    public String text() {
        return filled(pattern);
    }

    /** The text in the bundle's language; in English where the bundle lacks the key. */
    public String text(ResourceBundle translations) {
        return filled(translations.containsKey(key) ? translations.getString(key) : pattern);
    }

    @Override
    public String toString() {
        return text();
    }

    private String filled(String template) {
        var text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            int place = close < 0 ? -1 : placeIn(template, open + 1, close);
            if (place < 0) {
                int next = close < 0 ? template.length() : close + 1;
                text.append(template, at, next);
                at = next;
            } else {
                text.append(template, at, open).append(arguments.get(place));
                at = close + 1;
            }
        }
        return text.toString();
    }

    /** The argument that the text between braces names, or -1 where it names none: such text is left as it stands. */
    private int placeIn(String template, int from, int to) {
        if (to - from < 1 || to - from > 2) {
            return -1;
        }
        int place = 0;
        for (int i = from; i < to; i++) {
            char digit = template.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            place = place * 10 + (digit - '0');
        }
        return place < arguments.size() ? place : -1;
    }

    private static String plain(Object argument) {
        return argument instanceof BigDecimal decimal ? decimal.toPlainString() : argument.toString();
    }
}
