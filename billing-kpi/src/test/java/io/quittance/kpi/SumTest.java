package io.quittance.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Fraction;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums are exact up to a quarter of the bits of a fraction below the line, 1024, and twice as many above it. */
class SumTest {
    private static BigInteger ofBits(int bits) {
        return BigInteger.TWO.pow(bits - 1);
    }

    @Test
    void aDenominatorMayHaveAQuarterOfTheBits() {
        Fraction longest = Fraction.of(BigInteger.ONE, ofBits(1024));
        assertThat(Sum.exactly(List.of(longest))).contains(longest);
        assertThat(Sum.exactly(List.of(Fraction.of(BigInteger.ONE, ofBits(1025)))))
                .isEmpty();
    }

    @Test
    void aNumeratorMayHaveHalfOfThem() {
        Fraction half = Fraction.of(ofBits(2047), BigInteger.ONE);
        Fraction whole = Fraction.of(ofBits(2048), BigInteger.ONE);
        assertThat(Sum.exactly(List.of(half, half))).contains(whole);
        assertThat(Sum.exactly(List.of(whole, whole))).isEmpty();
    }
}
