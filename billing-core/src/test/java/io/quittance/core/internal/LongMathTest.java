package io.quittance.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongMathTest {

    @Property
    void dividesAsBigDecimalDoes(
            @ForAll long dividend, @ForAll @Positive long divisor, @ForAll("modes") RoundingMode mode) {
        assertDivides(dividend, divisor, mode);
    }

    /** Small divisors, so that every second quotient or so is a tie. */
    @Property
    void dividesTiesAsBigDecimalDoes(
            @ForAll long dividend,
            @ForAll @LongRange(min = 1, max = 20) long divisor,
            @ForAll("modes") RoundingMode mode) {
        assertDivides(dividend, divisor, mode);
    }

    /** RoundingMode's own Javadoc gives this table. */
    @ParameterizedTest(name = "{0} tenths")
    @CsvSource({
        "55, 6, 5, 6, 5, 6, 5, 6",
        "25, 3, 2, 3, 2, 3, 2, 2",
        "16, 2, 1, 2, 1, 2, 2, 2",
        "11, 2, 1, 2, 1, 1, 1, 1",
        "10, 1, 1, 1, 1, 1, 1, 1",
        "-10, -1, -1, -1, -1, -1, -1, -1",
        "-11, -2, -1, -1, -2, -1, -1, -1",
        "-16, -2, -1, -1, -2, -2, -2, -2",
        "-25, -3, -2, -2, -3, -3, -2, -2",
        "-55, -6, -5, -5, -6, -6, -5, -6"
    })
    void roundsAsTheTableOfRoundingModeSays(
            long tenths, long up, long down, long ceiling, long floor, long halfUp, long halfDown, long halfEven) {
        assertThat(LongMath.divide(tenths, 10, RoundingMode.UP)).isEqualTo(up);
        assertThat(LongMath.divide(tenths, 10, RoundingMode.DOWN)).isEqualTo(down);
        assertThat(LongMath.divide(tenths, 10, RoundingMode.CEILING)).isEqualTo(ceiling);
        assertThat(LongMath.divide(tenths, 10, RoundingMode.FLOOR)).isEqualTo(floor);
        assertThat(LongMath.divide(tenths, 10, RoundingMode.HALF_UP)).isEqualTo(halfUp);
        assertThat(LongMath.divide(tenths, 10, RoundingMode.HALF_DOWN)).isEqualTo(halfDown);
        assertThat(LongMath.divide(tenths, 10, RoundingMode.HALF_EVEN)).isEqualTo(halfEven);
    }

    @Property
    void knowsWhichProductsFit(@ForAll long a, @ForAll long b) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        assertThat(LongMath.fitsProduct(a, b)).isEqualTo(product.bitLength() < Long.SIZE);
    }

    @ParameterizedTest(name = "{0} · {1}: {2}")
    @CsvSource({
        "9223372036854775807, 1, true", "-9223372036854775808, 1, true", "-9223372036854775808, -1, false",
        "3037000499, 3037000499, true", "3037000500, 3037000500, false", "4611686018427387904, 2, false",
        "-4611686018427387904, 2, true", "0, -9223372036854775808, true"
    })
    void knowsTheEdgesOfTheLong(long a, long b, boolean fits) {
        assertThat(LongMath.fitsProduct(a, b)).isEqualTo(fits);
    }

    @Property
    void knowsThePowersOfTen(@ForAll @IntRange(min = 0, max = LongMath.MAX_POWER) int exponent) {
        assertThat(LongMath.powerOfTen(exponent))
                .isEqualTo(BigInteger.TEN.pow(exponent).longValueExact());
    }

    @Test
    void refusesARestWhereNoneMayBe() {
        assertThat(LongMath.divide(6, 3, RoundingMode.UNNECESSARY)).isEqualTo(2);
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> LongMath.divide(7, 3, RoundingMode.UNNECESSARY))
                .withMessage("result must be a whole number of the rounding's units, but was 7 / 3");
        BigInteger three = BigInteger.valueOf(3);
        assertThat(LongMath.divide(BigInteger.valueOf(6), three, RoundingMode.UNNECESSARY))
                .isEqualTo(2);
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> LongMath.divide(BigInteger.valueOf(-7), three, RoundingMode.UNNECESSARY))
                .withMessage("result must be a whole number of the rounding's units, but was -7 / 3");
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    private static void assertDivides(long dividend, long divisor, RoundingMode mode) {
        BigInteger expected = BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, mode)
                .unscaledValue();
        assertThat(BigInteger.valueOf(LongMath.divide(dividend, divisor, mode))).isEqualTo(expected);
        assertThat(LongMath.divide(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor), mode))
                .isEqualTo(expected);
    }
}
