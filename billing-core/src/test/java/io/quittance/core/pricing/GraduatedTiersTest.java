package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduatedTiersTest {
    private static final GraduatedTiers CALLS =
            GraduatedTiers.upTo("1000", "0.10").upTo("5000", "0.08").then("0.05");
    private static final GraduatedTiers WITH_FEES = GraduatedTiers.upTo(
                    "10", TierPrice.of("10").withFlatFee("2"))
            .then(TierPrice.of("5").withFlatFee("3"));

    @ParameterizedTest(name = "{0} calls cost {1}")
    @CsvSource({"0, 0", "1000, 100.00", "1000.5, 100.04", "1001, 100.08", "5000, 420.00", "6000, 470.00"})
    void pricesEachUnitByItsTier(BigDecimal calls, BigDecimal expected) {
        assertThat(price(CALLS, calls)).isEqualTo(Fraction.of(expected));
    }

    /** getlago/lago-api, graduated_service_spec: a fee is due once its tier is entered, the first one always. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"0, 2", "1, 12", "10, 102", "11, 110"})
    void addsTheFeeOfEachTierThatIsEntered(BigDecimal units, BigDecimal expected) {
        assertThat(price(WITH_FEES, units)).isEqualTo(Fraction.of(expected));
    }

    @Test
    void leavesOutTheFirstFeeAtZeroWhereTheTermsSaySo() {
        RatingInput none =
                RatingInput.none().withConventions(Conventions.standard().withFirstFlatFeeAtZero(false));
        assertThat(WITH_FEES.price(none).total()).isEqualTo(Fraction.ZERO);
        assertThat(WITH_FEES.price(none.withQuantity(Fraction.of(1, 2))).total())
                .isEqualTo(Fraction.of(7));
    }

    /** The unit at the bound costs the same either way; the fee of the next tier does not. */
    @Test
    void entersTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput ten = RatingInput.ofQuantity(BigDecimal.TEN);
        Conventions exclusive = Conventions.standard().withTierBound(TierBound.EXCLUSIVE);
        assertThat(WITH_FEES.price(ten).total()).isEqualTo(Fraction.of(102));
        assertThat(WITH_FEES.price(ten.withConventions(exclusive)).total()).isEqualTo(Fraction.of(105));
    }

    /** 20 units at 10 and a fee of 5 would be 205; the tier costs at most 150. */
    @Test
    void capsWhatATierCosts() {
        GraduatedTiers capped = GraduatedTiers.upTo(
                        "20", TierPrice.of("10").withFlatFee("5").withCap("150"))
                .then("1");
        assertThat(price(capped, new BigDecimal("14"))).isEqualTo(Fraction.of(145));
        assertThat(price(capped, new BigDecimal("20"))).isEqualTo(Fraction.of(150));
        assertThat(price(capped, new BigDecimal("22"))).isEqualTo(Fraction.of(152));
    }

    @Test
    void explainsEachTier() {
        assertThat(CALLS.price(RatingInput.ofQuantity(new BigDecimal("5001"))).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly(
                        "0 to 1000: 1000 × 0.1 = 100",
                        "1000 to 5000: 4000 × 0.08 = 320",
                        "beyond 5000: 1 × 0.05 = 0.05");
        assertThat(WITH_FEES.price(RatingInput.none()).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly("0 to 10: (0 × 10) + 2 = 2");
    }

    /** 5 more after 998: two in the first tier for 0.20 and three in the second for 0.24. */
    @Test
    void saysTierByTierWhatALaterRunAdds() {
        ChargeBreakdown before = CALLS.price(RatingInput.ofQuantity(new BigDecimal("998")));
        ChargeBreakdown change =
                CALLS.price(RatingInput.ofQuantity(new BigDecimal("1003"))).since(before);
        assertThat(change.steps())
                .extracting(step -> step.part() + ": " + step.quantity() + " for " + step.amount())
                .containsExactly("tier-1: 2 for 0.2", "tier-2: 3 for 0.24");
        assertThat(change.replayed()).isEqualTo(change.total());
        assertThat(before.since(CALLS.price(RatingInput.ofQuantity(new BigDecimal("1003"))))
                        .total())
                .isEqualTo(Fraction.of(new BigDecimal("-0.44")));
    }

    @Test
    void aRunThatAddsNothingStillHasAStep() {
        ChargeBreakdown price = CALLS.price(RatingInput.ofQuantity(BigDecimal.ONE));
        assertThat(price.since(price).steps())
                .extracting(step -> step.explanation())
                .extracting(Explanation::text)
                .containsExactly("tier-1: (1 × 0.1) - (1 × 0.1) = 0");
    }

    @Test
    void refusesTiersThatDoNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraduatedTiers.upTo("5", "1").upTo("5.0", "2").then("1"))
                .withMessage("tiers[1].upTo must be more than 5, but was 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraduatedTiers.upTo("0", "1"))
                .withMessage("upTo must be more than 0, but was 0");
    }

    @Test
    void refusesNegativePricesAndQuantities() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraduatedTiers.upTo("5", "-1"))
                .withMessage("unitPrice must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TierPrice.of("1").withFlatFee("-1"))
                .withMessage("flatFee must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TierPrice.of("1").withCap("-1"))
                .withMessage("cap must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.price(RatingInput.none().withQuantity(Fraction.of(-1, 3))))
                .withMessage("quantity must not be negative, but was -1/3");
    }

    @Test
    void isEqualToTheSameTiersWrittenOtherwise() {
        GraduatedTiers other =
                GraduatedTiers.upTo("1000.0", "0.1").upTo("5E+3", "0.080").then("0.05");
        assertThat(other).isEqualTo(CALLS).hasSameHashCodeAs(CALLS);
        assertThat(GraduatedTiers.upTo("1000", "0.10").then("0.05")).isNotEqualTo(CALLS);
        assertThat(CALLS)
                .hasToString("graduated: up to 1000: 0.10 per unit, up to 5000: 0.08 per unit, beyond: 0.05 per unit");
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}
