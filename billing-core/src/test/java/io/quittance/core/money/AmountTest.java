package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static io.quittance.core.money.MoneyArbitraries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicLong;
import javax.money.CurrencyContext;
import javax.money.CurrencyContextBuilder;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryException;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest implements MoneyArbitraries {

    @Test
    void isMadeFromTextNumbersAndMinorUnits() {
        assertThat(Amount.of("499.00", "EUR")).isEqualTo(Amount.of(dec("499"), EUR));
        assertThat(Amount.ofMinor(49900, EUR)).isEqualTo(eur("499.00"));
        assertThat(Amount.ofMinor(500, Monetary.getCurrency("JPY"))).isEqualTo(Amount.of("500", "JPY"));
        assertThat(Amount.ofMinor(1234, Monetary.getCurrency("KWD"))).isEqualTo(Amount.of("1.234", "KWD"));
        assertThat(Amount.zero(EUR)).isEqualTo(eur("0.00"));
    }

    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "10.1, EUR 10.10",
        "10.100, EUR 10.10",
        "7.155, EUR 7.155",
        "0, EUR 0.00",
        "-0.5, EUR -0.50",
        "1E+3, EUR 1000.00",
        "9223372036854775808, EUR 9223372036854775808.00",
        "0.000000000000000001, EUR 0.000000000000000001"
    })
    void readsWithAtLeastThePlacesOfTheMinorUnit(String number, String text) {
        assertThat(eur(number)).hasToString(text);
    }

    @Test
    void readsWithoutPlacesWhereTheCurrencyHasNone() {
        assertThat(Amount.of("500", "JPY")).hasToString("JPY 500");
        assertThat(Amount.of("1.50", "XAU")).hasToString("XAU 1.5");
    }

    @Test
    void readsShortlyWhateverPlacesAForeignCurrencyClaims() {
        assertThat(Amount.of("1", new VastCurrency()).toString()).hasSizeLessThan(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.ofMinor(1, new VastCurrency()))
                .withMessage("currency must have a minor unit, but was VST");
    }

    @Test
    void refusesTextThatIsNoDecimal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.of("12,50", EUR))
                .withMessage("number must be a decimal number, but was 12,50");
    }

    /** Digits of other scripts are more often a mistake than a number; nothing else here reads them. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662.\u0665", "\uFF11\uFF12", "1\u0966", "1e\u0663", "\u22125", "0x10", "1:5"})
    void refusesDigitsThatAreNotAscii(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.of(text, EUR))
                .withMessage("number must be a decimal number, but was " + text);
    }

    @Test
    void isAWholeNumberOfMinorUnitsWhoeverMadeIt() {
        assertThat(MinorUnits.require(Money.of(dec("7.16"), "EUR"), "amount")).isEqualTo(eur("7.16"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MinorUnits.require(Money.of(dec("7.155"), "EUR"), "amount"))
                .withMessage("amount must have at most 2 decimal places, but was EUR 7.155");
    }

    @Test
    void refusesMinorUnitsWhereThereAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.ofMinor(1, Monetary.getCurrency("XAU")))
                .withMessage("currency must have a minor unit, but was XAU");
    }

    @Test
    void refusesAnUnknownCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amount.of("1", "ZZZ"))
                .withMessage("currencyCode must be a known currency code, but was ZZZ");
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> eur("1").add(Amount.of("1", "USD")))
                .withMessage("augend must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> eur("1").subtract(Amount.of("1", "USD")))
                .withMessage("subtrahend must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> eur("1").isLessThan(Amount.of("2", "USD")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> eur("1").max(Amount.of("2", "USD")));
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a null checker may do
    void namesTheArgumentThatIsNull() {
        assertThatNullPointerException().isThrownBy(() -> eur("1").add(null)).withMessage("augend");
        assertThatNullPointerException()
                .isThrownBy(() -> eur("1").multiply((Number) null))
                .withMessage("multiplicand");
        assertThatNullPointerException().isThrownBy(() -> Amount.from(null)).withMessage("amount");
        assertThatNullPointerException()
                .isThrownBy(() -> Amount.of("1", (CurrencyUnit) null))
                .withMessage("currency");
        assertThatNullPointerException()
                .isThrownBy(() -> Amount.ofMinor(1, null))
                .withMessage("currency");
    }

    @Test
    void refusesAQuotientThatHasNoEnd() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("10.00").divide(3))
                .withMessage("quotient must end; use prorated, times(Fraction, Rounding) or Apportionment, "
                        + "which round explicitly, but was 10.00 / 3");
    }

    @Test
    void refusesToDivideByZero() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("10.00").divide(0))
                .withMessage("divisor must not be 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("10.00").prorated(1, 0, Rounding.halfUp(2)))
                .withMessage("whole must not be 0, but was 0");
    }

    /** Rating.md 2.9 bills 16 of the 31 days of a month; 100 · 16 / 31 = 51.612903… */
    @Test
    void proratesByDays() {
        assertThat(eur("100.00").prorated(16, 31, Rounding.halfUp(2))).isEqualTo(eur("51.61"));
        assertThat(eur("100.00").times(Fraction.of(16, 31), Rounding.halfUp(2))).isEqualTo(eur("51.61"));
        assertThat(eur("-100.00").prorated(16, 31, Rounding.halfUp(2))).isEqualTo(eur("-51.61"));
    }

    /** Half up is away from zero on both sides, so that a credit mirrors its invoice: invoice.md section 5. */
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({"7.155, 7.16", "-7.155, -7.16", "7.1549, 7.15", "7.1, 7.1", "-1446.375, -1446.38"})
    void roundsHalfAwayFromZero(String number, String rounded) {
        assertThat(eur(number).rounded(Rounding.halfUp(2))).isEqualTo(eur(rounded));
    }

    @Test
    void refusesARoundingThatWouldChangeTheNumber() {
        var unnecessary = Rounding.of(2, RoundingMode.UNNECESSARY);
        assertThat(eur("7.150").rounded(unnecessary)).isEqualTo(eur("7.15"));
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("7.155").rounded(unnecessary))
                .withMessage("number must have at most 2 decimal places, but was 7.155");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("100.00").prorated(16, 31, unnecessary))
                .withMessage("result must be a whole number of the rounding's units, but was 160000 / 31");
    }

    @Test
    void isAWholeNumberOfUnits() {
        assertThat(eur("499").toUnscaledLong(2)).isEqualTo(49900);
        assertThat(eur("499.000").toUnscaledLong(2)).isEqualTo(49900);
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("7.155").toUnscaledLong(2))
                .withMessage("number must have at most 2 decimal places, but was 7.155");
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("92233720368547758.08").toUnscaledLong(2))
                .withMessage("units must fit in a long, but was 9223372036854775808");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eur("1").toUnscaledLong(1_000_000_000))
                .withMessage("scale must be between 0 and 18, but was 1000000000");
    }

    @Test
    void takesEveryKindOfNumberForWhatItSays() {
        assertThat(eur("2").multiply(1.1)).isEqualTo(eur("2.2"));
        assertThat(eur("2").multiply(Float.valueOf(1.1f))).isEqualTo(eur("2.2"));
        assertThat(eur("2").multiply(new AtomicLong(3))).isEqualTo(eur("6"));
        assertThat(eur("2").multiply(BigInteger.TWO)).isEqualTo(eur("4"));
        assertThat(eur("2").multiply(eur("1.5").getNumber())).isEqualTo(eur("3"));
        assertThat(eur("2").multiply((byte) 3)).isEqualTo(eur("6"));
        assertThat(eur("1").divide(0.1)).isEqualTo(eur("10"));
        assertThat(eur("7").remainder(2.0)).isEqualTo(eur("1"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesToMultiplyByWhatIsNotFinite(double factor) {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> eur("10").multiply(factor))
                .withMessage("multiplicand must be finite, but was " + factor);
    }

    /** The TCK of JSR-354 wants 0 for a division by infinity, the remainder included. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isNothingWhenDividedByInfinity(double divisor) {
        assertThat(eur("10").divide(divisor)).isEqualTo(eur("0"));
        assertThat(eur("10").remainder(divisor)).isEqualTo(eur("0"));
        assertThat(eur("10").divideToIntegralValue(divisor)).isEqualTo(eur("0"));
        assertThat(eur("10").divideAndRemainder(divisor)).containsExactly(eur("0"), eur("0"));
        assertThat(eur("10").divide((Number) (float) divisor)).isEqualTo(eur("0"));
    }

    @Test
    void staysItselfWhereNothingChanges() {
        Amount amount = eur("10.00");
        assertThat(amount.multiply(1)).isSameAs(amount);
        assertThat(amount.multiply(BigDecimal.ONE)).isSameAs(amount);
        assertThat(amount.divide(1.0)).isSameAs(amount);
        assertThat(amount.plus()).isSameAs(amount);
        assertThat(amount.rounded(Rounding.halfUp(2))).isSameAs(amount);
        assertThat(Amount.from(amount)).isSameAs(amount);
    }

    @Test
    void letsAnOperatorChangeItAndAQueryReadIt() {
        assertThat(eur("7.155").with(Rounding.halfUp(2))).isEqualTo(eur("7.16"));
        assertThat(eur("7.155").<Integer>query(amount -> amount.getNumber().intValue()))
                .isEqualTo(7);
    }

    @Test
    void wrapsWhatAnOperatorOrAQueryThrows() {
        var thrown = new IllegalStateException("broken");
        assertThatExceptionOfType(MonetaryException.class)
                .isThrownBy(() -> eur("1").with(amount -> {
                    throw thrown;
                }))
                .withCause(thrown);
        assertThatExceptionOfType(MonetaryException.class)
                .isThrownBy(() -> eur("1").query(amount -> {
                    throw thrown;
                }))
                .withCause(thrown);
    }

    @Test
    void refusesMoreDecimalPlacesThanTheMinorUnitHas() {
        assertThat(MinorUnits.require(eur("7.160"), "total")).isEqualTo(eur("7.16"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MinorUnits.require(eur("7.155"), "total"))
                .withMessage("total must have at most 2 decimal places, but was EUR 7.155");
    }

    /** Claims a minor unit that nobody could write out. */
    private static final class VastCurrency implements CurrencyUnit {
        @Override
        public String getCurrencyCode() {
            return "VST";
        }

        @Override
        public int getNumericCode() {
            return -1;
        }

        @Override
        public int getDefaultFractionDigits() {
            return Integer.MAX_VALUE;
        }

        @Override
        public CurrencyContext getContext() {
            return CurrencyContextBuilder.of("test").build();
        }

        @Override
        public int compareTo(CurrencyUnit other) {
            return getCurrencyCode().compareTo(other.getCurrencyCode());
        }
    }
}
