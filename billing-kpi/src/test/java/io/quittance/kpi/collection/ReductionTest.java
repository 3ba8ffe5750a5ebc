package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.notes;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
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

    /** A long reason is cut to the 200 characters that a reason may have, as of a change. */
    @Test
    void aLongReasonIsCut() {
        KpiResult none = KpiBasis.of(OutstandingReceivables.net().definition()).undefined("LONG", "x".repeat(200));
        assertThat(code(OF_NET.compute(new Reduction.Results(none, net("1")))))
                .isEqualTo("LONG: base: " + "x".repeat(194));
        assertThat(code(OF_NET.compute(new Reduction.Results(net("1"), none))))
                .isEqualTo("LONG: now: " + "x".repeat(195));
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

    /** 31 days with the history at an end to 23.25: a quarter less, of which one is a part only. */
    @Test
    void keepsWhatIsNotedOfEither() {
        var countback = DaysSalesOutstanding.countback();
        KpiResult base = countback.compute(CollectionFigures.builder()
                .closingReceivables(usd("700"))
                .sales(SalesPeriod.of(31, usd("600")))
                .build());
        KpiResult now = countback.compute(CollectionFigures.builder()
                .closingReceivables(usd("450"))
                .sales(SalesPeriod.of(31, usd("600")))
                .build());
        Reduction reduction = Reduction.of(countback.definition());
        KpiResult result = reduction.compute(new Reduction.Results(base, now));
        assertThat(result.value()).contains(Fraction.of(25));
        assertThat(notes(result)).containsExactly("HISTORY_EXHAUSTED");
        assertThat(notes(reduction.compute(new Reduction.Results(now, base)))).containsExactly("HISTORY_EXHAUSTED");
        assertThat(notes(reduction.compute(new Reduction.Results(now, now)))).isEmpty();
    }

    /** 300 of the same day are 30 days of the quarter's sales of 920, and 93 of December's 100: -210 %. February after January is no other length. */
    @Test
    void notesPeriodsOfOtherLengths() {
        Reduction reduction = Reduction.of(DaysSalesOutstanding.simple().definition());
        KpiResult quarter = dso("2025-10-01", "2026-01-01", "920");
        KpiResult december = dso("2025-12-01", "2026-01-01", "100");
        KpiResult result = reduction.compute(new Reduction.Results(quarter, december));
        assertThat(result.value()).contains(Fraction.of(-210));
        assertThat(notes(result)).containsExactly("PERIOD_LENGTHS_DIFFER");
        KpiResult february = dso("2026-02-01", "2026-03-01", "100");
        assertThat(notes(reduction.compute(new Reduction.Results(december, february))))
                .isEmpty();
        KpiResult threeDays = dso("2026-01-01", "2026-01-04", "100");
        KpiResult sixDays = dso("2026-02-01", "2026-02-07", "100");
        assertThat(notes(reduction.compute(new Reduction.Results(threeDays, sixDays))))
                .containsExactly("PERIOD_LENGTHS_DIFFER");
    }

    private static KpiResult dso(String start, String end, String sold) {
        var period = ServicePeriod.of(start, end);
        return DaysSalesOutstanding.simple()
                .compute(CollectionFigures.builder()
                        .period(period)
                        .closingReceivables(usd("300"))
                        .sales(SalesPeriod.of(period, usd(sold)))
                        .build());
    }

    private static KpiResult dso(String currency) {
        return DaysSalesOutstanding.simple()
                .compute(CollectionFigures.builder()
                        .closingReceivables(Amount.of("450", currency))
                        .sales(new SalesPeriod(Fraction.of(31), Amount.of("600", currency)))
                        .build());
    }
}
