package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Values that differ in one part are not equal, and those that differ in none are. */
class ScorecardsAreValuesTest {
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);
    private static final EveryPeriod MONTHLY = new EveryPeriod(PeriodLength.MONTH, FiscalCalendar.calendarYears());

    @Test
    void targets() {
        assertEqualToTheirCopiesOnly(ScorecardsAreValuesTest::targetsOfAllKinds);
    }

    private static List<Object> targetsOfAllKinds() {
        return List.of(
                target("a").build(),
                target("b").build(),
                target("a").of("dso.countback", "all customers").build(),
                target("a").of("dso.simple", "customers in Germany").build(),
                target("a").area("Billing").build(),
                target("a").goal(AT_LEAST, Goal.absolute("45")).build(),
                target("a").goal(AT_MOST, Goal.absolute("44")).build(),
                target("a").rule(MeasuringRule.AVERAGE_OF_PERIOD).build(),
                target("a").baseline(Baseline.of("50", QUARTER)).build(),
                target("a").baseline(Baseline.of("51", QUARTER)).build(),
                target("a").deadline(JUNE_30.plusDays(1)).build(),
                every(MONTHLY),
                every(new EveryPeriod(PeriodLength.QUARTER, FiscalCalendar.calendarYears())),
                owed("EUR"),
                owed("USD"),
                target("a").of("dso.simple", KpiUnit.DAYS, "all customers").build());
    }

    @Test
    void baselines() {
        assertEqualToTheirCopiesOnly(() -> List.of(
                Baseline.of("45", QUARTER),
                Baseline.of("46", QUARTER),
                Baseline.measuredIn(QUARTER),
                Baseline.of(Amount.of("45.00", "EUR"), QUARTER),
                Baseline.of(Amount.of("45.00", "USD"), QUARTER),
                Baseline.of("45", ServicePeriod.of("2026-01-01", "2026-03-01"))));
        assertThat(Baseline.of("45", QUARTER)).hasToString("45 in [2026-01-01, 2026-04-01)");
        assertThat(Baseline.measuredIn(QUARTER)).hasToString("in [2026-01-01, 2026-04-01)");
        assertThat(Baseline.of(Amount.of("45.00", "EUR"), QUARTER)).hasToString("45 EUR in [2026-01-01, 2026-04-01)");
    }

    @Test
    void rows() {
        var target = target("a").build();
        var measured = Results.of("dso.simple", Direction.LOWER, "50");
        var less = Results.of("dso.simple", Direction.LOWER, "49");
        assertEqualToTheirCopiesOnly(() -> List.of(
                ScorecardRow.of(target, measured),
                ScorecardRow.of(target("b").build(), measured),
                ScorecardRow.of(target, less),
                ScorecardRow.of(target, measured, less),
                ScorecardRow.of(target, measured, measured),
                ScorecardRow.of(target, measured).asOf(JUNE_30.minusDays(1)),
                ScorecardRow.of(target, measured).weighing("10"),
                ScorecardRow.of(target, measured).scoredBy(ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL)));
    }

    @Test
    void partsOfScores() {
        assertEqualToTheirCopiesOnly(() -> List.of(
                WeightedScore.Part.of("a", BigDecimal.ONE, Fraction.of(90)),
                WeightedScore.Part.of("b", BigDecimal.ONE, Fraction.of(90)),
                WeightedScore.Part.of("a", BigDecimal.TEN, Fraction.of(90)),
                WeightedScore.Part.of("a", BigDecimal.ONE, Fraction.of(91)),
                WeightedScore.Part.without("a", BigDecimal.ONE)));
    }

    private static Target.Builder target(String name) {
        return Target.named(name)
                .of("dso.simple", "all customers")
                .area("Collection")
                .goal(AT_MOST, Goal.absolute("45"))
                .deadline(JUNE_30);
    }

    private static Target every(EveryPeriod every) {
        return Target.named("a")
                .of("dso.simple", "all customers")
                .area("Collection")
                .goal(AT_MOST, Goal.absolute("45"))
                .inEvery(every)
                .build();
    }

    private static Target owed(String currency) {
        assertThat(OutstandingReceivables.overdue().definition().unit()).isEqualTo(KpiUnit.MONEY);
        return target("a")
                .of(OutstandingReceivables.overdue().definition(), "all customers")
                .currency(currency)
                .build();
    }

    /** Pair by pair, each against those of a second making. */
    private static void assertEqualToTheirCopiesOnly(Supplier<List<? extends Object>> making) {
        var ones = new ArrayList<Object>(making.get());
        var others = new ArrayList<Object>(making.get());
        for (int i = 0; i < ones.size(); i++) {
            assertThat(ones.get(i).equals("another kind of thing")).isFalse();
            assertThat(ones.get(i)).hasSameHashCodeAs(others.get(i));
            for (int j = 0; j < others.size(); j++) {
                assertThat(ones.get(i).equals(others.get(j)))
                        .as("%s and %s (%s and %s)", ones.get(i), others.get(j), i, j)
                        .isEqualTo(i == j);
            }
        }
    }
}
