package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An amount is kept in a long while it fits, and nobody sees where that ends: at 9223372036854775807, or at
 * 92233720368547758.07 with two places. The numbers are added by hand.
 */
class AmountAtTheEndOfLongTest implements MoneyArbitraries {
    /** 0.00000000000000000005: twenty places, more than a power of ten in a long can shift by. */
    private static final Amount TINY = eur("0.0000000001").multiply(dec("0.0000000005"));

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "9223372036854775807, 1, 9223372036854775808",
        "9223372036854775807, 9223372036854775807, 18446744073709551614",
        "-9223372036854775808, -1, -9223372036854775809",
        "9223372036854775807, -9223372036854775808, -1",
        // one number that loses its long when it gets the places of the other
        "9000000000000000000, 0.1, 9000000000000000000.1",
        "-9000000000000000000, 0.01, -8999999999999999999.99",
        // both keep theirs, and the sum does not
        "900000000000000000, 922337203685477580.7, 1822337203685477580.7",
        "-900000000000000000, -922337203685477580.8, -1822337203685477580.8",
        "100000000000000000000, -1, 99999999999999999999"
    })
    void addsBeyondIt(String one, String other, String sum) {
        assertThat(eur(one).add(eur(other))).isEqualTo(eur(sum));
        assertThat(eur(other).add(eur(one))).isEqualTo(eur(sum));
    }

    @ParameterizedTest(name = "{0} - {1} = {2}")
    @CsvSource({
        "9223372036854775807, -1, 9223372036854775808",
        "-9223372036854775808, 1, -9223372036854775809",
        "-2, 9223372036854775807, -9223372036854775809",
        "0, -9223372036854775808, 9223372036854775808",
        "-1, -9223372036854775808, 9223372036854775807",
        "100000000000000000000, 1, 99999999999999999999",
        "1, 100000000000000000000, -99999999999999999999",
        "100000000000000000000, 100000000000000000000, 0"
    })
    void subtractsBeyondIt(String minuend, String subtrahend, String difference) {
        assertThat(eur(minuend).subtract(eur(subtrahend))).isEqualTo(eur(difference));
    }

    /** 3037000500 is the first number whose square does not fit: 9223372037000250000. */
    @ParameterizedTest(name = "{0} x {1} = {2}")
    @CsvSource({
        "3037000500, 3037000500, 9223372037000250000",
        "-9223372036854775808, -1, 9223372036854775808",
        "9223372036854775807, -2, -18446744073709551614",
        "100000000000000000000, 3, 300000000000000000000"
    })
    void multipliesBeyondIt(String amount, long factor, String product) {
        assertThat(eur(amount).multiply(factor)).isEqualTo(eur(product));
        assertThat(eur(amount).multiply(BigDecimal.valueOf(factor))).isEqualTo(eur(product));
    }

    @Test
    void multipliesByATenthOfAnythingAsByTheNumberWrittenOut() {
        assertThat(eur("5").multiply(dec("1E+2"))).isEqualTo(eur("500")).hasSameHashCodeAs(eur("500"));
        assertThat(eur("5").multiply(dec("1.00"))).isEqualTo(eur("5"));
    }

    @Test
    void addsWhatHasMorePlacesThanAPowerOfTenHas() {
        assertThat(eur("1").add(TINY).toBigDecimal()).isEqualByComparingTo("1.00000000000000000005");
        assertThat(TINY.subtract(eur("1")).toBigDecimal()).isEqualByComparingTo("-0.99999999999999999995");
    }

    @Test
    void changesTheSignOfTheSmallestLong() {
        assertThat(eur("-9223372036854775808").negate()).isEqualTo(eur("9223372036854775808"));
        assertThat(eur("-9223372036854775808").abs()).isEqualTo(eur("9223372036854775808"));
        assertThat(eur("100000000000000000000").negate()).isEqualTo(eur("-100000000000000000000"));
    }

    @Test
    void comparesAcrossIt() {
        assertThat(eur("100000000000000000000")).isGreaterThan(eur("0")).isGreaterThan(eur("1"));
        assertThat(eur("-100000000000000000000")).isLessThan(eur("0")).isLessThan(eur("-1"));
        assertThat(eur("0")).isLessThan(eur("100000000000000000000"));
        assertThat(eur("100000000000000000001")).isGreaterThan(eur("100000000000000000000"));
    }

    /** 5·10^-20 up to whole euros is 1; half up it is 0. */
    @Test
    void roundsAndProratesMorePlacesThanAPowerOfTenHas() {
        Rounding up = Rounding.of(0, RoundingMode.UP);
        assertThat(TINY.rounded(up)).isEqualTo(eur("1"));
        assertThat(TINY.rounded(Rounding.halfUp(0))).isEqualTo(eur("0"));
        assertThat(TINY.prorated(1, 1, up)).isEqualTo(eur("1"));
        assertThat(TINY.prorated(1, 1, Rounding.halfUp(0))).isEqualTo(eur("0"));
        assertThat(eur("10000000000000000000.5").rounded(Rounding.halfUp(0))).isEqualTo(eur("10000000000000000001"));
    }

    /** A third of 9·10^18; 5.0 over the largest long is more than nothing; twice the largest long by one half is itself. */
    @Test
    void proratesWhereAnIntermediateNumberDoesNotFit() {
        assertThat(eur("9000000000000000000").prorated(1, 3, Rounding.halfUp(2)))
                .isEqualTo(eur("3000000000000000000"));
        assertThat(eur("5.0").prorated(1, Long.MAX_VALUE, Rounding.of(0, RoundingMode.UP)))
                .isEqualTo(eur("1"));
        assertThat(eur("9223372036854775807").prorated(2, 2, Rounding.halfUp(0)))
                .isEqualTo(eur("9223372036854775807"));
        assertThat(eur("100.00").prorated(-16, -31, Rounding.halfUp(2))).isEqualTo(eur("51.61"));
    }

    @Test
    void comparesWhatHasTheSamePlaces() {
        assertThat(eur("7.10")).isLessThan(eur("7.16"));
        assertThat(eur("7.16")).isGreaterThan(eur("7.10"));
        assertThat(eur("7.10").compareTo(eur("7.10"))).isZero();
        assertThat(eur("7.10").isEqualTo(eur("7.16"))).isFalse();
    }

    @Test
    void picksAmongEqualAmounts() {
        Amount one = eur("1");
        Amount same = eur("1.00");
        assertThat(one.isGreaterThan(same)).isFalse();
        assertThat(one.isGreaterThanOrEqualTo(same)).isTrue();
        assertThat(one.isLessThan(same)).isFalse();
        assertThat(one.isLessThanOrEqualTo(same)).isTrue();
        assertThat(one.min(same)).isSameAs(one);
        assertThat(one.max(same)).isSameAs(one);
    }
}
