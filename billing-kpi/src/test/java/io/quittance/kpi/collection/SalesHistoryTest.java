package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesHistoryTest {
    private static final SalesPeriod JANUARY = SalesPeriod.of(31, Amount.of("100", "USD"));
    private static final SalesPeriod FEBRUARY = SalesPeriod.of(28, Amount.of("50", "USD"));
    private static final SalesHistory BOTH = new SalesHistory(List.of(JANUARY, FEBRUARY));

    @Test
    void figuresOfAPeriodSeeTheHistoryUpToIt() {
        var january = CollectionFigures.builder().sales(BOTH, 1).build();
        assertThat(january.sales()).containsExactly(JANUARY);
        assertThat(january)
                .isEqualTo(CollectionFigures.builder().sales(JANUARY).build())
                .hasSameHashCodeAs(CollectionFigures.builder().sales(JANUARY).build());
        assertThat(january.currency()).contains("USD");
        assertThat(CollectionFigures.builder().sales(BOTH, 0).build().sales()).isEmpty();
        assertThat(CollectionFigures.builder()
                        .sales(BOTH, 1)
                        .sales(FEBRUARY)
                        .build()
                        .sales())
                .isEqualTo(BOTH.periods());
    }

    @Test
    void refusesMorePeriodsThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().sales(BOTH, 3))
                .withMessage("periods must be between 0 and 2, but was 3");
    }

    @Test
    void refusesTwoCurrencies() {
        var euros = SalesPeriod.of(31, Amount.of("1", "EUR"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new SalesHistory(List.of(JANUARY, euros)))
                .withMessage("periods[1] must be in USD, but was EUR");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> CollectionFigures.builder()
                        .sales(BOTH, 2)
                        .collected(Amount.of("1", "EUR"))
                        .build());
    }
}
