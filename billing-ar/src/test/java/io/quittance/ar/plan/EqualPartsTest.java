package io.quittance.ar.plan;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualPartsTest {
    /** apache/fineract: 1000 in six parts of 1, and by hand: the last takes what the unit leaves. */
    @ParameterizedTest(name = "{0} in {1} parts of {2}, {3}: {4} and {5}")
    @CsvSource({
        "1000, 6, 1, HALF_EVEN, 167, 165",
        "250, 2, 1, HALF_EVEN, 125, 125",
        "375, 2, 1, HALF_EVEN, 188, 187",
        "125, 2, 1, HALF_EVEN, 62, 63",
        "250.50, 2, 1, HALF_EVEN, 125, 125.50",
        "100, 3, 0.01, HALF_UP, 33.33, 33.34",
        "1000, 7, 50, DOWN, 100, 400",
        "10, 1, 50, HALF_UP, 0, 10",
        "0, 2, 1, HALF_UP, 0, 0"
    })
    void theLastTakesTheRest(String total, int parts, String unit, RoundingMode mode, String expected, String last) {
        List<Amount> amounts = EqualParts.of(unit, mode).split(eur(total), parts);
        assertThat(amounts).hasSize(parts);
        assertThat(amounts.subList(0, parts - 1)).allMatch(eur(expected)::equals);
        assertThat(amounts.get(parts - 1)).isEqualTo(eur(last));
    }

    @Property
    void partsAddUpAndDifferByNoMoreThanTheUnitsThatWereRounded(
            @ForAll @LongRange(min = 0, max = 100_000_000) long cents,
            @ForAll @IntRange(min = 1, max = 1_200) int parts,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        Amount total = Amount.ofMinor(cents, eur("0").getCurrency());
        EqualParts down = new EqualParts(new BigDecimal("0.01"), RoundingMode.DOWN);
        List<Amount> amounts =
                (cents > 100L * parts ? down : new EqualParts(BigDecimal.ONE, RoundingMode.FLOOR)).split(total, parts);
        assertThat(amounts.stream().reduce(eur("0"), Amount::add)).isEqualTo(total);
        try {
            List<Amount> rounded = new EqualParts(new BigDecimal("0.01"), mode).split(total, parts);
            assertThat(rounded.stream().reduce(eur("0"), Amount::add)).isEqualTo(total);
            assertThat(rounded).allMatch(amount -> amount.signum() >= 0);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("must leave nothing below 0");
            assertThat(cents).isLessThan((long) parts * parts);
        }
    }

    @Example
    void refusesAUnitThatIsTooCoarse() {
        EqualParts whole = EqualParts.of("1", RoundingMode.HALF_UP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.split(eur("5"), 8))
                .withMessage("unit must leave nothing below 0 for the last of 8 parts of EUR 5.00, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EqualParts.of("0.001", RoundingMode.HALF_UP).split(eur("5"), 2))
                .withMessage("unit must have at most 2 decimal places, but was EUR 0.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.split(eur("5"), 0))
                .withMessage("parts must be between 1 and 1200, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.split(eur("5000"), 1201))
                .withMessage("parts must be between 1 and 1200, but was 1201");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.split(eur("-5"), 1))
                .withMessage("total must not be negative, but was EUR -5.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EqualParts.of("0", RoundingMode.HALF_UP))
                .withMessage("unit must be more than 0, but was 0");
        assertThat(EqualParts.of("1.00", RoundingMode.HALF_UP)).isEqualTo(whole).hasToString("parts of 1, HALF_UP");
    }
}
