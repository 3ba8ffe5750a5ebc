package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementsTest {
    private static final UsageWindow JUNE = Events.window("2026-06-01", "2026-07-01", "Europe/Berlin");

    /** The usual increments of telephone tariffs, worked by hand. */
    @ParameterizedTest(name = "at {0}/{1}, {2} seconds count as {3}")
    @CsvSource({
        "60, 60,   0,   0",
        "60, 60,   1,  60",
        "60, 60,  60,  60",
        "60, 60,  61, 120",
        "60, 60, 0.5,  60",
        "60, 60, 120.001, 180",
        "1,   1,  61,  61",
        "1,   1, 0.2,   1",
        "6,   6,  61,  66",
        "60,  6,  10,  60",
        "60,  6,  61,  66",
        "60,  1,  61,  61",
        "30,  6,  31,  36",
        "0,  60,  61, 120",
        "10, 60,  11,  70",
        "60, 60, -61, -120"
    })
    void countTheMinimumAndThenStartedSteps(String minimum, String step, BigDecimal seconds, BigDecimal counted) {
        Increments increments = Increments.of(minimum, step);
        assertThat(increments.counted(seconds)).isEqualByComparingTo(counted);
        assertThat(UnitConversion.none().withIncrements(increments).convert(Fraction.of(seconds)))
                .isEqualTo(Fraction.of(counted));
    }

    /** Three calls of 61 seconds: 3 × 120, or 183 brought to 240. */
    @Test
    void applyPerEventOrPerPeriodAsStated() {
        Increments minutes = Increments.of("60", "60");
        List<UsageEvent> calls = Events.of("61", "61", "61");
        assertThat(new SumOfIncrements(minutes).aggregate(calls, JUNE)).isEqualTo(Fraction.of(360));
        assertThat(UnitConversion.none().withIncrements(minutes).convert(new Sum().aggregate(calls, JUNE)))
                .isEqualTo(Fraction.of(240));
        assertThat(Meter.sum("voice", minutes)).hasToString("sum in increments of 60/60 of voice");
    }

    @Test
    void refuseAStepOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Increments.of("60", "0"))
                .withMessage("step must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Increments.of("-1", "1"))
                .withMessage("minimum must not be negative, but was -1");
    }

    /** Never less than what was used, less than a step more unless the minimum says so, and whole steps beyond it. */
    @Property
    void countNoLessAndLessThanAStepMore(
            @ForAll @IntRange(min = 0, max = 100) int minimum,
            @ForAll @IntRange(min = 1, max = 100) int step,
            @ForAll @IntRange(min = 1, max = 1_000) int quantity) {
        int counted = Increments.of(BigDecimal.valueOf(minimum), BigDecimal.valueOf(step))
                .counted(BigDecimal.valueOf(quantity))
                .intValueExact();
        assertThat(counted).isBetween(quantity, Math.max(minimum, quantity + step - 1));
        assertThat((counted - minimum) % step).isZero();
    }

    @Test
    void areEqualByNumber() {
        assertThat(Increments.of("60.0", "6"))
                .isEqualTo(Increments.of("60", "6.00"))
                .hasSameHashCodeAs(Increments.of("60", "6.00"))
                .isNotEqualTo(Increments.of("60", "60"))
                .isNotEqualTo(Increments.of("30", "6"))
                .isNotEqualTo("60.0/6")
                .hasToString("60.0/6");
    }
}
