package io.quittance.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    @Test
    void readsAsItStands() {
        assertThat(Explanation.of("charge.per-unit", "{0} × {1} = {2}", new BigDecimal("1E+2"), "0.045", 4.5f)
                        .text())
                .isEqualTo("100 × 0.045 = 4.5");
    }

    @Test
    void isTranslatedByItsKey() {
        ResourceBundle german = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"item.due", "fällig {0}, Rang {1}"}};
            }
        };
        assertThat(Explanation.of("item.due", "number {1}, due {0}", "2026-03-31", 2)
                        .text(german))
                .isEqualTo("fällig 2026-03-31, Rang 2");
        assertThat(Explanation.of("item.other", "number {0}", 2).text(german)).isEqualTo("number 2");
    }

    /** Of the names only those that the library gives are in a bundle; a host's own are nobody's to translate. */
    @Test
    void namesOfTheLibraryAreTranslatedByABundle() {
        ResourceBundle french = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"charge.flat", "forfait : {1}"}, {"within.otherwise", "sinon"}};
            }
        };
        assertThat(Explanation.of("charge.flat", "flat fee: {1}", "9.90", "9.90")
                        .within("otherwise")
                        .within("night")
                        .text(french))
                .isEqualTo("night: sinon: forfait : 9.90");
    }

    /** 1E+100 is written out with a hundred zeros; longer ones stay as they are. */
    @Test
    void writesOutNumbersThatAreShort() {
        assertThat(argument("1E+100")).isEqualTo("1" + "0".repeat(100));
        assertThat(argument("1E-100")).isEqualTo("0." + "0".repeat(99) + "1");
        assertThat(argument("1E+101")).isEqualTo("1E+101");
        assertThat(argument("1E-101")).isEqualTo("1E-101");
        assertThat(argument("1E+1000000000")).isEqualTo("1E+1000000000");
    }

    private static String argument(String number) {
        return Explanation.of("key", "{0}", new BigDecimal(number)).arguments().get(0);
    }

    /** German has its text, Swiss German too; what is not translated, and any other language, is English. */
    @Test
    void isTextInTheLanguageOfTheLocale() {
        Explanation fee = Explanation.of("charge.flat", "flat fee: {1}", "9.90", "9.90");
        assertThat(fee.text(Locale.GERMANY)).isEqualTo("Pauschale: 9.90");
        assertThat(fee.text(Locale.forLanguageTag("de-CH"))).isEqualTo("Pauschale: 9.90");
        assertThat(fee.text(Locale.FRENCH)).isEqualTo(fee.text(Locale.ROOT)).isEqualTo("flat fee: 9.90");
        assertThat(Explanation.of("acme.bonus", "bonus {0}", 5).text(Locale.GERMAN))
                .isEqualTo("bonus 5");
    }

    /** The default locale of the machine changes nothing. */
    @Test
    void asksNoDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Explanation.of("charge.flat", "flat fee: {1}", "9.90", "9.90")
                            .text(Locale.ENGLISH))
                    .isEqualTo("flat fee: 9.90");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The window and the role stand before the text, the outer one first, in each language. */
    @Test
    void namesWhatItIsPartOf() {
        Explanation fee = Explanation.of("charge.flat", "flat fee: {1}", "9.90", "9.90")
                .within("support")
                .within("night");
        assertThat(fee.text()).isEqualTo("night: support: flat fee: 9.90");
        assertThat(fee.text(Locale.GERMAN)).isEqualTo("night: support: Pauschale: 9.90");
        assertThat(fee.within()).containsExactly("night", "support");
        assertThat(fee.within("otherwise").text(Locale.GERMAN)).startsWith("sonst: night: ");
        assertThat(fee).isNotEqualTo(Explanation.of("charge.flat", "flat fee: {1}", "9.90", "9.90"));
    }

    /** What looks like a place but names no argument stays as it is; an argument is never read as a pattern. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{2} {x} {} {0 | {2} {x} {} {0", "{0}{1} | {1}b", "a{12}b{0}c | a{12}b{1}c", "} {0} | } {1}"})
    void leavesAloneWhatIsNoPlace(String pattern, String text) {
        assertThat(Explanation.of("key", pattern, "{1}", "b").text()).isEqualTo(text);
    }

    @Test
    void isAValue() {
        assertThat(Explanation.of("key", "{0}", new BigDecimal("1.50")))
                .isEqualTo(Explanation.of("key", "{0}", "1.50"))
                .isNotEqualTo(Explanation.of("other", "{0}", "1.50"))
                .isNotEqualTo(Explanation.of("key", "so {0}", "1.50"))
                .isNotEqualTo(Explanation.of("key", "{0}", "1.51"))
                .isNotEqualTo("1.50");
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20.0",
        "1.5, 1.500",
        "0, 0.00",
        "-2.5, -2.50",
        "60/6, 60.0/6.00",
        "GB up to 100, GB up to 100.00",
        "'a 0.1, b 20', 'a 0.10, b 20.0'"
    })
    void comparesNumbersByValueAndShowsThemAsTheyWereWritten(String one, String other) {
        Explanation explanation = Explanation.of("key", "at most {0}", one);
        assertThat(explanation)
                .isEqualTo(Explanation.of("key", "at most {0}", other))
                .hasSameHashCodeAs(Explanation.of("key", "at most {0}", other))
                .hasToString("at most " + one);
    }

    /** 200 is not 20, and an id is no number: neither a code with zeros nor a version. */
    @ParameterizedTest
    @CsvSource({
        "20, 200",
        "7, 007",
        "v1.1, v1.10",
        "1.2, 1.2.0",
        "1.2.3, 1.20.3",
        "0.1, 0.01",
        "-1.5, 1.5",
        "a1.50, a1.5"
    })
    void tellsOtherArgumentsApart(String one, String other) {
        assertThat(Explanation.of("key", "{0}", one)).isNotEqualTo(Explanation.of("key", "{0}", other));
    }
}
