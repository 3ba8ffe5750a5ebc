package io.quittance.kpi.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The items behind figures are there once each, so that every result can name them. */
class FigureItemsTest {
    private static final Amount HUNDRED = Amount.of("100.00", "EUR");
    private static final Amount THIRTY = Amount.of("30.00", "EUR");
    private static final Amount NOTHING = Amount.of("0.00", "EUR");

    /** 100.00 open and 30.00 on account are 70.00, of the invoice and the payment, or of their one id. */
    @Test
    void aPaymentMayHaveTheIdOfAReceivable() {
        assertThat(owed("P-1").basis().items()).containsExactly(item("P-1", -30), item("R-1", 100));
        KpiResult ofOneId = owed("R-1");
        assertThat(ofOneId.value()).contains(Fraction.of(70));
        assertThat(ofOneId.basis().items()).containsExactly(item("R-1", 70));
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        var open = new FigureItems.Open("R-1", HUNDRED, 5);
        var onAccount = new FigureItems.OnAccount("P-1", THIRTY);
        var due = new FigureItems.Due("R-2", HUNDRED, NOTHING, THIRTY);
        var settled = new FigureItems.Settled("R-3", 4);
        var issued = new FigureItems.Issued("R-4", HUNDRED, NOTHING);
        refuses(List.of(open, open), List.of(), List.of(), List.of(), List.of(), "open", "R-1");
        refuses(List.of(), List.of(onAccount, onAccount), List.of(), List.of(), List.of(), "onAccount", "P-1");
        refuses(List.of(), List.of(), List.of(due, due), List.of(), List.of(), "due", "R-2");
        refuses(List.of(), List.of(), List.of(), List.of(settled, settled), List.of(), "settled", "R-3");
        refuses(List.of(), List.of(), List.of(), List.of(), List.of(issued, issued), "issued", "R-4");
    }

    private static KpiResult owed(String payment) {
        var items = new FigureItems(
                List.of(new FigureItems.Open("R-1", HUNDRED, 5)),
                List.of(new FigureItems.OnAccount(payment, THIRTY)),
                List.of(),
                List.of(),
                List.of());
        return OutstandingReceivables.net()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Amount.of("70.00", "EUR"))
                        .items(items)
                        .build());
    }

    private static KpiItem item(String id, long amount) {
        return new KpiItem(id, Fraction.of(amount), Fraction.ZERO);
    }

    private static void refuses(
            List<FigureItems.Open> open,
            List<FigureItems.OnAccount> onAccount,
            List<FigureItems.Due> due,
            List<FigureItems.Settled> settled,
            List<FigureItems.Issued> issued,
            String argument,
            String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureItems(open, onAccount, due, settled, issued))
                .withMessage(argument + " must have each id once, but was " + id);
    }
}
