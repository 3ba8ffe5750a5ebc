package io.quittance.examples.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @Test
    void allLanguagesHaveTheSameWords() {
        var english = Words.read("en");
        assertThat(Words.LANGUAGES).allSatisfy(language -> {
            assertThat(Words.read(language).keySet()).isEqualTo(english.keySet());
            assertThat(Words.read(language).values()).noneMatch(String::isBlank);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-IE | 1,234.50 USD | 7.5 % | 1 February 2014 | Germany",
                "de-DE | 1.234,50 USD | 7,5 % | 1. Februar 2014 | Deutschland",
                "de-AT | 1\u00a0234,50 USD | 7,5 % | 1. Februar 2014 | Deutschland",
            })
    void numbersAndDaysAreThoseOfTheLocale(String tag, String money, String percent, String day, String country) {
        Words words = Words.of(Locale.forLanguageTag(tag));
        assertThat(words.money(Amount.of("1234.5", "USD"))).isEqualTo(money);
        assertThat(words.percent(new BigDecimal("7.5"))).isEqualTo(percent);
        assertThat(words.of(LocalDate.of(2014, 2, 1))).isEqualTo(day);
        assertThat(words.country("DE")).isEqualTo(country);
    }

    @Test
    void aCodeWithoutAWordStays() {
        Words words = Words.of(Locale.GERMANY);
        assertThat(words.of("unit", "MIN")).isEqualTo("Min.");
        assertThat(words.of("unit", "calls")).isEqualTo("calls");
        assertThat(words.country("1A")).isEqualTo("1A");
    }

    @Test
    void anUnknownWordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(Locale.UK).of("colour"))
                .withMessage("key must be one of the page's words, but was colour");
    }
}
