package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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

    /** What was owed at the beginning of January is that of a period before February. */
    @Test
    void aHistoryThatKnowsWhatWasOwedTellsIt() {
        Amount nothing = Amount.of("0", "USD");
        Amount owed = Amount.of("70", "USD");
        var history = new SalesHistory(List.of(JANUARY, FEBRUARY), List.of(nothing, owed));
        assertThat(CollectionFigures.builder().sales(history, 2).build().earlierReceivables())
                .containsExactly(nothing);
        assertThat(CollectionFigures.builder().sales(history, 1).build().earlierReceivables())
                .isEmpty();
        assertThat(CollectionFigures.builder().sales(history, 0).build().earlierReceivables())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesHistory(List.of(JANUARY, FEBRUARY), List.of(owed)))
                .withMessage("openingReceivables must be one for each of 2 periods, or none, but was 1");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new SalesHistory(List.of(JANUARY), List.of(Amount.of("1", "EUR"))))
                .withMessage("openingReceivables[0] must be in USD, but was EUR");
    }

    @Test
    void refusesMorePeriodsThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().sales(BOTH, 3))
                .withMessage("periods must be between 0 and 2, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFigures.builder().sales(BOTH, -1))
                .withMessage("periods must be between 0 and 2, but was -1");
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

    /** Shared or not, what is shipped is the part that belongs to the figures. */
    @Test
    void figuresOfASharedHistorySurviveTheSerialForm() throws Exception {
        CollectionFigures january = CollectionFigures.builder().sales(BOTH, 1).build();
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(january);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(january);
        }
    }

    /** Figures of two months see one list of sales and one of balances. */
    @Test
    void figuresShareTheHistory() {
        var history =
                new SalesHistory(List.of(JANUARY, FEBRUARY), List.of(Amount.of("0", "USD"), Amount.of("70", "USD")));
        CollectionFigures figures =
                CollectionFigures.builder().sales(history, 2).build();
        assertThat(figures.sales()).isInstanceOf(FirstOf.class);
        assertThat(figures.earlierReceivables()).isInstanceOf(FirstOf.class);
    }

    /** A history may know sales only. */
    @Test
    void balancesMayBeUnknown() {
        assertThat(new SalesHistory(List.of(JANUARY, FEBRUARY)).openingReceivables())
                .isEmpty();
    }
}
