package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.QuantityChange;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProratedVolumeTest {
    private static final ProratedVolume SEATS = ProratedVolume.upTo(
                    "5", TierPrice.of("10").withFlatFee("100"))
            .then(TierPrice.of("5").withFlatFee("50"));

    /** 7 full units choose the second tier, 3.5 prorated ones are priced by it: 3.5 × 5 + 50. */
    @Test
    void fullUnitsChooseTheTierAndProratedUnitsArePriced() {
        assertThat(price(change("7", "3.5"))).hasToString("[beyond 5: (3.5 × 5) + 50 = 67.5]");
        assertThat(price(change("5", "2.5"))).hasToString("[0 to 5: (2.5 × 10) + 100 = 125]");
    }

    /** Ten seats, of which eight went when a quarter of the period was left: 8 seat-periods at the price for two seats. */
    @Test
    void theTierIsThatOfTheLevelAtTheEnd() {
        assertThat(price(change("10", "10"), change("-8", "-2"))).hasToString("[0 to 5: ((10 + -2) × 10) + 100 = 180]");
    }

    /** Half a seat-period that is given back is nothing, as the sum says by itself. */
    @Test
    void whatAddsUpToNothingIsNotLiftedToNothing() {
        assertThat(price(change("1", "0.5"), change("-1", "-0.5")))
                .hasToString("[0 to 5: ((0.5 + -0.5) × 10) + 100 = 100]");
    }

    /** Two seats from 17 January on are there for 15 of 31 days; changes that are given come before events. */
    @Test
    void eventsMakeTheChangesOfTheWindow() {
        RatingInput seats =
                RatingInput.ofEvents(List.of(UsageEvent.of("a", "ACME", "seats", "2", "2026-01-17T00:00:00Z")));
        assertThat(seats.changes()).isEmpty();
        RatingInput january =
                seats.withWindow(new UsageWindow(ServicePeriod.of("2026-01-01", "2026-02-01"), ZoneId.of("UTC")));
        assertThat(january.changes()).containsExactly(new QuantityChange(Fraction.of(2), Fraction.of(30, 31)));
        assertThat(january.withChanges(List.of(change("2", "1"))).changes()).containsExactly(change("2", "1"));
    }

    /** The quantity of the input counts where it is not what the changes add up to, such as a peak. */
    @Test
    void theQuantityChoosesTheTier() {
        RatingInput peak = RatingInput.ofChanges(List.of(change("4", "4"))).withQuantity(Fraction.of(6));
        assertThat(SEATS.price(peak).total()).isEqualTo(Fraction.of(70));
    }

    /** Free units or a conversion would lower the quantity behind the back of the changes. */
    @Test
    void refusesAQuantityThatTheChangesDoNotMake() {
        RatingInput seven = RatingInput.ofChanges(List.of(change("7", "7")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEATS.price(seven.withQuantity(Fraction.of(2))))
                .withMessage(
                        "quantity must be reached by the changes, which add up to 7, for a price by seat-days, but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEATS.price(RatingInput.none().withQuantity(Fraction.of(7))))
                .withMessage(
                        "quantity must be reached by the changes, which add up to 0, for a price by seat-days, but was 7");
    }

    @Test
    void noSeatsCostTheFirstFeeUnlessTheTermsSayOtherwise() {
        assertThat(price().total()).isEqualTo(Fraction.of(100));
        RatingInput none =
                RatingInput.none().withConventions(Conventions.standard().withFirstFlatFeeAtZero(false));
        assertThat(SEATS.price(none).total()).isEqualTo(Fraction.ZERO);
        assertThat(SEATS.price(none.withChanges(List.of(change("1", "1"), change("-1", "-0.5"))))
                        .total())
                .isEqualTo(Fraction.of(105));
    }

    @Test
    void takesTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput five = RatingInput.ofChanges(List.of(change("5", "5")))
                .withConventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE));
        assertThat(SEATS.price(five).total()).isEqualTo(Fraction.of(75));
    }

    @Test
    void neverCostsLessThanTheFee() {
        assertThat(price(change("3", "1"), change("-2", "-2")).total()).isEqualTo(Fraction.of(100));
    }

    @Test
    void refusesToTakeAwayMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(change("1", "1"), change("-2", "-1")))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void isEqualToTheSameTiersWrittenOtherwise() {
        ProratedVolume one = ProratedVolume.upTo("5", "10").then("5");
        assertThat(ProratedVolume.upTo("5.0", "1E+1").then("5.00"))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(ProratedVolume.of(one.tiers())).isEqualTo(one);
        assertThat(SEATS).isNotEqualTo(one);
        assertThat(one).hasToString("prorated volume: up to 5: 10 per unit, beyond: 5 per unit");
    }

    private static ChargeBreakdown price(QuantityChange... changes) {
        return SEATS.price(RatingInput.ofChanges(List.of(changes)));
    }

    private static QuantityChange change(String quantity, String prorated) {
        return new QuantityChange(Fraction.of(new BigDecimal(quantity)), Fraction.of(new BigDecimal(prorated)));
    }
}
