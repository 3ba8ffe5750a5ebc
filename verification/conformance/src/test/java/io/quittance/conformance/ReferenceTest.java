package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A comparison that could not fail would find every figure right. */
class ReferenceTest {
    private static final KpiBasis.Builder KPI =
            KpiBasis.of(KpiDefinition.of("given", "Given", KpiUnit.DAYS, Direction.LOWER, "as given"));

    @Test
    void findsWhatIsEqual() {
        holds("{\"a\": \"0.333333\", \"b\": null}", Map.of("a", Fraction.of(1, 3), "b", Optional.empty()));
        holds("{\"a\": \"0.67\", \"b\": 2}", Map.of("a", KPI.measured(Fraction.of(2, 3)), "b", 2));
        holds("{\"a\": null}", Map.of("a", KPI.undefined("NO_SALES", "there were no sales")));
        holds("{\"a\": [\"1.50\", {\"b\": true}]}", Map.of("a", List.of(Amount.of("1.5", "USD"), Map.of("b", true))));
    }

    @Test
    void findsWhatIsNot() {
        fails("{\"a\": \"1\", \"b\": \"2\"}", Map.of("a", Fraction.ONE));
        fails("{\"a\": \"1\"}", Map.of("a", Fraction.ONE, "b", Fraction.ONE));
        fails("{\"a\": {\"b\": \"1\", \"c\": \"1\"}}", Map.of("a", Map.of("b", Fraction.ONE)));
        fails("{\"a\": {\"b\": \"1\"}}", Map.of("a", Map.of("c", Fraction.ONE)));
        fails("{\"a\": [\"1\", \"2\"]}", Map.of("a", List.of(Fraction.ONE)));
        fails("{\"a\": \"0.333334\"}", Map.of("a", Fraction.of(1, 3)));
        fails("{\"a\": \"1.00\"}", Map.of("a", Amount.of("1.01", "USD")));
        fails("{\"a\": null}", Map.of("a", KPI.measured(Fraction.ZERO)));
        fails("{\"a\": \"0\"}", Map.of("a", KPI.undefined("NO_SALES", "there were no sales")));
        fails("{\"a\": \"true\"}", Map.of("a", Optional.empty()));
        fails("{\"a\": null}", Map.of("a", Optional.of(false)));
    }

    private static void holds(String expected, Map<String, ?> actual) {
        assertThatCode(() -> new Reference().hold("file", new JsonMapper().readTree(expected), actual))
                .doesNotThrowAnyException();
    }

    private static void fails(String expected, Map<String, ?> actual) {
        assertThatExceptionOfType(AssertionError.class)
                .as(expected)
                .isThrownBy(() -> new Reference().hold("file", new JsonMapper().readTree(expected), actual));
    }
}
