package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Direction;
import io.quittance.kpi.KpiResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    /** kpi.json, scorecard-codingace-cap120: five KPIs, capped at 120 %. */
    @Test
    void weighsTheScoresOfItsRows() {
        var scorecard = Scorecard.of(
                "codingace",
                List.of(
                        more("growth", "Sales", "15", "18", "25"),
                        more("csat", "Customers", "90", "92", "20"),
                        less("resolution", "Customers", "8", "6.5", "20"),
                        more("delivery", "Sales", "95", "88", "20"),
                        less("absence", "Staff", "3", "2.4", "15")));
        assertThat(scorecard.score().percent().orElseThrow().round(Rounding.halfUp(6)))
                .isEqualByComparingTo("110.970760");
        assertThat(scorecard.score().coverage()).isEqualTo(Fraction.of(100));
        assertThat(scorecard.areas()).extracting(KeyResultArea::name).containsExactly("Sales", "Customers", "Staff");
        // by hand: (25 × 120 + 20 × 88 / 95 × 100) / 45
        assertThat(scorecard.areas().get(0).score().percent().orElseThrow().round(Rounding.halfUp(6)))
                .isEqualByComparingTo("107.836257");
        assertThat(scorecard.kpis()).containsExactly("growth", "delivery", "csat", "resolution", "absence");
        assertThat(scorecard.rows()).hasSize(5);
    }

    /** By hand: 90 % with weight 3 and nothing with weight 1 is 90 %, with 75 % covered. */
    @Test
    void leavesOutWhatHasNoValueAndShowsTheCoverage() {
        var target = target("csat", "Customers")
                .goal(Comparison.AT_LEAST, Goal.absolute("90"))
                .build();
        var scorecard = Scorecard.of(
                "department",
                List.of(
                        more("growth", "Sales", "100", "90", "3"),
                        ScorecardRow.of(target, Results.none("csat", Direction.HIGHER))));
        assertThat(scorecard.score().percent()).contains(Fraction.of(90));
        assertThat(scorecard.score().coverage()).isEqualTo(Fraction.of(75));
        assertThat(scorecard.score().leftOut()).containsExactly("a target for csat");
        assertThat(scorecard.areas().get(1).score().percent()).isEmpty();
        assertThat(scorecard.areas().get(1).score().coverage()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void hasNoScoreWithoutRows() {
        var scorecard = Scorecard.of("department", List.of());
        assertThat(scorecard.score().percent()).isEmpty();
        assertThat(scorecard.score().coverage()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void watchesWhatHasNoTarget() {
        KpiResult watched = Results.of("dso.simple", Direction.LOWER, "40");
        var area = new KeyResultArea("Sales", List.of(more("growth", "Sales", "100", "90", "3")), List.of(watched));
        var scorecard = new Scorecard("department", List.of(area));
        assertThat(scorecard.kpis()).containsExactly("growth", "dso.simple");
        assertThat(scorecard.score().parts()).hasSize(1);
    }

    @Test
    void refusesARowOfAnotherAreaAndAnAreaTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new KeyResultArea("Staff", List.of(more("growth", "Sales", "100", "90", "3")), List.of()))
                .withMessage("rows must serve the area Staff, but was Sales");
        var area = new KeyResultArea("Sales", List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scorecard("department", List.of(area, area)))
                .withMessage("areas must have each name once, but was Sales");
        var row = more("growth", "Sales", "100", "90", "3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorecard.of("department", List.of(row, row)))
                .withMessage("areas must have each row once, but was a target for growth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedScore.Part.without("growth", new BigDecimal("-1")))
                .withMessage("weight must be more than 0, but was -1");
    }

    @Test
    void survivesTheSerialForm() throws Exception {
        var scorecard = Scorecard.of("department", List.of(more("growth", "Sales", "100", "90", "3")));
        assertThat(TargetTest.copied(scorecard)).isEqualTo(scorecard);
        var score =
                new WeightedScore(List.of(part("a", 3, 90), WeightedScore.Part.without("b", new BigDecimal("1.0"))));
        assertThat(TargetTest.copied(score)).isEqualTo(score).hasSameHashCodeAs(score);
        assertThat(score.parts()).extracting(Object::toString).containsExactly("a: 90 %", "b: no score");
    }

    /** The order of parts, and the unit of weights, are irrelevant; the score lies between the least and the highest. */
    @Property
    void weightsAreShares(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 200) Integer> scores,
            @ForAll @IntRange(min = 2, max = 9) int unit,
            @ForAll long seed) {
        var parts = new ArrayList<WeightedScore.Part>();
        var scaled = new ArrayList<WeightedScore.Part>();
        for (int i = 0; i < scores.size(); i++) {
            parts.add(part("part " + i, i + 1, scores.get(i)));
            scaled.add(part("part " + i, (i + 1) * unit, scores.get(i)));
        }
        Fraction score = new WeightedScore(parts).percent().orElseThrow();
        assertThat(new WeightedScore(scaled).percent()).contains(score);
        Collections.shuffle(parts, new Random(seed));
        assertThat(new WeightedScore(parts).percent()).contains(score);
        assertThat(score).isBetween(Fraction.of(Collections.min(scores)), Fraction.of(Collections.max(scores)));
        parts.add(WeightedScore.Part.without("none", BigDecimal.TEN));
        assertThat(new WeightedScore(parts).percent()).contains(score);
    }

    private static WeightedScore.Part part(String name, int weight, int percent) {
        return WeightedScore.Part.of(name, BigDecimal.valueOf(weight), Fraction.of(percent));
    }

    private static ScorecardRow more(String kpi, String area, String goal, String value, String weight) {
        return row(kpi, area, Comparison.AT_LEAST, goal, value, weight);
    }

    private static ScorecardRow less(String kpi, String area, String goal, String value, String weight) {
        return row(kpi, area, Comparison.AT_MOST, goal, value, weight);
    }

    private static ScorecardRow row(
            String kpi, String area, Comparison comparison, String goal, String value, String weight) {
        var target = target(kpi, area).goal(comparison, Goal.absolute(goal)).build();
        return ScorecardRow.of(target, Results.of(kpi, comparison.direction(), value))
                .weighing(weight)
                .scoredBy(Capped.at("120", ShareOfGoal.towards(comparison)));
    }

    private static Target.Builder target(String kpi, String area) {
        return Target.named("a target for " + kpi)
                .of(kpi, "all customers")
                .area(area)
                .deadline(LocalDate.of(2026, 6, 30));
    }
}
