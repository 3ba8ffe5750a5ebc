package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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

    /** Lago takes coupons off all fees, true-ups among them: 40 are lifted to 100, and less 20 % they are 80. */
    @Test
    void lagoTakesCouponsOffWhatAMinimumLifted() {
        Contract contract = RatedPeriod.contract(RatedPeriod.JANUARY)
                .conventions(Conventions.asLago())
                .charge(Charge.usage("usage", "usage", PerUnit.of("1")))
                .minimum(SpendMinimum.of("100"))
                .discount(Discount.percent("coupon", "20"))
                .build();
        var used = List.of(RatedPeriod.used("usage", new BigDecimal("40"), RatedPeriod.JANUARY));
        Rating rating = Rating.of(contract, used, RatedPeriod.JANUARY);
        assertThat(rating.total()).isEqualTo(Amount.of("80.00", "EUR"));
        assertThat(rating.charges())
                .extracting(RatedCharge::amount)
                .containsExactly(Amount.of("32.00", "EUR"), Amount.of("48.00", "EUR"));
    }

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
