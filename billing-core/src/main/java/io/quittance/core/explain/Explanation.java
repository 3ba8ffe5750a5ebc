package io.quittance.core.explain;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reason, as data and as text: a stable key, an English pattern and its arguments. {@code {0}} stands for the first
 * argument. Arguments are plain strings (decimals without exponent, ISO dates), never formatted for a locale, so that
 * equal reasons are equal values. Numbers are shown as they were written and compared by value: reasons that say 20 and
 * 20.0, or 20 % and 20.00 %, are equal.
 *
 * <p>{@code Explanation.of("charge.per-unit", "{0} × {1} = {2}", "159", "0.045", "7.155")} reads {@code 159 × 0.045 =
 * 7.155}. {@link #text(Locale)} has the languages that come with the library. A host translates into others, and its own
 * models' reasons, by a {@link ResourceBundle} whose values are patterns under the same keys.
 *
 * @param key the stable name of the reason, for example {@code charge.per-unit}
 * @param pattern the English text with places for the arguments
 * @param arguments in the order of their places
 * @param within what the reason is a part of, outermost first, such as a time window and in it a role; usually empty. The
 *     names stand before the text in every language, {@code night: 100 × 0.02 = 2}; only those that the library gives are
 *     translated, such as otherwise
 */
public record Explanation(String key, String pattern, List<String> arguments, List<String> within)
        implements Serializable {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9]{1,2})}");
    /** A number with a point and zeros at its end, which stands by itself: not a code such as v1.10 or 1.2.0. */
    private static final Pattern LAST_ZEROS =
            Pattern.compile("(?<![\\w.])(-?(?:0|[1-9][0-9]*))(?:(\\.[0-9]*[1-9])0+|\\.0+)(?!\\w|\\.[0-9])");

    private static final int LONGEST_SCALE = 100;
    /** Begins the keys of names that the library itself gives to parts, such as {@code within.otherwise}. */
    private static final String WITHIN = "within.";

    /** Copies the arguments and names. */
    public Explanation {
        Require.id(key, "key");
        requireNonNull(pattern, "pattern");
        arguments = List.copyOf(arguments);
        within = List.copyOf(within);
    }

    /** Makes a reason; decimals among the arguments are written plainly, all else by {@code toString}. */
    public static Explanation of(String key, String pattern, Object... arguments) {
        return new Explanation(
                key,
                pattern,
                List.of(arguments).stream().map(Explanation::plain).toList(),
                List.of());
    }

    /** The same reason as a part of what has that name. */
    public Explanation within(String name) {
        var names = new ArrayList<String>();
        names.add(requireNonNull(name, "name"));
        names.addAll(within);
        return new Explanation(key, pattern, arguments, names);
    }

    /** Whether key, pattern and names are the same and the arguments too, numbers by value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation that
                && key.equals(that.key)
                && pattern.equals(that.pattern)
                && comparedArguments().equals(that.comparedArguments())
                && within.equals(that.within);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, pattern, comparedArguments(), within);
    }

    /** The arguments as they are compared: without the zeros at the end of a number, which do not count. */
    public List<String> comparedArguments() {
        return arguments.stream()
                .map(argument -> LAST_ZEROS.matcher(argument).replaceAll("$1$2"))
                .toList();
    }

    /** The English text. */
    public String text() {
        return filled(pattern, name -> name);
    }

    /**
     * The text in the language of the locale; in English where the library does not have that language or a host's own
     * model gave the reason. Numbers and dates stay as they are in every language. English and German exist.
     */
    public String text(Locale locale) {
        Map<String, String> patterns = Translations.of(locale);
        return filled(patterns.getOrDefault(key, pattern), name -> patterns.getOrDefault(WITHIN + name, name));
    }

    /** The text in the bundle's language; in English where the bundle lacks the key. */
    public String text(ResourceBundle translations) {
        return filled(translated(translations, key, pattern), name -> translated(translations, WITHIN + name, name));
    }

    private static String translated(ResourceBundle translations, String key, String otherwise) {
        return translations.containsKey(key) ? translations.getString(key) : otherwise;
    }

    @Override
    public String toString() {
        return text();
    }

    /** Fills the places; a place that no argument has, and any other brace, is left as it stands. */
    private String filled(String template, UnaryOperator<String> naming) {
        String names = within.stream().map(name -> naming.apply(name) + ": ").collect(Collectors.joining());
        Matcher place = PLACE.matcher(template);
        return names
                + place.replaceAll(match -> {
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
