package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Reduction;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.BillingFigures;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.cash.AutoMatch;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.DaysToPay;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.collection.OverdueShare;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Worked by hand: each is of the KPI that its name promises. */
class ReductionsTest {

    private static KpiResult given(KpiDefinition definition, long value) {
        return KpiBasis.of(definition).measured(Fraction.of(value));
    }

    private static Fraction from(Reduction reduction, KpiResult base, KpiResult now) {
        assertThat(reduction.definition().direction()).isEqualTo(Direction.HIGHER);
        return reduction.compute(new Reduction.Results(base, now)).value().orElseThrow();
    }

    @Test
    void billingErrorsAreComparedByTheirShare() {
        KpiResult four = new BillingErrorRate().compute(BillingFigures.empty().withChecked(4, 100));
        KpiResult three = new BillingErrorRate().compute(BillingFigures.empty().withChecked(6, 200));
        assertThat(from(Reductions.billingErrors(), four, three)).isEqualTo(Fraction.of(25));
        assertThat(Reductions.billingErrors().id()).isEqualTo("billing.error-reduction");
    }

    @Test
    void paymentsAreFasterIfTheWeightedDaysAreFewer() {
        KpiResult forty = DaysToPay.weightedOfTotals(new BigDecimal("4000"), Amount.of("100", "EUR"));
        KpiResult thirty = DaysToPay.weightedOfTotals(new BigDecimal("3000"), Amount.of("100", "EUR"));
        assertThat(from(Reductions.paymentSpeed(), forty, thirty)).isEqualTo(Fraction.of(25));
        assertThat(from(Reductions.paymentSpeed(), thirty, forty)).isEqualTo(Fraction.of(-100, 3));
        assertThat(Reductions.paymentSpeed().id()).isEqualTo("payment-speed");
    }

    @Test
    void receivablesAndWhatIsOverdueAreComparedByAmount() {
        var before = CollectionFigures.builder()
                .closingReceivables(Amount.of("200", "EUR"))
                .overdue(Amount.of("100", "EUR"), Amount.of("200", "EUR"))
                .build();
        var now = CollectionFigures.builder()
                .closingReceivables(Amount.of("150", "EUR"))
                .overdue(Amount.of("85", "EUR"), Amount.of("150", "EUR"))
                .build();
        assertThat(from(
                        Reductions.receivables(),
                        OutstandingReceivables.net().compute(before),
                        OutstandingReceivables.net().compute(now)))
                .isEqualTo(Fraction.of(25));
        assertThat(from(
                        Reductions.overdue(),
                        OutstandingReceivables.overdue().compute(before),
                        OutstandingReceivables.overdue().compute(now)))
                .isEqualTo(Fraction.of(15));
        assertThat(Reductions.receivables().id()).isEqualTo("receivables.reduction");
        assertThat(Reductions.overdue().id()).isEqualTo("overdue.reduction");
    }

    /** From 5 % wrong to 3 % is 40 % less, whichever of the two was asked for. */
    @Test
    void errorsOfCashApplicationAreAHundredLessTheAccuracy() {
        var accuracy = CashApplicationAccuracy.within(30, ZoneOffset.UTC);
        Reduction reduction = Reductions.cashApplicationErrors(accuracy);
        KpiDefinition errors = accuracy.asErrorRate().definition();
        assertThat(from(reduction, given(errors, 5), given(errors, 3))).isEqualTo(Fraction.of(40));
        assertThat(reduction).isEqualTo(Reductions.cashApplicationErrors(accuracy.asErrorRate()));
        assertThat(reduction.id()).isEqualTo("cash-app.error-reduction");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(reduction, given(accuracy.definition(), 95), given(accuracy.definition(), 97)))
                .withMessage("base must be of cash-app.error-rate.within-30-days.count,"
                        + " but was cash-app.accuracy.within-30-days.count");
    }

    @Test
    void aProcessIsComparedByOneStatistic() {
        KpiDefinition median = BillingTime.cycle(Statistic.MEDIAN).definition();
        Reduction reduction = Reductions.processTime(median);
        assertThat(from(reduction, given(median, 10), given(median, 8))).isEqualTo(Fraction.of(20));
        assertThat(reduction.id()).isEqualTo("process.time-reduction");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(
                        given(median, 10),
                        given(BillingTime.cycle(Statistic.MEAN).definition(), 8)))
                .withMessage(
                        "now must be computed as base is, by billing.cycle-time.median, but was billing.cycle-time.mean");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reductions.processTime(OverdueShare.byAmount().definition()))
                .withMessage("cycleTime must be in days or hours, but was overdue.amount in PERCENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reductions.processTime(AutoMatch.byCount(ZoneOffset.UTC).definition()))
                .withMessageStartingWith("cycleTime must be in days or hours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reductions.processTime(
                        KpiDefinition.of("acme.rest", "Rest", KpiUnit.HOURS, Direction.HIGHER, "hours of rest")))
                .withMessage("cycleTime must be better the lower it is, but was acme.rest");
    }
}
