package io.quittance.ar.settlement;

import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentLimitTest {
    private static final AdjustmentLimit BOTH = new AdjustmentLimit(eur("5"), BigDecimal.ONE);

    /** 1 % of 1000.00 are 10.00, so 5.00 count; 1 % of 200.00 are 2.00; 1 % of 1.50 are 0.015, so a cent. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "5, 1000, true",
        "-5, 1000, true",
        "5.01, 1000, false",
        "-5.01, 1000, false",
        "2, 200, true",
        "2.01, 200, false",
        "0.01, 1.50, true",
        "0.02, 1.50, false"
    })
    void allowsTheLowerOfAmountAndPercentage(String difference, String open, boolean allowed) {
        assertThat(BOTH.allows(eur(difference), eur(open))).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{1} of 1000 within {0} %: {2}")
    @CsvSource({"0, 0, true", "0, 10, false", "0.5, 10, false", "1, 10, true", "1.0, -10, true", "1, -10.01, false"})
    void allowsAsMuchOnBothSides(String percent, String difference, boolean allowed) {
        assertThat(AdjustmentLimit.percent(percent).allows(eur(difference), eur("1000")))
                .isEqualTo(allowed);
    }

    /** SAP: the customer's limit and the clerk's. */
    @Test
    void takesTheStricterOfTwo() {
        assertThat(BOTH.stricter(AdjustmentLimit.of(eur("3"))))
                .isEqualTo(new AdjustmentLimit(eur("3"), BigDecimal.ONE));
        assertThat(BOTH.stricter(AdjustmentLimit.percent("0.5")))
                .isEqualTo(new AdjustmentLimit(eur("5"), new BigDecimal("0.50")));
        assertThat(AdjustmentLimit.of(eur("3")).stricter(AdjustmentLimit.percent("2")))
                .isEqualTo(AdjustmentLimit.percent("2").stricter(AdjustmentLimit.of(eur("3"))))
                .hasToString("EUR 3.00 or 2%, the lower");
        assertThat(AdjustmentLimit.percent("2")).hasToString("2%");
        assertThat(AdjustmentLimit.of(eur("3"))).hasToString("EUR 3.00");
    }

    @Test
    void refusesWhatIsNoLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustmentLimit(null, null))
                .withMessage("limit must be an amount or a percentage");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustmentLimit.of(eur("-0.01")))
                .withMessage("absolute must not be negative, but was EUR -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustmentLimit.percent("100.1"))
                .withMessage("percent must be between 0 and 100, but was 100.1");
        assertThatThrownBy(() -> BOTH.most(Amount.of("1", "USD"))).isInstanceOf(CurrencyMismatchException.class);
    }
}
