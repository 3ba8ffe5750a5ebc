package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.notes;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Reduction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much smaller a KPI has become. */
class ReductionTest {

    private static final Reduction OF_NET = Reduction.of(
                    OutstandingReceivables.net().definition())
            .named("receivables.reduction", "Reduction in receivables");

    private static KpiResult net(String amount) {
        return OutstandingReceivables.net()
                .compute(CollectionFigures.builder()
                        .closingReceivables(usd(amount))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"15, 12, 20", "12, 15, -25", "5, 5, 0", "4, -1, 125"})
    void isTheDifferenceOfTheBase(String base, String now, long percent) {
        KpiResult result = OF_NET.compute(new Reduction.Results(net(base), net(now)));
        assertThat(result.value()).contains(Fraction.of(percent));
        assertThat(result.basis().kpi()).isEqualTo("receivables.reduction");
        assertThat(result.basis().definition().direction()).isEqualTo(Direction.HIGHER);
    }

    @Test
    void hasNoneOfNothing() {
        assertThat(code(OF_NET.compute(new Reduction.Results(net("0"), net("1")))))
                .isEqualTo("BASE_ZERO: base is 0");
        assertThat(notes(OF_NET.compute(new Reduction.Results(net("-10"), net("1")))))
                .containsExactly("NOT_MEANINGFUL");
        KpiResult missing =
                OutstandingReceivables.net().compute(CollectionFigures.builder().build());
        Reduction.Results withoutBase = new Reduction.Results(
                DaysSalesOutstanding.simple()
                        .compute(CollectionFigures.builder().build()),
                DaysSalesOutstanding.simple()
                        .compute(CollectionFigures.builder().build()));
        assertThat(code(Reduction.of(DaysSalesOutstanding.simple().definition()).compute(withoutBase)))
                .isEqualTo("MISSING_INPUT: base: closingReceivables is not given");
        assertThat(code(OF_NET.compute(new Reduction.Results(net("1"), missing))))
                .isEqualTo("MISSING_INPUT: now: closingReceivables is not given");
    }

    @Test
    void comparesOneMethodOnly() {
        KpiResult gross = OutstandingReceivables.gross()
                .compute(CollectionFigures.builder().overdue(usd("1"), usd("2")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(net("1"), gross))
                .withMessage("now must be computed as base is, by receivables.outstanding.net,"
                        + " but was receivables.outstanding.gross");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OF_NET.compute(new Reduction.Results(gross, gross)))
                .withMessage("base must be of receivables.outstanding.net, but was receivables.outstanding.gross");
        KpiResult euros = OutstandingReceivables.net()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Amount.of("1", "EUR"))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(net("1"), euros))
                .withMessage("now must be in the currency of base, but was EUR");
    }

    /** What is better the higher it is, gets worse by a reduction. */
    @Test
    void turnsTheDirection() {
        Reduction reduction = Reduction.of(CollectionRate.gross().definition());
        assertThat(reduction.id()).isEqualTo("collection-rate.gross.reduction");
        assertThat(reduction.definition().direction()).isEqualTo(Direction.LOWER);
        assertThat(Reduction.of(PaymentPlanShare.byCount().definition())
                        .definition()
                        .direction())
                .isEqualTo(Direction.INFORMATIONAL);
    }

    /** Days of euros and of dollars are not days of one book. */
    @Test
    void comparesOneCurrencyOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(dso("EUR"), dso("USD")))
                .withMessage("now must be in the currency of base, but was USD");
    }

    private static KpiResult dso(String currency) {
        return DaysSalesOutstanding.simple()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Amount.of("450", currency))
                        .sales(new SalesPeriod(Fraction.of(31), Amount.of("600", currency)))
                        .build());
    }
}
