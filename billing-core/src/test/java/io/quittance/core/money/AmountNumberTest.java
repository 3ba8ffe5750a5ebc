package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javax.money.NumberValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountNumberTest implements MoneyArbitraries {

    @Property
    void convertsAsBigDecimalDoes(@ForAll("results") Amount amount) {
        BigDecimal number = amount.toBigDecimal();
        NumberValue value = amount.getNumber();
        assertThat(value.intValue()).isEqualTo(number.intValue());
        assertThat(value.longValue()).isEqualTo(number.longValue());
        assertThat(value.doubleValue()).isEqualTo(number.doubleValue());
        assertThat(value.floatValue()).isEqualTo(number.floatValue());
        assertThat(value.numberValue(BigInteger.class)).isEqualTo(number.toBigInteger());
        assertThat(value.numberValue(BigDecimal.class)).isEqualByComparingTo(number);
        assertThat(value.numberValue(Short.class)).isEqualTo(number.shortValue());
        assertThat(value.numberValue(Byte.class)).isEqualTo(number.byteValue());
        assertThat(value.numberValue(AtomicLong.class)).hasValue(number.longValue());
        assertThat(value.numberValue(AtomicInteger.class)).hasValue(number.intValue());
        assertThat(dec(value.toString())).isEqualByComparingTo(number);
    }

    @Property
    void convertsExactlyOrRefuses(@ForAll("results") Amount amount) {
        BigDecimal number = amount.toBigDecimal();
        NumberValue value = amount.getNumber();
        try {
            assertThat(BigDecimal.valueOf(value.longValueExact())).isEqualByComparingTo(number);
            assertThat(value.numberValueExact(Long.class)).isEqualTo(value.longValueExact());
        } catch (ArithmeticException e) {
            assertThat(BigDecimal.valueOf(number.longValue())).isNotEqualByComparingTo(number);
        }
    }

    @Property
    void doesNotCountTrailingZeros(@ForAll("numbers") BigDecimal number) {
        NumberValue value = Amount.of(number, EUR).getNumber();
        NumberValue padded = Amount.exact(number.setScale(36), EUR).getNumber();
        assertThat(padded).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(padded.getScale())
                .isEqualTo(Math.max(0, number.stripTrailingZeros().scale()));
        assertThat(padded.getPrecision()).isEqualTo(value.getPrecision());
    }

    @Property
    void roundsByAMathContext(
            @ForAll("numbers") BigDecimal number,
            @ForAll @IntRange(min = 1, max = 40) int digits,
            @ForAll RoundingMode mode) {
        if (mode != RoundingMode.UNNECESSARY) {
            var context = new MathContext(digits, mode);
            assertThat(Amount.of(number, EUR).getNumber().round(context).numberValue(BigDecimal.class))
                    .isEqualByComparingTo(number.round(context));
        }
    }

    @Test
    void splitsOffItsFraction() {
        NumberValue value = eur("-7.155").getNumber();
        assertThat(value.getAmountFractionNumerator()).isEqualTo(-155);
        assertThat(value.getAmountFractionDenominator()).isEqualTo(1000);
    }

    @Test
    void isExactlyADoubleIfItIsTheShortestDecimalOfOne() {
        assertThat(eur("0.3").getNumber().doubleValueExact()).isEqualTo(0.3);
        assertThat(eur("0.3").getNumber().numberValueExact(Float.class)).isEqualTo(0.3f);
        assertThat(eur("2E+23").getNumber().doubleValueExact()).isEqualTo(Double.parseDouble("2E+23"));
    }

    @Test
    void refusesADoubleThatWouldSaySomethingElse() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("0.300000000000000001").getNumber().doubleValueExact())
                .withMessage("number must be the shortest decimal of a double, but was 0.300000000000000001");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("0.300000000000000001").getNumber().numberValueExact(Double.class));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("0.300000000000000001").getNumber().numberValueExact(Float.class))
                .withMessage("number must be the shortest decimal of a float, but was 0.300000000000000001");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(
                        () -> eur("1E+37").multiply(dec("1E+37")).getNumber().numberValueExact(Float.class));
    }

    @Test
    void refusesANumberClassThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("1").getNumber().numberValue(LongAdder.class))
                .withMessage("numberType must be a number class of the JDK, "
                        + "but was java.util.concurrent.atomic.LongAdder");
    }

    /** Seven in each number class of the JDK, rounded toward zero or exactly. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                BigDecimal.class,
                BigInteger.class,
                Long.class,
                Integer.class,
                Short.class,
                Byte.class,
                Double.class,
                Float.class,
                AtomicLong.class,
                AtomicInteger.class,
                Number.class
            })
    void comesInEveryNumberClass(Class<? extends Number> type) {
        NumberValue seven = eur("7").getNumber();
        assertThat(seven.numberValue(type)).isInstanceOf(type);
        assertThat(seven.numberValue(type).intValue()).isEqualTo(7);
        assertThat(seven.numberValueExact(type)).isInstanceOf(type);
        assertThat(seven.numberValueExact(type).intValue()).isEqualTo(7);
        if (type != Number.class && type != BigDecimal.class && type != Double.class && type != Float.class) {
            assertThat(eur("7.5").getNumber().numberValue(type).doubleValue()).isEqualTo(7);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> eur("7.5").getNumber().numberValueExact(type));
        }
    }

    @Test
    void hasADigitMoreWithEachDigit() {
        assertThat(eur("-123.450").getNumber().getPrecision()).isEqualTo(5);
        assertThat(eur("-123.450").getNumber().getScale()).isEqualTo(2);
        assertThat(eur("100").getNumber().getPrecision()).isEqualTo(3);
        assertThat(eur("7").getNumber().intValueExact()).isEqualTo(7);
    }

    @Test
    void differsByTheNumberAndFromOtherNumbers() {
        assertThat(eur("1").getNumber()).isNotEqualTo(eur("2").getNumber()).isNotEqualTo(dec("1"));
    }
}
