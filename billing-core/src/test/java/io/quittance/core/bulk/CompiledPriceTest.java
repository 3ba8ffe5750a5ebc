package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.SerialStreams;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledPriceTest {
    private static final CompiledPrice CALLS = CompiledPrice.inScale(3)
            .from("0", "0", "0.10")
            .above("1000", "100", "0.08")
            .compile();

    /** 1000 × 0.10 = 100; what is above costs 0.08 each: 0.5 of a unit 0.04. */
    @ParameterizedTest(name = "{0} thousandths cost {1} cents")
    @CsvSource({"0, 0", "1, 0", "50, 1", "1000000, 10000", "1000500, 10004", "1001000, 10008", "2000000, 18000"})
    void pricesByTheTierOfEachUnit(long thousandths, long cents) {
        assertThat(CALLS.priced(thousandths, 2, RoundingMode.HALF_UP)).isEqualTo(cents);
        assertThat(CALLS.price(BigDecimal.valueOf(thousandths, 3), 2, RoundingMode.HALF_UP))
                .isEqualTo(BigDecimal.valueOf(cents, 2));
    }

    /** Up to 10 units 5 each and 1 once, beyond 4 each for all of them: volume prices fall at a bound. */
    @Test
    void pricesWhatFallsOrJumpsAtABound() {
        CompiledPrice volume = CompiledPrice.inScale(0)
                .from("0", "1", "5")
                .above("10", "40", "4")
                .compile();
        assertThat(volume.priced(0, 0, RoundingMode.DOWN)).isEqualTo(1);
        assertThat(volume.priced(10, 0, RoundingMode.DOWN)).isEqualTo(51);
        assertThat(volume.priced(11, 0, RoundingMode.DOWN)).isEqualTo(44);
    }

    @Test
    void aPieceThatBeginsBetweenTwoQuantitiesBeginsAtTheNext() {
        CompiledPrice fine = CompiledPrice.inScale(0)
                .from("0", "0", "1")
                .above("1.2", "100", "1")
                .above("1.5", "200", "1")
                .from("2.5", "300", "0")
                .compile();
        assertThat(fine.priced(1, 1, RoundingMode.UP)).isEqualTo(10);
        assertThat(fine.priced(2, 1, RoundingMode.UP)).isEqualTo(2005);
        assertThat(fine.priced(3, 1, RoundingMode.UP)).isEqualTo(3000);
    }

    /** 9,223,372,036,854,775,807 × 3 does not fit in a long; half of it does, and so does a third at scale 0. */
    @Test
    void sendsTheCallerToDecimalsWhereALongDoesNotSuffice() {
        CompiledPrice three = CompiledPrice.inScale(0).from("0", "0", "3").compile();
        long third = Long.MAX_VALUE / 3;
        assertThat(three.priced(third, 0, RoundingMode.UP)).isEqualTo(third * 3);
        assertThat(three.priced(third, 1, RoundingMode.UP)).isEqualTo(LinePrice.LARGE);
        assertThat(three.priced(third + 1, 0, RoundingMode.UP)).isEqualTo(LinePrice.LARGE);
        assertThat(three.priced(-1, 0, RoundingMode.UP)).isEqualTo(LinePrice.LARGE);
        assertThat(three.price(new BigDecimal(Long.MAX_VALUE), 0, RoundingMode.UP))
                .isEqualTo(new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3))));
    }

    @Test
    void knowsUpToWhereItFits() {
        CompiledPrice twoTiers = CompiledPrice.inScale(0)
                .from("0", "0", "1")
                .above("1000", "1000", "4611686018427387904")
                .compile();
        assertThat(twoTiers.largest()).isEqualTo(1000);
        assertThat(CompiledPrice.inScale(0)
                        .from("0", "9223372036854775808", "0")
                        .compile()
                        .largest())
                .isEqualTo(-1);
        assertThat(CALLS.largest()).isEqualTo((Long.MAX_VALUE - 20 * 100_000) / 8);
    }

    @Test
    void refusesWhatItCannotPrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.price(new BigDecimal("-1"), 2, RoundingMode.HALF_UP))
                .withMessage("quantity must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.price(new BigDecimal("0.0001"), 2, RoundingMode.HALF_UP))
                .withMessage("quantity must have at most 3 decimal places, but was 0.0001");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> CALLS.price(new BigDecimal("0.001"), 2, RoundingMode.UNNECESSARY))
                .withMessage("result must be a whole number of the rounding's units, but was 10 / 1000");
    }

    /** At once, whatever the number: to write 10^20,000,000 out takes half a minute. */
    @ParameterizedTest
    @CsvSource({"1E+20000000, 1E+20000000", "1E+76, 1E+76", "-1E+20000000, -1E+20000000"})
    void refusesAQuantityThatIsLongerThanASum(BigDecimal quantity, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.price(quantity, 2, RoundingMode.HALF_UP))
                .withMessage("quantity must have at most 76 digits, but was " + shown);
    }

    /** 100 + 0.08 × (10^40 − 1000) = 8 × 10^38 + 20. */
    @Test
    void pricesASumThatIsLongerThanANumberFromOutside() {
        assertThat(CALLS.price(new BigDecimal("1E+40"), 2, RoundingMode.HALF_UP))
                .isEqualTo(new BigDecimal("8E+38").add(new BigDecimal("20.00")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 19, 40})
    void refusesToRoundToAScaleThatNoLineHas(int scale) {
        String message = "scale must be between 0 and 18, but was " + scale;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.priced(1, scale, RoundingMode.HALF_UP))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.price(BigDecimal.ONE, scale, RoundingMode.HALF_UP))
                .withMessage(message);
    }

    @Test
    void refusesPiecesThatDoNotCoverAllQuantitiesOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledPrice.inScale(3).above("0", "0", "1"))
                .withMessage("lower must be from 0 for the first piece, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledPrice.inScale(3)
                        .from("0", "0", "1")
                        .from("5", "1", "1")
                        .from("5", "2", "1"))
                .withMessage("lower must be more than 5, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledPrice.inScale(3).from("0", "0", "-1"))
                .withMessage("unitPrice must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledPrice.inScale(19))
                .withMessage("quantityScale must be between 0 and 18, but was 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledPrice.inScale(3).compile())
                .withMessage("pieces must not be empty");
    }

    @Test
    void isCompiledAgainOnTheWayBackIn() throws IOException, ClassNotFoundException {
        CompiledPrice copy = SerialStreams.copy(CALLS);
        assertThat(copy).isEqualTo(CALLS).hasSameHashCodeAs(CALLS);
        assertThat(copy.priced(1_001_000, 2, RoundingMode.HALF_UP)).isEqualTo(10_008);
        assertThat(CALLS).hasToString("from 0: 0 + 0.10 per unit, above 1000: 100 + 0.08 per unit");
        assertThat(CompiledPrice.inScale(3).from("0", "0", "0.1").compile()).isNotEqualTo(CALLS);
    }
}
