package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A comparison that could not fail would pass every case. */
class ComparisonTest {

    @Test
    void comparesNumbersByValue() {
        assertThat(matches("{\"a\": \"1.50\"}", Map.of("a", new BigDecimal("1.5"))))
                .isTrue();
        assertThat(matches("{\"a\": \"+0.10\"}", Map.of("a", Fraction.of(1, 10))))
                .isTrue();
        assertThat(matches("{\"a\": \"1.50\"}", Map.of("a", new BigDecimal("1.51"))))
                .isFalse();
        assertThat(matches("{\"a\": \"0.333333\"}", Map.of("a", Fraction.of(1, 3))))
                .isFalse();
        assertThat(matches("{\"a\": \"1\"}", Map.of("a", "1.0"))).isFalse();
    }

    @Test
    void tellsNoValueFromZeroAndFromAnyOther() {
        assertThat(matches("{\"a\": null}", Map.of())).isTrue();
        assertThat(matches("{\"a\": null}", Map.of("a", BigDecimal.ZERO))).isFalse();
        assertThat(matches("{\"a\": \"0\"}", Map.of())).isFalse();
        assertThat(matches("{}", Map.of("b", "not asked for"))).isTrue();
        assertThat(matches("{\"a\": \"1\"}", "refused: something")).isFalse();
    }

    @Test
    void matchesListsByKeyOrPosition() {
        var items = List.of(Map.of("id", "B", "open", BigDecimal.TEN), Map.of("id", "A", "open", BigDecimal.ONE));
        assertThat(matches("[{\"id\": \"A\", \"open\": \"1\"}, {\"id\": \"B\", \"open\": \"10\"}]", items))
                .isTrue();
        assertThat(matches("[{\"id\": \"A\", \"open\": \"10\"}, {\"id\": \"B\", \"open\": \"10\"}]", items))
                .isFalse();
        assertThat(matches("[{\"id\": \"A\", \"open\": \"1\"}]", items)).isFalse();
        assertThat(matches("[\"1\", \"2\"]", List.of(BigDecimal.ONE, new BigDecimal("2"))))
                .isTrue();
        assertThat(matches("[\"2\", \"1\"]", List.of(BigDecimal.ONE, new BigDecimal("2"))))
                .isFalse();
    }

    /** Events that a case does not name are not asserted; items that it does not name are too many. */
    @Test
    void looksAtTheEventsThatACaseNames() {
        var events = List.of(Map.of("seq", 1, "fee", BigDecimal.ONE), Map.of("seq", 2, "fee", BigDecimal.TEN));
        assertThat(matches("[{\"seq\": 2, \"fee\": \"10\"}]", events)).isTrue();
        assertThat(matches("[{\"seq\": 2, \"fee\": \"1\"}]", events)).isFalse();
        assertThat(matches("[{\"seq\": 3, \"fee\": \"1\"}]", events)).isFalse();
        assertThat(matches("[]", events)).isFalse();
    }

    private static boolean matches(String expected, Object actual) {
        return Comparison.matches(new JsonMapper().readTree(expected), actual);
    }
}
