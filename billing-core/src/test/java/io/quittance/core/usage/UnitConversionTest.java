package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConversionTest {
    private static final UnitConversion THOUSANDS =
            UnitConversion.divideBy("1000").withRounding(Rounding.of(0, RoundingMode.UP));

    /** openmeterio/openmeter, unitconfig_test.go: convert, then round once, ties away from zero. */
    @ParameterizedTest(name = "{0} / {1}, {2} at {3}: {4}")
    @CsvSource({
        "1247, 1000, UP, 0, 2",
        "0, 1000, UP, 0, 0",
        "1999, 1000, DOWN, 0, 1",
        "2400, 1000, HALF_UP, 0, 2",
        "2500, 1000, HALF_UP, 0, 3",
        "-2500, 1000, HALF_UP, 0, -3",
        "245, 100, HALF_UP, 1, 2.5",
        "244, 100, HALF_UP, 1, 2.4",
        "1247, 1000, UP, 2, 1.25"
    })
    void dividesAndRoundsOnce(
            BigDecimal quantity, BigDecimal by, RoundingMode mode, int decimals, BigDecimal expected) {
        UnitConversion conversion = UnitConversion.divideBy(by).withRounding(Rounding.of(decimals, mode));
        assertThat(conversion.convert(Fraction.of(quantity))).isEqualTo(Fraction.of(expected));
    }

    @Test
    void isExactWhereItDoesNotRound() {
        assertThat(UnitConversion.multiplyBy("1.5").convert(Fraction.of(new BigDecimal("4.2"))))
                .isEqualTo(Fraction.of(new BigDecimal("6.3")));
        assertThat(UnitConversion.divideBy("3").convert(Fraction.ONE)).isEqualTo(Fraction.of(1, 3));
        assertThat(UnitConversion.bytesToGigabytes().convert(Fraction.of(1_500_000_000L)))
                .isEqualTo(Fraction.of(3, 2));
        assertThat(UnitConversion.bytesToGibibytes().convert(Fraction.of(1L << 31)))
                .isEqualTo(Fraction.of(2));
    }

    /** 61 seconds at 60/60 are 120 seconds, 2 minutes. */
    @Test
    void explainsEachStepAndCanBeReplayed() {
        UnitConversion minutes = UnitConversion.divideBy("60")
                .withIncrements(Increments.of("60", "60"))
                .withRounding(Rounding.halfUp(0));
        Fraction metered = Fraction.of(61);
        List<Step> steps = minutes.steps(metered);
        assertThat(steps)
                .extracting(step -> step.part() + ": " + step.explanation().text())
                .containsExactly(
                        "conversion.increments: 61 in increments of 60/60: 120",
                        "conversion: 120 / 60 = 2",
                        "conversion.rounding: 2 rounded half up to 2");
        assertThat(replayed(metered, steps)).isEqualTo(Fraction.of(2));
    }

    @Test
    void saysWhetherItMultipliesOrDivides() {
        assertThat(UnitConversion.multiplyBy("1.5").steps(Fraction.of(4)))
                .extracting(step ->
                        step.explanation().key() + ": " + step.explanation().text())
                .containsExactly("usage.multiplied: 4 × 1.5 = 6");
        assertThat(UnitConversion.divideBy("8").steps(Fraction.of(4)))
                .extracting(step ->
                        step.explanation().key() + ": " + step.explanation().text())
                .containsExactly("usage.divided: 4 / 8 = 0.5");
    }

    @Test
    void hasNoStepsWhereThereIsNothingToDo() {
        assertThat(UnitConversion.none().steps(Fraction.of(5))).isEmpty();
        assertThat(UnitConversion.none().convert(Fraction.of(5))).isEqualTo(Fraction.of(5));
    }

    /** 600 make 1 thousand, 1247 make 2: the second bill is for 1, and 647 by themselves would have been 1 as well. */
    @Test
    void convertsWhatWasUsedSoFar() {
        assertThat(THOUSANDS.convert(Fraction.of(600))).isEqualTo(Fraction.ONE);
        assertThat(THOUSANDS.convert(Fraction.of(1247))).isEqualTo(Fraction.of(2));
        assertThat(THOUSANDS.convert(Fraction.of(400)).plus(THOUSANDS.convert(Fraction.of(400))))
                .isNotEqualTo(THOUSANDS.convert(Fraction.of(800)));
    }

    @Property
    void stepsReplayFromTheQuantityAlone(
            @ForAll @IntRange(min = -5_000, max = 5_000) int over,
            @ForAll @IntRange(min = 1, max = 31) int under,
            @ForAll boolean divide,
            @ForAll @IntRange(min = 0, max = 90) int minimum) {
        UnitConversion conversion = (divide ? UnitConversion.divideBy("7") : UnitConversion.multiplyBy("0.3"))
                .withIncrements(Increments.of(BigDecimal.valueOf(minimum), BigDecimal.TEN))
                .withRounding(Rounding.of(1, RoundingMode.HALF_EVEN));
        Fraction quantity = Fraction.of(over, under);
        Fraction converted = conversion.convert(quantity);
        assertThat(replayed(quantity, conversion.steps(quantity))).isEqualTo(converted);
        assertThat(conversion.convert(quantity.negated())).isEqualTo(converted.negated());
    }

    @Test
    void refusesAFactorOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitConversion.divideBy("0"))
                .withMessage("factor must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitConversion.multiplyBy("-2"))
                .withMessage("factor must be more than 0, but was -2");
    }

    @Test
    void isEqualByNumber() {
        assertThat(UnitConversion.divideBy("1E+3").withRounding(Rounding.of(0, RoundingMode.UP)))
                .isEqualTo(THOUSANDS)
                .hasSameHashCodeAs(THOUSANDS);
        assertThat(UnitConversion.divideBy("1000")).isNotEqualTo(THOUSANDS);
        assertThat(UnitConversion.divideBy("1000"))
                .isNotEqualTo(UnitConversion.divideBy("100"))
                .isNotEqualTo("/ 1000");
        assertThat(THOUSANDS)
                .isNotEqualTo(UnitConversion.divideBy("1000").withRounding(Rounding.of(0, RoundingMode.DOWN)))
                .isNotEqualTo(THOUSANDS.withIncrements(Increments.of("1", "1")));
        assertThat(UnitConversion.multiplyBy("1000")).isNotEqualTo(UnitConversion.divideBy("1000"));
        assertThat(THOUSANDS.withIncrements(Increments.of("1", "1")))
                .hasToString("in increments of 1/1, / 1000, rounded UP at 0 decimal places");
        assertThat(THOUSANDS).hasToString("/ 1000, rounded UP at 0 decimal places");
        assertThat(UnitConversion.multiplyBy("1.5")).hasToString("× 1.5");
    }

    @Test
    void tellsItsParts() {
        Increments minutes = Increments.of("60", "60");
        UnitConversion conversion = THOUSANDS.withIncrements(minutes);
        assertThat(conversion.increments()).contains(minutes);
        assertThat(conversion.isDivision()).isTrue();
        assertThat(conversion.factor()).isEqualByComparingTo("1000");
        assertThat(conversion.rounding()).contains(Rounding.of(0, RoundingMode.UP));
        assertThat(UnitConversion.multiplyBy("2").isDivision()).isFalse();
        assertThat(UnitConversion.none().increments()).isEmpty();
        assertThat(UnitConversion.none().rounding()).isEmpty();
    }

    private static Fraction replayed(Fraction quantity, List<Step> steps) {
        var all = new ArrayList<Step>();
        all.add(Step.of("metered", quantity, Expression.of(quantity), "usage.metered", "{0} = {1}"));
        all.addAll(steps);
        return Step.replayed(all);
    }
}
