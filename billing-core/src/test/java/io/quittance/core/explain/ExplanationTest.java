package io.quittance.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ListResourceBundle;
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
                .isNotEqualTo(Explanation.of("key", "{0}", "1.5"));
    }
}
