package io.quittance.core.money;

import static io.quittance.core.money.MoneyArbitraries.dec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.InexactResultException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest implements MoneyArbitraries {

    @Property
    void keepsExactlyItsPlaces(@ForAll("numbers") BigDecimal number, @ForAll("roundings") Rounding rounding) {
        BigDecimal rounded = rounding.round(number);
        assertThat(rounded.scale()).isEqualTo(rounding.scale());
        assertThat(rounded.subtract(number).abs()).isLessThan(BigDecimal.ONE.movePointLeft(rounding.scale()));
        assertThat(rounding.round(rounded)).isEqualTo(rounded);
    }

    /** ISO 4217: two places for the euro, none for the yen, three for the Kuwaiti dinar. */
    @ParameterizedTest(name = "{0} has {1} places")
    @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3"})
    void followsTheMinorUnit(String currency, int places) {
        assertThat(Rounding.toMinorUnit(Monetary.getCurrency(currency))).isEqualTo(Rounding.halfUp(places));
    }

    /** Some that are no money of a state have as many places as there can be. */
    @Test
    void followsAMinorUnitOf18Places() {
        CurrencyUnit token = CurrencyUnitBuilder.of("ETH", "test")
                .setDefaultFractionDigits(18)
                .build(false);
        assertThat(Rounding.toMinorUnit(token)).isEqualTo(Rounding.halfUp(18));
        CurrencyUnit finer = CurrencyUnitBuilder.of("XTH", "test")
                .setDefaultFractionDigits(19)
                .build(false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rounding.toMinorUnit(finer))
                .withMessage("currency must have a minor unit, but was XTH");
    }

    @Test
    void takesAnotherModeToTheMinorUnit() {
        assertThat(Rounding.toMinorUnit(EUR, RoundingMode.DOWN)).isEqualTo(Rounding.of(2, RoundingMode.DOWN));
    }

    @Test
    void refusesACurrencyWithoutMinorUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rounding.toMinorUnit(Monetary.getCurrency("XXX")))
                .withMessage("currency must have a minor unit, but was XXX");
    }

    @Test
    void refusesScalesOutside0To18() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rounding.halfUp(19))
                .withMessage("scale must be between 0 and 18, but was 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rounding.halfUp(-1))
                .withMessage("scale must be between 0 and 18, but was -1");
    }

    @Test
    void refusesToLoseDigitsWhereNoneMayBeLost() {
        assertThatExceptionOfType(InexactResultException.class)
                .isThrownBy(() -> Rounding.of(2, RoundingMode.UNNECESSARY).round(dec("7.155")))
                .withMessage("number must have at most 2 decimal places, but was 7.155");
    }

    @Test
    void bringsALongQuotientWithinTheBounds() {
        BigDecimal third = BigDecimal.ONE.divide(dec("3"), 256, RoundingMode.DOWN);
        assertThat(Rounding.halfUp(2).round(third)).isEqualTo(dec("0.33"));
    }

    @Test
    void isAnOperatorForAmountsOfEveryKind() {
        assertThat(Money.of(dec("7.155"), "EUR").with(Rounding.halfUp(2))).isEqualTo(Money.of(dec("7.16"), "EUR"));
        assertThat(FastMoney.of(dec("7.155"), "EUR").with(Rounding.halfUp(2)))
                .isEqualTo(FastMoney.of(dec("7.16"), "EUR"));
        assertThat(Money.of(10, "EUR").divide(3).with(Rounding.halfUp(2))).isEqualTo(Money.of(dec("3.33"), "EUR"));
        Money exact = Money.of(dec("7.1"), "EUR");
        assertThat(exact.with(Rounding.halfUp(2))).isSameAs(exact);
    }

    @Test
    void isAValue() {
        assertThat(Rounding.halfUp(2))
                .isEqualTo(Rounding.of(2, RoundingMode.HALF_UP))
                .hasSameHashCodeAs(Rounding.of(2, RoundingMode.HALF_UP))
                .isNotEqualTo(Rounding.halfUp(3))
                .isNotEqualTo("HALF_UP at 2 decimal places")
                .isNotEqualTo(Rounding.of(2, RoundingMode.HALF_DOWN))
                .hasToString("HALF_UP at 2 decimal places");
    }
}
