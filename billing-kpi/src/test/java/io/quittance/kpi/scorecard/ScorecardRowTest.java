package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static io.quittance.kpi.scorecard.Comparison.LESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardRowTest {
    private static final ServicePeriod FIRST_QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);

    /** kpi.md 6: "&lt; 2" is strict, "95 or higher" includes 95. */
    @ParameterizedTest
    @CsvSource({
        "LESS, 2, 1.99, MET",
        "LESS, 2, 2, MISSED",
        "AT_MOST, 5, 5, MET",
        "AT_MOST, 5, 5.000001, MISSED",
        "AT_LEAST, 95, 95, MET",
        "AT_LEAST, 95, 94.999999, MISSED",
        "MORE, 95, 95, MISSED",
        "MORE, 95, 95.000001, MET"
    })
    void comparesExactly(Comparison comparison, String goal, String value, Status status) {
        var target = target().goal(comparison, Goal.absolute(goal)).build();
        assertThat(ScorecardRow.of(target, Results.of("dso.simple", comparison.direction(), value))
                        .status())
                .isEqualTo(status);
    }

    /** ibm-ar/reference.json: 2013-Q3 23.667184 to 2013-Q4 5.515450 is down 76.7 %; Q2 to Q3 is up. */
    @ParameterizedTest
    @CsvSource({"23.667184, 5.515450, MET", "23.180745, 23.667184, MISSED", "40, 36, MET", "40, 36.000001, MISSED"})
    void measuresAChangeFromItsBaseline(String baseline, String value, Status status) {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        assertThat(ScorecardRow.of(target, dso(value), dso(baseline)).status()).isEqualTo(status);
        var stated = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of(baseline, FIRST_QUARTER))
                .build();
        assertThat(ScorecardRow.of(stated, dso(value)).status()).isEqualTo(status);
    }

    /** kpi.md 6: "+5 %" of 80 is 84 relative and 85 in points; the target says which. */
    @Test
    void tellsPercentFromPoints() {
        KpiResult actual = Results.of("dso.simple", Direction.HIGHER, "84.5");
        var relative = ScorecardRow.of(
                target().goal(AT_LEAST, Goal.change("5"))
                        .baseline(Baseline.of("80", FIRST_QUARTER))
                        .build(),
                actual);
        var points = ScorecardRow.of(
                target().goal(AT_LEAST, Goal.points("5"))
                        .baseline(Baseline.of("80", FIRST_QUARTER))
                        .build(),
                actual);
        assertThat(relative.goal()).contains(Fraction.of(84));
        assertThat(points.goal()).contains(Fraction.of(85));
        assertThat(relative.status()).isEqualTo(Status.MET);
        assertThat(points.status()).isEqualTo(Status.MISSED);
    }

    /** kpi.json, smart-overdue-15-to-5 (8 is 70 %) and smart-overdue-worse (17 is -20 %, not clamped); 4 by hand. */
    @ParameterizedTest
    @CsvSource({"8, 70", "17, -20", "15, 0", "5, 100", "4, 110"})
    void measuresProgressFromTheBaselineToTheGoal(String value, String percent) {
        var target = target().goal(AT_MOST, Goal.fromTo("15", "5")).build();
        assertThat(ScorecardRow.of(target, dso(value)).progress()).contains(Results.exact(percent));
    }

    /** kpi.json, smart-dso-minus-10pct: 41 on the way from 45 to 40.5 is 88.888889 %, exactly 800 / 9. */
    @Test
    void keepsProgressExact() {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .build();
        assertThat(ScorecardRow.of(target, dso("41")).progress()).contains(Fraction.of(800, 9));
    }

    @Test
    void hasNoProgressWithoutBaselineOrValueOrWay() {
        var absolute = target().goal(AT_MOST, Goal.absolute("45")).build();
        assertThat(ScorecardRow.of(absolute, dso("50")).progress()).isEmpty();
        var fromTo = target().goal(AT_MOST, Goal.fromTo("15", "5")).build();
        assertThat(ScorecardRow.of(fromTo, Results.none("dso.simple", Direction.LOWER))
                        .progress())
                .isEmpty();
        // a baseline that is measured later may turn out to be the goal
        assertThat(ScorecardRow.of(absolute, dso("50"), dso("45")).progress()).isEmpty();
        assertThat(ScorecardRow.of(absolute, dso("50"), dso("55")).progress()).contains(Fraction.of(50));
    }

    /**
     * By hand: from 31 March to 30 June are 91 days; on 15 May 45 of them are over, 49.45 %. From 45 to 40.5 days that is 42.774725, so 42.7 is on the
     * line and 42.8 is not.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-05-15, 42.7, ON_TRACK",
        "2026-05-15, 42.8, BEHIND",
        "2026-05-15, 40.5, MET",
        "2026-03-31, 45, ON_TRACK",
        "2026-03-15, 45, ON_TRACK",
        "2026-06-29, 40.6, BEHIND",
        "2026-06-29, 40.54, ON_TRACK",
        "2026-06-30, 40.54, MISSED",
        "2026-07-01, 40.5, MET"
    })
    void isOnTrackWhereAStraightLineIs(LocalDate today, String value, Status status) {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .build();
        assertThat(ScorecardRow.of(target, dso(value)).asOf(today).status()).isEqualTo(status);
    }

    @Test
    void saysWhereTheLineIs() {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .build();
        var row = ScorecardRow.of(target, dso("42"));
        assertThat(row.expectedProgress()).isEmpty();
        assertThat(row.asOf(LocalDate.of(2026, 5, 15)).expectedProgress()).contains(Fraction.of(4500, 91));
        assertThat(row.asOf(LocalDate.of(2026, 3, 1)).expectedProgress()).contains(Fraction.ZERO);
        assertThat(row.asOf(LocalDate.of(2027, 1, 1)).expectedProgress()).contains(Fraction.of(100));
        assertThat(row.asOf(LocalDate.of(2026, 4, 30)).explanation().key()).isEqualTo("scorecard.on-track");
        assertThat(row.asOf(LocalDate.of(2026, 6, 29)).explanation().text()).isEqualTo("42 is not <= 40.5 yet");
    }

    @Test
    void isBehindWhereThereIsNoLine() {
        var target = target().goal(LESS, Goal.absolute("2")).build();
        var row = ScorecardRow.of(target, dso("3")).asOf(LocalDate.of(2026, 5, 15));
        assertThat(row.status()).isEqualTo(Status.BEHIND);
        assertThat(row.asOf()).contains(LocalDate.of(2026, 5, 15));
    }

    /** The value of May belongs to the quarter that ends on 30 June. */
    @ParameterizedTest
    @CsvSource({"2026-06-29, BEHIND", "2026-06-30, MISSED", "2026-08-01, MISSED"})
    void holdsInEveryPeriodByItsEnd(LocalDate today, Status status) {
        var target = Target.named("a target")
                .of("dso.simple", "all customers")
                .area("Collection")
                .goal(LESS, Goal.absolute("2"))
                .inEvery(new EveryPeriod(PeriodLength.QUARTER, FiscalCalendar.calendarYears()))
                .build();
        var may = Results.of("dso.simple", Direction.LOWER, "2", ServicePeriod.of("2026-05-01", "2026-06-01"));
        assertThat(ScorecardRow.of(target, may).asOf(today).status()).isEqualTo(status);
        assertThat(ScorecardRow.of(target, may).status()).isEqualTo(Status.MISSED);
    }

    @Test
    void hasNoDataWhereTheKpiHasNoValue() {
        KpiResult undefined = Results.none("dso.simple", Direction.LOWER);
        var row = ScorecardRow.of(target().goal(AT_MOST, Goal.absolute("45")).build(), undefined);
        assertThat(row.status()).isEqualTo(Status.NO_DATA);
        assertThat(row.score()).isEmpty();
        assertThat(row.explanation().text()).isEqualTo("no value: there were no credit sales");
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        var change = ScorecardRow.of(target, dso("36"), undefined);
        assertThat(change.status()).isEqualTo(Status.NO_DATA);
        assertThat(change.goal()).isEmpty();
        assertThat(change.explanation().text()).isEqualTo("no baseline: there were no credit sales");
        var negative = ScorecardRow.of(target, dso("36"), dso("-4"));
        assertThat(negative.status()).isEqualTo(Status.NO_DATA);
        assertThat(negative.explanation().text()).isEqualTo("no goal: -4 is no baseline for a change in percent");
    }

    @Test
    void explainsItsStatus() {
        var target = target().goal(LESS, Goal.absolute("2")).build();
        assertThat(ScorecardRow.of(target, dso("1.12")).explanation().text()).isEqualTo("1.12 is < 2");
        assertThat(ScorecardRow.of(target, dso("2")).explanation().text()).isEqualTo("2 is not < 2");
        assertThat(ScorecardRow.of(target, dso("2"))).hasToString("a target: MISSED");
    }

    @Test
    void refusesAnotherKpiAndAMissingBaseline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(
                        target().goal(LESS, Goal.absolute("2")).build(),
                        KpiBasis.of(DaysSalesOutstanding.countback().definition())
                                .measured(Fraction.ONE)))
                .withMessage("actual must be of dso.simple, but was dso.countback");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(
                        target().goal(AT_MOST, Goal.change("-10"))
                                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                                .build(),
                        dso("1")))
                .withMessage("baseline must be given for <= baseline - 10 %");
    }

    @Test
    void refusesABaselineTwiceOrOfAnotherPeriod() {
        var stated = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(stated, dso("41"), dso("45")))
                .withMessage("baseline must not be given where the target states it, but was dso.simple");
        var measured = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ScorecardRow.of(measured, dso("41"), dso("45", ServicePeriod.of("2025-10-01", "2026-01-01"))))
                .withMessage("baseline must be of [2026-01-01, 2026-04-01), but was [2025-10-01, 2026-01-01)");
    }

    @Test
    void refusesATargetAgainstTheDirectionOfItsKpi() {
        var target = target().goal(AT_LEAST, Goal.absolute("45")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("41")))
                .withMessage("target must go the way in which dso.simple gets better, but was >= 45");
        assertThat(ScorecardRow.of(target, Results.of("dso.simple", Direction.INFORMATIONAL, "46"))
                        .status())
                .isEqualTo(Status.MET);
    }

    @Test
    void refusesAValueOfALaterTime() {
        var target = target().goal(AT_MOST, Goal.absolute("45")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("41", ServicePeriod.of("2026-06-01", "2026-07-02"))))
                .withMessage("actual must not be of a time after the deadline, but was 2026-07-01");
        var june = ScorecardRow.of(target, dso("41", ServicePeriod.of("2026-06-01", "2026-07-01")));
        assertThat(june.asOf(JUNE_30).status()).isEqualTo(Status.MET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> june.asOf(LocalDate.of(2026, 6, 29)))
                .withMessage("actual must not be of a time after the day of the question, but was 2026-06-30");
    }

    /** kpi.json, score-codingace-resolution-time: 8 of 6.5 is 123.076923 %. */
    @Test
    void scoresByItsShareOfTheGoalUnlessToldOtherwise() {
        var row = ScorecardRow.of(target().goal(AT_MOST, Goal.absolute("8")).build(), dso("6.5"));
        assertThat(row.score()).contains(Fraction.of(1600, 13));
        assertThat(row.scoredBy(ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL).score()).contains(Results.exact("118.75"));
        assertThat(row.weight()).isEqualByComparingTo("1");
        assertThat(row.weighing("25").weight()).isEqualByComparingTo("25");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.weighing("0"))
                .withMessage("weight must be more than 0, but was 0");
    }

    /** By hand: at month-ends of 20, 16 and 12 the last is 12 and the mean is 16. */
    @Test
    void takesTheValueThatItsRuleSays() {
        var results = List.of(
                dso("16", ServicePeriod.of("2026-05-01", "2026-06-01")),
                dso("12", ServicePeriod.of("2026-06-01", "2026-07-01")),
                dso("20", ServicePeriod.of("2026-04-01", "2026-05-01")));
        var atEnd = target().goal(AT_MOST, Goal.absolute("14"));
        assertThat(ScorecardRow.ofSeries(atEnd.build(), results).status()).isEqualTo(Status.MET);
        var average = ScorecardRow.ofSeries(
                atEnd.rule(MeasuringRule.AVERAGE_OF_PERIOD).build(), results);
        assertThat(average.actual().value()).contains(Fraction.of(16));
        assertThat(average.status()).isEqualTo(Status.MISSED);
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        var row = ScorecardRow.of(target, dso("41"), dso("45"))
                .asOf(JUNE_30)
                .weighing("3")
                .scoredBy(Capped.at("120", ShareOfGoal.GOAL_OVER_ACTUAL));
        assertThat(TargetTest.copied(row)).isEqualTo(row).hasSameHashCodeAs(row);
        assertThat(row).isNotEqualTo(row.weighing("4")).isNotEqualTo(row.asOf(JUNE_30.plusDays(1)));
    }

    @Property
    void isMetOrMissedByTheSmallestDifference(@ForAll @IntRange(min = 1, max = 1_000_000) int denominator) {
        Fraction almost = Fraction.of(2).minus(Fraction.of(1, denominator));
        var target = target().goal(LESS, Goal.absolute("2")).build();
        assertThat(ScorecardRow.of(target, exactly(almost)).status()).isEqualTo(Status.MET);
        assertThat(ScorecardRow.of(target, exactly(Fraction.of(2))).status()).isEqualTo(Status.MISSED);
    }

    /** Progress is 100 % or more exactly where an inclusive target is met, in both directions. */
    @Property
    void progressAndStatusAgree(
            @ForAll @IntRange(min = -1000, max = 1000) int from,
            @ForAll @IntRange(min = -1000, max = 1000) int to,
            @ForAll @IntRange(min = -1000, max = 1000) int value) {
        if (from == to) {
            return;
        }
        Comparison comparison = from > to ? AT_MOST : AT_LEAST;
        var target = target().goal(comparison, Goal.fromTo(Integer.toString(from), Integer.toString(to)))
                .build();
        var row = ScorecardRow.of(target, Results.of("dso.simple", comparison.direction(), Integer.toString(value)));
        assertThat(row.progress().orElseThrow().compareTo(Fraction.of(100)) >= 0)
                .isEqualTo(row.status() == Status.MET);
    }

    private static Target.Builder target() {
        return Target.named("a target")
                .of("dso.simple", "all customers")
                .area("Collection")
                .deadline(JUNE_30);
    }

    private static KpiResult dso(String value) {
        return Results.of("dso.simple", Direction.LOWER, value);
    }

    private static KpiResult dso(String value, ServicePeriod period) {
        return Results.of("dso.simple", Direction.LOWER, value, period);
    }

    private static KpiResult exactly(Fraction value) {
        return KpiBasis.of(DaysSalesOutstanding.simple().definition()).measured(value);
    }
}
