package io.quittance.ar.interest;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Values.areApart;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of interest and fees are equal if, and only if, all of their terms are. */
class InterestValuesTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final Rounding TENTHS = Rounding.halfUp(1);
    private static final LocalDate DUE = LocalDate.parse("2025-04-01");

    @Test
    void limits() throws Exception {
        areApart(
                ChargeLimits.NONE,
                ChargeLimits.NONE.waivedBelow(eur("1")),
                ChargeLimits.NONE.atLeast(eur("1")),
                ChargeLimits.NONE.atMost(eur("1")),
                ChargeLimits.NONE.waivedBelow(eur("1")).atMost(eur("1")));
        ChargeLimits all =
                ChargeLimits.NONE.waivedBelow(eur("1")).atLeast(eur("2")).atMost(eur("3"));
        assertThat(all.waivedBelow()).contains(eur("1"));
        assertThat(all.minimum()).contains(eur("2"));
        assertThat(all.maximum()).contains(eur("3"));
    }

    @Test
    void fees() throws Exception {
        LateFee fee = LateFee.of(eur("5")).plusPercent("2", CENTS);
        areApart(
                fee,
                LateFee.of(eur("6")).plusPercent("2", CENTS),
                fee.plusPercent("3", CENTS),
                fee.plusPercent("2", TENTHS),
                fee.within(ChargeLimits.NONE.atMost(eur("9"))));
    }

    @Test
    void compensation() throws Exception {
        areApart(
                CompensationTiers.always(eur("70")),
                CompensationTiers.always(eur("40")),
                CompensationTiers.below(eur("1000"), eur("40")).then(eur("70")),
                CompensationTiers.below(eur("1000"), eur("40")).then(eur("80")),
                CompensationTiers.below(eur("1000"), eur("0")).then(eur("70")));
        assertThat(CompensationTiers.always(eur("40"))).hasToString("EUR 40.00");
    }

    @Test
    void ratesByLateness() throws Exception {
        areApart(
                LatenessTiers.constant("5"),
                LatenessTiers.constant("4"),
                LatenessTiers.upTo(1, "2").then("5"),
                LatenessTiers.upTo(1, "2").then("4"),
                LatenessTiers.upTo(2, "2").then("5"));
        assertThat(LatenessTiers.constant("5.0")).hasToString("5%");
        assertThat(LatenessTiers.upTo(1, "2").then("5").percentFor(1)).isEqualTo("2");
        assertThat(LatenessTiers.upTo(1, "2").then("5").percentFor(2)).isEqualTo("5");
    }

    @Test
    void ratesByDay() throws Exception {
        areApart(
                RateTable.from("2025-01-01", "3"),
                RateTable.from("2025-01-01", "3").plus("8"),
                RateTable.from("2025-01-01", "4"),
                RateTable.from("2025-01-02", "3"));
    }

    @Test
    void interest() throws Exception {
        LateInterest rule = LateInterest.of(RateTable.constant("8"), DayBasis.ACTUAL_365, CENTS);
        areApart(
                rule,
                LateInterest.of(RateTable.constant("9"), DayBasis.ACTUAL_365, CENTS),
                LateInterest.of(RateTable.constant("8"), DayBasis.ACTUAL_360, CENTS),
                LateInterest.of(RateTable.constant("8"), DayBasis.ACTUAL_365, TENTHS),
                rule.roundingEachDay(CENTS),
                rule.roundingEachDay(TENTHS),
                rule.grace(3),
                rule.free(3),
                rule.within(ChargeLimits.NONE.atMost(eur("9"))));
        assertThat(rule.grace(3).graceDays()).isEqualTo(3);
        assertThat(rule.free(4).freeDays()).isEqualTo(4);
        OverdueBalance balance = OverdueBalance.of(eur("1000"), DUE);
        assertThat(rule.charge(balance, DUE.plusDays(1)).periods().get(0).dailyRounding())
                .isEmpty();
        assertThat(rule.roundingEachDay(TENTHS)
                        .charge(balance, DUE.plusDays(1))
                        .periods()
                        .get(0)
                        .dailyRounding())
                .contains(TENTHS);
    }

    @Test
    void periodicCharges() throws Exception {
        LatenessTiers rates = LatenessTiers.constant("2");
        PeriodicCharge rule = PeriodicCharge.of(PeriodFormula.SIMPLE, rates, 30, CENTS);
        areApart(
                rule,
                PeriodicCharge.of(PeriodFormula.FLAT, rates, 30, CENTS),
                PeriodicCharge.of(PeriodFormula.SIMPLE, LatenessTiers.constant("3"), 30, CENTS),
                PeriodicCharge.of(PeriodFormula.SIMPLE, rates, 31, CENTS),
                PeriodicCharge.of(PeriodFormula.SIMPLE, rates, 30, TENTHS),
                rule.grace(1),
                rule.within(ChargeLimits.NONE.atMost(eur("9"))));
    }

    @Test
    void balances() throws Exception {
        OverdueBalance balance = OverdueBalance.of(eur("1000"), DUE);
        areApart(
                balance,
                OverdueBalance.of(eur("999"), DUE),
                OverdueBalance.of(Amount.of("1000", "USD"), DUE),
                OverdueBalance.of(eur("1000"), DUE.plusDays(1)),
                balance.less(eur("1"), DUE.plusDays(9)),
                balance.less(eur("1"), DUE.plusDays(10)));
    }

    /** 100.00 less 1.00 on the day are 99.00 from the first day on, in whichever way that is said, but not the same balance as given. */
    @Test
    void whatWasGivenIsPartOfABalance() throws Exception {
        areApart(
                OverdueBalance.of(eur("99"), DUE),
                OverdueBalance.of(eur("100"), DUE).less(eur("1"), DUE));
    }

    @Test
    void yearsHaveTheDaysOfTheirBasis() {
        assertThat(List.of(DayBasis.values()))
                .extracting(basis -> basis + " " + basis.yearDays(2023) + " " + basis.yearDays(2024))
                .containsExactly(
                        "ACTUAL_365 365 365", "ACTUAL_360 360 360", "ACTUAL_ACTUAL 365 366", "THIRTY_360 360 360");
        assertThat(SimpleInterest.of(eur("1"), BigDecimal.ONE, 4_000_000, 360).days())
                .isEqualTo(4_000_000);
    }
}
