package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhasesTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Phases PHASES = Phases.of(Phase.trial("P14D"), Phase.discount("P3M", "20"));

    @ParameterizedTest(name = "on {0}: {1} of 100")
    @CsvSource({
        "2026-01-01, 0",
        "2026-01-14, 0",
        "2026-01-15, 80",
        "2026-04-14, 80",
        "2026-04-15, 100",
        "9999-12-31, 100"
    })
    void chargesByThePhaseOfTheDay(LocalDate day, long percent) {
        assertThat(PHASES.factorOn(START, day)).isEqualTo(Fraction.of(percent, 100));
    }

    @Test
    void tellsTheDaysOnWhichThePriceChanges() {
        assertThat(PHASES.boundaries(START))
                .containsExactly(LocalDate.parse("2026-01-15"), LocalDate.parse("2026-04-15"));
        assertThat(PHASES.on(START, START)).contains(Phase.trial("P14D"));
        assertThat(PHASES.on(START, LocalDate.parse("2026-04-15"))).isEmpty();
        assertThat(Phases.none().boundaries(START)).isEmpty();
        assertThat(Phases.none().factorOn(START, START)).isEqualTo(Fraction.ONE);
    }

    /** From 31 January on: 28 February, 31 March, 30 April; added one by one they would be 28 March and 28 April. */
    @Test
    void doesNotDrift() {
        Phase month = Phase.rampUp("P1M", "50");
        assertThat(Phases.of(month, month, month).boundaries(LocalDate.parse("2026-01-31")))
                .containsExactly(
                        LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-31"), LocalDate.parse("2026-04-30"));
    }

    @Test
    void refusesDaysThatAreNotServed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PHASES.factorOn(START, START.minusDays(1)))
                .withMessage("day must not be before the start, 2026-01-01, but was 2025-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phases.of(Phase.trial("P1Y")).boundaries(LocalDate.parse("9999-01-01")))
                .withMessage("boundary must lie in the years 1 to 9999, but was +10000-01-01");
        assertThat(Phases.of(Phase.trial("P1Y")).factorOn(LocalDate.parse("9999-01-01"), LocalDate.parse("9999-12-31")))
                .isEqualTo(Fraction.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phases.of(Collections.nCopies(121, Phase.trial("P1D"))))
                .withMessage("phases must be at most 120, but was 121");
    }

    /** Every phase has its days, in order, and the factor changes on boundaries only. */
    @Property(tries = 300)
    void phasesFollowEachOther(
            @ForAll @Size(max = 8) List<@IntRange(min = -40, max = 14) Integer> lengths,
            @ForAll @IntRange(max = 800) int later) {
        var list = new ArrayList<Phase>();
        for (int i = 0; i < lengths.size(); i++) {
            int length = lengths.get(i);
            list.add(Phase.rampUp(length > 0 ? "P" + length + "M" : "P" + (1 - length) + "D", "" + i));
        }
        Phases phases = Phases.of(list);
        LocalDate start = LocalDate.parse("2024-01-31").plusDays(later);
        LocalDate reached = start;
        List<LocalDate> boundaries = phases.boundaries(start);
        for (int i = 0; i < list.size(); i++) {
            assertThat(boundaries.get(i)).isAfter(reached);
            assertThat(phases.on(start, reached)).contains(list.get(i));
            assertThat(phases.on(start, boundaries.get(i).minusDays(1))).contains(list.get(i));
            reached = boundaries.get(i);
        }
        assertThat(phases.factorOn(start, reached)).isEqualTo(Fraction.ONE);
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(PHASES)).isEqualTo(PHASES).hasSameHashCodeAs(PHASES);
        assertThat(PHASES)
                .isEqualTo(Phases.of(PHASES.list()))
                .isNotEqualTo(Phases.none())
                .hasToString("TRIAL for P14D, then DISCOUNT for P3M: 80% of the price");
        assertThat(Phases.none()).hasToString("full price");
    }
}
