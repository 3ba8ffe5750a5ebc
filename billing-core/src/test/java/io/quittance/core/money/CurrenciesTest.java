package io.quittance.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quittance.core.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Currency;
import javax.money.CurrencyUnit;
import javax.money.UnknownCurrencyException;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.spi.ConfigurableCurrencyUnitProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

    @Test
    void findsEachCurrencyByItsCode() {
        assertThat(Currencies.of("EUR", "currency").getCurrencyCode()).isEqualTo("EUR");
        for (Currency known : Currency.getAvailableCurrencies()) {
            assertThat(Currencies.of(known.getCurrencyCode(), "currency").getDefaultFractionDigits())
                    .as(known.getCurrencyCode())
                    .isEqualTo(known.getDefaultFractionDigits());
        }
    }

    @Test
    void findsACurrencyThatTheHostHasRegistered() {
        CurrencyUnit registered = CurrencyUnitBuilder.of("QTX", "host")
                .setDefaultFractionDigits(3)
                .build(true);
        try {
            assertThat(Currencies.of("QTX", "currency")).isEqualTo(registered);
            assertThat(Amount.of("1.5", "QTX")).hasToString("QTX 1.500");
        } finally {
            ConfigurableCurrencyUnitProvider.removeCurrencyUnit("QTX");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "eur",
                "Eur",
                "EU",
                "EURO",
                "EU.",
                "E.R",
                "EU[R]",
                "EUR|ZZZZ",
                "(?i)eur",
                "\\x45UR",
                "EUR()",
                "^EUR$",
                "USD|EUR",
                ".*",
                "...",
                "+1",
                "EUR ",
                " EUR",
                "EUR\n",
                "978",
                "\uff25\uff35\uff32",
                "E\u00dcR"
            })
    void refusesWhatIsNoCode(String code) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Amount.of("1.00", code))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("currency.code");
                    assertThat(refused.argument()).isEqualTo("currencyCode");
                    assertThat(refused.rule()).isEqualTo("must be a currency code of three capital letters");
                    assertThat(refused.value()).isPresent();
                });
        assertThatExceptionOfType(UnknownCurrencyException.class)
                .isThrownBy(() -> new AmountFactory().setCurrency(code));
    }

    @Test
    void refusesACodeThatNobodyKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Currencies.of("ZZZ", "from"))
                .withMessage("from must be a known currency code, but was ZZZ");
        assertThatExceptionOfType(UnknownCurrencyException.class)
                .isThrownBy(() -> new AmountFactory().setCurrency("ZZZ"))
                .satisfies(unknown -> assertThat(unknown.getCurrencyCode()).isEqualTo("ZZZ"));
    }

    /** As a pattern it would be tried for longer than a host lives. */
    @Test
    void refusesAPatternThatNeverEnds() {
        String bomb = "(.?)*".repeat(40) + "1";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatIllegalArgumentException().isThrownBy(() -> Amount.of("1.00", bomb)));
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a null checker may do
    void namesTheArgumentThatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Currencies.of(null, "currency"))
                .withMessage("currency");
    }
}
