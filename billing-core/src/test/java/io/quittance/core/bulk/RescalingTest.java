package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.internal.LongMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RescalingTest {

    private static BigInteger expected(BigInteger number, int from, int to, int shown, RoundingMode mode) {
        BigDecimal exact = new BigDecimal(number, from);
        BigDecimal rounded = from > to ? exact.setScale(to, mode) : exact;
        return rounded.setScale(shown).unscaledValue();
    }

    /** Either way is what BigDecimal says; in longs it may give up, where 63 bits are nearly used. */
    private static void assertRescales(long number, int from, int to, int shown, RoundingMode mode) {
        var rescaling = new Rescaling(from, to, shown, mode);
        BigInteger expected = expected(BigInteger.valueOf(number), from, to, shown, mode);
        assertThat(rescaling.apply(BigInteger.valueOf(number))).isEqualTo(expected);
        long fast = rescaling.apply(number);
        if (rescaling.isPlain() && number >= 0 && number <= 1L << 62) {
            assertThat(rescaling.quotient(number)).isEqualTo(fast);
        }
        assertThat(rescaling.product(number, 1)).isEqualTo(fast);
        if (fast != Rescaling.LARGE) {
            assertThat(BigInteger.valueOf(fast)).isEqualTo(expected);
        } else if (from - to <= LongMath.MAX_POWER) {
            assertThat(Math.max(BigInteger.valueOf(number).bitLength(), expected.bitLength()))
                    .isGreaterThanOrEqualTo(62);
        }
    }

    @Property
    void roundsAsBigDecimalDoes(
            @ForAll("numbers") long number,
            @ForAll @IntRange(max = 36) int from,
            @ForAll @IntRange(max = 18) int to,
            @ForAll @IntRange(max = 18) int more,
            @ForAll("modes") RoundingMode mode) {
        assertRescales(number, from, to, Math.min(to + more, 18), mode);
    }

    /** Where a quotient that is computed by a product would first be wrong: next to multiples, and in their middle. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void roundsAtTheEdgesOfEveryPowerOfTen(RoundingMode mode) {
        for (int digits = 0; digits <= LongMath.MAX_POWER; digits++) {
            long divisor = LongMath.powerOfTen(digits);
            long largest = Long.MAX_VALUE / divisor;
            for (long multiple : new long[] {0, 1, 2, 3, largest / 2, largest - 1, largest}) {
                for (long rest : new long[] {0, 1, divisor / 2 - 1, divisor / 2, divisor / 2 + 1, divisor - 1}) {
                    long number = multiple * divisor + Math.max(0, rest);
                    assertRescales(number, digits, 0, 0, mode);
                    assertRescales(-number, digits, 0, 0, mode);
                }
            }
            assertRescales(Long.MAX_VALUE, digits, 0, 0, mode);
            assertRescales(Long.MIN_VALUE, digits, 0, 0, mode);
        }
    }

    /** 7.155 at 2 places is 7.16 and at 1 place 7.2; a credit mirrors it; 7 at 2 places is 7.00. */
    @ParameterizedTest(name = "{0} of scale {1}, at {2}, shown with {3}: {4}")
    @CsvSource({
        "7155, 3, 2, 3, 7160",
        "7155, 3, 1, 2, 720",
        "-7155, 3, 2, 2, -716",
        "7, 0, 2, 2, 700",
        "7, 0, 2, 3, 7000"
    })
    void roundsHalfUpAndShows(long number, int from, int to, int shown, long expected) {
        assertThat(new Rescaling(from, to, shown, RoundingMode.HALF_UP).apply(number))
                .isEqualTo(expected);
    }

    /** 0.5 and 1.5, 2.5: to the even neighbour. */
    @Test
    void tiesGoToTheEvenNeighbour() {
        var whole = new Rescaling(1, 0, 0, RoundingMode.HALF_EVEN);
        assertThat(whole.apply(5)).isZero();
        assertThat(whole.apply(15)).isEqualTo(2);
        assertThat(whole.apply(-25)).isEqualTo(-2);
        assertThat(new Rescaling(0, 0, 0, RoundingMode.HALF_EVEN).apply(3)).isEqualTo(3);
    }

    @Test
    void whatDoesNotFitIsLeftToLargerNumbers() {
        assertThat(new Rescaling(0, 1, 1, RoundingMode.UP).apply(Long.MAX_VALUE))
                .isEqualTo(Rescaling.LARGE);
        assertThat(new Rescaling(0, 1, 1, RoundingMode.UP).apply(BigInteger.valueOf(Long.MAX_VALUE)))
                .isEqualTo("92233720368547758070");
        assertThat(new Rescaling(19, 0, 0, RoundingMode.UP).apply(1)).isEqualTo(Rescaling.LARGE);
        assertThat(new Rescaling(19, 0, 0, RoundingMode.UP).apply(BigInteger.ONE))
                .isEqualTo(1);
    }

    @Test
    void refusesARestWhereNoneMayBe() {
        var exact = new Rescaling(3, 2, 2, RoundingMode.UNNECESSARY);
        assertThat(exact.apply(7150)).isEqualTo(Rescaling.LARGE);
        assertThat(exact.apply(Long.MIN_VALUE)).isEqualTo(Rescaling.LARGE);
        assertThat(exact.apply(BigInteger.valueOf(7150))).isEqualTo(715);
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> exact.apply(BigInteger.valueOf(7155)))
                .withMessage("result must be a whole number of the rounding's units, but was 7155 / 10");
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-10_000_000, 10_000_000));
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }
}
