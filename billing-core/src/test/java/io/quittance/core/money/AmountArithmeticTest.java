package io.quittance.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** An amount computes as {@link BigDecimal} does, also where the long overflows, or refuses what is beyond its bounds. */
class AmountArithmeticTest implements MoneyArbitraries {

    @Property
    void keepsTheNumber(@ForAll("numbers") BigDecimal number) {
        assertThat(Amount.of(number, EUR).toBigDecimal()).isEqualTo(number);
        assertThat(Amount.of(number.toPlainString(), EUR)).isEqualTo(Amount.of(number, EUR));
    }

    @Property
    void addsAndSubtracts(@ForAll("results") Amount a, @ForAll("results") Amount b) {
        assertIs(a.toBigDecimal().add(b.toBigDecimal()), () -> a.add(b));
        assertIs(a.toBigDecimal().subtract(b.toBigDecimal()), () -> a.subtract(b));
    }

    @Property
    void multiplies(@ForAll("results") Amount a, @ForAll("numbers") BigDecimal factor, @ForAll long whole) {
        assertIs(a.toBigDecimal().multiply(factor), () -> a.multiply(factor));
        assertIs(a.toBigDecimal().multiply(BigDecimal.valueOf(whole)), () -> a.multiply(whole));
        assertIs(a.toBigDecimal().multiply(BigDecimal.valueOf(whole)), () -> a.multiply(BigInteger.valueOf(whole)));
    }

    @Property
    void dividesToWholeQuotientAndRemainder(@ForAll("results") Amount a, @ForAll("numbers") BigDecimal divisor) {
        if (divisor.signum() == 0) {
            return;
        }
        BigDecimal[] expected = a.toBigDecimal().divideAndRemainder(divisor);
        assertIs(expected[0], () -> a.divideToIntegralValue(divisor));
        assertIs(expected[1], () -> a.remainder(divisor));
        if (isWithinBounds(expected[0]) && isWithinBounds(expected[1])) {
            assertThat(a.divideAndRemainder(divisor))
                    .containsExactly(Amount.exact(expected[0], EUR), Amount.exact(expected[1], EUR));
        }
    }

    @Property
    void dividesExactlyOrRefuses(@ForAll("amounts") Amount a, @ForAll("numbers") BigDecimal divisor) {
        if (divisor.signum() == 0) {
            return;
        }
        Fraction quotient = a.toFraction().dividedBy(Fraction.of(divisor));
        try {
            assertThat(a.divide(divisor).toFraction()).isEqualTo(quotient);
        } catch (InexactResultException e) {
            BigInteger bound = BigInteger.TEN.pow(36);
            boolean isShort = bound.mod(quotient.denominator()).signum() == 0
                    && quotient.numerator().abs().compareTo(BigInteger.TEN.pow(39)) < 0;
            assertThat(isShort).as("refused %s / %s: %s", a, divisor, e.code()).isFalse();
        }
    }

    @Property
    void dividesAProductBackToItsFactor(@ForAll("amounts") Amount a, @ForAll("numbers") BigDecimal factor) {
        if (factor.signum() != 0) {
            assertThat(a.multiply(factor).divide(factor)).isEqualTo(a);
        }
    }

    @Property
    void movesThePoint(@ForAll("results") Amount a, @ForAll @IntRange(min = -112, max = 112) int power) {
        assertIs(a.toBigDecimal().scaleByPowerOfTen(power), () -> a.scaleByPowerOfTen(power));
    }

    @Property
    void changesSigns(@ForAll("results") Amount a) {
        assertIs(a.toBigDecimal().negate(), a::negate);
        assertIs(a.toBigDecimal().abs(), a::abs);
        assertIs(a.toBigDecimal(), a::plus);
        assertIs(a.toBigDecimal(), a::stripTrailingZeros);
        assertThat(a.signum()).isEqualTo(a.toBigDecimal().signum());
        assertThat(a.isZero()).isEqualTo(a.signum() == 0);
        assertThat(a.isNegative()).isEqualTo(a.signum() < 0);
    }

    @Property
    void comparesAndPicks(@ForAll("results") Amount a, @ForAll("results") Amount b) {
        int expected = Integer.signum(a.toBigDecimal().compareTo(b.toBigDecimal()));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
        assertThat(a.isGreaterThan(b)).isEqualTo(expected > 0);
        assertThat(a.isGreaterThanOrEqualTo(b)).isEqualTo(expected >= 0);
        assertThat(a.isLessThan(b)).isEqualTo(expected < 0);
        assertThat(a.isLessThanOrEqualTo(b)).isEqualTo(expected <= 0);
        assertThat(a.isEqualTo(b)).isEqualTo(expected == 0);
        assertThat(a.min(b)).isSameAs(expected <= 0 ? a : b);
        assertThat(a.max(b)).isSameAs(expected >= 0 ? a : b);
    }

    @Property
    void roundsAsBigDecimalDoes(@ForAll("results") Amount a, @ForAll("roundings") Rounding rounding) {
        BigDecimal number = a.toBigDecimal();
        assertIs(number.setScale(rounding.scale(), rounding.mode()), () -> a.rounded(rounding));
    }

    @Property
    void proratesWithOneRounding(
            @ForAll("results") Amount a,
            @ForAll long part,
            @ForAll long whole,
            @ForAll("roundings") Rounding rounding) {
        if (whole != 0) {
            BigDecimal dividend = a.toBigDecimal().multiply(BigDecimal.valueOf(part));
            BigDecimal expected = dividend.divide(BigDecimal.valueOf(whole), rounding.scale(), rounding.mode());
            assertIs(expected, () -> a.prorated(part, whole, rounding));
        }
    }

    @Property
    void proratesByDays(
            @ForAll("amounts") Amount a,
            @ForAll @IntRange(min = 0, max = 366) int part,
            @ForAll @IntRange(min = 1, max = 366) int whole,
            @ForAll("roundings") Rounding rounding) {
        BigDecimal dividend = a.toBigDecimal().multiply(BigDecimal.valueOf(part));
        BigDecimal expected = dividend.divide(BigDecimal.valueOf(whole), rounding.scale(), rounding.mode());
        assertIs(expected, () -> a.prorated(part, whole, rounding));
    }

    @Property
    void multipliesByAFractionWithOneRounding(
            @ForAll("results") Amount a, @ForAll("fractions") Fraction factor, @ForAll("roundings") Rounding rounding) {
        BigDecimal expected = a.toBigDecimal()
                .multiply(new BigDecimal(factor.numerator()))
                .divide(new BigDecimal(factor.denominator()), rounding.scale(), rounding.mode());
        assertIs(expected, () -> a.times(factor, rounding));
    }

    @Property
    void isAWholeNumberOfUnitsOrRefuses(@ForAll("results") Amount a, @ForAll @IntRange(min = 0, max = 18) int places) {
        BigDecimal units = a.toBigDecimal().movePointRight(places);
        try {
            assertThat(BigDecimal.valueOf(a.toUnscaledLong(places))).isEqualByComparingTo(units);
        } catch (InexactResultException e) {
            boolean fits = units.remainder(BigDecimal.ONE).signum() == 0
                    && units.setScale(0, RoundingMode.DOWN).toBigInteger().bitLength() < Long.SIZE;
            assertThat(fits).as(e.getMessage()).isFalse();
        }
    }

    private static void assertIs(BigDecimal expected, Supplier<Amount> computation) {
        if (isWithinBounds(expected)) {
            assertThat(computation.get().toBigDecimal()).isEqualByComparingTo(expected);
        } else {
            assertThatExceptionOfType(InexactResultException.class).isThrownBy(computation::get);
        }
    }

    /** Computed in another way than the code does it: at most 36 decimal places, less than 10^76 units of the last. */
    private static boolean isWithinBounds(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        BigDecimal plain = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        return plain.scale() <= 36 && plain.unscaledValue().abs().compareTo(BigInteger.TEN.pow(76)) < 0;
    }
}
