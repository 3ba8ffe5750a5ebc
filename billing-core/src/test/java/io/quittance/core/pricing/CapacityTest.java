package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.id.MeterId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Capacity.Tier;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    private static final Tier SMALL = Tier.of("20").withLimit("gb", "100").withLimit("users", "10");
    private static final Tier LARGE = Tier.of("60").withLimit("gb", "500").withLimit("users", "50");
    private static final Capacity PLANS = Capacity.of(SMALL, LARGE);

    /** killbill, TestContiguousIntervalCapacityInArrear: the first tier whose limits, inclusive, hold for all meters. */
    @ParameterizedTest(name = "{0} GB and {1} users cost {2}")
    @CsvSource({"100, 10, 20", "100.001, 10, 60", "100, 11, 60", "80, 12, 60", "500, 50, 60", "0, 1, 20", "0, 0, 0"})
    void costsWhatTheFirstTierCostsThatHoldsAllMeters(String gigabytes, String users, long expected) {
        assertThat(PLANS.price(peaks(gigabytes, users)).total()).isEqualTo(Fraction.of(expected));
    }

    @Test
    void countsAMeterWithoutPeakAsZeroAndOneWithoutLimitAsUnlimited() {
        RatingInput users = RatingInput.ofPeaks(Map.of(new MeterId("users"), Fraction.of(10)));
        assertThat(PLANS.price(users).total()).isEqualTo(Fraction.of(20));
        RatingInput other = peaks("1", "1").withPeaks(Map.of(new MeterId("calls"), Fraction.of(1_000_000)));
        assertThat(PLANS.price(other).total()).isEqualTo(Fraction.of(20));
    }

    @Test
    void pricesWhatIsLargerByALastTierWithoutLimits() {
        Capacity open = Capacity.of(SMALL, Tier.of("99.90"));
        assertThat(open.price(peaks("101", "1")).total()).isEqualTo(Fraction.of(new BigDecimal("99.90")));
    }

    @Test
    void takesTheQuantityOfOneMeterForItsPeak() {
        Capacity storage =
                Capacity.of(Tier.of("20").withLimit("gb", "100"), Tier.of("60").withLimit("gb", "500"));
        assertThat(storage.price(RatingInput.ofQuantity(new BigDecimal("100"))).total())
                .isEqualTo(Fraction.of(20));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.price(RatingInput.ofQuantity(new BigDecimal("501"))))
                .withMessage("peaks must fit the last tier, gb ≤ 500, but was {gb=501}");
    }

    @Test
    void refusesPeaksThatNoTierHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANS.price(peaks("501", "3")))
                .withMessage("peaks must fit the last tier, gb ≤ 500, users ≤ 50, but was {gb=501, users=3}");
    }

    @Test
    void explainsWhichTierItIs() {
        assertThat(PLANS.price(peaks("80", "12")).steps())
                .extracting(step -> step.part() + ": " + step.explanation().text())
                .containsExactly("capacity: tier 2, gb ≤ 500, users ≤ 50: 60");
        assertThat(PLANS.price(RatingInput.none()).steps())
                .extracting(step -> step.explanation().text())
                .containsExactly("nothing was used: 0");
    }

    /** From the small tier to the large one within the period: 40 more. */
    @Test
    void billsTheDifferenceWhereAPeakRises() {
        ChargeBreakdown change = PLANS.price(peaks("120", "10")).since(PLANS.price(peaks("90", "10")));
        assertThat(change.steps())
                .extracting(step -> step.explanation().text())
                .containsExactly("capacity: 60 - 20 = 40");
    }

    @Test
    void refusesTiersThatNothingReachesAndAQuantityWithoutPeaks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capacity.of(
                        SMALL, Tier.of("60").withLimit("gb", "100.0").withLimit("users", "9")))
                .withMessage("tiers[1] must hold more than the tier before, but was gb ≤ 100.0, users ≤ 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capacity.of(Tier.of("60"), SMALL))
                .withMessage("tiers[1] must hold more than the tier before, but was gb ≤ 100, users ≤ 10");
        assertThatIllegalArgumentException().isThrownBy(Capacity::of).withMessage("tiers must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tier.of("1").withLimit("gb", "-1"))
                .withMessage("limits[gb] must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANS.price(RatingInput.ofQuantity(BigDecimal.ONE)))
                .withMessage("peaks must be given for a price by the capacity of several meters");
    }

    @Test
    void isEqualToTheSameTiersWrittenOtherwise() {
        Capacity other = Capacity.of(Tier.of("20.00").withLimit("users", "10.0").withLimit("gb", "1E+2"), LARGE);
        assertThat(other).isEqualTo(PLANS).hasSameHashCodeAs(PLANS);
        assertThat(Capacity.of(SMALL)).isNotEqualTo(PLANS);
        assertThat(Capacity.of(SMALL, Tier.of("99"))).hasToString("capacity: [gb ≤ 100, users ≤ 10: 20, any size: 99]");
    }

    /** A tier without limits holds any size, so a quantity needs no meter to be the peak of. */
    @Test
    void aQuantityFitsAPriceForAnySize() {
        Capacity any = Capacity.of(Tier.of("60"));
        assertThat(any.price(RatingInput.ofQuantity(BigDecimal.TEN)).total()).isEqualTo(Fraction.of(60));
        assertThat(any.price(RatingInput.none()).total()).isEqualTo(Fraction.ZERO);
    }

    private static RatingInput peaks(String gigabytes, String users) {
        return RatingInput.ofPeaks(Map.of(
                new MeterId("gb"), Fraction.of(new BigDecimal(gigabytes)),
                new MeterId("users"), Fraction.of(new BigDecimal(users))));
    }
}
