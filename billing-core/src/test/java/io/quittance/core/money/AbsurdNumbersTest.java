package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.error.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A number of absurd size is refused by every door. Were one of them computed, 1E+1000000000 written out would not fit in
 * the memory of the test.
 */
class AbsurdNumbersTest implements MoneyArbitraries {
    private static final BigDecimal HUGE = new BigDecimal("1E+1000000000");
    private static final BigDecimal TINY = new BigDecimal("1E-1000000000");
    private static final BigDecimal LONG = new BigDecimal("7".repeat(100_000));
    private static final BigDecimal LONG_FRACTION = new BigDecimal("0." + "7".repeat(100_000));
    private static final List<BigDecimal> ABSURD =
            List.of(HUGE, HUGE.negate(), TINY, LONG, LONG_FRACTION, new BigDecimal(BigInteger.TEN, -2_000_000_000));

    private static final Apportionment SPLIT = Apportionment.largestRemainder(2);

    private record Door(String name, Function<BigDecimal, Object> open) {}

    private static final List<Door> DOORS = List.of(
            new Door("of", number -> Amount.of(number, EUR)),
            new Door("of text", number -> Amount.of(number.toString(), EUR)),
            new Door("factory", number -> eur("1").getFactory().setNumber(number)),
            new Door("multiply", number -> eur("1").multiply(number)),
            new Door("multiply NumberValue", number -> eur("1").multiply(new ForeignNumber(number))),
            new Door("divide", number -> eur("1").divide(number)),
            new Door("remainder", number -> eur("1").remainder(number)),
            new Door("divideToIntegralValue", number -> eur("1").divideToIntegralValue(number)),
            new Door("divideAndRemainder", number -> eur("1").divideAndRemainder(number)),
            new Door("fraction", Fraction::of),
            new Door("rounding", number -> Rounding.halfUp(2).round(number)),
            new Door("weight", number -> SPLIT.split(eur("1"), List.of(BigDecimal.ONE, number.abs()))));

    @TestFactory
    Stream<DynamicTest> areRefusedByEveryDoor() {
        return DOORS.stream()
                .flatMap(door -> ABSURD.stream()
                        .map(number -> DynamicTest.dynamicTest(
                                door.name + " refuses " + number.precision() + " digits, scale " + number.scale(),
                                () -> assertRefused(() -> door.open.apply(number)))));
    }

    /** The last that are not: 18 decimal places and 38 digits of a factor, 112 places for a point to move. */
    @Test
    void areRefusedFromTheFirstThatIsBeyond() {
        assertThat(eur("0").scaleByPowerOfTen(112)).isEqualTo(eur("0"));
        assertThat(eur("0").scaleByPowerOfTen(-112)).isEqualTo(eur("0"));
        assertThat(eur("1").multiply(new BigDecimal("0.000000000000000001"))).isEqualTo(eur("0.000000000000000001"));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("1").multiply(new BigDecimal("0.0000000000000000001")))
                .withMessage("multiplicand must have at most 18 decimal places, but was 1E-19");
        assertThat(eur("1").multiply(new BigDecimal("9".repeat(38)))).isEqualTo(eur("9".repeat(38)));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("1").multiply(new BigDecimal("9".repeat(39))))
                .withMessageStartingWith("multiplicand must have at most 38 digits");
    }

    @Test
    void areRefusedInsideAForeignAmount() {
        for (BigDecimal number : List.of(LONG, LONG_FRACTION)) {
            var foreign = Money.of(
                    number,
                    "EUR",
                    eur("1").getContext().toBuilder()
                            .setPrecision(0)
                            .setMaxScale(-1)
                            .build());
            assertRefused(() -> Amount.from(foreign));
            assertRefused(() -> eur("1").add(foreign));
            assertRefused(() -> eur("1").isLessThan(foreign));
            assertRefused(() -> Rounding.halfUp(2).apply(foreign));
        }
    }

    @Test
    void areRefusedAsPowersOfTen() {
        for (int power : new int[] {1_000_000_000, -1_000_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE, 113, -113}) {
            assertThatExceptionOfType(InexactResultException.class)
                    .isThrownBy(() -> eur("1.23").scaleByPowerOfTen(power))
                    .withMessage("power must be between -112 and 112, but was " + power);
        }
    }

    @Test
    void areRefusedAsBigIntegersDoublesAndTexts() {
        BigInteger digits = LONG.unscaledValue();
        assertRefused(() -> eur("1").multiply(digits));
        assertRefused(() -> eur("1").multiply(Double.MAX_VALUE));
        assertRefused(() -> eur("1").multiply(Double.MIN_VALUE));
        assertRefused(() -> eur("1").getFactory().setNumber(1e300));
        assertRefused(() -> Fraction.of(digits, BigInteger.ONE));
        assertRefused(() -> Fraction.of(BigInteger.ONE, digits));
        assertRefused(() -> Amount.of("7".repeat(100_000), EUR));
        assertRefused(() -> Amount.of("1E+99999999999999999999", EUR));
    }

    /** Counting the digits of this one, 120 million of them, would take minutes. */
    @Test
    @Timeout(30)
    void areRefusedWithoutCountingTheirDigits() {
        BigInteger bits = BigInteger.ONE.shiftLeft(400_000_000);
        var number = new BigDecimal(bits);
        assertRefused(() -> Amount.of(number, EUR));
        assertRefused(() -> Amount.of(new BigDecimal(bits, 2), EUR));
        assertRefused(() -> eur("1").multiply(number));
        assertRefused(() -> eur("1").divide(number));
        assertRefused(() -> eur("1").getFactory().setNumber(bits));
        assertRefused(() -> Fraction.of(number));
        assertRefused(() -> Rounding.halfUp(2).round(number));
        assertRefused(() -> SPLIT.split(eur("1"), List.of(number)));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("1").multiply(bits))
                .withMessage(
                        "multiplicand must have at most 38 digits, but was a number of 400000001 bits and scale 0");
    }

    @Test
    void areNamedWithTheRuleAndAShortValue() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Amount.of("1E+1000000000", "EUR"))
                .withMessage("number must have at most 38 digits, but was 1E+1000000000");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Amount.of("1E-1000000000", "EUR"))
                .withMessage("number must have at most 18 decimal places, but was 1E-1000000000");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("1").multiply(LONG))
                .withMessage("multiplicand must have at most 38 digits, but was a number of 332193 bits and scale 0");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("1").divide(TINY))
                .withMessage("divisor must have at most 18 decimal places, but was 1E-1000000000");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("1").getFactory().setNumber(HUGE))
                .withMessage("number must have at most 76 digits, but was a number of 1 digits and scale -1000000000");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> Rounding.halfUp(2).round(TINY))
                .withMessage("number must have at most 1000 digits and decimal places, "
                        + "but was a number of 1 digits and scale 1000000000");
    }

    /** Zero is zero, and trailing zeros change no number: what is refused is size, not spelling. */
    @Test
    void areNotThoseThatOnlyLookLong() {
        assertThat(Amount.of(new BigDecimal("0E+1000000000"), EUR)).isEqualTo(eur("0"));
        assertThat(Amount.of(new BigDecimal("0E-1000000000"), EUR)).isEqualTo(eur("0"));
        assertThat(Amount.of("1.23000000000000000000000", EUR)).isEqualTo(eur("1.23"));
        assertThat(Amount.of("1" + "0".repeat(37), EUR)).isEqualTo(Amount.of("1E+37", EUR));
    }

    @Test
    void areRefusedWhenAResultGrowsBeyondItsBounds() {
        Amount smallest = eur("0.000000000000000001").multiply(new BigDecimal("0.000000000000000001"));
        assertThat(smallest.toBigDecimal()).isEqualByComparingTo("1E-36");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> smallest.multiply(new BigDecimal("0.1")))
                .withMessage("amount must have at most 36 decimal places; round first, "
                        + "but was a number of 1 digits and scale 37");
        Amount largest = eur("1E+37").multiply(new BigDecimal("9E+37"));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> largest.multiply(100))
                .withMessage("amount must have at most 76 digits, but was a number of 1 digits and scale -76");
    }

    /** 36 places are not too many, whatever else is wrong with the number. */
    @Test
    void areRefusedForWhatIsWrongWithThem() {
        assertThat(Fraction.of(new BigDecimal("1E-36").setScale(40))).isEqualTo(Fraction.of(new BigDecimal("1E-36")));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(
                        () -> Fraction.of(new BigDecimal(BigInteger.TEN.pow(80).add(BigInteger.ONE), 36)))
                .withMessage("number must have at most 76 digits, but was a number of 81 digits and scale 36");
    }

    @Test
    void areRefusedAsScalesOfARounding() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Rounding.of(1_000_000_000, RoundingMode.HALF_UP))
                .withMessage("scale must be between 0 and 18, but was 1000000000");
    }

    private static void assertRefused(ThrowingCallable door) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(door).satisfies(refused -> {
            assertThat(refused).isInstanceOf(Refusal.class);
            assertThat(refused.getMessage()).hasSizeLessThan(400);
        });
    }
}
