package io.quittance.kpi.collection;

import static io.quittance.kpi.collection.Answers.code;
import static io.quittance.kpi.collection.Answers.six;
import static io.quittance.kpi.collection.Answers.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.AgedReceivables.Bucket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Expected credit loss, loss rates and the allowance; case ids of conformance/kpi.json. */
class AllowancesTest {

    private static Bucket bucket(String name, String open, String percent) {
        return Bucket.of(name, usd(open), new BigDecimal(percent));
    }

    /** ecl-solutioninn-8-14. */
    @Test
    void addsUpWhatIsExpectedToBeLost() {
        var aged = new AgedReceivables(List.of(
                bucket("0-30", "320000", "1"),
                bucket("31-60", "110000", "3"),
                bucket("61-90", "24000", "10"),
                bucket("91-120", "18000", "33"),
                bucket("over 120", "43000", "75")));
        KpiResult result = new ExpectedCreditLoss().compute(aged);
        assertThat(six(result)).isEqualTo("47090.000000");
        assertThat(result.basis().items())
                .contains(new KpiItem("91-120", Fraction.of(5940), Fraction.ZERO))
                .hasSize(5);
        assertThat(result.basis().items().stream().map(KpiItem::numerator).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(result.value().orElseThrow());
    }

    @Test
    void leavesCreditBalancesOut() {
        var aged = new AgedReceivables(List.of(bucket("a", "-100", "50"), bucket("b", "100", "50")));
        KpiResult result = new ExpectedCreditLoss().compute(aged);
        assertThat(result.value()).contains(Fraction.of(50));
        assertThat(result.basis().exclusions()).containsExactly("CREDIT_BALANCES");
    }

    /** 2.2 % by 1.25 are 2.75 %; 90 % cannot become more than all. */
    @Test
    void looksAhead() {
        var aged = new AgedReceivables(List.of(bucket("a", "100", "2.2"), bucket("b", "100", "90")));
        assertThat(six(new ExpectedCreditLoss().compute(aged.lookingAhead(new BigDecimal("1.25")))))
                .isEqualTo("102.750000");
    }

    @Test
    void refusesBucketsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgedReceivables(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgedReceivables(List.of(bucket("a", "1", "1"), bucket("a", "1", "1"))))
                .withMessage("buckets must be there once each, but was a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bucket("a", "1", "100.1"))
                .withMessage("lossPercent must be between 0 and 100, but was 100.1");
    }

    /** ecl-ifrscommunity-flow: the third rate stays unrounded. */
    @Test
    void ratesOfThePastStayExact() {
        KpiResult rate = new LossRate().compute(LossFlow.of("61-90", usd("23000"), usd("2000")));
        assertThat(six(rate)).isEqualTo("8.695652");
        var aged = new AgedReceivables(
                List.of(Bucket.of("61-90", usd("60000"), rate.value().orElseThrow())));
        assertThat(six(new ExpectedCreditLoss().compute(aged))).isEqualTo("5217.391304");
        assertThat(code(new LossRate().compute(LossFlow.of("new", usd("0"), usd("0")))))
                .isEqualTo("NO_BALANCE: nothing reached the bucket new");
        assertThatIllegalArgumentException().isThrownBy(() -> LossFlow.of("x", usd("1"), usd("2")));
    }

    @Test
    void rollRatesMultiply() {
        var rates = new RollRates(List.of(Fraction.of(20), Fraction.of(50), Fraction.of(40)));
        assertThat(new RolledLossRate().compute(rates).value()).contains(Fraction.of(4));
        assertThat(code(new RolledLossRate().compute(new RollRates(List.of())))).startsWith("NO_ROLL_RATES");
        assertThatIllegalArgumentException().isThrownBy(() -> new RollRates(List.of(Fraction.of(-1))));
    }

    /** allowance-rollforward-riley. */
    @Test
    void expenseIsByAgingOrByPercentageOfSales() {
        AllowanceFigures figures = AllowanceFigures.of(usd("75000"), usd("85000"), usd("0"))
                .withRequired(usd("73100"))
                .withSales(usd("10185000"), new BigDecimal("0.8"));
        assertThat(six(BadDebtExpense.byRequiredAllowance().compute(figures))).isEqualTo("83100.000000");
        assertThat(six(BadDebtExpense.byShareOfSales().compute(figures))).isEqualTo("81480.000000");
        assertThat(six(ClosingAllowance.byRequiredAllowance().compute(figures))).isEqualTo("73100.000000");
        assertThat(six(ClosingAllowance.byShareOfSales().compute(figures))).isEqualTo("71480.000000");
    }

    /** Where nothing rolls on from one age, nothing is lost; all that reached an age can be. */
    @Test
    void nothingAndAllCanBeLost() {
        assertThat(new RolledLossRate()
                        .compute(new RollRates(List.of(Fraction.of(20), Fraction.ZERO)))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(new LossRate()
                        .compute(LossFlow.of("61-90", usd("5"), usd("5")))
                        .value())
                .contains(Fraction.of(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossFlow.of("61-90", usd("-1"), usd("0")))
                .withMessage("reached must not be negative, but was USD -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossFlow.of("61-90", usd("1"), usd("-1")))
                .withMessage("neverPaid must be between 0 and USD 1.00, but was USD -1.00");
    }

    /** So that the results of several months make a series. */
    @Test
    void resultsCarryThePeriodOfTheirFigures() {
        var march = ServicePeriod.of("2026-03-01", "2026-04-01");
        AllowanceFigures figures = AllowanceFigures.of(usd("1"), usd("0"), usd("0"))
                .withPeriod(march)
                .withRequired(usd("2"))
                .withSales(usd("100"), BigDecimal.ONE);
        assertThat(periodOf(BadDebtExpense.byRequiredAllowance().compute(figures)))
                .contains(march);
        assertThat(periodOf(ClosingAllowance.byShareOfSales().compute(figures))).contains(march);
        LossFlow flow = LossFlow.of("61-90", usd("23000"), usd("2000"));
        assertThat(periodOf(new LossRate().compute(flow.withPeriod(march)))).contains(march);
        assertThat(periodOf(new LossRate().compute(flow))).isEmpty();
        var rates = new RollRates(List.of(Fraction.of(20)));
        assertThat(periodOf(new RolledLossRate().compute(rates.withPeriod(march))))
                .contains(march);
        assertThat(periodOf(new RolledLossRate().compute(rates))).isEmpty();
    }

    private static Optional<ServicePeriod> periodOf(KpiResult result) {
        return result.basis().period();
    }

    /** 100 - 40 + 10 are 70 before anything is charged; 50 are needed, and 20 are released. */
    @Test
    void recoveriesComeBackAndTooMuchIsReleased() {
        AllowanceFigures figures = AllowanceFigures.of(usd("100"), usd("40"), usd("10"));
        assertThat(figures.beforeExpense()).isEqualTo(usd("70"));
        assertThat(BadDebtExpense.byRequiredAllowance()
                        .compute(figures.withRequired(usd("50")))
                        .value())
                .contains(Fraction.of(-20));
        assertThat(code(BadDebtExpense.byRequiredAllowance().compute(figures)))
                .isEqualTo("MISSING_INPUT: required is not given");
        assertThat(code(ClosingAllowance.byShareOfSales().compute(figures)))
                .isEqualTo("MISSING_INPUT: ofSales is not given");
    }

    @Test
    void refusesAllowancesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowanceFigures.of(usd("1"), usd("-1"), usd("0")))
                .withMessageContaining("writeOffs must not be negative");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(
                        () -> AllowanceFigures.of(usd("1"), usd("1"), usd("0")).withRequired(Amount.of("1", "EUR")));
    }

    @Property
    void theExpenseBringsTheAllowanceToWhatIsRequired(
            @ForAll @LongRange(min = -1000, max = 1000) long opening,
            @ForAll @LongRange(min = 0, max = 1000) long writeOffs,
            @ForAll @LongRange(min = 0, max = 1000) long required) {
        AllowanceFigures figures = AllowanceFigures.of(
                        usd(Long.toString(opening)), usd(Long.toString(writeOffs)), usd("0"))
                .withRequired(usd(Long.toString(required)));
        assertThat(BadDebtExpense.byRequiredAllowance()
                        .compute(figures)
                        .value()
                        .orElseThrow()
                        .plus(figures.beforeExpense().toFraction()))
                .isEqualTo(Fraction.of(required));
    }

    /** Of exact rates, too: 0 and 100 % are rates, and what is beyond them is none. */
    @Test
    void ratesAreFromNothingToAll() {
        var ends = new AgedReceivables(
                List.of(Bucket.of("a", usd("7"), Fraction.ZERO), Bucket.of("b", usd("5"), Fraction.of(100))));
        assertThat(new ExpectedCreditLoss().compute(ends).value()).contains(Fraction.of(5));
        for (Fraction percent : List.of(Fraction.of(-1, 3), Fraction.of(301, 3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bucket.of("a", usd("1"), percent))
                    .withMessage("lossPercent must be between 0 and 100, but was " + percent);
        }
    }

    @Test
    void refusesSalesInAnotherCurrency() {
        AllowanceFigures figures = AllowanceFigures.of(usd("1"), usd("1"), usd("0"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> figures.withSales(Amount.of("1", "EUR"), BigDecimal.ONE))
                .withMessage("allowance must be in USD, but was EUR");
    }

    /** 100.00 at 5 % and nothing at 10 %: nothing is left out; 1.00 of credits is. */
    @Test
    void onlyCreditsAreLeftOutOfTheLoss() {
        Bucket late = Bucket.of("late", usd("100"), BigDecimal.valueOf(5));
        for (Bucket other : List.of(
                Bucket.of("current", usd("0"), BigDecimal.TEN), Bucket.of("current", usd("2"), BigDecimal.TEN))) {
            assertThat(new ExpectedCreditLoss()
                            .compute(new AgedReceivables(List.of(other, late)))
                            .basis()
                            .exclusions())
                    .isEmpty();
        }
        KpiResult result = new ExpectedCreditLoss()
                .compute(new AgedReceivables(List.of(Bucket.of("current", usd("-1"), BigDecimal.TEN), late)));
        assertThat(result.value()).contains(Fraction.of(5));
        assertThat(result.basis().exclusions()).containsExactly("CREDIT_BALANCES");
    }
}
