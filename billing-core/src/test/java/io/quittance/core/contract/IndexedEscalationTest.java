package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexedEscalationTest {
    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final IndexedEscalation CPI =
            Escalation.indexed("CPI-U", "2025-10", "P1Y", "2027-01-01").lagged(3);

    /** A price of 100.00 with the index at 100.0 a year before; a change of 4.26 % rounds to a factor of 1.043. */
    @ParameterizedTest(name = "at {0}, at least {1}, at most {2}: {3}")
    @CsvSource({
        "104.2, , , 104.20",
        "104.2, , 3, 103.00",
        "104.2, 0, 3, 103.00",
        "104.2, 5, , 105.00",
        "98.0, , , 98.00",
        "98.0, 0, , 100.00",
        "98.0, -1, 3, 99.00",
        "101.5, 0, 3, 101.50",
        "103, 0, 3, 103.00",
        "100, 0, 3, 100.00"
    })
    void followsTheIndexBetweenFloorAndCap(String value, String floor, String cap, BigDecimal price) {
        IndexedEscalation escalation = floor == null ? CPI : CPI.atLeast(floor);
        escalation = cap == null ? escalation : escalation.atMost(cap);
        assertThat(exact(escalation, FIRST, published(value)).times(Fraction.of(100)))
                .isEqualTo(Fraction.of(price));
        assertThat(exact(escalation, FIRST.minusDays(1), PublishedIndex.none())).isEqualTo(Fraction.ONE);
    }

    /**
     * 4.2 % held at 3, then 104.2 to 106.284, which is 2 %: 1.03 × 1.02 = 1.0506. What the cap kept back is not made up for;
     * without a cap the bases cancel out, 106.284 / 100.
     */
    @Test
    void theNextBaseIsTheLastReferenceMonth() {
        PublishedIndex index = published("104.2").toBuilder()
                .value("CPI-U", "2027-10", "106.284")
                .build();
        LocalDate second = LocalDate.parse("2028-01-01");
        assertThat(exact(CPI.atMost("3"), second, index)).isEqualTo(Fraction.of(new BigDecimal("1.0506")));
        assertThat(exact(CPI, second, index)).isEqualTo(Fraction.of(new BigDecimal("1.06284")));
        assertThat(exact(CPI.atMost("3"), second.minusDays(1), index)).isEqualTo(Fraction.of(103, 100));
    }

    @Test
    void saysWhatWasAdjusted() {
        PriceAdjustment capped = only(CPI.atMost("3"), "104.2");
        assertThat(capped.day()).isEqualTo(FIRST);
        assertThat(capped.change()).isEqualTo(Fraction.of(42, 10));
        assertThat(capped.percent()).isEqualTo(Fraction.of(3));
        assertThat(capped.explanation())
                .hasToString("from 2027-01-01 on as CPI-U, 2025-10 / 2026-10: 104.2 / 100 = 1.042, at most 3%");
        assertThat(only(CPI.atMost("3").atLeast("3"), "103").explanation()) // neither keeps anything back
                .hasToString("from 2027-01-01 on as CPI-U, 2025-10 / 2026-10: 103 / 100 = 1.03");
        assertThat(only(CPI.atLeast("0"), "98.0").explanation())
                .hasToString("from 2027-01-01 on as CPI-U, 2025-10 / 2026-10: 98 / 100 = 0.98, at least 0%");
        assertThat(only(CPI, "98.0").explanation())
                .hasToString("from 2027-01-01 on as CPI-U, 2025-10 / 2026-10: 98 / 100 = 0.98");
        assertThat(only(CPI, "98.0").explanation().text(Locale.GERMAN))
                .isEqualTo("ab 2027-01-01 nach CPI-U, 2025-10 / 2026-10: 98 / 100 = 0.98");
    }

    /** 104.26 / 100 is 1.0426, at three places 1.043; the change is told as it was. */
    @Test
    void roundsEachFactor() {
        PriceAdjustment rounded = only(CPI.rounded(Rounding.halfUp(3)), "104.26");
        assertThat(rounded.factor()).isEqualTo(Fraction.of(1043, 1000));
        assertThat(rounded.change()).isEqualTo(Fraction.of(426, 100));
        assertThat(rounded.explanation())
                .hasToString("from 2027-01-01 on as CPI-U, 2025-10 / 2026-10: round(104.26 / 100, HALF_UP, 3) = 1.043");
        assertThat(exact(CPI, FIRST, index("103.7", "104.3"))).isEqualTo(Fraction.of(1043, 1037));
        assertThat(exact(CPI.rounded(Rounding.halfUp(4)), FIRST, index("103.7", "104.3")))
                .isEqualTo(Fraction.of(10058, 10000));
    }

    /** Which value is missing is told, with the price up to then. */
    @Test
    void tellsWhichValueIsMissing() {
        PriceFactor nothing = CPI.factorOn(FIRST, PublishedIndex.none());
        assertThat(nothing.factor()).isEmpty();
        assertThat(nothing)
                .hasToString("the adjustment of 2027-01-01 waits for CPI-U of 2025-10, which is not published");
        PublishedIndex baseless =
                PublishedIndex.builder().value("CPI-U", "2026-10", "104.2").build();
        assertThat(CPI.factorOn(FIRST, baseless)).isEqualTo(nothing);
        PriceFactor.Missing second = CPI.factorOn(LocalDate.parse("2028-02-01"), published("104.2"))
                .match(known -> null, missing -> missing);
        assertThat(second.index()).isEqualTo("CPI-U");
        assertThat(second.month()).isEqualTo(YearMonth.parse("2027-10"));
        assertThat(second.day()).isEqualTo("2028-01-01");
        assertThat(second.before().exact()).isEqualTo(Fraction.of(1042, 1000));
        assertThat(second.explanation().text(Locale.GERMAN))
                .isEqualTo("die Anpassung zum 2028-01-01 wartet auf CPI-U von 2027-10, nicht veröffentlicht");
    }

    @Test
    void tellsTheDaysOnWhichTheFactorChanges() {
        assertThat(CPI.boundariesWithin(ServicePeriod.of("2020-01-01", "2029-01-01")))
                .containsExactly(FIRST, LocalDate.parse("2028-01-01"));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertRefused(() -> CPI.lagged(15), "base must be before the first reference month 2025-10, but was 2025-10");
        assertRefused(() -> CPI.lagged(121), "months must be between 0 and 120, but was 121");
        assertRefused(() -> CPI.lagged(-1), "months must be between 0 and 120, but was -1");
        assertThat(Escalation.indexed("CPI-U", "2016-12", "P1Y", "2027-01-01")
                        .lagged(120)
                        .lag())
                .isEqualTo(120); // January 2017 is compared with December 2016
        assertRefused(
                () -> Escalation.indexed("CPI-U", "2025-10", "P7D", "2027-01-01"),
                "interval must be whole months to follow an index, but was P7D");
        assertRefused(() -> CPI.atMost("3").atLeast("4"), "floor must be at most the cap 3, but was 4");
        assertRefused(() -> CPI.atMost("-100"), "cap must be more than -100, but was -100");
        assertRefused(
                () -> CPI.atMost("2.5").rounded(Rounding.halfUp(2)),
                "cap must not be finer than the factor, HALF_UP at 2 decimal places, but was 2.5");
        assertRefused(
                () -> CPI.atLeast("0.5").rounded(Rounding.halfUp(2)),
                "floor must not be finer than the factor, HALF_UP at 2 decimal places, but was 0.5");
        assertRefused(
                () -> CPI.rounded(Rounding.halfUp(1)),
                "factor must have at least 2 decimal places, but was HALF_UP at 1 decimal places");
        assertRefused(
                () -> Escalation.indexed("CPI-U", "October", "P1Y", "2027-01-01"),
                "base must be an ISO month such as 2026-03, but was October");
        assertRefused(
                () -> Escalation.indexed("CPI-U", "2025-10", "P1M", "2027-01-01")
                        .factorOn(LocalDate.parse("9000-01-01"), PublishedIndex.none()),
                "day must not need more than 10000 adjustments, but was 83677");
    }

    /** An index of the host's is believed only what an index can say. */
    @Test
    @SuppressWarnings("NullAway") // an index of the host's that breaks its promise
    void refusesAnswersThatAreNone() {
        assertRefused(
                () -> CPI.factorOn(FIRST, (index, month) -> Optional.of(BigDecimal.ZERO)),
                "CPI-U 2025-10 must be more than 0, but was 0");
        assertRefused(
                () -> CPI.factorOn(FIRST, (index, month) -> null),
                "index must answer for CPI-U 2025-10, but was no answer");
        assertRefused(
                () -> CPI.factorOn(FIRST, (index, month) -> {
                    throw new IllegalStateException("closed");
                }),
                "index must answer for CPI-U 2025-10, but was java.lang.IllegalStateException: closed");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** Whatever the index does, no adjustment leaves floor and cap. */
    @Property(tries = 300)
    void staysBetweenFloorAndCap(
            @ForAll @IntRange(min = 1, max = 100_000) int before,
            @ForAll @IntRange(min = 1, max = 100_000) int after,
            @ForAll @IntRange(min = -50, max = 0) int floor,
            @ForAll @IntRange(max = 50) int cap,
            @ForAll @IntRange(min = 2, max = 4) int places) {
        IndexedEscalation escalation = CPI.atLeast("" + floor).atMost("" + cap).rounded(Rounding.halfUp(places));
        Fraction factor = exact(escalation, FIRST, index("" + before, "" + after));
        assertThat(factor)
                .isGreaterThanOrEqualTo(Fraction.of(100 + floor, 100))
                .isLessThanOrEqualTo(Fraction.of(100 + cap, 100));
    }

    @Test
    void isAValue() throws Exception {
        IndexedEscalation all = CPI.atLeast("0").atMost("3.0").rounded(Rounding.halfUp(4));
        assertThat(SerialStreams.copy(all)).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(all)
                .isEqualTo(CPI.rounded(Rounding.halfUp(4)).atMost("3").atLeast("0"))
                .isNotEqualTo(all.lagged(2))
                .isNotEqualTo(CPI)
                .hasToString(
                        "as CPI-U since 2025-10, every P1Y from 2027-01-01, 3 months before, at least 0%, at most 3%,"
                                + " HALF_UP at 4 decimal places");
        assertThat(all.index()).isEqualTo("CPI-U");
        assertThat(all.base()).isEqualTo(YearMonth.parse("2025-10"));
        assertThat(all.first()).isEqualTo(FIRST);
        assertThat(all.interval()).hasToString("P1Y");
        assertThat(all.lag()).isEqualTo(3);
        assertThat(all.floor()).contains(BigDecimal.ZERO);
        assertThat(all.cap()).contains(new BigDecimal("3"));
        assertThat(all.rounding()).contains(Rounding.halfUp(4));
        assertThat(CPI.<String>match(fixed -> "fixed", indexed -> "indexed")).isEqualTo("indexed");
        PriceFactor known = all.factorOn(FIRST, published("102"));
        assertThat(SerialStreams.copy(known)).isEqualTo(known).hasSameHashCodeAs(known);
        assertThat(known).hasToString("× 1.02, 1 adjustments");
        PriceFactor missing = all.factorOn(FIRST, PublishedIndex.none());
        assertThat(SerialStreams.copy(missing))
                .isEqualTo(missing)
                .hasSameHashCodeAs(missing)
                .isNotEqualTo(known);
    }

    private static PriceAdjustment only(IndexedEscalation escalation, String value) {
        return escalation
                .factorOn(FIRST, published(value))
                .match(known -> known.adjustments().get(0), missing -> null);
    }

    private static Fraction exact(IndexedEscalation escalation, LocalDate day, PriceIndex index) {
        return escalation.factorOn(day, index).factor().orElseThrow();
    }

    private static PublishedIndex published(String value) {
        return index("100.0", value);
    }

    private static PublishedIndex index(String before, String after) {
        return PublishedIndex.builder()
                .value("CPI-U", "2025-10", before)
                .value("CPI-U", "2026-10", after)
                .build();
    }
}
