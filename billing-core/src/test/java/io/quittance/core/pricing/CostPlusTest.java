package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.CostPlus.Surcharge;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPlusTest {

    @ParameterizedTest(name = "{0} at {1}% cost {2}")
    @CsvSource({"100, 25, 125", "19.99, 7.5, 21.48925", "0, 25, 0", "100, 0, 100", "-8, 25, -10"})
    void addsAPercentageOfTheCost(BigDecimal cost, String percent, BigDecimal expected) {
        assertThat(price(CostPlus.markup(percent), cost)).isEqualTo(Fraction.of(expected));
    }

    /** 75 is three quarters of 100; 100 is three quarters of 400/3. */
    @Test
    void addsAPercentageOfThePriceExactly() {
        assertThat(price(CostPlus.margin("25"), new BigDecimal("75"))).isEqualTo(Fraction.of(100));
        Fraction endless = price(CostPlus.margin("25"), new BigDecimal("100"));
        assertThat(endless).isEqualTo(Fraction.of(400, 3));
        assertThat(endless.round(Rounding.halfUp(2))).isEqualTo("133.33");
        assertThat(price(CostPlus.margin("0"), BigDecimal.TEN)).isEqualTo(Fraction.of(10));
    }

    @Test
    void explainsTheSurcharge() {
        RatingInput hundred = RatingInput.ofQuantity(new BigDecimal("100"));
        assertThat(CostPlus.markup("25")
                        .price(hundred)
                        .steps()
                        .get(0)
                        .explanation()
                        .text())
                .isEqualTo("100 + (25% × 100) = 125");
        assertThat(CostPlus.margin("25")
                        .price(hundred)
                        .steps()
                        .get(0)
                        .explanation()
                        .text())
                .isEqualTo("(100 × 100) / (100 - 25) = 400/3");
    }

    @Test
    void refusesAMarginThatLeavesNothingForTheCost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostPlus.margin("100"))
                .withMessage("percent must be less than 100 for a margin, but was 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostPlus.markup("-1"))
                .withMessage("percent must not be negative, but was -1");
        assertThat(CostPlus.markup("100").percent()).isEqualTo("100");
    }

    @Test
    void isEqualToTheSameTermsWrittenOtherwise() {
        CostPlus markup = CostPlus.markup("25");
        assertThat(markup).isEqualTo(CostPlus.of(Surcharge.MARKUP, new BigDecimal("25.0")));
        assertThat(markup).hasSameHashCodeAs(CostPlus.markup("25.00")).isNotEqualTo(CostPlus.margin("25"));
        assertThat(markup).hasToString("cost + 25% markup");
        assertThat(CostPlus.margin("25")).hasToString("cost + 25% margin");
    }

    private static Fraction price(CostPlus model, BigDecimal cost) {
        return model.price(RatingInput.none().withQuantity(Fraction.of(cost))).total();
    }
}
