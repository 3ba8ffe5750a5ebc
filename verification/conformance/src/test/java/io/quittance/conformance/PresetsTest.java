package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.pricing.Conventions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A preset answers every case that was taken from the system it is named for as that system does. */
class PresetsTest {
    private static final Map<String, Conventions> PRESETS = Map.of(
            "Stripe", Conventions.asStripe(),
            "getlago/", Conventions.asLago(),
            "openmeterio/", Conventions.asOpenMeter(),
            "killbill/", Conventions.asKillBill(),
            "meteroid-oss/", Conventions.asMeteroid());

    @ParameterizedTest(name = "{0}: {1} cases or more")
    @CsvSource({"Stripe, 5", "getlago/, 50", "openmeterio/, 40", "killbill/, 10", "meteroid-oss/, 5"})
    void answersAsTheSystemItIsNamedFor(String source, int atLeast) throws IOException {
        Conventions preset = Objects.requireNonNull(PRESETS.get(source));
        var wrong = new ArrayList<String>();
        int answered = 0;
        try (InputStream stream =
                Objects.requireNonNull(PresetsTest.class.getResourceAsStream("/conformance/rating.json"))) {
            for (JsonNode node : new JsonMapper().readTree(stream)) {
                Case one = Case.of("rating", node);
                Adapter adapter = Adapters.ALL.get(one.topic());
                if (adapter != null && node.get("source").asString().startsWith(source)) {
                    Object actual = adapter instanceof ConventionalAdapter agreed
                            ? agreed.answer(one.input(), preset)
                            : adapter.answer(one.input());
                    answered++;
                    if (!Comparison.matches(one.expected(), actual)) {
                        wrong.add(one.id() + ": expected " + one.expected() + ", actual " + actual);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(answered).isGreaterThanOrEqualTo(atLeast);
    }
}
