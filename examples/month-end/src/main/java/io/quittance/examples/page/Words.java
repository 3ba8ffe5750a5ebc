package io.quittance.examples.page;

import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How a page says things in a locale: words of {@code words_en.properties} or {@code words_de.properties}, days, numbers. A new
 * language is one file and its code here. For one page, and not safe to share between threads.
 */
final class Words {
    /** The first is for all languages that are not there. */
    static final List<String> LANGUAGES = List.of("en", "de");

    private final Locale locale;
    private final Locale language;
    private final Map<String, String> words;
    private final DateTimeFormatter day;
    private final DecimalFormat number;

    private Words(Locale locale, Locale language, Map<String, String> words) {
        this.locale = locale;
        this.language = language;
        this.words = words;
        day = DateTimeFormatter.ofPattern(of("day"), language);
        number = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
    }

    static Words of(Locale locale) {
        boolean known = LANGUAGES.contains(locale.getLanguage());
        Locale language = known ? locale : Locale.forLanguageTag(LANGUAGES.get(0));
        return new Words(locale, language, read(language.getLanguage()));
    }

    /** The words of a file, by their keys. */
    static Map<String, String> read(String language) {
        String name = "/page/words_" + language + ".properties";
        var properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    /** For what the library says itself, in its own languages. */
    Locale locale() {
        return locale;
    }

    /** The language of the words, as HTML names it. */
    String tag() {
        return language.toLanguageTag();
    }

    /** All words by their keys, for the template. */
    Map<String, String> all() {
        return words;
    }

    /**
     * The word for something.
     *
     * @throws IllegalArgumentException if there is none
     */
    String of(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("key must be one of the page's words, but was " + key);
        }
        return word;
    }

    /** The word for a code of a list, such as {@code unit MIN}; the code itself where there is none. */
    String of(String list, String code) {
        return words.getOrDefault(list + "." + code, code);
    }

    String of(LocalDate date) {
        return day.format(date);
    }

    /** The country of a code, such as {@code DE}; codes that are no country's stay. */
    String country(String code) {
        return new Locale("", code).getDisplayCountry(language);
    }

    /** The number of an amount with the decimal places of its currency. */
    String number(Amount amount) {
        return number(MinorUnits.written(amount));
    }

    /** As {@link #number(Amount)}, with the code of the currency. */
    String money(Amount amount) {
        return number(amount) + " " + amount.getCurrency().getCurrencyCode();
    }

    /** With all of its decimal places. */
    String number(BigDecimal value) {
        int places = Math.max(value.scale(), 0);
        number.setMinimumFractionDigits(places);
        number.setMaximumFractionDigits(places);
        return number.format(value);
    }

    /** For example {@code 7.5 %}. */
    String percent(BigDecimal value) {
        return number(value) + " %";
    }
}
