package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduatedPercentageTest {
    private static final GraduatedPercentage PAYMENTS = GraduatedPercentage.upTo(
                    "10", TierRate.ofPercent("1").withFlatFee("200"))
            .upTo("20", TierRate.ofPercent("2").withFlatFee("300"))
            .then(TierRate.ofPercent("3").withFlatFee("400"));

    /** getlago/lago-api, graduated_percentage_service_spec. */
    @ParameterizedTest(name = "payments of {0} cost {1}")
    @CsvSource({"0, 200", "1, 200.01", "10, 200.1", "10.5, 500.11", "12, 500.14", "21, 900.33"})
    void pricesEachPartByItsTier(BigDecimal payments, BigDecimal expected) {
        assertThat(price(PAYMENTS, payments)).isEqualTo(Fraction.of(expected));
    }

    @Test
    void ratesAreInPercent() {
        GraduatedPercentage rates = GraduatedPercentage.upTo("100", "19").then("2.9");
        assertThat(price(rates, new BigDecimal("100"))).isEqualTo(Fraction.of(19));
        assertThat(price(rates, new BigDecimal("200"))).isEqualTo(Fraction.of(new BigDecimal("21.9")));
        assertThat(rates.price(RatingInput.ofQuantity(new BigDecimal("100"))))
                .hasToString("[0 to 100: 19% × 100 = 19]"); // no fee, where none was agreed
    }

    /** 12 cost 500.14, of which 200.01 were billed for 1; the first fee is not billed again. */
    @Test
    void aLaterRunDoesNotRepeatTheFeeOfATierEnteredBefore() {
        ChargeBreakdown before = PAYMENTS.price(RatingInput.ofQuantity(BigDecimal.ONE));
        ChargeBreakdown now = PAYMENTS.price(RatingInput.ofQuantity(new BigDecimal("12")));
        assertThat(now.since(before).steps())
                .extracting(step -> step.part() + ": " + step.quantity() + " for " + step.amount())
                .containsExactly("tier-1: 9 for 0.09", "tier-2: 2 for 300.04");
    }

    @Test
    void leavesOutTheFirstFeeAtZeroWhereTheTermsSaySo() {
        RatingInput none =
                RatingInput.none().withConventions(Conventions.standard().withFirstFlatFeeAtZero(false));
        assertThat(PAYMENTS.price(none).total()).isEqualTo(Fraction.ZERO);
        assertThat(PAYMENTS.price(none.withQuantity(Fraction.ONE)).total())
                .isEqualTo(Fraction.of(new BigDecimal("200.01")));
    }

    @Test
    void entersTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput ten = RatingInput.ofQuantity(BigDecimal.TEN)
                .withConventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE));
        assertThat(PAYMENTS.price(ten).total()).isEqualTo(Fraction.of(new BigDecimal("500.1")));
    }

    @Test
    void explainsEachTier() {
        assertThat(PAYMENTS.price(RatingInput.ofQuantity(new BigDecimal("21"))).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly(
                        "0 to 10: (1% × 10) + 200 = 200.1",
                        "10 to 20: (2% × 10) + 300 = 300.2", "beyond 20: (3% × 1) + 400 = 400.03");
    }

    @Test
    void refusesTiersThatDoNotRiseAndNegativeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GraduatedPercentage.upTo("5", "1").upTo("5", "2").then("3"))
                .withMessage("tiers[1].upTo must be more than 5, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraduatedPercentage.upTo("-5", "1"))
                .withMessage("upTo must be more than 0, but was -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TierRate.ofPercent("-1"))
                .withMessage("ratePercent must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TierRate.ofPercent("1").withFlatFee("-1"))
                .withMessage("flatFee must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAYMENTS.price(RatingInput.none().withQuantity(Fraction.of(-1))))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameRatesWrittenOtherwise() {
        GraduatedPercentage one = GraduatedPercentage.upTo("10", "1")
                .then(TierRate.ofPercent("2.9").withFlatFee("5"));
        assertThat(GraduatedPercentage.upTo("1E+1", "1.0")
                        .then(TierRate.ofPercent("2.90").withFlatFee("5.0")))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(GraduatedPercentage.upTo("10", "1").then("2.9")).isNotEqualTo(one);
        assertThat(PAYMENTS).isNotEqualTo(one);
        assertThat(one).hasToString("graduated percentage: up to 10: 1 %, beyond: 2.9 % + 5");
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}
