package io.quittance.kpi.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.kpi.Direction;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {
    private static final Interpolation SALES = new Interpolation(
            Interpolation.Level.of("10", "80"),
            Interpolation.Level.of("20", "100"),
            Interpolation.Level.of("25", "120"));

    /** kpi.json: score-sap-45, score-codingace-*, score-camms-less and -more; the last two by hand. */
    @ParameterizedTest
    @CsvSource({
        "ACTUAL_OVER_GOAL, 45, 50, 90.000000",
        "ACTUAL_OVER_GOAL, 92, 90, 102.222222",
        "ACTUAL_OVER_GOAL, 95, 85, 111.764706",
        "GOAL_OVER_ACTUAL, 6.5, 8, 123.076923",
        "GOAL_OVER_ACTUAL, 2.4, 3, 125.000000",
        "TWO_LESS_ACTUAL_OVER_GOAL, 8, 10, 120.000000",
        "TWO_LESS_ACTUAL_OVER_GOAL, 20, 10, 0.000000",
        "TWO_LESS_ACTUAL_OVER_GOAL, 25, 10, -50.000000"
    })
    void dividesValueAndGoal(ShareOfGoal way, String actual, String goal, BigDecimal percent) {
        assertThat(rounded(way, actual, goal)).isEqualByComparingTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"ACTUAL_OVER_GOAL, 5, 0", "ACTUAL_OVER_GOAL, 5, -1", "GOAL_OVER_ACTUAL, 0, 5", "GOAL_OVER_ACTUAL, -1, 5"
    })
    void hasNoShareOfNothing(ShareOfGoal way, String actual, String goal) {
        assertThat(way.percent(Results.exact(actual), Results.exact(goal))).isEmpty();
    }

    @Test
    void goesTheWayOfTheComparison() {
        assertThat(ShareOfGoal.towards(Comparison.LESS)).isEqualTo(ShareOfGoal.GOAL_OVER_ACTUAL);
        assertThat(ShareOfGoal.towards(Comparison.AT_MOST)).isEqualTo(ShareOfGoal.GOAL_OVER_ACTUAL);
        assertThat(ShareOfGoal.towards(Comparison.AT_LEAST)).isEqualTo(ShareOfGoal.ACTUAL_OVER_GOAL);
        assertThat(ShareOfGoal.towards(Comparison.MORE)).isEqualTo(ShareOfGoal.ACTUAL_OVER_GOAL);
    }

    /** kpi.json, score-teamculture-8 for 8; the others by hand: 90 = 80 + 5/10 × 20, 110 = 100 + 2.5/5 × 20. */
    @ParameterizedTest
    @CsvSource({"8, 0", "9.999, 0", "10, 80", "15, 90", "20, 100", "22.5, 110", "25, 120", "99, 120"})
    void interpolatesBetweenLevels(String actual, String percent) {
        assertThat(SALES.percent(Results.exact(actual), Fraction.ONE)).contains(Results.exact(percent));
    }

    /** By hand, days of an invoice: 10 is the least, 5 the target, 3 the stretch. */
    @ParameterizedTest
    @CsvSource({"11, 0", "10, 80", "7.5, 90", "5, 100", "4, 110", "3, 120", "1, 120"})
    void interpolatesWhereLessIsBetter(String actual, String percent) {
        var days = new Interpolation(
                Interpolation.Level.of("10", "80"),
                Interpolation.Level.of("5", "100"),
                Interpolation.Level.of("3", "120"));
        assertThat(days.percent(Results.exact(actual), Fraction.ONE)).contains(Results.exact(percent));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 25", "10, 20, 20", "10, 20, 15", "20, 10, 15", "10, 10, 10"})
    void refusesLevelsThatTurn(String threshold, String target, String stretch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interpolation(
                        Interpolation.Level.of(threshold, "80"),
                        Interpolation.Level.of(target, "100"),
                        Interpolation.Level.of(stretch, "120")))
                .withMessage("levels must all rise or all fall, but was " + threshold + ", " + target + ", " + stretch);
    }

    /** By hand: a scale may be level, where more is not worth more. */
    @Test
    void mayScoreTheSameForMore() {
        var level = new Interpolation(
                Interpolation.Level.of("10", "100"),
                Interpolation.Level.of("20", "100"),
                Interpolation.Level.of("25", "100"));
        assertThat(level.percent(Fraction.of(12), Fraction.ONE)).contains(Fraction.of(100));
        assertThat(level.percent(Fraction.of(9), Fraction.ONE)).contains(Fraction.ZERO);
        assertThat(level.better()).contains(Direction.HIGHER);
        assertThat(new Interpolation(
                                Interpolation.Level.of("25", "80"),
                                Interpolation.Level.of("20", "100"),
                                Interpolation.Level.of("10", "120"))
                        .better())
                .contains(Direction.LOWER);
    }

    @Test
    void refusesToScoreLessForMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interpolation(
                        Interpolation.Level.of("10", "110"),
                        Interpolation.Level.of("20", "100"),
                        Interpolation.Level.of("25", "120")))
                .withMessage("levels must not score less for more, but was 110, 100, 120");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interpolation(
                        Interpolation.Level.of("10", "80"),
                        Interpolation.Level.of("20", "100"),
                        Interpolation.Level.of("25", "90")))
                .withMessage("levels must not score less for more, but was 80, 100, 90");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolation.Level.of("10", "-1"))
                .withMessage("percent must not be negative, but was -1");
    }

    @ParameterizedTest
    @CsvSource({"2.4, 120", "3, 100", "2.5, 120", "30, 10"})
    void caps(String actual, String percent) {
        assertThat(Capped.at("120", ShareOfGoal.GOAL_OVER_ACTUAL).percent(Results.exact(actual), Fraction.of(3)))
                .contains(Results.exact(percent));
    }

    @Test
    void hasAFloorToo() {
        var capped = Capped.at("120", ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL);
        assertThat(capped.percent(Fraction.of(25), Fraction.of(10))).contains(Fraction.ZERO);
        assertThat(capped.percent(Fraction.of(25), Fraction.ZERO)).isEmpty();
        assertThat(new Capped(ShareOfGoal.ACTUAL_OVER_GOAL, new BigDecimal("50"), new BigDecimal("120"))
                        .percent(Fraction.of(1), Fraction.of(10)))
                .contains(Fraction.of(50));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Capped.at("0", ShareOfGoal.ACTUAL_OVER_GOAL))
                .withMessage("floor must be less than the cap, 0, but was 0");
    }

    @Test
    void surviveTheSerialForm() throws Exception {
        for (Attainment one : List.of(SALES, ShareOfGoal.GOAL_OVER_ACTUAL, Capped.at("120", SALES))) {
            assertThat(TargetTest.copied(one)).isEqualTo(one);
        }
    }

    /** Who reaches more never scores less, and exactly the goal scores 100. */
    @Property
    void moreNeverScoresLess(
            @ForAll @IntRange(min = 1, max = 60) int less,
            @ForAll @IntRange(min = 0, max = 60) int by,
            @ForAll @IntRange(min = 1, max = 60) int goal) {
        for (Attainment way : List.of(ShareOfGoal.ACTUAL_OVER_GOAL, SALES, Capped.at("110", SALES))) {
            assertThat(score(way, less + by, goal)).isGreaterThanOrEqualTo(score(way, less, goal));
        }
        for (ShareOfGoal way : List.of(ShareOfGoal.GOAL_OVER_ACTUAL, ShareOfGoal.TWO_LESS_ACTUAL_OVER_GOAL)) {
            assertThat(score(way, less + by, goal)).isLessThanOrEqualTo(score(way, less, goal));
        }
        for (ShareOfGoal way : ShareOfGoal.values()) {
            assertThat(score(way, goal, goal)).isEqualTo(Fraction.of(100));
        }
    }

    private static Fraction score(Attainment way, long actual, long goal) {
        return way.percent(Fraction.of(actual), Fraction.of(goal)).orElseThrow();
    }

    private static BigDecimal rounded(Attainment way, String actual, String goal) {
        return way.percent(Results.exact(actual), Results.exact(goal))
                .orElseThrow()
                .round(Rounding.halfUp(6));
    }

    /** Where there is no share of the goal: all of it for what is better, and nothing for what is worse. */
    @Test
    void whatHasNoShareScoresAllOrNothing() {
        assertThat(ShareOfGoal.ACTUAL_OVER_GOAL.beyondShares(true)).isEqualTo(Fraction.of(100));
        assertThat(ShareOfGoal.ACTUAL_OVER_GOAL.beyondShares(false)).isEqualTo(Fraction.ZERO);
    }
}
