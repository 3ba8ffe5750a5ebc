package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeTiersTest {
    private static final VolumeTiers UNITS = VolumeTiers.upTo(
                    "100", TierPrice.of("2").withFlatFee("10"))
            .upTo("200", "1")
            .then(TierPrice.of("0.5").withFlatFee("50"));

    /** getlago/lago-api, volume_service_spec, but for the fractions, which its lookup rounds up to the next tier. */
    @ParameterizedTest(name = "{0} units cost {1}")
    @CsvSource({"0, 10", "1, 12", "100, 210", "100.5, 100.5", "200, 200", "210, 155", "300, 200"})
    void pricesAllUnitsByTheTierTheyReach(BigDecimal units, BigDecimal expected) {
        assertThat(price(UNITS, units)).isEqualTo(Fraction.of(expected));
    }

    /** Meteroid's tiers up to 99 and 199 leave 99.5 without one, at a price of 0. */
    @Test
    void pricesFractionsBetweenWholeBounds() {
        VolumeTiers tiers = VolumeTiers.upTo("99", "1").upTo("199", "0.5").then("0.25");
        assertThat(price(tiers, new BigDecimal("99.5"))).isEqualTo(Fraction.of(new BigDecimal("49.75")));
    }

    @Test
    void leavesOutTheFirstFeeAtZeroWhereTheTermsSaySo() {
        RatingInput none =
                RatingInput.none().withConventions(Conventions.standard().withFirstFlatFeeAtZero(false));
        assertThat(UNITS.price(none).total()).isEqualTo(Fraction.ZERO);
        assertThat(UNITS.price(none.withQuantity(Fraction.of(1, 2))).total()).isEqualTo(Fraction.of(11));
    }

    @Test
    void takesTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput hundred = RatingInput.ofQuantity(new BigDecimal("100"))
                .withConventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE));
        assertThat(UNITS.price(hundred).total()).isEqualTo(Fraction.of(100));
    }

    @Test
    void capsWhatTheTierCosts() {
        VolumeTiers capped = VolumeTiers.upTo(
                        "100", TierPrice.of("2").withFlatFee("10").withCap("150"))
                .then("1");
        assertThat(price(capped, new BigDecimal("60"))).isEqualTo(Fraction.of(130));
        assertThat(price(capped, new BigDecimal("100"))).isEqualTo(Fraction.of(150));
        assertThat(price(capped, new BigDecimal("160"))).isEqualTo(Fraction.of(160));
    }

    /** 210.00 billed for 100 units, of which 200 cost only 200: the first tier is taken back and the second billed. */
    @Test
    void aLaterRunTakesBackTheTierThatWasLeft() {
        ChargeBreakdown before = UNITS.price(RatingInput.ofQuantity(new BigDecimal("100")));
        ChargeBreakdown now = UNITS.price(RatingInput.ofQuantity(new BigDecimal("200")));
        assertThat(now.since(before).steps())
                .extracting(step -> step.part() + ": " + step.quantity() + " for " + step.amount())
                .containsExactly("tier-2: 200 for 200", "tier-1: -100 for -210");
    }

    @Test
    void saysWhichTierWasReached() {
        assertThat(UNITS.price(RatingInput.ofQuantity(new BigDecimal("150"))))
                .hasToString("[100 to 200: 150 × 1 = 150]");
        assertThat(UNITS.price(RatingInput.ofQuantity(new BigDecimal("210"))))
                .hasToString("[beyond 200: (210 × 0.5) + 50 = 155]");
    }

    @Test
    void refusesTiersThatDoNotRiseAndNegativeQuantities() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeTiers.upTo("5", "1").upTo("4", "2").then("1"))
                .withMessage("tiers[1].upTo must be more than 5, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UNITS.price(RatingInput.none().withQuantity(Fraction.of(-1))))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameTiersWrittenOtherwise() {
        VolumeTiers one = VolumeTiers.upTo("1000", "0.10").then("0.05");
        assertThat(VolumeTiers.upTo("1E+3", "0.1").then("0.050")).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(VolumeTiers.upTo("1000", "0.10").then("0.06")).isNotEqualTo(one);
        assertThat(one).hasToString("volume: up to 1000: 0.10 per unit, beyond: 0.05 per unit");
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}
