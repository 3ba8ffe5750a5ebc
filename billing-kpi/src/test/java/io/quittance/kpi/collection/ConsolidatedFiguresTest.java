package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.six;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.ConsolidatedFigures.Translated;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Case edge-fx-dso of conformance/kpi.json, and what is refused. */
class ConsolidatedFiguresTest {

    private static final Amount NONE = Amount.of("0", "EUR");

    private static ConsolidatedFigures figures(String euroRate) {
        return new ConsolidatedFigures(
                "EUR",
                Fraction.of(31),
                List.of(translated("1000", "USD", "0.90"), translated("500", "EUR", euroRate)),
                List.of(translated("3000", "USD", "0.92"), translated("1000", "EUR", "1")));
    }

    private static Translated translated(String amount, String currency, String rate) {
        return Translated.of(Amount.of(amount, currency), new BigDecimal(rate));
    }

    @Test
    void balancesAtTheClosingRateAndSalesAtTheAverageRate() {
        KpiResult all = DaysSalesOutstanding.simple().compute(figures("1").consolidated());
        assertThat(six(all)).isEqualTo("11.542553");
        assertThat(all.basis().numerator()).contains(Fraction.of(1400));
        assertThat(all.basis().denominator()).contains(Fraction.of(3760));
        assertThat(six(DaysSalesOutstanding.simple().compute(figures("1").in(usd("0").getCurrency()))))
                .isEqualTo("10.333333");
        assertThat(six(DaysSalesOutstanding.simple().compute(figures("1").in(NONE.getCurrency()))))
                .isEqualTo("15.500000");
    }

    @Test
    void refusesRatesAndCurrenciesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures("1.1"))
                .withMessage("receivables must have the rate 1 for EUR, but was 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translated("1", "USD", "0"))
                .withMessage("rate must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsolidatedFigures(
                        "EUR",
                        Fraction.ONE,
                        List.of(translated("1", "USD", "1"), translated("1", "USD", "1")),
                        List.of(translated("1", "USD", "1"))))
                .withMessage("receivables must have one amount for each currency, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures("1").in(Amount.of("1", "CHF").getCurrency()))
                .withMessage("unit must be a currency of the figures, but was CHF");
    }

    /** 1000.55 × 0.01103509159126021 = 11.041160891635 ... 4031155, to more places than a number from outside may have. */
    @Test
    void takesRatesOfManyPlaces() {
        var figures = new ConsolidatedFigures(
                "EUR",
                Fraction.of(31),
                List.of(translated("1000.55", "INR", "0.01103509159126021")),
                List.of(translated("1000.55", "INR", "0.01103509159126021")));
        assertThat(figures.consolidated().closingReceivables().orElseThrow().toBigDecimal())
                .isEqualByComparingTo(new BigDecimal("0.01103509159126021").multiply(new BigDecimal("1000.55")));
        assertThat(DaysSalesOutstanding.simple().compute(figures.consolidated()).value())
                .contains(Fraction.of(31));
    }
}
