package io.quittance.core.explain;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One reason, as data and as text: a stable key, an English pattern and its arguments. {@code {0}} stands for the first
 * argument. Arguments are plain strings (decimals without exponent, ISO dates), never formatted for a locale, so that
 * equal reasons are equal values. Numbers are shown as they were written and compared by value: reasons that say 20 and
 * 20.0, or 20 % and 20.00 %, are equal.
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
    private static final Pattern PLACE = Pattern.compile("\\{([0-9]{1,2})}");
    /** A number with a point and zeros at its end, which stands by itself: not a code such as v1.10 or 1.2.0. */
    private static final Pattern LAST_ZEROS =
            Pattern.compile("(?<![\\w.])(-?(?:0|[1-9][0-9]*))(?:(\\.[0-9]*[1-9])0+|\\.0+)(?!\\w|\\.[0-9])");

    private static final int LONGEST_SCALE = 100;

    /** Copies the arguments. */
    public Explanation {
        Require.id(key, "key");
        requireNonNull(pattern, "pattern");
        arguments = List.copyOf(arguments);
    }

    /** Makes a reason; decimals among the arguments are written plainly, all else by {@code toString}. */
    public static Explanation of(String key, String pattern, Object... arguments) {
        return new Explanation(
                key,
                pattern,
                List.of(arguments).stream().map(Explanation::plain).toList());
    }

    /** Whether key and pattern are the same and the arguments too, numbers by value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation that
                && key.equals(that.key)
                && pattern.equals(that.pattern)
                && compared(arguments).equals(compared(that.arguments));
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, pattern, compared(arguments));
    }

    /** As they are compared: the zeros at the end of a number do not count. */
    private static List<String> compared(List<String> arguments) {
        return arguments.stream()
                .map(argument -> LAST_ZEROS.matcher(argument).replaceAll("$1$2"))
                .toList();
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

    /** Fills the places; a place that no argument has, and any other brace, is left as it stands. */
    private String filled(String template) {
        Matcher place = PLACE.matcher(template);
        return place.replaceAll(match -> {
            int index = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(index < arguments.size() ? arguments.get(index) : match.group());
        });
    }

    private static String plain(Object argument) {
        // written out only where that is short: 1E+1000000000 stays as it is
        return argument instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= LONGEST_SCALE
                ? decimal.toPlainString()
                : argument.toString();
    }
}
