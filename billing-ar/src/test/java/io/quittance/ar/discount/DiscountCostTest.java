package io.quittance.ar.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountCostTest {
    private static DiscountCost cost(String percent, int discountDays, int netDays, int yearDays) {
        return new DiscountCost(new BigDecimal(percent), discountDays, netDays, yearDays);
    }

    /** Textbook figures: 2/98 × 365/20 and so on. */
    @ParameterizedTest(name = "{0}/{1} net {2} in {3} days: {4} %")
    @CsvSource({"2, 10, 30, 365, 37.24", "2, 10, 30, 360, 36.73", "1, 10, 60, 365, 7.37", "3, 10, 45, 365, 32.25"})
    void costsThePriceOfTheDaysThatItBuys(String percent, int discount, int net, int year, String expected) {
        assertThat(cost(percent, discount, net, year).simple().round(Rounding.halfUp(2)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void isExactWithoutInterestOnInterest() {
        assertThat(cost("2", 10, 30, 365).simple()).isEqualTo(Fraction.of(36_500, 980));
    }

    @ParameterizedTest(name = "{0}/{1} net {2} in {3} days: {4} %")
    @CsvSource({"2, 20, 45, 365, 34.31", "2, 10, 50, 365, 20.24", "2, 10, 30, 365, 44.59", "50, 0, 360, 360, 100"})
    void compounds(String percent, int discount, int net, int year, String expected) {
        assertThat(cost(percent, discount, net, year).compounded(Rounding.halfUp(2)))
                .isEqualByComparingTo(expected);
    }

    /** 10 % over half a year: 1 / 0.81 − 1 is 23.456790123…; the square root of 1 / 0.64 is 1.25, without a rest. */
    @ParameterizedTest(name = "{0} over {1} of {2} days, {3}: {4}")
    @CsvSource({
        "10, 180, 360, FLOOR, 23.456",
        "10, 180, 360, CEILING, 23.457",
        "36, 720, 360, UP, 25",
        "36, 720, 360, UNNECESSARY, 25"
    })
    void roundsWhatIsNoFractionAsItIsAsked(String percent, int days, int year, RoundingMode mode, String expected) {
        assertThat(cost(percent, 0, days, year).compounded(Rounding.of(3, mode)))
                .isEqualByComparingTo(expected);
    }

    /** 20.0001 / 79.9999 is 25.000156… %, which is more than 25 only behind two zeros. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"CEILING, 26", "UP, 26", "HALF_UP, 25", "FLOOR, 25"})
    void roundsByAllThatFollows(RoundingMode mode, String expected) {
        assertThat(cost("20.0001", 0, 360, 360).compounded(Rounding.of(0, mode)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void takesTenYearsAndYearsOf360To366Days() {
        assertThat(cost("2", 0, 3_650, 360).netDays()).isEqualTo(3_650);
        assertThat(cost("2", 0, 1, 366).yearDays()).isEqualTo(366);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("2", 0, 3_651, 365))
                .withMessage("netDays must be more than 0 and at most 3650, but was 3651");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("2", 0, 1, 359))
                .withMessage("yearDays must be between 360 and 366, but was 359");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("2", 0, 1, 367))
                .withMessage("yearDays must be between 360 and 366, but was 367");
    }

    @Test
    void refusesTermsWithoutADayToBuy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("2", 30, 30, 365))
                .withMessage("netDays must be more than 30 and at most 3650, but was 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("100", 10, 30, 365))
                .withMessage("percent must be less than 100, but was 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("2", -1, 30, 365))
                .withMessage("discountDays must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cost("2", 10, 30, 12))
                .withMessage("yearDays must be between 360 and 366, but was 12");
        assertThat(cost("2.0", 10, 30, 365)).isEqualTo(cost("2", 10, 30, 365));
    }
}
