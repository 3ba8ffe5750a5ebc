package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerUnitTest {

    /** Sources: Lago standard_service_spec, Meteroid fees.rs, Stripe "decimal amounts", MLC churn row 1 (night). */
    @ParameterizedTest(name = "{0} units at {1} cost exactly {2}")
    @CsvSource({
        "10, 5.12345, 51.2345",
        "100, 0.001, 0.1",
        "30, 0.0005, 0.015",
        "244.7, 0.045, 11.0115",
        "0, 10, 0",
        "1, 0, 0"
    })
    void pricesEveryUnitAlikeAndExactly(BigDecimal quantity, String unitPrice, BigDecimal expected) {
        assertThat(price(PerUnit.of(unitPrice), quantity)).isEqualTo(Fraction.of(expected));
    }

    /** Stripe: 0.05 cents × 30 = 1.5 cents, billed as 2 cents; a price rounded first would bill nothing. */
    @Test
    void leavesRoundingToTheLine() {
        assertThat(price(PerUnit.of("0.0005"), new BigDecimal("30")).round(Rounding.halfUp(2)))
                .isEqualTo("0.02");
    }

    @Test
    void explainsTheProduct() {
        var steps = PerUnit.of("0.045")
                .price(RatingInput.ofQuantity(new BigDecimal("159")))
                .steps();
        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.quantity()).isEqualTo(Fraction.of(159));
            assertThat(step.explanation().key()).isEqualTo("charge.per-unit");
            assertThat(step.explanation().text()).isEqualTo("159 × 0.045 = 7.155");
        });
    }

    @Test
    void refusesANegativePrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerUnit.of("-0.01"))
                .withMessage("unitPrice must not be negative, but was -0.01");
    }

    @Test
    void refusesAPriceThatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerUnit.of("17 cents"))
                .withMessage("unitPrice must be a decimal number, but was 17 cents");
    }

    @Test
    void refusesANegativeQuantity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingInput.ofQuantity(new BigDecimal("-1")))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSamePriceWrittenOtherwise() {
        assertThat(PerUnit.of("0.50")).isEqualTo(PerUnit.of("0.5")).hasSameHashCodeAs(PerUnit.of("0.5"));
        assertThat(PerUnit.of("0.50")).isNotEqualTo(PerUnit.of("0.51"));
    }

    @Property
    void pricesPartsLikeTheWhole(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal one,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal other,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(12) BigDecimal unitPrice) {
        PerUnit model = PerUnit.of(unitPrice);
        assertThat(price(model, one.add(other))).isEqualTo(price(model, one).plus(price(model, other)));
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}
