package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StairStepTest {
    private static final StairStep USERS =
            StairStep.upTo("100", "10").upTo("500", "40").then("100");

    @ParameterizedTest(name = "{0} users cost {1}")
    @CsvSource({"0, 10", "0.5, 10", "100, 10", "100.5, 40", "101, 40", "500, 40", "501, 100", "100000, 100"})
    void costsWhatTheTierReachedCosts(BigDecimal users, BigDecimal expected) {
        assertThat(price(USERS, users)).isEqualTo(Fraction.of(expected));
    }

    @Test
    void nothingCostsNothingWhereTheTermsSaySo() {
        RatingInput none =
                RatingInput.none().withConventions(Conventions.standard().withFirstFlatFeeAtZero(false));
        assertThat(USERS.price(none)).hasToString("[0 to 100: 0]");
        assertThat(USERS.price(none.withQuantity(Fraction.of(1, 2))).total()).isEqualTo(Fraction.of(10));
    }

    @Test
    void takesTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput hundred = RatingInput.ofQuantity(new BigDecimal("100"))
                .withConventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE));
        assertThat(USERS.price(hundred).total()).isEqualTo(Fraction.of(40));
    }

    @Test
    void saysWhichTierWasReached() {
        assertThat(USERS.price(RatingInput.ofQuantity(new BigDecimal("300")))).hasToString("[100 to 500: 40]");
        assertThat(USERS.price(RatingInput.ofQuantity(new BigDecimal("501")))).hasToString("[beyond 500: 100]");
    }

    @Test
    void aLaterRunBillsTheDifference() {
        ChargeBreakdown before = USERS.price(RatingInput.ofQuantity(new BigDecimal("80")));
        ChargeBreakdown now = USERS.price(RatingInput.ofQuantity(new BigDecimal("120")));
        assertThat(now.since(before).total()).isEqualTo(Fraction.of(30));
    }

    @Test
    void refusesTiersThatDoNotRiseAndNegativeAmounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StairStep.upTo("5", "1").upTo("5", "2").then("3"))
                .withMessage("tiers[1].upTo must be more than 5, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StairStep.upTo("0", "1"))
                .withMessage("upTo must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StairStep.upTo("5", "-1"))
                .withMessage("amount must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StairStep.upTo("5", "1").then("-2"))
                .withMessage("beyond must not be negative, but was -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USERS.price(RatingInput.none().withQuantity(Fraction.of(-1))))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void refusesMoreThanAThousandTiers() {
        List<StairStep.Tier> tiers = Collections.nCopies(1000, new StairStep.Tier(BigDecimal.ONE, BigDecimal.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StairStep.of(tiers, BigDecimal.ONE))
                .withMessage("tiers must be at most 1000, but was 1001");
    }

    @Test
    void isEqualToTheSameTiersWrittenOtherwise() {
        StairStep other = StairStep.upTo("1E+2", "10.0").upTo("500.0", "40").then("1E+2");
        assertThat(other).isEqualTo(USERS).hasSameHashCodeAs(USERS);
        assertThat(StairStep.upTo("100", "10").upTo("500", "40").then("99")).isNotEqualTo(USERS);
        assertThat(StairStep.upTo("100", "10").upTo("500", "41").then("100")).isNotEqualTo(USERS);
        assertThat(USERS).hasToString("stair-step: up to 100: 10, up to 500: 40, beyond: 100");
    }

    private static Fraction price(ChargeModel model, BigDecimal quantity) {
        return model.price(RatingInput.ofQuantity(quantity)).total();
    }
}
