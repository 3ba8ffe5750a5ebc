package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
    /** 8, written with so many zeros that its digits are a number of 4000 bits. */
    private static final String LONGEST = "8." + "0".repeat(1_203);

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static void refused(ThrowingCallable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }

    @Test
    void refusesByCodeArgumentRuleAndValue() {
        Require.that(true, "x.y", "seats", "must be even", 3);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Require.that(false, "x.y", "seats", "must be even", 3))
                .withMessage("seats must be even, but was 3")
                .extracting(InvalidArgumentException::code)
                .isEqualTo("x.y");
        assertThat(Require.present("a", "name")).isEqualTo("a");
        refused(() -> Require.present(null, "name"), "name must be given");
        assertThat(Require.notEmpty(List.of(1), "parts")).containsExactly(1);
        refused(() -> Require.notEmpty(List.of(), "parts"), "parts must not be empty");
    }

    /** What is within the bounds stays as it is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "0.123456789012345678",
                "-99999999999999999999999999999999999999",
                "12345678901234567890.123456789012345678",
                "1E+37",
                "0E-18"
            })
    void aNumberHas18PlacesAnd38DigitsAtMost(String number) {
        assertThat(Require.number(dec(number), "n")).isEqualTo(dec(number));
        assertThat(Require.isWithin(dec(number), 18, 38)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1234567890123456789, at most 18 decimal places, 0.1234567890123456789",
        "1E-19, at most 18 decimal places, 1E-19",
        "1E+38, at most 38 digits, 1E+38",
        "999999999999999999999999999999999999999, at most 38 digits, 999999999999999999999999999999999999999",
        "123456789012345678901.123456789012345678, at most 38 digits, 123456789012345678901.123456789012345678",
        "1E+1000000000, at most 38 digits, 1E+1000000000"
    })
    void aNumberHasNoMore(String number, String rule, String shown) {
        refused(() -> Require.number(dec(number), "n"), "n must have " + rule + ", but was " + shown);
        assertThat(Require.isWithin(dec(number), 18, 38)).isFalse();
    }

    @Test
    void zerosAtTheEndDoNotCount() {
        assertThat(Require.number(dec("1.5" + "0".repeat(18)), "n")).isEqualTo(dec("1.5"));
        assertThat(Require.number(dec("1" + "0".repeat(38)).movePointLeft(10), "n"))
                .isEqualTo(dec("1E+28"));
        assertThat(Require.number(dec(LONGEST), "n")).isEqualTo(dec("8"));
        assertThat(Require.stripped(dec(LONGEST))).isEqualTo(dec("8"));
        assertThat(Require.number(dec("0.120"), "n", 2, 2)).isEqualTo(dec("0.12"));
        refused(() -> Require.number(dec("0.123"), "n", 2, 2), "n must have at most 2 decimal places, but was 0.123");
    }

    /** Counting the digits of millions takes long: beyond a bound they are not looked at. */
    @Test
    void aNumberOfAbsurdLengthIsRefusedAsItIs() {
        BigDecimal longer = dec(LONGEST).multiply(dec("2")); // 4001 bits
        assertThat(Require.stripped(longer)).isSameAs(longer);
        refused(
                () -> Require.number(longer, "n"),
                "n must have at most 18 decimal places, but was a number of 4001 bits and scale 1203");
        assertThat(Require.size(longer)).isEqualTo("a number of 4001 bits and scale 1203");
        assertThat(Require.size(dec(LONGEST))).isEqualTo("a number of 1204 digits and scale 1203");
        assertThat(Require.size(dec("2.5"))).isEqualTo("a number of 2 digits and scale 1");
    }

    @Test
    void aMessageShowsNumbersOf60Digits() {
        String sixty = "7".repeat(60);
        refused(() -> Require.number(dec(sixty), "n"), "n must have at most 38 digits, but was " + sixty);
        refused(
                () -> Require.number(dec(sixty + "7"), "n"),
                "n must have at most 38 digits, but was a number of 61 digits and scale 0");
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "1E+3, 1000", "0.00, 0", "-20.0, -20", "7, 7"})
    void aPlainNumberIsWrittenAsPeopleDo(String number, String plain) {
        assertThat(Require.plain(dec(number))).isEqualTo(dec(plain));
    }

    @Test
    void numbersHaveTheSignAndSizeThatIsAskedFor() {
        assertThat(Require.notNegative(dec("0"), "n")).isEqualTo(dec("0"));
        refused(() -> Require.notNegative(dec("-0.1"), "n"), "n must not be negative, but was -0.1");
        assertThat(Require.positive(dec("0.1"), "n")).isEqualTo(dec("0.1"));
        refused(() -> Require.positive(dec("0"), "n"), "n must be more than 0, but was 0");
        refused(() -> Require.positive(dec("-1"), "n"), "n must be more than 0, but was -1");
        assertThat(Require.percentage(dec("0"), "n")).isEqualTo(dec("0"));
        assertThat(Require.percentage(dec("100.0"), "n")).isEqualTo(dec("100.0"));
        refused(() -> Require.percentage(dec("100.1"), "n"), "n must be between 0 and 100, but was 100.1");
        refused(() -> Require.percentage(dec("-0.1"), "n"), "n must be between 0 and 100, but was -0.1");
        refused(() -> Require.notNegative(dec("1E-19"), "n"), "n must have at most 18 decimal places, but was 1E-19");
        refused(() -> Require.positive(dec("1E-19"), "n"), "n must have at most 18 decimal places, but was 1E-19");
        refused(() -> Require.percentage(dec("1E-19"), "n"), "n must have at most 18 decimal places, but was 1E-19");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 9", "-1.50, -1.50", "+7, 7", "1e2, 1E+2", "1E-2, 0.01", ".5, 0.5"})
    void readsDecimals(String text, String number) {
        assertThat(Require.decimal(text, "n")).isEqualTo(dec(number));
    }

    /** The digits of Arabic, a comma, hexadecimal digits and words are no decimals. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\u0661", "1\u0661", "1,5", "1.2.3", "A", "0x1", "1f", "NaN", " 1", "1E"})
    void readsNothingElse(String text) {
        refused(() -> Require.decimal(text, "n"), "n must be a decimal number, but was " + text);
    }

    @Test
    void readsDecimalsOf80Characters() {
        String longest = "1." + "0".repeat(78);
        assertThat(Require.decimal(longest, "n")).isEqualTo(dec("1"));
        refused(
                () -> Require.decimal(longest + "0", "n"),
                "n must be written in at most 80 characters, but was " + longest + "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Ä 1/β", "a b", "\u200Bx", "😀"})
    void anIdIsWhatTheHostGave(String id) {
        assertThat(Require.id(id, "key")).isEqualTo(id);
        assertThat(Require.optionalId(id, "key")).isEqualTo(id);
        assertThat(Require.hiddenId(id, "key")).isEqualTo(id);
        assertThat(Require.optionalHiddenId(id, "key")).isEqualTo(id);
    }

    /** An emoji is one character of two code units. */
    @Test
    void anIdHasUpTo200Characters() {
        assertThat(Require.id("x".repeat(200), "key")).hasSize(200);
        assertThat(Require.id("😀".repeat(200), "key")).hasSize(400);
        assertThat(Require.id("abc", "key", 3)).isEqualTo("abc");
        assertThat(Require.id("😀😀😀", "key", 3)).hasSize(6);
        refused(() -> Require.id("", "key"), "key must have 1 to 200 characters, but was ");
        refused(() -> Require.id("abcd", "key", 3), "key must have 1 to 3 characters, but was abcd");
        refused(() -> Require.id("😀😀ab", "key", 3), "key must have 1 to 3 characters, but was 😀😀ab");
        refused(() -> Require.id("😀😀😀a", "key", 3), "key must have 1 to 3 characters, but was 😀😀😀a");
    }

    @ParameterizedTest
    @CsvSource({
        "0000", "0009", "000A", "001F", "007F", "0085", "2028", "2029", "D83D", "DE00",
    })
    void anIdHasNoControlCharactersAndNoHalves(String code) {
        char character = (char) Integer.parseInt(code, 16);
        for (String id : List.of("a" + character, character + "a", "a" + character + "b")) {
            refused(() -> Require.id(id, "key"), "key must have no control characters, but was U+" + code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u2003", "\u3000"})
    void anIdNeitherBeginsNorEndsWithWhiteSpace(String space) {
        for (String id : List.of(space, space + "a", "a" + space)) {
            refused(() -> Require.id(id, "key"), "key must not begin or end with white space, but was '" + id + "'");
        }
        assertThat(Require.id("a" + space + "b", "key")).hasSize(3);
    }

    @Test
    void aCodeIsMadeOfCapitalLettersDigitsAndUnderscores() {
        assertThat(Require.code("NO_SALES_2", "code")).isEqualTo("NO_SALES_2");
        for (String code : List.of("no_sales", "2X", "_X", "A-B")) {
            refused(
                    () -> Require.code(code, "code"),
                    "code must be made of capital letters, digits and underscores, but was " + code);
        }
        refused(() -> Require.code("", "code"), "code must have 1 to 200 characters, but was ");
    }

    @Test
    void aTextMayHaveLinesAndTabs() {
        String text = "a\n\tb\r\n😀";
        assertThat(Require.text(text, "note")).isEqualTo(text);
        assertThat(Require.optionalText(text, "note")).isEqualTo(text);
        assertThat(Require.optionalText(null, "note")).isNull();
        assertThat(Require.text("x".repeat(10_000), "note")).hasSize(10_000);
        refused(() -> Require.text("x".repeat(10_001), "note"), "note must have 1 to 10000 characters, but was 10001");
        refused(() -> Require.text("", "note"), "note must have 1 to 10000 characters, but was 0");
        refused(
                () -> Require.optionalText("a\u0000", "note"),
                "note must have no control characters but tabs and ends of lines, but was U+0000");
        refused(
                () -> Require.text("a\u2028b", "note"),
                "note must have no control characters but tabs and ends of lines, but was U+2028");
        refused(
                () -> Require.text("\uD83D", "note"),
                "note must have no control characters but tabs and ends of lines, but was U+D83D");
    }

    @Test
    void aCountryIsACodeOfTwo() {
        for (String code : List.of("DE", "1A", "XI")) {
            assertThat(Require.country(code, "country")).isEqualTo(code);
            assertThat(Require.hiddenCountry(code, "country")).isEqualTo(code);
        }
        for (String code : List.of("de", "D", "DEU", "")) {
            refused(
                    () -> Require.country(code, "country"),
                    "country must be a code of two capital letters (ISO 3166-1), but was " + code);
            refused(
                    () -> Require.hiddenCountry(code, "country"),
                    "country must be a code of two capital letters (ISO 3166-1)");
        }
    }

    /** It may tell of a person, also where it is wrong. */
    @Test
    void whatIsHiddenIsNotShownWhereItIsRefused() {
        refused(() -> Require.hiddenId(" Erika", "name"), "name must not begin or end with white space");
        refused(() -> Require.optionalHiddenId(" Erika", "name"), "name must not begin or end with white space");
        refused(() -> Require.optionalId(" a", "name"), "name must not begin or end with white space, but was ' a'");
        assertThat(Require.optionalHiddenId(null, "name")).isNull();
        assertThat(Require.optionalId(null, "name")).isNull();
    }
}
