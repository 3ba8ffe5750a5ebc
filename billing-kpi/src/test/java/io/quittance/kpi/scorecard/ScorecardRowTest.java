package io.quittance.kpi.scorecard;

import static io.quittance.kpi.scorecard.Comparison.AT_LEAST;
import static io.quittance.kpi.scorecard.Comparison.AT_MOST;
import static io.quittance.kpi.scorecard.Comparison.LESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiBasis;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OutstandingReceivables;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
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

    /** The value of April and May is of the beginning of the quarter that ends on 30 June; when that is over, it says nothing of it. */
    @ParameterizedTest
    @CsvSource({"2026-05-31, BEHIND", "2026-06-29, BEHIND", "2026-06-30, NO_DATA", "2026-08-01, NO_DATA"})
    void holdsInEveryPeriodByItsEnd(LocalDate today, Status status) {
        var target = Target.named("a target")
                .of("dso.simple", "all customers")
                .area("Collection")
                .goal(LESS, Goal.absolute("2"))
                .inEvery(new EveryPeriod(PeriodLength.QUARTER, FiscalCalendar.calendarYears()))
                .build();
        var toMay = dso("2", ServicePeriod.of("2026-04-01", "2026-06-01"));
        assertThat(ScorecardRow.of(target, toMay).asOf(today).status()).isEqualTo(status);
        assertThat(ScorecardRow.of(target, toMay).status()).isEqualTo(Status.BEHIND);
        assertThat(ScorecardRow.of(target, toMay).asOf()).contains(LocalDate.of(2026, 5, 31));
        assertThat(ScorecardRow.of(target, toMay))
                .isEqualTo(ScorecardRow.of(target, toMay).asOf(LocalDate.of(2026, 5, 31)))
                .isNotEqualTo(ScorecardRow.of(target, toMay).asOf(LocalDate.of(2026, 6, 1)));
        var quarter = dso("2", ServicePeriod.of("2026-04-01", "2026-07-01"));
        assertThat(ScorecardRow.of(target, quarter).status()).isEqualTo(Status.MISSED);
        assertThat(ScorecardRow.of(target, quarter).asOf()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("1", ServicePeriod.of("2026-05-01", "2026-06-01"))))
                .withMessage("actual must be of [2026-04-01, 2026-07-01) or of its beginning,"
                        + " but was [2026-05-01, 2026-06-01)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("1", ServicePeriod.of("2026-01-01", "2026-07-01"))))
                .withMessage("actual must be of [2026-04-01, 2026-07-01) or of its beginning,"
                        + " but was [2026-01-01, 2026-07-01)");
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
        // 10 % less than nothing is nothing: that is no goal either
        var nothing = ScorecardRow.of(target, dso("36"), dso("0"));
        assertThat(nothing.goal()).isEmpty();
        assertThat(nothing.explanation().text()).isEqualTo("no goal: 0 is no baseline for a change in percent");
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
        assertThat(row.score()).contains(Fraction.of(120));
        assertThat(row.scoredBy(ShareOfGoal.GOAL_OVER_ACTUAL).score()).contains(Fraction.of(1600, 13));
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

    /** DSO of receivables of 1200 and sales of -1000 in 91 days is -109.2 days, which says nothing. */
    @Test
    void whatHasNoMeaningMeetsNothing() {
        KpiResult negative = KpiBasis.of(DaysSalesOutstanding.simple().definition())
                .quotient(Fraction.of(1200), Fraction.of(-1000), Fraction.of(91), "NO_SALES", "no sales");
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        KpiResult positive =
                KpiBasis.of(DaysSalesOutstanding.simple().definition()).measured(Fraction.of(45));
        var row = ScorecardRow.of(target, negative, positive);
        assertThat(row.status()).isEqualTo(Status.NO_DATA);
        assertThat(row.progress()).isEmpty();
        assertThat(row.score()).isEmpty();
        assertThat(row.explanation().text()).isEqualTo("no value: -109.2 is not meaningful");
        var from = ScorecardRow.of(target, positive, negative);
        assertThat(from.status()).isEqualTo(Status.NO_DATA);
        assertThat(from.start()).isEmpty();
        assertThat(from.explanation().text()).isEqualTo("no baseline: -109.2 is not meaningful");
    }

    @Test
    void comparesMoneyOfOneCurrencyOnly() {
        var change = Target.named("overdue")
                .of(OutstandingReceivables.overdue().definition(), "all customers")
                .area("Collection")
                .deadline(JUNE_30)
                .goal(AT_MOST, Goal.change("-15"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(change.build(), owed("16900", "EUR"), owed("20000", "USD")))
                .withMessage("baseline must be in the currency of actual, EUR, but was USD");
        assertThat(ScorecardRow.of(change.build(), owed("16900", "USD"), owed("20000", "USD"))
                        .status())
                .isEqualTo(Status.MET);
        var stated = change.baseline(Baseline.of(Amount.of("20000.00", "EUR"), FIRST_QUARTER))
                .build();
        assertThat(stated.currency()).contains("EUR");
        assertThat(ScorecardRow.of(stated, owed("16900", "EUR")).status()).isEqualTo(Status.MET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(stated, owed("16900", "USD")))
                .withMessage("actual must be in EUR, but was USD");
        var byId = Target.named("overdue")
                .of("receivables.outstanding.overdue", "all customers")
                .area("Collection")
                .deadline(JUNE_30)
                .goal(AT_MOST, Goal.absolute("17000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(byId.build(), owed("16900", "EUR")))
                .withMessage("target must say the currency of its amounts, but was <= 17000");
        assertThat(ScorecardRow.of(byId.currency("EUR").build(), owed("16900", "EUR"))
                        .status())
                .isEqualTo(Status.MET);
    }

    @Test
    void refusesAnotherUnit() {
        var target = Target.named("DSO")
                .of(DaysSalesOutstanding.simple().definition(), "all customers")
                .area("Collection")
                .deadline(JUNE_30)
                .goal(AT_MOST, Goal.absolute("45"))
                .build();
        assertThat(target.unit()).contains(KpiUnit.DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("41")))
                .withMessage("actual must be in DAYS, but was PERCENT");
    }

    /** What Germany is to reach is not reached by all customers, and what Germany reached is told by its id. */
    @Test
    void refusesTheWholeForAPart() {
        var germany = DaysSalesOutstanding.simple().definition().only("segment", "DE");
        var target = Target.named("DSO of Germany")
                .of(germany, "customers in DE")
                .area("Collection")
                .deadline(JUNE_30)
                .goal(AT_MOST, Goal.absolute("45"))
                .build();
        KpiResult all = exactly(Fraction.of(40));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, all))
                .withMessage("actual must be of dso.simple[segment=DE], but was dso.simple");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, all.only("segment", "FR")))
                .withMessage("actual must be of dso.simple[segment=DE], but was dso.simple[segment=FR]");
        assertThat(ScorecardRow.of(target, all.only("segment", "DE")).status()).isEqualTo(Status.MET);
    }

    /** Half the invoices of a year are no goal for a month; half those of a quarter are one for a quarter, of which April is the beginning. */
    @Test
    void refusesABaselineThatIsNotAsLongAsThePeriods() {
        var target = Target.named("a target")
                .of("dso.simple", "all customers")
                .area("Collection")
                .goal(AT_MOST, Goal.change("-50"))
                .inEvery(new EveryPeriod(PeriodLength.QUARTER, FiscalCalendar.calendarYears()));
        var april = dso("9", ServicePeriod.of("2026-04-01", "2026-05-01"));
        var year = ServicePeriod.of("2025-01-01", "2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ScorecardRow.of(target.baseline(Baseline.of("40", year)).build(), april))
                .withMessage("baseline must be as long as [2026-04-01, 2026-07-01), in which the target is to hold,"
                        + " but was [2025-01-01, 2026-01-01)");
        assertThat(ScorecardRow.of(
                                target.baseline(Baseline.of("20", FIRST_QUARTER))
                                        .build(),
                                april)
                        .status())
                .isEqualTo(Status.MET);
        var average = target.baseline(Baseline.of("40", year)).rule(MeasuringRule.AVERAGE_OF_PERIOD);
        assertThat(ScorecardRow.of(average.build(), april).status()).isEqualTo(Status.MET);
    }

    /** A baseline of all cases is none for those of one reason, nor a name for another. */
    @Test
    void refusesABaselineThatIsComputedAnotherWay() {
        var target = target().goal(AT_MOST, Goal.absolute("45")).build();
        var other = KpiBasis.of(DaysSalesOutstanding.simple().definition()).measured(Fraction.of(50));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("41"), other))
                .withMessage(
                        "baseline must be computed as actual is, dso.simple, but was Days sales outstanding, simple");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-04-01, the baseline's own quarter",
        "2025-10-01, 2026-01-01, the quarter before",
        "2026-03-01, 2026-05-01, across its end"
    })
    void refusesAValueThatIsNotAfterTheBaseline(String start, String end, String why) {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .build();
        assertThatIllegalArgumentException()
                .as(why)
                .isThrownBy(() -> ScorecardRow.of(target, dso("40", ServicePeriod.of(start, end))))
                .withMessage("actual must be of a time after the baseline's, [2026-01-01, 2026-04-01), but was ["
                        + start + ", " + end + ")");
    }

    /** Against a quarter: quarters up to the deadline, and the beginning of one that is running. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-10-01, 2027-01-01, MISSED",
        "2026-12-31, 2026-04-01, 2026-07-01, BEHIND",
        "2026-12-31, 2026-04-01, 2026-05-16, BEHIND",
        "2026-12-31, 2026-07-01, 2026-08-01, BEHIND",
        "2026-12-31, 2026-05-01, 2026-06-01, ",
        "2026-12-31, 2026-10-01, 2026-12-31, BEHIND",
        "2026-12-31, 2026-12-01, 2027-01-01, ",
        "2026-12-31, 2026-04-01, 2027-01-01, ",
        "2026-05-15, 2026-04-01, 2026-05-16, MISSED",
        "2026-05-15, 2026-04-01, 2026-05-01, BEHIND"
    })
    void takesPeriodsAsLongAsTheBaselines(LocalDate deadline, String start, String end, @Nullable Status status) {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .deadline(deadline)
                .build();
        var result = dso("46", ServicePeriod.of(start, end));
        if (status == null) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScorecardRow.of(target, result))
                    .withMessage("actual must be of a period as long as the baseline's, [2026-01-01, 2026-04-01),"
                            + " or of the beginning of one, but was [" + start + ", " + end + ")");
        } else {
            assertThat(ScorecardRow.of(target, result).status()).isEqualTo(status);
        }
    }

    /** What is not of whole months is compared by its days: 30 days are as long as June, and not as May; 31 days are as long as March; ten days are not eleven. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-06-01, 2026-07-01, MISSED",
        "2026-03-02, 2026-05-01, 2026-06-01, ",
        "2026-03-02, 2026-06-01, 2026-06-20, BEHIND",
        "2026-03-02, 2026-05-02, 2026-05-10, BEHIND",
        "2026-03-02, 2026-05-03, 2026-05-10, ",
        "2026-03-22, 2026-06-21, 2026-07-01, MISSED",
        "2026-03-22, 2026-06-20, 2026-07-01, ",
        "2026-03-01, 2026-06-02, 2026-07-01, ",
        "2026-03-01, 2026-05-31, 2026-07-01, MISSED"
    })
    void takesPeriodsOfAsManyDays(LocalDate baseline, String start, String end, @Nullable Status status) {
        var before = new ServicePeriod(baseline, LocalDate.of(2026, 4, 1));
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", before))
                .build();
        var result = dso("46", ServicePeriod.of(start, end));
        if (status == null) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScorecardRow.of(target, result))
                    .withMessageStartingWith("actual must be of a period as long as the baseline's, " + before);
        } else {
            assertThat(ScorecardRow.of(target, result).status()).isEqualTo(status);
        }
    }

    /** With a deadline in the middle of the quarter that follows, only what begins with that quarter is of its time. */
    @Test
    void theBeginningOfWhatFollowsTheBaselineStartsWithIt() {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", FIRST_QUARTER))
                .deadline(LocalDate.of(2026, 5, 15))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("46", ServicePeriod.of("2026-05-02", "2026-05-10"))))
                .withMessageStartingWith("actual must be of a period as long as the baseline's");
    }

    /** A collection rate at the end of the year is not known in January. */
    @ParameterizedTest
    @CsvSource({"96, MET, 96 is >= 95 so far", "90, BEHIND, 90 is not >= 95 yet"})
    void anEarlierValueIsNotForGood(String value, Status status, String text) {
        var target = target().goal(AT_LEAST, Goal.absolute("95"))
                .deadline(LocalDate.of(2026, 12, 31))
                .build();
        var january = ServicePeriod.of("2026-01-01", "2026-02-01");
        var row = ScorecardRow.of(target, Results.of("dso.simple", Direction.HIGHER, value, january));
        assertThat(row.status()).isEqualTo(status);
        assertThat(row.isOver()).isFalse();
        assertThat(row.explanation().text()).isEqualTo(text);
        var atEnd = row.asOf(LocalDate.of(2026, 12, 31));
        assertThat(atEnd.status()).isEqualTo(Status.NO_DATA);
        assertThat(atEnd.score()).isEmpty();
        assertThat(atEnd.explanation().text()).isEqualTo("no value at the end: it is of [2026-01-01, 2026-02-01)");
    }

    /** A goal of nothing has no share: what is better scores the cap, what is worse nothing. */
    @ParameterizedTest
    @CsvSource({
        "AT_MOST, 0, 0, 100",
        "AT_MOST, 0, 3, 0",
        "AT_MOST, 0, -2, 120",
        "LESS, 2, 0, 120",
        "LESS, 2, 0.01, 120",
        "LESS, 2, 2, 100",
        "LESS, 0, 0, 0",
        "AT_LEAST, 0, 20, 120",
        "AT_LEAST, -10, -5, 120",
        "AT_LEAST, -10, -10, 100",
        "AT_LEAST, -10, -15, 0",
        "AT_LEAST, 10, -5, 0"
    })
    void everyValueHasAScore(Comparison comparison, String goal, String value, String score) {
        var target = target().goal(comparison, Goal.absolute(goal)).build();
        var row = ScorecardRow.of(target, Results.of("dso.simple", comparison.direction(), value));
        assertThat(row.score()).contains(Results.exact(score));
    }

    @Test
    void withoutACapWhatHasNoShareScores100() {
        var row = ScorecardRow.of(target().goal(LESS, Goal.absolute("2")).build(), dso("0"));
        assertThat(row.scoredBy(ShareOfGoal.GOAL_OVER_ACTUAL).score()).contains(Fraction.of(100));
        assertThat(row.scoredBy(ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL).score()).contains(Fraction.of(200));
    }

    @Test
    void refusesAScaleAgainstItsTarget() {
        var row = ScorecardRow.of(target().goal(AT_MOST, Goal.absolute("40.5")).build(), dso("20"));
        var rising = new Interpolation(
                Interpolation.Level.of("30", "80"),
                Interpolation.Level.of("40", "100"),
                Interpolation.Level.of("50", "120"));
        for (Attainment against : List.of(rising, ShareOfGoal.ACTUAL_OVER_GOAL, Capped.at("120", rising))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> row.scoredBy(against))
                    .withMessage("attainment must score more for what is better by <= 40.5, but was " + against);
        }
        Attainment own = (actual, goal) -> Optional.of(actual);
        assertThat(row.scoredBy(own).score()).contains(Fraction.of(20));
    }

    /** A baseline that is better than the goal already leaves no way to go. */
    @Test
    void hasNoProgressFromABaselineThatMeetsItsGoal() {
        var target = target().goal(AT_MOST, Goal.benchmark("38", "a survey"))
                .baseline(Baseline.of("36", FIRST_QUARTER))
                .build();
        assertThat(ScorecardRow.of(target, dso("37")).progress()).isEmpty();
        assertThat(ScorecardRow.of(target, dso("37")).status()).isEqualTo(Status.MET);
        assertThat(ScorecardRow.of(target, dso("39")).status()).isEqualTo(Status.MISSED);
    }

    /** 1217 / 29 is 41.965517…, and 40.5 and a ten-millionth is not 40.5. */
    @Test
    void explainsInDecimals() {
        var target = target().goal(AT_MOST, Goal.absolute("40.5")).build();
        assertThat(ScorecardRow.of(target, exactly(Fraction.of(1217, 29)))
                        .explanation()
                        .text())
                .isEqualTo("≈ 41.965517 is not <= 40.5");
        assertThat(ScorecardRow.of(target, dso("40.5000001")).explanation().text())
                .isEqualTo("≈ 40.500000 is not <= 40.5");
    }

    @Test
    void takesASeriesBesideAMeasuredBaseline() {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .rule(MeasuringRule.AVERAGE_OF_PERIOD)
                .build();
        var row = ScorecardRow.ofSeries(
                target,
                List.of(
                        dso("16", ServicePeriod.of("2026-05-01", "2026-06-01")),
                        dso("12", ServicePeriod.of("2026-06-01", "2026-07-01")),
                        dso("20", ServicePeriod.of("2026-04-01", "2026-05-01"))),
                dso("18", FIRST_QUARTER));
        assertThat(row.goal()).contains(Results.exact("16.2"));
        assertThat(row.status()).isEqualTo(Status.MET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.ofSeries(
                        target,
                        List.of(
                                dso("16", ServicePeriod.of("2026-03-01", "2026-04-01")),
                                dso("12", ServicePeriod.of("2026-04-01", "2026-05-01"))),
                        dso("18", FIRST_QUARTER)))
                .withMessage("actual must be of a time after the baseline's, [2026-01-01, 2026-04-01),"
                        + " but was [2026-03-01, 2026-05-01)");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void namesWhatIsNull() {
        var target = target().goal(AT_MOST, Goal.absolute("40.5")).build();
        assertThatNullPointerException()
                .isThrownBy(() -> ScorecardRow.of(target, null))
                .withMessage("actual");
        assertThatNullPointerException()
                .isThrownBy(() -> ScorecardRow.of(null, dso("1")))
                .withMessage("target");
        assertThatNullPointerException()
                .isThrownBy(() ->
                        new Interpolation(null, Interpolation.Level.of("1", "1"), Interpolation.Level.of("2", "1")))
                .withMessage("threshold");
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

    private static KpiResult owed(String value, String currency) {
        return KpiBasis.of(OutstandingReceivables.overdue().definition())
                .currency(currency)
                .measured(Results.exact(value));
    }

    private static KpiResult exactly(Fraction value) {
        return KpiBasis.of(DaysSalesOutstanding.simple().definition()).measured(value);
    }

    /** Five points from 0 are 5; 5 % of 0 are no goal. */
    @Test
    void pointsStartFromAnyNumber() {
        var target = target().goal(AT_LEAST, Goal.points("5"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        KpiResult zero = Results.of("dso.simple", Direction.HIGHER, "0");
        assertThat(ScorecardRow.of(target, Results.of("dso.simple", Direction.HIGHER, "6"), zero)
                        .goal())
                .contains(Fraction.of(5));
    }

    /** To be below 45, from 45: there is no way between the two. */
    @Test
    void hasNoProgressFromTheGoalItself() {
        var target = target().goal(LESS, Goal.absolute("45")).build();
        assertThat(ScorecardRow.of(target, dso("44"), dso("45")).progress()).isEmpty();
    }

    /** Nothing is stated of the baseline: its own period counts. */
    @Test
    void aMeasuredBaselineIsOfItsPeriod() {
        var target = target().goal(AT_MOST, Goal.absolute("45")).build();
        ServicePeriod second = ServicePeriod.of("2026-04-01", "2026-07-01");
        assertThat(ScorecardRow.of(target, dso("40", second), dso("50", FIRST_QUARTER))
                        .status())
                .isEqualTo(Status.MET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("40", FIRST_QUARTER), dso("50", FIRST_QUARTER)))
                .withMessage("actual must be of a time after the baseline's, [2026-01-01, 2026-04-01),"
                        + " but was [2026-01-01, 2026-04-01)");
    }

    /** Without a baseline there is no goal, whatever the time of the value. */
    @Test
    void aMissingBaselineIsToldFirst() {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER))
                .build();
        var row = ScorecardRow.of(
                        target,
                        dso("36", ServicePeriod.of("2026-04-01", "2026-05-01")),
                        Results.none("dso.simple", Direction.LOWER))
                .asOf(JUNE_30);
        assertThat(row.explanation().text()).isEqualTo("no baseline: there were no credit sales");
    }

    /** What has no value may have no currency. */
    @Test
    void noCurrencyIsNoOther() {
        var target = Target.named("overdue")
                .of(OutstandingReceivables.overdue().definition(), "all customers")
                .area("Collection")
                .deadline(JUNE_30)
                .goal(AT_MOST, Goal.change("-15"))
                .baseline(Baseline.measuredIn(FIRST_QUARTER));
        KpiResult none = KpiBasis.of(OutstandingReceivables.overdue().definition())
                .undefined("NO_BALANCE", "no balance is known");
        assertThat(ScorecardRow.of(target.build(), none, owed("20000", "USD")).status())
                .isEqualTo(Status.NO_DATA);
        assertThat(ScorecardRow.of(target.build(), owed("20000", "USD"), none).status())
                .isEqualTo(Status.NO_DATA);
        var stated = target.baseline(Baseline.of(Amount.of("20000.00", "EUR"), FIRST_QUARTER))
                .build();
        assertThat(ScorecardRow.of(stated, none).status()).isEqualTo(Status.NO_DATA);
    }

    /** A month and a half is no month. */
    @Test
    void refusesMoreThanAMonthBesideAMonth() {
        var target = target().goal(AT_MOST, Goal.change("-10"))
                .baseline(Baseline.of("45", ServicePeriod.of("2026-03-01", "2026-04-01")))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRow.of(target, dso("46", ServicePeriod.of("2026-05-01", "2026-06-15"))))
                .withMessageStartingWith("actual must be of a period as long as the baseline's, ");
    }
}
