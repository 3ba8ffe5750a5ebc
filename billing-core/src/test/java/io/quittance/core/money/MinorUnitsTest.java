package io.quittance.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinorUnitsTest {

    /** The yen has no decimal places, the rial of Oman three, and gold none that anybody agreed on. */
    @ParameterizedTest
    @CsvSource({
        "7.1, EUR, 7.10",
        "0.335, EUR, 0.335",
        "7.1000, EUR, 7.10",
        "-1E+2, EUR, -100.00",
        "7, JPY, 7",
        "7.1, OMR, 7.100",
        "7.1, XAU, 7.1"
    })
    void numbersAreWrittenWithThePlacesOfTheirCurrency(String number, String currency, String written) {
        assertThat(MinorUnits.written(Amount.of(number, currency)).toPlainString())
                .isEqualTo(written);
        assertThat(MinorUnits.written(Money.of(new BigDecimal(number), currency)))
                .hasToString(written);
    }

    @Test
    void anAmountToPostIsInItsCurrencyAndHasItsPlaces() {
        CurrencyUnit eur = Monetary.getCurrency("EUR");
        assertThat(MinorUnits.require(Amount.of("7.16", "EUR"), eur, "fee")).isEqualTo(Amount.of("7.16", "EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> MinorUnits.require(Amount.of("7.16", "USD"), eur, "fee"))
                .withMessage("fee must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MinorUnits.require(Amount.of("7.155", "EUR"), eur, "fee"))
                .withMessage("fee must have at most 2 decimal places, but was EUR 7.155");
    }
}
