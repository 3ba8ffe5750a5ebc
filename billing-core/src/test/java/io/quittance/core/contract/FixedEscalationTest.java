package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedEscalationTest {
    private static final FixedEscalation THREE = Escalation.fixed("3", "P1Y", "2027-01-01");

    /** 3 % on every 1 January from 2027: 1.03 × 1.03 = 1.0609, × 1.03 = 1.092727. */
    @ParameterizedTest(name = "on {0} the factor is {1}")
    @CsvSource({
        "0001-01-01, 1",
        "2026-12-31, 1",
        "2027-01-01, 1.03",
        "2027-12-31, 1.03",
        "2028-01-01, 1.0609",
        "2029-07-01, 1.092727"
    })
    void compoundsFromTheFirstDayOn(LocalDate day, BigDecimal factor) {
        assertThat(exact(THREE, day)).isEqualTo(Fraction.of(factor));
    }

    /** -2 % twice: 0.98 × 0.98 = 0.9604. */
    @Test
    void mayFall() {
        FixedEscalation falling = Escalation.fixed("-2", "P6M", "2026-03-31");
        assertThat(exact(falling, LocalDate.parse("2026-09-30"))).isEqualTo(Fraction.of(new BigDecimal("0.9604")));
        assertThat(exact(falling, LocalDate.parse("2026-09-29"))).isEqualTo(Fraction.of(new BigDecimal("0.98")));
    }

    /** Signed in the middle of a year, with prices that change on 1 January: the first change is the next one. */
    @Test
    void beginsOnTheFirstBoundaryFromADayOn() {
        FixedEscalation next =
                Escalation.fixed(new BigDecimal("3"), Schedule.calendar("P1Y"), LocalDate.parse("2026-05-15"));
        assertThat(next.boundariesWithin(ServicePeriod.of("2020-01-01", "2029-01-01")))
                .containsExactly(LocalDate.parse("2027-01-01"), LocalDate.parse("2028-01-01"));
        assertThat(exact(next, LocalDate.parse("2026-12-31"))).isEqualTo(Fraction.ONE);
        assertThat(exact(next, LocalDate.parse("2027-01-01"))).isEqualTo(Fraction.of(103, 100));
    }

    @Test
    void tellsTheDaysOnWhichTheFactorChanges() {
        assertThat(THREE.boundariesWithin(ServicePeriod.of("2027-01-01", "2028-01-01")))
                .containsExactly(LocalDate.parse("2027-01-01"));
        assertThat(THREE.boundariesWithin(ServicePeriod.of("2026-01-01", "2027-01-01")))
                .isEmpty();
        assertThat(THREE.boundariesWithin(ServicePeriod.of("2027-01-02", "2028-01-02")))
                .containsExactly(LocalDate.parse("2028-01-01"));
    }

    @Test
    void saysWhatWasAdjusted() {
        PriceAdjustment second = THREE.factorOn(LocalDate.parse("2028-06-01"), PublishedIndex.none())
                .adjustments()
                .get(1);
        assertThat(second.day()).isEqualTo("2028-01-01");
        assertThat(second.change()).isEqualTo(Fraction.of(3));
        assertThat(second.percent()).isEqualTo(Fraction.of(3));
        assertThat(second.factor()).isEqualTo(Fraction.of(103, 100));
        assertThat(second.explanation()).hasToString("from 2028-01-01 on 3% by agreement: × 1.03");
        assertThat(second.explanation().text(Locale.GERMAN)).isEqualTo("ab 2028-01-01 3% wie vereinbart: × 1.03");
    }

    @Test
    void refusesWhatNoPriceCanFollow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Escalation.fixed("-100", "P1Y", "2027-01-01"))
                .withMessage("percent must be more than -100, but was -100");
        FixedEscalation daily = Escalation.fixed("0", "P1D", "2000-01-01");
        LocalDate last = LocalDate.parse("2000-01-01").plusDays(9_999);
        assertThat(daily.factorOn(last, PublishedIndex.none()).adjustments()).hasSize(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> daily.factorOn(last.plusDays(1), PublishedIndex.none()))
                .withMessage("day must not need more than 10000 adjustments, but was 10001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> daily.boundariesWithin(ServicePeriod.of("1990-01-01", "9999-12-31")))
                .withMessageStartingWith("days must not need more than 10000 adjustments, but was ");
        assertThat(daily.boundariesWithin(ServicePeriod.of("2020-01-01", "2021-01-01")))
                .hasSize(366); // of a leap year, though the last one is the 7671st
        assertThatIllegalArgumentException()
                .isThrownBy(() -> daily.boundariesWithin(ServicePeriod.of("2000-01-11", "2040-01-01")))
                .withMessage("days must not need more than 10000 adjustments, but was 14600"); // 40 × 365 + 10 - 10
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> exact(Escalation.fixed("3", "P1D", "2000-01-01"), LocalDate.parse("2010-01-01")))
                .withMessageStartingWith("fraction must have at most 4096 bits");
    }

    /** Every day's factor is that of the day before, but on a boundary. */
    @Property(tries = 200)
    void changesOnBoundariesOnly(
            @ForAll @IntRange(max = 2_000) int days, @ForAll @IntRange(min = 1, max = 24) int months) {
        FixedEscalation escalation = Escalation.fixed("3", "P" + months + "M", "2024-01-31");
        LocalDate day = LocalDate.parse("2023-06-01").plusDays(days);
        boolean changes = !escalation
                .boundariesWithin(new ServicePeriod(day, day.plusDays(1)))
                .isEmpty();
        Fraction before = exact(escalation, day.minusDays(1));
        assertThat(exact(escalation, day)).isEqualTo(changes ? before.times(Fraction.of(103, 100)) : before);
    }

    @Test
    void isAValue() throws Exception {
        assertThat(SerialStreams.copy(THREE)).isEqualTo(THREE).hasSameHashCodeAs(THREE);
        assertThat(THREE)
                .isEqualTo(Escalation.fixed("3.00", "P12M", "2027-01-01"))
                .isNotEqualTo(Escalation.fixed("3", "P1Y", "2027-01-02"))
                .isNotEqualTo(Escalation.fixed("4", "P1Y", "2027-01-01"))
                .hasToString("3% every P1Y from 2027-01-01, not before 2027-01-01");
        assertThat(THREE.percent()).isEqualByComparingTo("3");
        assertThat(THREE.from()).isEqualTo("2027-01-01");
        assertThat(THREE.boundaries()).isEqualTo(Schedule.every("P1Y", "2027-01-01"));
        assertThat(THREE.<String>match(fixed -> "fixed", indexed -> "indexed")).isEqualTo("fixed");
    }

    private static Fraction exact(FixedEscalation escalation, LocalDate day) {
        return escalation.factorOn(day, PublishedIndex.none()).exact();
    }
}
