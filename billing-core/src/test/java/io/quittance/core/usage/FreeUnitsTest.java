package io.quittance.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.money.Fraction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeUnitsTest {

    /** OpenMeter, usage discounts: 500 free units over 300, 250 and 100; 110 over 50, 75 and 30; 10 over 20 and 15. */
    @ParameterizedTest(name = "{0} free, {1} before, {2} now: {3} to pay, {4} free, {5} were to pay")
    @CsvSource({
        "500,   0, 300,   0, 300,  0",
        "500, 300, 250,  50, 200,  0",
        "500, 550, 100, 100,   0, 50",
        "110,   0,  50,   0,  50,  0",
        "110,  50,  75,  15,  60,  0",
        "110, 125,  30,  30,   0, 15",
        "10,   20,  15,  15,   0, 10",
        "0,    20,  15,  15,   0, 20",
        // 15 of 20 are taken back: 10 that were paid for, and 5 that were free
        "10,   20, -15, -10,  -5, 10",
    })
    void areUsedUpInTime(String free, long before, long now, long billable, long freeNow, long billableAlready) {
        assertThat(FreeUnits.of(free).use(Fraction.of(before), Fraction.of(now)))
                .isEqualTo(
                        new FreeUnits.Use(Fraction.of(billable), Fraction.of(freeNow), Fraction.of(billableAlready)));
    }

    @Test
    void explainWhatTheyTakeOff() {
        assertThat(FreeUnits.of("500").step(Fraction.of(550))).hasToString("500 free: -500");
        assertThat(FreeUnits.of("500").step(Fraction.of(-1)).amount()).isEqualTo(Fraction.ZERO);
    }

    /** rating.md 2.8: min(free - min(free, q₀), q); and two bills leave to pay what one would. */
    @Property
    void splitRunsAreFreeOfAsMuchAsOne(
            @ForAll @IntRange(min = 0, max = 100) int free,
            @ForAll @IntRange(min = 0, max = 200) int first,
            @ForAll @IntRange(min = 0, max = 200) int second) {
        FreeUnits units = FreeUnits.of(String.valueOf(free));
        FreeUnits.Use later = units.use(Fraction.of(first), Fraction.of(second));
        FreeUnits.Use whole = units.use(Fraction.ZERO, Fraction.of(first + second));
        assertThat(later.free()).isEqualTo(Fraction.of(Math.min(free - Math.min(free, first), second)));
        assertThat(later.billableAlready().plus(later.billable())).isEqualTo(whole.billable());
    }

    @Test
    void areNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreeUnits.of("-1"))
                .withMessage("quantity must not be negative, but was -1");
    }

    @Test
    void areEqualByNumber() {
        assertThat(FreeUnits.of("500.0"))
                .isEqualTo(FreeUnits.of("500"))
                .hasSameHashCodeAs(FreeUnits.of("500"))
                .isNotEqualTo(FreeUnits.of("50"))
                .isNotEqualTo("500.0 free units")
                .hasToString("500.0 free units");
    }
}
