package io.quittance.ar.interest;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What interest and fees refuse, by argument, rule and value, and the last values that they take. */
class InterestBoundsTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final LocalDate DUE = LocalDate.parse("2025-04-01");
    private static final Explanation WHY = Explanation.of("test.why", "because");
    private static final Amount DOLLAR = Amount.of("1", "USD");
    private static final LateInterest RULE = LateInterest.of(RateTable.constant("36.5"), DayBasis.ACTUAL_365, CENTS);
    private static final PeriodicCharge PERIODIC =
            PeriodicCharge.of(PeriodFormula.FLAT, LatenessTiers.constant("2"), 30, CENTS);
    private static final OverdueItem ITEM = OverdueItem.of(id("R1"), DUE, eur("100"));

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void mismatch(String message, ThrowingCallable call) {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(call)
                .withMessage(message);
    }

    /**
     * The limits of a charge, said once more: nothing stays nothing, what is less than the waiver becomes nothing, what is less than the least
     * becomes it, what is more than the most becomes that.
     */
    @Test
    void aChargeLiesWithinItsLimits() {
        for (int charge = 0; charge <= 11; charge++) {
            for (int waived = 0; waived <= 3; waived++) {
                for (int least = 0; least <= 6; least++) {
                    liesWithin(charge, waived, least, 6);
                    liesWithin(charge, waived, least, 8);
                }
            }
        }
    }

    private static void liesWithin(int charge, int waived, int least, int most) {
        ChargeLimits limits = ChargeLimits.NONE
                .waivedBelow(whole(waived))
                .atLeast(whole(least))
                .atMost(whole(most));
        int within = charge < waived ? 0 : Math.min(most, Math.max(least, charge));
        int expected = charge == 0 ? 0 : within;
        String reason = "because";
        if (expected > charge) {
            reason = "because; at least " + whole(least);
        } else if (expected < charge) {
            reason = expected == 0
                    ? "because; waived, as it is less than " + whole(waived)
                    : "because; at most " + whole(most);
        }
        ExplainedCharge explained = limits.apply(whole(charge), WHY);
        assertThat(explained.amount()).isEqualTo(whole(expected));
        assertThat(explained.explanation()).hasToString(reason);
    }

    private static Amount whole(int euros) {
        return eur(Integer.toString(euros));
    }

    @Test
    void limitsAreOfTheCurrencyOfTheCharge() {
        for (ChargeLimits limits : List.of(
                ChargeLimits.NONE.waivedBelow(DOLLAR),
                ChargeLimits.NONE.atLeast(DOLLAR),
                ChargeLimits.NONE.atMost(DOLLAR))) {
            mismatch("limits must be in EUR, but was USD", () -> limits.apply(eur("0"), WHY));
            mismatch("limits must be in EUR, but was USD", () -> limits.apply(eur("9"), WHY));
            assertThat(limits.apply(DOLLAR, WHY).amount()).isEqualTo(DOLLAR);
        }
        mismatch(
                "minimum must be in EUR, but was USD",
                () -> ChargeLimits.NONE.waivedBelow(eur("1")).atLeast(DOLLAR));
        mismatch(
                "waivedBelow must be in EUR, but was USD",
                () -> ChargeLimits.NONE.atMost(eur("1")).waivedBelow(DOLLAR));
    }

    @Test
    void compensationIsOfOneCurrency() {
        mismatch(
                "below must be in EUR, but was USD",
                () -> CompensationTiers.below(DOLLAR, DOLLAR).then(eur("40")));
        mismatch("sum must be in USD, but was EUR", () -> CompensationTiers.below(DOLLAR, eur("40")));
        mismatch(
                "debt must be in EUR, but was USD",
                () -> CompensationTiers.always(eur("40")).forDebt(DOLLAR));
        assertThat(CompensationTiers.always(eur("0")).forDebt(eur("1")).amount())
                .isEqualTo(eur("0"));
    }

    @Test
    void chargesAreNotNegative() {
        refused("amount must not be negative, but was EUR -0.01", () -> new ExplainedCharge(eur("-0.01"), WHY));
        refused(
                "amount must not be negative, but was EUR -0.01",
                () -> new ItemCharge(ITEM, eur("0"), eur("-0.01"), WHY));
        refused(
                "offset must lie between 0 and EUR 100.00, but was EUR -0.01",
                () -> new ItemCharge(ITEM, eur("-0.01"), eur("0"), WHY));
        refused(
                "offset must lie between 0 and EUR 100.00, but was EUR 100.01",
                () -> new ItemCharge(ITEM, eur("100.01"), eur("0"), WHY));
        assertThat(new ItemCharge(ITEM, eur("100"), eur("0"), WHY).base()).isEqualTo(eur("0"));
        refused("open must not be negative, but was EUR -1.00", () -> LateCharges.of(eur("-1"), eur("1"), eur("1")));
        mismatch("fee must be in EUR, but was USD", () -> LateCharges.of(eur("1"), eur("1"), DOLLAR));
        assertThat(LateCharges.of(eur("0"), eur("0"), eur("0")).total()).isEqualTo(eur("0"));
    }

    @Test
    void feesAreOnWhatIsOverdue() {
        LateFee fee = LateFee.of(eur("5"));
        refused("overdue must not be negative, but was EUR -0.01", () -> fee.on(eur("-0.01")));
        mismatch("overdue must be in EUR, but was USD", () -> fee.on(DOLLAR));
        mismatch("overdue must be in EUR, but was USD", () -> fee.on(Amount.of("0", "USD")));
    }

    @Test
    void graceIsWithinTenYears() {
        assertThat(RULE.grace(0).free(0)).isEqualTo(RULE);
        assertThat(RULE.grace(3650).graceDays()).isEqualTo(3650);
        refused("graceDays must be between 0 and 3650, but was 3651", () -> RULE.grace(3651));
        refused("freeDays must be between 0 and 3650, but was 3651", () -> RULE.free(3651));
        refused("freeDays must be between 0 and 3650, but was -1", () -> RULE.free(-1));
        assertThat(PERIODIC.grace(3650).grace(0)).isEqualTo(PERIODIC);
        refused("graceDays must be between 0 and 3650, but was 3651", () -> PERIODIC.grace(3651));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3650})
    void aPeriodIsWithinTenYears(int days) {
        PeriodicCharge rule = PeriodicCharge.of(PeriodFormula.SIMPLE, LatenessTiers.constant("2"), days, CENTS);
        assertThat(rule.charge(ITEM, DUE.plusDays(days)).amount()).isEqualTo(eur("2"));
        refused(
                "periodDays must be between 1 and 3650, but was 3651",
                () -> PeriodicCharge.of(PeriodFormula.SIMPLE, LatenessTiers.constant("2"), 3651, CENTS));
    }

    /** Interest of a year that ends within another is of one period, unless the years differ in length. */
    @Test
    void onlyYearsOfTheirOwnLengthCutAPeriod() {
        OverdueBalance balance = OverdueBalance.of(eur("1000"), LocalDate.parse("2023-12-21"));
        LocalDate upTo = LocalDate.parse("2024-01-10");
        assertThat(RULE.charge(balance, upTo).periods()).hasSize(1);
        assertThat(LateInterest.of(RULE.rates(), DayBasis.ACTUAL_ACTUAL, CENTS)
                        .charge(balance, upTo)
                        .periods())
                .extracting(period -> period.interest().yearDays())
                .containsExactly(365, 366);
    }

    @Test
    void simpleInterestIsOfAmountsAndDaysThatThereAre() {
        refused(
                "principal must not be negative, but was EUR -1.00",
                () -> SimpleInterest.of(eur("-1"), BigDecimal.ONE, 1, 365));
        refused(
                "days must be between 0 and 4000000, but was 4000001",
                () -> SimpleInterest.of(eur("1"), BigDecimal.ONE, 4_000_001, 365));
        refused(
                "yearDays must be between 360 and 366, but was 359",
                () -> SimpleInterest.of(eur("1"), BigDecimal.ONE, 1, 359));
        refused(
                "yearDays must be between 360 and 366, but was 367",
                () -> SimpleInterest.of(eur("1"), BigDecimal.ONE, 1, 367));
        assertThat(SimpleInterest.of(eur("0"), BigDecimal.ZERO, 0, 366).amount(CENTS))
                .isEqualTo(eur("0"));
    }

    @Test
    void itemsAreOfOneCurrency() {
        refused("amount must not be negative, but was EUR -1.00", () -> OverdueItem.of(id("R1"), DUE, eur("-1")));
        refused("priorCharges must not be negative, but was EUR -1.00", () -> ITEM.withPriorCharges(eur("-1")));
        mismatch("priorCharges must be in EUR, but was USD", () -> ITEM.withPriorCharges(DOLLAR));
        OverdueItem other = OverdueItem.of(id("R2"), DUE, DOLLAR);
        LocalDate late = DUE.plusDays(1);
        mismatch("items[1] must be in EUR, but was USD", () -> PERIODIC.charges(List.of(ITEM, other), List.of(), late));
        mismatch("items[1] must be in EUR, but was USD", () -> PERIODIC.charges(List.of(ITEM, other), List.of(), DUE));
        mismatch(
                "credits[1] must be in EUR, but was USD",
                () -> PERIODIC.charges(List.of(ITEM), List.of(eur("1"), DOLLAR), late));
        mismatch(
                "less must be in EUR, but was USD",
                () -> OverdueBalance.of(eur("9"), DUE).less(DOLLAR, late));
        mismatch(
                "more must be in EUR, but was USD",
                () -> OverdueBalance.of(eur("9"), DUE).more(DOLLAR, late));
    }

    /** 1000.00, of which 400.00 were paid on the 16th and came back, and 800.00 on the day before: 200.00 at the end of each day. */
    @Test
    void aBalanceMayPassBelowNothingWithinADay() {
        LocalDate day = LocalDate.parse("2025-05-16");
        OverdueBalance balance = OverdueBalance.of(eur("1000"), DUE)
                .less(eur("400"), day)
                .more(eur("400"), day)
                .less(eur("800"), day.minusDays(1));
        assertThat(balance.bearingOn(day)).isEqualTo(eur("200"));
        assertThat(balance.bearingOn(day.plusDays(1))).isEqualTo(eur("200"));
        OverdueBalance nextDay =
                OverdueBalance.of(eur("1000"), DUE).less(eur("400"), day).more(eur("400"), day.plusDays(1));
        refused(
                "amount must not fall below 0, but was EUR -200.00 on 2025-05-16",
                () -> nextDay.less(eur("800"), day.minusDays(1)));
    }
}
