package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest implements MoneyArbitraries {

    @Property
    void addsAndMultipliesInAnyOrder(
            @ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b, @ForAll("fractions") Fraction c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    }

    @Property
    void hasANeutralAndAnInverseElement(@ForAll("fractions") Fraction a) {
        assertThat(a.plus(Fraction.ZERO)).isEqualTo(a);
        assertThat(a.times(Fraction.ONE)).isEqualTo(a);
        assertThat(a.plus(a.negated())).isEqualTo(Fraction.ZERO);
        assertThat(a.minus(a)).isEqualTo(Fraction.ZERO);
        if (a.signum() != 0) {
            assertThat(a.times(Fraction.ONE.dividedBy(a))).isEqualTo(Fraction.ONE);
        }
    }

    @Property
    void undoesAMultiplicationByADivision(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        if (b.signum() != 0) {
            assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
        }
    }

    @Property
    void standsInLowestTerms(@ForAll("digits") BigInteger a, @ForAll("digits") BigInteger b) {
        if (b.signum() != 0) {
            Fraction fraction = Fraction.of(a, b);
            assertThat(fraction.denominator()).isPositive();
            assertThat(fraction.numerator().gcd(fraction.denominator())).isEqualTo(BigInteger.ONE);
            assertThat(fraction.numerator().multiply(b)).isEqualTo(a.multiply(fraction.denominator()));
        }
    }

    @Property
    void roundsAsBigDecimalDivides(@ForAll("fractions") Fraction a, @ForAll("roundings") Rounding rounding) {
        BigDecimal expected = new BigDecimal(a.numerator())
                .divide(new BigDecimal(a.denominator()), rounding.scale(), rounding.mode());
        assertThat(a.round(rounding)).isEqualTo(expected);
        assertThat(a.round(rounding, EUR)).isEqualTo(Amount.exact(expected, EUR));
    }

    @Property
    void ordersAsTheDifferenceSays(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void isTheDecimalThatItWasMadeFrom(@ForAll("numbers") BigDecimal number) {
        Fraction fraction = Fraction.of(number);
        assertThat(new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator())))
                .isEqualByComparingTo(number);
        assertThat(dec(fraction.toString())).isEqualByComparingTo(number);
        assertThat(fraction)
                .isEqualTo(Fraction.of(number.setScale(36)))
                .hasSameHashCodeAs(Fraction.of(number.setScale(36)));
    }

    @ParameterizedTest(name = "{0} / {1} reads {2}")
    @CsvSource({
        "1600, 31, 1600/31",
        "7155, 1000, 7.155",
        "8, 16, 0.5",
        "-1, 3, -1/3",
        "1, -3, -1/3",
        "0, -5, 0",
        "10, 1, 10",
        "3, 1024, 0.0029296875"
    })
    void readsAsADecimalWhereItHasAnEnd(long numerator, long denominator, String text) {
        assertThat(Fraction.of(numerator, denominator)).hasToString(text);
    }

    @Test
    void isEqualInAnyTerms() {
        assertThat(Fraction.of(8, 16)).isEqualTo(Fraction.of(dec("0.50"))).hasSameHashCodeAs(Fraction.of(1, 2));
        assertThat(Fraction.of(3)).isEqualTo(Fraction.of(-6, -2));
        assertThat(Fraction.of(dec("1E+3"))).isEqualTo(Fraction.of(1000)).isEqualTo(Fraction.of(dec("1000.0")));
        assertThat(Fraction.of(Long.MIN_VALUE, -1).numerator()).isEqualTo(BigInteger.ONE.shiftLeft(63));
    }

    /** 16 of 31 days of 99.99: 99.99 · 16 / 31 = 51.6077…, and 119.00 / 1.19 = 100 without a rest. */
    @Test
    void leavesByOneRounding() {
        assertThat(Fraction.of(dec("99.99")).times(Fraction.of(16, 31)).round(Rounding.halfUp(2)))
                .isEqualTo(dec("51.61"));
        assertThat(Fraction.of(dec("119.00")).dividedBy(Fraction.of(dec("1.19"))))
                .isEqualTo(Fraction.of(100));
        assertThat(Fraction.of(1, 3).round(Rounding.halfUp(2), EUR)).isEqualTo(eur("0.33"));
    }

    @Test
    void refusesToRoundWhereNothingMayChange() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> Fraction.of(1, 3).round(Rounding.of(2, RoundingMode.UNNECESSARY)))
                .withMessage("result must be a whole number of the rounding's units, but was 100 / 3");
    }

    @Test
    void refusesADenominatorOfZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(1, 0))
                .withMessage("denominator must not be 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO))
                .withMessage("divisor must not be 0, but was 0");
    }

    @Test
    void refusesToGrowWithoutBounds() {
        var half = Fraction.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(2048));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> half.times(half))
                .withMessage("fraction must have at most 4096 bits above and below the line, but was 1 / 4097 bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(BigInteger.ONE.shiftLeft(1_000_000), BigInteger.ONE))
                .withMessage("numerator must have at most 4096 bits, but was a number of 1000001 bits");
    }

    @Test
    void picksTheSmallerAndTheLarger() {
        Fraction third = Fraction.of(1, 3);
        Fraction half = Fraction.of(1, 2);
        assertThat(third.min(half)).isEqualTo(third);
        assertThat(half.min(third)).isEqualTo(third);
        assertThat(third.max(half)).isEqualTo(half);
        assertThat(half.max(third)).isEqualTo(half);
    }

    @Test
    void isWholeWhereNothingStandsBelowTheLine() {
        assertThat(Fraction.of(-6, 2).isWhole()).isTrue();
        assertThat(Fraction.ZERO.isWhole()).isTrue();
        assertThat(Fraction.of(7, 2).isWhole()).isFalse();
    }

    @Test
    void differsByEitherNumber() {
        assertThat(Fraction.of(1, 2))
                .isNotEqualTo(Fraction.of(1, 3))
                .isNotEqualTo(Fraction.of(3, 2))
                .isNotEqualTo(dec("0.5"));
    }

    /** 2^4095 is the largest power of two of 4096 bits. */
    @Test
    void hasUpTo4096BitsAboveAndBelowTheLine() {
        BigInteger most = BigInteger.ONE.shiftLeft(4095);
        assertThat(Fraction.of(most, BigInteger.ONE).numerator()).isEqualTo(most);
        assertThat(Fraction.of(BigInteger.ONE, most).denominator()).isEqualTo(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(BigInteger.ONE, most.shiftLeft(1)))
                .withMessage("denominator must have at most 4096 bits, but was a number of 4097 bits");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> Fraction.of(most, BigInteger.ONE).times(Fraction.of(2)))
                .withMessage("fraction must have at most 4096 bits above and below the line, but was 4097 / 1 bits");
    }
}
