package io.quittance.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnswersTest {

    /** 45 of 50 answers are 4 or 5: 90 %; the mean is (2 × 5 + 4 × 25 + 5 × 20) / 50 = 4.2. */
    @Test
    void satisfactionIsTheShareOfTheTopGrades() {
        var answers = Answers.onScale(1, 5).with(5, 20).with(4, 25).with(2, 5);
        assertThat(answers.count()).isEqualTo(50);
        assertThat(answers.topGrades(2)).contains(Fraction.of(90));
        assertThat(answers.topGrades(1)).contains(Fraction.of(40));
        assertThat(answers.mean()).contains(Fraction.of(21, 5));
        assertThat(answers.responseRate(200)).contains(Fraction.of(25));
    }

    /** Case nps-skeepers: 50 % promoters and 20 % detractors are 30. */
    @Test
    void theNetPromoterScoreIsPromotersLessDetractors() {
        var answers = Answers.onScale(0, 10)
                .with(10, 20)
                .with(9, 30)
                .with(8, 20)
                .with(7, 10)
                .with(6, 15)
                .with(0, 5);
        assertThat(answers.netPromoterScore()).contains(Fraction.of(30));
    }

    @Test
    void withoutAnswersThereIsNoValue() {
        assertThat(Answers.onScale(0, 10).netPromoterScore()).isEmpty();
        assertThat(Answers.onScale(0, 10).topGrades(2)).isEmpty();
        assertThat(Answers.onScale(0, 10).mean()).isEmpty();
        assertThat(Answers.onScale(0, 10).responseRate(0)).isEmpty();
        assertThat(Answers.onScale(0, 10).with(3, 0)).isEqualTo(Answers.onScale(0, 10));
    }

    @Test
    void refusesGradesBeyondTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 5).with(6, 1))
                .withMessage("grade must be between 1 and 5, but was 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answers(1, 5, Map.of(0, 1L)))
                .withMessage("grade must be between 1 and 5, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 5).with(5, -1))
                .withMessage("number must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(5, 5))
                .withMessage("most must be more than 5, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 5).topGrades(5))
                .withMessage("grades must be between 1 and 4, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 5).topGrades(0))
                .withMessage("grades must be between 1 and 4, but was 0");
        assertThat(Answers.onScale(1, 5).with(2, 1).topGrades(4)).contains(Fraction.of(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answers(1, 5, Map.of(5, -1L)))
                .withMessage("counts must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(0, 5).netPromoterScore())
                .withMessage("scale must be 0 to 10, but was 0 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 10).netPromoterScore())
                .withMessage("scale must be 0 to 10, but was 1 to 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 5).netPromoterScore())
                .withMessage("scale must be 0 to 10, but was 1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Answers.onScale(1, 5).with(5, 2).responseRate(1))
                .withMessage("asked must be at least 2, but was 1");
    }

    /** From -100 to 100, and the opposite where promoters and detractors change places. */
    @Property
    void theScoreIsWithinItsBounds(
            @ForAll @IntRange(max = 1000) int promoters,
            @ForAll @IntRange(max = 1000) int detractors,
            @ForAll @IntRange(min = 1, max = 1000) int passive) {
        Fraction score = Answers.onScale(0, 10)
                .with(9, promoters)
                .with(8, passive)
                .with(6, detractors)
                .netPromoterScore()
                .orElseThrow();
        assertThat(score).isBetween(Fraction.of(-100), Fraction.of(100));
        assertThat(Answers.onScale(0, 10)
                        .with(10, detractors)
                        .with(7, passive)
                        .with(0, promoters)
                        .netPromoterScore())
                .contains(score.negated());
    }
}
