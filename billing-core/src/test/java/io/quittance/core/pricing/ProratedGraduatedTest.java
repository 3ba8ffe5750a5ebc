package io.quittance.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.usage.QuantityChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProratedGraduatedTest {
    private static final ProratedGraduated SEATS = ProratedGraduated.upTo(
                    "5", TierPrice.of("10").withFlatFee("100"))
            .then(TierPrice.of("5").withFlatFee("50"));

    /** getlago/lago-api, prorated_graduated_service_spec: 197.33335, rounded there to 197.33. */
    @Test
    void fillsTiersFromTheBottomAndEmptiesThemFromTheTop() {
        ChargeBreakdown price =
                price(change("5", "3.5"), change("5", "2.66667"), change("10", "2"), change("-6", "-2.2"));
        assertThat(price.total()).isEqualTo(Fraction.of(new BigDecimal("197.33335")));
        assertThat(price.steps())
                .extracting(step -> step.explanation().text())
                .containsExactly(
                        "0 to 5: (3.5 × 10) + 100 = 135", "beyond 5: ((2.66667 + 2 + -2.2) × 5) + 50 = 62.33335");
    }

    /**
     * Seven seats; four go, two from each tier with 0.8 of their 1.6; ten come, two of them into the first tier with 0.4 of
     * their 2. So 3.1 × 10 + 100 and 1.8 × 5 + 50 (getlago/lago-api, prorated_graduated_service_spec).
     */
    @Test
    void aChangeThatCrossesABoundIsSharedByFullUnits() {
        ChargeBreakdown price = price(change("5", "3.5"), change("2", "1"), change("-4", "-1.6"), change("10", "2"));
        assertThat(price.total()).isEqualTo(Fraction.of(190));
        assertThat(price.steps())
                .extracting(step -> step.part() + ": " + step.quantity() + " for " + step.amount())
                .containsExactly("tier-1: 3.1 for 131", "tier-2: 1.8 for 59");
    }

    /** The level was above 5 once, so the second fee is due although all its seats are gone. */
    @Test
    void owesTheFeeOfATierThatWasReached() {
        assertThat(price(change("6", "6"), change("-2", "-2")).total()).isEqualTo(Fraction.of(100 + 40 + 50));
        assertThat(price(change("5", "5"), change("-2", "-1")).total()).isEqualTo(Fraction.of(100 + 40));
    }

    /** Free units, which no single change knows of, would be lost. */
    @Test
    void refusesAQuantityThatIsNotWhatTheChangesAddUpTo() {
        RatingInput seats = RatingInput.ofChanges(List.of(change("5", "3.5"), change("2", "1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SEATS.price(seats.withQuantity(Fraction.of(6))))
                .withMessage("quantity must be what the changes add up to, 7, for a price by seat-days, but was 6");
    }

    @Test
    void noSeatsCostTheFirstFeeUnlessTheTermsSayOtherwise() {
        assertThat(price().total()).isEqualTo(Fraction.of(100));
        RatingInput none =
                RatingInput.none().withConventions(Conventions.standard().withFirstFlatFeeAtZero(false));
        assertThat(SEATS.price(none).total()).isEqualTo(Fraction.ZERO);
        assertThat(SEATS.price(none.withChanges(List.of(change("1", "0.5"), change("-1", "-0.5"))))
                        .total())
                .isEqualTo(Fraction.of(100));
    }

    @Test
    void entersTheNextTierAtItsBoundWhereTheTermsSaySo() {
        RatingInput five = RatingInput.ofChanges(List.of(change("5", "5")))
                .withConventions(Conventions.standard().withTierBound(TierBound.EXCLUSIVE));
        assertThat(SEATS.price(five).total()).isEqualTo(Fraction.of(200));
    }

    /** What is taken away weighs more than what was added, which no calendar brings about; a tier is never credited. */
    @Test
    void aTierNeverCostsLessThanItsFee() {
        ChargeBreakdown price = price(change("5", "1"), change("-5", "-2"), change("5", "0"));
        assertThat(price).hasToString("[0 to 5: (max(1 + -2 + 0, 0) × 10) + 100 = 100]");
    }

    @Test
    void aLaterRunBillsTheChangesThatAreNew() {
        ChargeBreakdown before = price(change("5", "3.5"));
        ChargeBreakdown now = price(change("5", "3.5"), change("2", "1"), change("-4", "-1.6"));
        assertThat(now.since(before).steps())
                .extracting(step -> step.part() + ": " + step.quantity() + " for " + step.amount())
                .containsExactly("tier-1: -0.8 for -8", "tier-2: 0.2 for 51");
    }

    @Test
    void capsWhatATierCosts() {
        ProratedGraduated capped =
                ProratedGraduated.upTo("5", TierPrice.of("10").withCap("30")).then("1");
        assertThat(capped.price(RatingInput.ofChanges(List.of(change("6", "6"))))
                        .total())
                .isEqualTo(Fraction.of(31));
    }

    /** Seat by seat, each at its place in the stack: the tiers only add up what lies in them. */
    @Property
    void costsWhatItsSeatsCostOneByOne(@ForAll @Size(max = 8) List<@IntRange(min = -9, max = 9) Integer> wanted) {
        var changes = new ArrayList<QuantityChange>();
        Fraction[] seats = new Fraction[100];
        Arrays.fill(seats, Fraction.ZERO);
        int level = 0;
        int peak = 0;
        for (int want : wanted) {
            Fraction left = Fraction.of(30L - changes.size(), 31);
            int next = Math.max(0, level + want);
            for (int seat = Math.min(level, next); seat < Math.max(level, next); seat++) {
                seats[seat] = next > level ? seats[seat].plus(left) : seats[seat].minus(left);
            }
            changes.add(new QuantityChange(
                    Fraction.of(next - level), Fraction.of(next - level).times(left)));
            level = next;
            peak = Math.max(peak, level);
        }
        Fraction expected = Fraction.of(peak > 5 ? 150 : 100);
        for (int seat = 0; seat < seats.length; seat++) {
            expected = expected.plus(seats[seat].times(Fraction.of(seat < 5 ? 10 : 5)));
        }
        assertThat(SEATS.price(RatingInput.ofChanges(changes)).total()).isEqualTo(expected);
    }

    @Test
    void refusesToTakeAwayMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(change("5", "3.5"), change("-6", "-1")))
                .withMessage("changes[1].quantity must not take away more than 5, but was -6");
    }

    @Test
    void refusesProratedUnitsThatAreNoPartOfTheUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change("5", "5.1"))
                .withMessage("prorated must lie between 0 and 5, but was 5.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change("-5", "1"))
                .withMessage("prorated must lie between 0 and -5, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change("0", "0.1"))
                .withMessage("prorated must lie between 0 and 0, but was 0.1");
    }

    @Test
    void isEqualToTheSameTiersWrittenOtherwise() {
        ProratedGraduated one = ProratedGraduated.upTo("5", "10").then("5");
        assertThat(ProratedGraduated.upTo("5.0", "1E+1").then("5.00"))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(ProratedGraduated.of(one.tiers())).isEqualTo(one);
        assertThat(SEATS).isNotEqualTo(one);
        assertThat(one).hasToString("prorated graduated: up to 5: 10 per unit, beyond: 5 per unit");
    }

    private static ChargeBreakdown price(QuantityChange... changes) {
        return SEATS.price(RatingInput.ofChanges(List.of(changes)));
    }

    private static QuantityChange change(String quantity, String prorated) {
        return new QuantityChange(Fraction.of(new BigDecimal(quantity)), Fraction.of(new BigDecimal(prorated)));
    }
}
