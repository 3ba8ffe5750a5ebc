package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.LongStream;
import javax.money.CurrencyUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal numbers of one currency are equal amounts, however they are written or kept. */
class AmountEqualityTest implements MoneyArbitraries {

    @Property
    void isEqualWhateverZerosTrail(@ForAll("numbers") BigDecimal number, @ForAll @IntRange(max = 38) int zeros) {
        Amount plain = Amount.of(number, EUR);
        Amount padded = Amount.exact(number.setScale(Math.min(36, number.scale() + zeros)), EUR);
        assertThat(padded).isEqualTo(plain).hasSameHashCodeAs(plain).isEqualByComparingTo(plain);
        assertThat(padded).hasToString(plain.toString());
    }

    @Property
    void isEqualHoweverItWasComputed(@ForAll("amounts") Amount a, @ForAll("amounts") Amount b) {
        Amount there = a.add(b).subtract(b);
        assertThat(there).isEqualTo(a).hasSameHashCodeAs(a);
    }

    @Property
    void isEqualIfAndOnlyIfTheNumbersCompareAsEqual(@ForAll("results") Amount a, @ForAll("results") Amount b) {
        boolean same = a.toBigDecimal().compareTo(b.toBigDecimal()) == 0;
        assertThat(a.equals(b)).isEqualTo(same);
        assertThat(b.equals(a)).isEqualTo(same);
        assertThat(a.compareTo(b) == 0).isEqualTo(same);
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    }

    @Property
    void ordersWithoutCycles(@ForAll("results") Amount a, @ForAll("results") Amount b, @ForAll("results") Amount c) {
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
        }
    }

    /** 10^18 with two zeros behind the point does not fit in a long, without them it does. */
    @ParameterizedTest(name = "{0} equals {1}")
    @CsvSource({
        "1000000000000000000.00, 1000000000000000000",
        "9223372036854775807.000, 9223372036854775807",
        "-9223372036854775808.0, -9223372036854775808",
        "10000000000000000000000.0, 1E+22",
        "0.000000000000000000, 0"
    })
    void isEqualWhereOnlyTheShorterFormFitsInALong(String longer, String shorter) {
        assertThat(eur(longer)).isEqualTo(eur(shorter)).hasSameHashCodeAs(eur(shorter));
    }

    @Test
    void differsByCurrencyAndOrdersByItsCodeFirst() {
        assertThat(eur("1")).isNotEqualTo(Amount.of("1", "USD"));
        assertThat(eur("2")).isLessThan(Amount.of("1", "USD"));
        assertThat(Amount.of("1", "USD")).isGreaterThan(eur("2"));
    }

    /** Whoever made the currency: its code says which it is. */
    @Test
    void isEqualInTheSameCurrencyOfAnotherMaker() {
        CurrencyUnit another = CurrencyUnitBuilder.of("EUR", "another maker")
                .setDefaultFractionDigits(2)
                .build(false);
        assertThat(another).isNotSameAs(EUR);
        assertThat(Amount.of("7.10", another)).isEqualTo(eur("7.1"));
        assertThat(eur("7.10").add(Amount.of("0.06", another))).isEqualTo(eur("7.16"));
    }

    @Test
    void isNeverEqualToAForeignAmountButComparesWithIt() {
        assertThat(eur("1").equals((Object) Money.of(1, "EUR"))).isFalse();
        assertThat(eur("1").isEqualTo(Money.of(1, "EUR"))).isTrue();
        assertThat(eur("1").compareTo(Money.of(1, "EUR"))).isZero();
    }

    @Test
    void spreadsItsHashes() {
        assertThat(LongStream.range(0, 1000)
                        .map(cents -> Amount.ofMinor(cents, EUR).hashCode())
                        .distinct()
                        .count())
                .isEqualTo(1000);
        assertThat(eur("1").hashCode()).isNotEqualTo(Amount.of(dec("1"), USD).hashCode());
    }
}
