package io.quittance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.explain.Explanation;
import io.quittance.core.explain.RoundingReason;
import io.quittance.core.pricing.TimeWindows;
import java.io.IOException;
import java.io.StringReader;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every reason that billing-core gives in English exists in the other languages, with the same places. */
class TranslationsTest {
    private static final String KEY = "([a-z]+(?:[.-][a-z]+)+)";
    /** A key and, beside it, a pattern with places. */
    private static final Pattern REASON = Pattern.compile("\"" + KEY + "\",\\s*\"([^\"]*\\{[0-9][^\"]*)\"");
    /** The ends of the keys of reasons that each model with tiers begins by itself. */
    private static final Pattern OF_TIER = Pattern.compile("\\+ \"\\.([a-z]+)\",\\s*\"([^\"]*)\"");

    /** A key that belongs to a constant, {@code CONFLICT("usage.conflict")}, or is chosen by one, {@code case GAP -> …}. */
    private static final Pattern OF_CONSTANT =
            Pattern.compile("(?m)^ *(?:case )?([A-Z_]+)(?: -> |\\()\"" + KEY + "\"\\)?[,;]");

    /** A pattern beside the constant that the key belongs to. */
    private static final Pattern BESIDE_CONSTANT = Pattern.compile("\\bCode\\.([A-Z_]+),\\s*\"([^\"]*)\"");

    private static final Pattern TIERS = Pattern.compile("\\.step\\(\"" + KEY + "\"");

    @Test
    void everyReasonIsTranslatedWithItsPlaces() throws IOException {
        Map<String, String> english = english();
        Map<String, String> german = german();
        assertThat(english).hasSizeGreaterThan(40);
        assertThat(german.keySet()).containsAll(english.keySet());
        english.forEach(
                (key, pattern) -> assertThat(places(german.get(key))).as(key).isEqualTo(places(pattern)));
    }

    /** A reason whose key is that of a constant, such as what is wrong with an event, is found by the constant. */
    @Test
    void everyReasonOfAConstantIsTranslatedWithItsPlaces() throws IOException {
        Map<String, String> german = german();
        var keys = new TreeMap<String, String>();
        var patterns = new TreeMap<String, String>();
        for (Path source : sources()) {
            OF_CONSTANT.matcher(read(source)).results().forEach(key -> {
                assertThat(german).containsKey(key.group(2));
                keys.put(key.group(1), key.group(2));
            });
            BESIDE_CONSTANT.matcher(read(source)).results().forEach(one -> patterns.put(one.group(1), one.group(2)));
        }
        assertThat(keys.values()).contains("usage.conflict", "usage.other-dimensions", "usage.interval.gap");
        patterns.keySet().retainAll(keys.keySet());
        assertThat(patterns).containsKeys("CONFLICT", "OTHER_DIMENSIONS", "GAP");
        patterns.forEach((constant, pattern) ->
                assertThat(places(german.get(keys.get(constant)))).as(constant).isEqualTo(places(pattern)));
    }

    /** A translation without a reason is left over from one that was renamed. */
    @Test
    void everyTranslationHasItsReason() throws IOException {
        String sources = sources().stream().map(TranslationsTest::read).collect(Collectors.joining());
        Set<String> left = german().keySet();
        left.remove("within." + TimeWindows.OTHERWISE);
        left.removeAll(english().keySet());
        left.removeIf(key -> sources.contains("\"" + key + "\"")); // the pattern stands elsewhere
        left.removeIf(key -> key.startsWith("terms.commitment.")
                && sources.contains("\"" + key.substring("terms.commitment.".length()) + "\""));
        assertThat(left).isEmpty();
    }

    /** What the library says in a language is what its file says. */
    @Test
    void theFilesAreWhatIsRead() throws IOException {
        german().forEach((key, pattern) -> assertThat(
                        new Explanation(key, "?", List.of(), List.of()).text(Locale.GERMAN))
                .isEqualTo(pattern));
    }

    private static Map<String, String> english() throws IOException {
        var patterns = new TreeMap<String, String>();
        for (Path source : sources()) {
            String text = read(source).replaceAll("(?m)^ *(\\*|//|/\\*\\*).*$", "");
            REASON.matcher(text).results().forEach(reason -> patterns.put(reason.group(1), reason.group(2)));
            TIERS.matcher(text).results().forEach(model -> addTiers(model.group(1), "TierSpan", patterns));
            if (source.endsWith("StairStep.java")) {
                addTiers("charge.stair-step", "StairStep", patterns);
            }
        }
        for (RoundingMode mode : RoundingMode.values()) {
            for (String rule : List.of("charge.rounded", "usage.rounded")) {
                patterns.put(RoundingReason.key(rule, mode), RoundingReason.pattern(mode));
            }
        }
        return patterns;
    }

    private static void addTiers(String model, String file, Map<String, String> patterns) {
        String text = Repository.read("billing-core/src/main/java/io/quittance/core/pricing/" + file + ".java");
        List<MatchResult> ends = OF_TIER.matcher(text).results().toList();
        assertThat(ends).as(file).isNotEmpty();
        ends.forEach(end -> patterns.put(model + "." + end.group(1), end.group(2)));
    }

    private static List<Path> sources() {
        return Repository.mainSources(List.of("billing-core"));
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> german() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(
                Repository.read("billing-core/src/main/resources/io/quittance/core/explain/reasons_de.properties")));
        var patterns = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        return patterns;
    }

    private static Set<String> places(String pattern) {
        return Pattern.compile("\\{[0-9]+}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
