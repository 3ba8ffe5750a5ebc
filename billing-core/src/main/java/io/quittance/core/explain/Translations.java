package io.quittance.core.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The patterns of the library's own reasons by language. Read once, by name, and never by the default locale, as a {@link
 * java.util.ResourceBundle} would be. A new language is one file and its code here.
 */
final class Translations {
    private static final List<String> LANGUAGES = List.of("de");
    private static final Map<String, Map<String, String>> BY_LANGUAGE = read();

    private Translations() {}

    /** The pattern of each key; empty for English, and for what is not there. */
    static Map<String, String> of(Locale locale) {
        return BY_LANGUAGE.getOrDefault(requireNonNull(locale, "locale").getLanguage(), Map.of());
    }

    private static Map<String, Map<String, String>> read() {
        var all = new HashMap<String, Map<String, String>>();
        for (String language : LANGUAGES) {
            all.put(language, read("reasons_" + language + ".properties"));
        }
        return Map.copyOf(all);
    }

    private static Map<String, String> read(String file) {
        var patterns = new Properties();
        try (InputStream in = requireNonNull(Translations.class.getResourceAsStream(file), file)) {
            patterns.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        var byKey = new HashMap<String, String>();
        patterns.stringPropertyNames().forEach(key -> byKey.put(key, patterns.getProperty(key)));
        return Map.copyOf(byKey);
    }
}
