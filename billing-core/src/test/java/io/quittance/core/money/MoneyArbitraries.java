package io.quittance.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** Numbers and amounts for properties, with many at the edges: where a long ends, at 38 digits, with trailing zeros. */
interface MoneyArbitraries {
    CurrencyUnit EUR = Monetary.getCurrency("EUR");
    CurrencyUnit USD = Monetary.getCurrency("USD");

    /** Every number from outside: up to 38 digits, up to 18 of them after the point. */
    @Provide
    default Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(digits(), Arbitraries.integers().between(0, 18))
                .as(BigDecimal::new)
                .withoutEdgeCases();
    }

    @Provide
    default Arbitrary<BigInteger> digits() {
        var limit = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        var few = Arbitraries.bigIntegers().between(BigInteger.valueOf(-100_000), BigInteger.valueOf(100_000));
        var longs = Arbitraries.longs().map(BigInteger::valueOf);
        var many = Arbitraries.bigIntegers().between(limit.negate(), limit);
        var aroundTheEndOfLong = Combinators.combine(
                        Arbitraries.of(
                                BigInteger.ONE.shiftLeft(63),
                                BigInteger.ONE.shiftLeft(63).negate()),
                        Arbitraries.longs().between(-3, 3))
                .as((end, step) -> end.add(BigInteger.valueOf(step)));
        var withZeros = Combinators.combine(
                        Arbitraries.oneOf(few, aroundTheEndOfLong),
                        Arbitraries.integers().between(0, 18))
                .as((number, zeros) -> number.multiply(BigInteger.TEN.pow(zeros)));
        var simple = Arbitraries.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TEN, limit, limit.negate());
        return Arbitraries.oneOf(few, longs, many, aroundTheEndOfLong, withZeros, simple)
                .withoutEdgeCases(); // they are part of the mixture
    }

    @Provide
    default Arbitrary<Amount> amounts() {
        return numbers().map(number -> Amount.of(number, EUR));
    }

    /** Exact results too, with up to 76 digits and 36 decimal places. */
    @Provide
    default Arbitrary<Amount> results() {
        var products = Combinators.combine(amounts(), numbers()).as((amount, factor) -> amount.multiply(factor));
        return Arbitraries.oneOf(amounts(), products);
    }

    @Provide
    default Arbitrary<Rounding> roundings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 18),
                        Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY))
                .as(Rounding::of);
    }

    @Provide
    default Arbitrary<Fraction> fractions() {
        return Combinators.combine(digits(), digits().filter(number -> number.signum() != 0))
                .as(Fraction::of);
    }

    static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
