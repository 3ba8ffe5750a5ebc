package io.quittance.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import javax.money.MonetaryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @Test
    void namesArgumentRuleAndValue() {
        var refused = new InvalidArgumentException("number.negative", "quantity", "must not be negative", -1);
        assertThat(refused)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity must not be negative, but was -1");
        assertThat(refused.code()).isEqualTo("number.negative");
        assertThat(refused.path()).isEmpty();
        assertThat(refused.argument()).isEqualTo("quantity");
        assertThat(refused.rule()).isEqualTo("must not be negative");
        assertThat(refused.value()).contains("-1");
    }

    @Test
    void namesNoValueWhereThereIsNone() {
        var refused = new InvalidArgumentException("argument.missing", "currency", "must be given", null);
        assertThat(refused).hasMessage("currency must be given");
        assertThat(refused.value()).isEmpty();
    }

    @Test
    void saysWhereInALargerInput() {
        var refused = new InvalidArgumentException("number.negative", "unitPrice", "must not be negative", "-1")
                .at("model")
                .at("charges[0]");
        assertThat(refused).hasMessage("charges[0].model: unitPrice must not be negative, but was -1");
        assertThat(refused.path()).isEqualTo("charges[0].model");
    }

    /** A result beyond the bounds stays the exception that callers expect of arithmetic. */
    @Test
    void saysWhereAResultIsBeyondTheBounds() {
        var inner = new InexactResultException("result.precision", "number", "must have at most 76 digits", "1E+99");
        var refused = inner.at("price").at("charges[u]");
        assertThat(refused)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("charges[u].price: number must have at most 76 digits, but was 1E+99");
        assertThat(refused.code()).isEqualTo("result.precision");
        assertThat(refused.path()).isEqualTo("charges[u].price");
        assertThat(refused.argument()).isEqualTo("number");
        assertThat(refused.rule()).isEqualTo("must have at most 76 digits");
        assertThat(refused.value()).contains("1E+99");
        assertThat(refused).hasRootCause(inner);
    }

    /** As any exception that was made without one. */
    @Test
    void aResultBeyondTheBoundsMayBeGivenItsCause() {
        var cause = new IllegalStateException("lower down");
        var refused = new InexactResultException("quotient.endless", "quotient", "must end", "10 / 3");
        assertThat(refused.initCause(cause)).isSameAs(refused).hasCause(cause);
    }

    @Test
    void keepsWhatMadeItKnown() {
        var cause = new IllegalStateException("lower down");
        var refused = new InvalidArgumentException("x.y", "input", "must be whole", null).causedBy(cause);
        assertThat(refused).hasCause(cause).hasMessage("input must be whole");
    }

    /** A value from outside must not flood the host's log. */
    @Test
    void shortensLongValues() {
        var refused = new InvalidArgumentException("x.y", "input", "must be short", "9".repeat(100_000));
        assertThat(refused.getMessage()).hasSizeLessThan(300).endsWith("… (100000 characters)");
        assertThat(valueShown("9".repeat(200))).isEqualTo("9".repeat(200));
        assertThat(valueShown("9".repeat(201))).isEqualTo("9".repeat(200) + "… (201 characters)");
        assertThat(valueShown("")).isEmpty();
    }

    /** An emoji takes two code units, of which the first alone would be no text. */
    @Test
    void cutsNoCharacterInTwo() {
        String nines = "9".repeat(199);
        assertThat(valueShown(nines + "😀")).isEqualTo(nines + "… (201 characters)");
        assertThat(valueShown(nines + "x😀")).isEqualTo(nines + "x… (202 characters)");
        assertThat(valueShown("9".repeat(198) + "😀x")).isEqualTo("9".repeat(198) + "😀… (201 characters)");
        assertThat(valueShown(nines + "\uD83D")).isEqualTo(nines + "\uD83D");
    }

    /** A line break would let a value write a line of its own into a log. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\u0000", "\u0085", "\u2028", "\u2029"})
    void showsValuesOnOneLine(String control) {
        assertThat(valueShown("a" + control + "b")).isEqualTo("a\uFFFDb");
    }

    private static String valueShown(String value) {
        return new InvalidArgumentException("x.y", "input", "must be short", value)
                .value()
                .orElseThrow();
    }

    @Test
    void isTheExceptionThatCallersExpect() {
        var mixed = new CurrencyMismatchException("augend", "EUR", "USD");
        assertThat(mixed).isInstanceOf(MonetaryException.class).hasMessage("augend must be in EUR, but was USD");
        assertThat(mixed.expected()).isEqualTo("EUR");
        assertThat(mixed.actual()).isEqualTo("USD");
        assertThat(mixed.code()).isEqualTo("currency.mismatch");
        assertThat(mixed.path()).isEmpty();
        var placed = mixed.at("items[2]").at("entries[3]");
        assertThat(placed).hasMessage("entries[3].items[2]: augend must be in EUR, but was USD");
        assertThat(placed.path()).isEqualTo("entries[3].items[2]");
        assertThat(placed.argument()).isEqualTo("augend");
        assertThat(placed.rule()).isEqualTo("must be in EUR");
        assertThat(placed.value()).contains("USD");
        var endless = new InexactResultException("quotient.endless", "quotient", "must end", "10 / 3");
        assertThat(endless).isInstanceOf(ArithmeticException.class).hasMessage("quotient must end, but was 10 / 3");
        assertThat(endless.value()).contains("10 / 3");
    }
}
