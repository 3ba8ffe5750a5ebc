package io.quittance.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.Direction;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiDefinition;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.Reduction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsAndVendorsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");

    private static String code(KpiResult result) {
        return result.match(measured -> "", KpiResult.Undefined::code);
    }

    /** 9 of 10 due in March; those due in April and February are none of them. On Monday 2 March the day of none was over. */
    @Test
    void goalsAreMetOrNot() {
        var goals = new ArrayList<AgreedGoal>();
        for (int i = 0; i < 10; i++) {
            AgreedGoal goal = AgreedGoal.agreed("G-" + i, LocalDate.parse("2026-03-31"), MONDAY);
            goals.add(goal);
            if (i > 0) {
                goals.add(goal.met(LocalDate.parse("2026-03-03"), MONDAY.plusSeconds(86_400)));
            }
        }
        goals.add(AgreedGoal.agreed("G-10", LocalDate.parse("2026-04-01"), MONDAY));
        goals.add(AgreedGoal.agreed("G-11", LocalDate.parse("2026-02-28"), MONDAY));
        EventLog<AgreedGoal> log = EventLog.of(goals);
        KpiResult rate = new GoalsAchieved().compute(log.figures(MARCH, AsOf.endOf("2026-03-31")));
        assertThat(rate.value()).contains(Fraction.of(90));
        assertThat(rate.basis().count()).contains(10L);
        KpiResult monday = new GoalsAchieved().compute(log.figures(MARCH, new AsOf(MARCH.lastDay(), MONDAY)));
        assertThat(code(monday)).isEqualTo("NO_GOALS");
        assertThat(monday.basis().exclusions()).containsExactly("WINDOW_OPEN");
        assertThat(new GoalsAchieved()
                        .compute(log.figures(MARCH, AsOf.of("2026-03-31", "2026-04-01T12:00:00Z")))
                        .value())
                .contains(Fraction.of(90));
        assertThat(code(new GoalsAchieved()
                        .compute(EventLog.<AgreedGoal>of(List.of()).figures(MARCH, AsOf.endOf("2026-03-31")))))
                .isEqualTo("NO_GOALS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgreedGoal.agreed("G", LocalDate.MAX, MONDAY))
                .withMessage("due must lie in the years 1 to 9999, but was +999999999-12-31");
    }

    /** Due on 31 March and met a day later: not in time, also for whoever asks later; as of March nothing of April is known. */
    @Test
    void aGoalThatIsMetLateIsNotMetInTime() {
        AgreedGoal goal = AgreedGoal.agreed("G-1", LocalDate.parse("2026-03-31"), MONDAY);
        EventLog<AgreedGoal> late = EventLog.of(List.of(goal.met(LocalDate.parse("2026-04-01"), MONDAY)));
        assertThat(new GoalsAchieved()
                        .compute(late.figures(MARCH, AsOf.endOf("2026-03-31")))
                        .value())
                .contains(Fraction.ZERO);
        assertThat(new GoalsAchieved()
                        .compute(late.figures(MARCH, AsOf.endOf("2026-04-30")))
                        .value())
                .contains(Fraction.ZERO);
        EventLog<AgreedGoal> onTheDay = EventLog.of(List.of(goal.met(LocalDate.parse("2026-03-31"), MONDAY)));
        assertThat(new GoalsAchieved()
                        .compute(onTheDay.figures(MARCH, AsOf.endOf("2026-03-31")))
                        .value())
                .contains(Fraction.of(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> goal.met(LocalDate.MAX, MONDAY))
                .withMessage("met must lie in the years 1 to 9999, but was +999999999-12-31");
    }

    /** What a reader is told. */
    @Test
    void definitionsSayWhatIsMeasured() {
        assertThat(VendorScore.renormalised().definition())
                .isEqualTo(KpiDefinition.of(
                                "vendor.score.renormalised",
                                "Vendor evaluation, of the criteria judged",
                                KpiUnit.POINTS,
                                Direction.HIGHER,
                                "sum of weight × score / sum of weights, of the criteria judged")
                        .undefinedWhen("none was judged (NOT_JUDGED)")
                        .definedBy("vendor evaluation"));
        assertThat(VendorScore.ofAll().definition())
                .isEqualTo(KpiDefinition.of(
                                "vendor.score.of-all",
                                "Vendor evaluation, of all criteria",
                                KpiUnit.POINTS,
                                Direction.HIGHER,
                                "sum of weight × score / sum of weights, of all criteria")
                        .undefinedWhen("one was not judged (NOT_JUDGED)")
                        .definedBy("vendor evaluation"));
        assertThat(VendorScore.ofAll()).hasToString("vendor.score.of-all");
        assertThat(new GoalsAchieved()).hasToString("goals.rate.counted");
    }

    private static VendorEvaluation.Criterion criterion(String name, String weight, String score) {
        return new VendorEvaluation.Criterion(
                name, new BigDecimal(weight), score.isEmpty() ? null : new BigDecimal(score));
    }

    /** (3 × 80 + 1 × 60) / 4 = 75; a third criterion that was not judged is left out, or leaves no score. */
    @Test
    void aCriterionThatWasNotJudgedIsLeftOutOrLeavesNoScore() {
        var judged =
                new VendorEvaluation(MARCH, List.of(criterion("quality", "3", "80"), criterion("price", "1", "60")));
        assertThat(VendorScore.renormalised().compute(judged).value()).contains(Fraction.of(75));
        assertThat(VendorScore.ofAll().compute(judged).value()).contains(Fraction.of(75));
        var missing = new VendorEvaluation(
                MARCH,
                List.of(criterion("quality", "3", "80"), criterion("price", "1", "60"), criterion("speed", "4", "")));
        KpiResult score = VendorScore.renormalised().compute(missing);
        assertThat(score.value()).contains(Fraction.of(75));
        assertThat(score.basis().exclusions()).containsExactly("NOT_JUDGED");
        assertThat(score.basis().denominator()).contains(Fraction.of(4));
        assertThat(score.basis().count()).contains(2L);
        assertThat(code(VendorScore.ofAll().compute(missing))).isEqualTo("NOT_JUDGED");
        assertThat(code(VendorScore.renormalised()
                        .compute(new VendorEvaluation(MARCH, List.of(criterion("speed", "4", ""))))))
                .isEqualTo("NOT_JUDGED");
    }

    /** The same KPI of two vendors is no series, and what is about one is a KPI of its own, as a measurement about it is. */
    @Test
    void aScoreIsAboutTheVendorThatItIsSaidToBeOf() {
        var evaluation = new VendorEvaluation(MARCH, List.of(criterion("quality", "3", "80")));
        KpiResult one = VendorScore.renormalised().compute(evaluation).only("about", "V-1");
        assertThat(one.basis().kpi()).isEqualTo("vendor.score.renormalised[about=V-1]");
        var april = new VendorEvaluation(
                ServicePeriod.of("2026-04-01", "2026-05-01"), List.of(criterion("quality", "3", "90")));
        KpiResult other = VendorScore.renormalised().compute(april).only("about", "V-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reduction.Results(one, other))
                .withMessage("now must be computed as base is, by vendor.score.renormalised[about=V-1], but was"
                        + " vendor.score.renormalised[about=V-2]");
        assertThat(MeasurementKpi.of(Measurements.VENDOR_SCORE).about("V-1").definition())
                .isEqualTo(Measurements.VENDOR_SCORE.definition().only("about", "V-1"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> criterion("speed", "0", "1"))
                .withMessage("weight must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> criterion("speed", "1", "101"))
                .withMessage("score must be between 0 and 100, but was 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VendorEvaluation(
                        MARCH, List.of(criterion("speed", "1", "1"), criterion("speed", "1", "2"))))
                .withMessage("criteria must have each name once, but was speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VendorEvaluation(MARCH, List.of()))
                .withMessage("criteria must not be empty");
    }
}
