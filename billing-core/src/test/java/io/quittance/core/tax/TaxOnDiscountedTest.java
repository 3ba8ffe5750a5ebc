package io.quittance.core.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import javax.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxOnDiscountedTest {
    private static final CurrencyUnit EUR = Amount.of("0", "EUR").getCurrency();

    private static TaxOnDiscounted policy(String percent) {
        return new TaxOnDiscounted(new BigDecimal(percent), new TaxPerGroup(Rounding.halfUp(2)));
    }

    /** Odoo: 1000 at 15 % less 10 %; 100 at 21 % less 2 %; three lines of 0.13 at 19 % less 20 % are 0.05928. */
    @ParameterizedTest(name = "{0} at {1} % less {2} %: {3}")
    @CsvSource({"1000, 15, 10, 135", "100, 21, 2, 20.58", "0.39, 19, 20, 0.06", "100, 19, 0, 19", "100, 19, 100, 0"})
    void taxesWhatTheDiscountLeaves(String net, String rate, String percent, String tax) {
        var taxed = TaxedAmount.of(
                Amount.of(net, EUR), TaxTreatment.of(new TaxCategory("S"), TaxRate.of(new BigDecimal(rate))));
        TaxBreakdown breakdown = TaxBreakdown.on(List.of(taxed), EUR, policy(percent));
        assertThat(breakdown.total()).isEqualTo(Amount.of(tax, EUR));
        assertThat(breakdown.subtotals().get(0).taxable()).isEqualTo(Amount.of(net, EUR));
    }

    @Test
    void isNotTheRateOfTheBaseAndKnowsItsBounds() {
        assertThat(policy("2").isRateOfBase()).isFalse();
        assertThat(policy("2.0")).isEqualTo(policy("2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("100.01"))
                .withMessage("percent must be between 0 and 100, but was 100.01");
    }
}
