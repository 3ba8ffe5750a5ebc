package io.quittance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashRoundingTest {
    /** 781.515 is 868.35 less 10 %. */
    @ParameterizedTest(name = "{0} in {1}, {2}: {3}")
    @CsvSource({
        "781.515, 0.05, UP, 781.55",
        "781.515, 0.05, HALF_UP, 781.50",
        "781.50, 0.05, UP, 781.50",
        "-781.515, 0.05, UP, -781.55",
        "834.92, 1, HALF_UP, 835"
    })
    void roundsToAMultiple(String amount, String increment, RoundingMode mode, String rounded) {
        var coins = new CashRounding(new BigDecimal(increment), mode);
        assertThat(coins.round(Amount.of(amount, "CHF"))).isEqualTo(Amount.of(rounded, "CHF"));
    }
}
