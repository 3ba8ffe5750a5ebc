package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.internal.SerialStreams;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Amounts, fractions and roundings survive a serial stream, and a stream that was tampered with is refused. */
class SerialFormTest implements MoneyArbitraries {

    @Property(tries = 100)
    void comesBackEqual(
            @ForAll("results") Amount amount,
            @ForAll("fractions") Fraction fraction,
            @ForAll("roundings") Rounding rounding)
            throws Exception {
        assertThat(SerialStreams.copy(amount)).isEqualTo(amount).hasSameHashCodeAs(amount);
        assertThat(SerialStreams.copy(amount).toBigDecimal()).isEqualTo(amount.toBigDecimal());
        assertThat(SerialStreams.copy(amount.getNumber())).isEqualTo(amount.getNumber());
        assertThat(SerialStreams.copy(fraction)).isEqualTo(fraction);
        assertThat(SerialStreams.copy(rounding)).isEqualTo(rounding);
        for (var rule : List.of(
                Apportionment.largestRemainder(rounding.scale()),
                Apportionment.remainderToFirst(rounding.scale()),
                Apportionment.lastTakesRest(rounding),
                Apportionment.cumulative(rounding))) {
            assertThat(SerialStreams.copy(rule))
                    .isEqualTo(rule)
                    .hasSameHashCodeAs(rule)
                    .hasToString(rule.toString());
        }
    }

    @Test
    void splitsAsBeforeAfterComingBack() throws Exception {
        var copy = SerialStreams.copy(Apportionment.cumulative(Rounding.halfUp(2)));
        assertThat(copy.split(eur("100"), 1, 1, 1)).containsExactly(eur("33.33"), eur("33.34"), eur("33.33"));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatTheClassWouldNotMake() throws Exception {
        return Stream.of(
                refused("an unknown currency", new ForgedAmount("ZZZ", BigDecimal.ONE), proxyOf(Amount.class)),
                refused("no currency", new ForgedAmount(null, BigDecimal.ONE), proxyOf(Amount.class)),
                refused("no number", new ForgedAmount("EUR", null), proxyOf(Amount.class)),
                refused("a huge number", new ForgedAmount("EUR", absurd(-1_000_000_000)), proxyOf(Amount.class)),
                refused("a tiny number", new ForgedAmount("EUR", absurd(1_000_000_000)), proxyOf(Amount.class)),
                refused("an amount without its proxy", new Empty(), Amount.class),
                refused("a huge NumberValue", new ForgedNumber(absurd(-1_000_000_000)), AmountNumber.class),
                refused("an empty NumberValue", new ForgedNumber(null), AmountNumber.class),
                refused("a denominator of 0", fraction(1, BigInteger.ZERO), proxyOf(Fraction.class)),
                refused("no denominator", fraction(1, null), proxyOf(Fraction.class)),
                refused("an endless denominator", fraction(1, BigInteger.ONE.shiftLeft(5000)), proxyOf(Fraction.class)),
                refused("a fraction without its proxy", new Empty(), Fraction.class),
                refused("a rounding to 99 places", new ForgedRounding(99, RoundingMode.UP), Rounding.class),
                refused("a rounding without mode", new ForgedRounding(2, null), Rounding.class),
                refused("a split into 99 places", new ForgedSplit(99, null), Apportionment.class),
                refused("a split without rule", new ForgedSplit(2, null), Apportionment.class));
    }

    /** What the forger writes is read as if the class had written it, as long as it is valid. */
    @Test
    void readsAForgedStreamThatIsValid() throws Exception {
        assertThat(SerialStreams.forged(new ForgedAmount("EUR", new BigDecimal("1.50")), proxyOf(Amount.class)))
                .isEqualTo(eur("1.50"));
        assertThat(SerialStreams.forged(fraction(2, BigInteger.valueOf(-4)), proxyOf(Fraction.class)))
                .isEqualTo(Fraction.of(-1, 2));
        assertThat(SerialStreams.forged(new ForgedRounding(2, RoundingMode.HALF_UP), Rounding.class))
                .isEqualTo(Rounding.halfUp(2));
    }

    private record ForgedAmount(
            @Nullable String currencyCode, @Nullable BigDecimal number) implements Serializable {}

    private record ForgedNumber(@Nullable BigDecimal number) implements Serializable {}

    private record ForgedFraction(
            BigInteger numerator, @Nullable BigInteger denominator) implements Serializable {}

    private record ForgedRounding(int scale, @Nullable RoundingMode mode) implements Serializable {}

    private record ForgedSplit(int scale, @Nullable Serializable rule) implements Serializable {}

    private record Empty() implements Serializable {}

    private static ForgedFraction fraction(long numerator, @Nullable BigInteger denominator) {
        return new ForgedFraction(BigInteger.valueOf(numerator), denominator);
    }

    private static BigDecimal absurd(int scale) {
        return new BigDecimal(BigInteger.ONE, scale);
    }

    private static Class<?> proxyOf(Class<?> type) throws ClassNotFoundException {
        return Class.forName(type.getName() + "$Proxy");
    }

    private static DynamicTest refused(String what, Serializable fake, Class<?> target) {
        return DynamicTest.dynamicTest(
                "refuses " + what,
                () -> assertThatExceptionOfType(InvalidObjectException.class)
                        .isThrownBy(() -> SerialStreams.forged(fake, target)));
    }
}
