package io.quittance.ar.interest;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateInterestTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final OverdueBalance THOUSAND = OverdueBalance.of(eur("1000"), APRIL_1);

    private static LateInterest rule(String percent, DayBasis basis) {
        return LateInterest.of(RateTable.constant(percent), basis, CENTS);
    }

    private static Amount charged(LateInterest rule, OverdueBalance balance, String upTo) {
        return rule.charge(balance, LocalDate.parse(upTo)).amount();
    }

    /** Guides to late interest of several countries; see late_fee of the conformance cases for the sources. */
    @ParameterizedTest(name = "{0} at {1}% for {2} days: {3}")
    @CsvSource({
        "5000, 12.25, 101, 169.49",
        "1000, 8.5, 365, 85.00",
        "1000, 8.5, 1, 0.23",
        "10000, 11.75, 1, 3.22",
        "1000, 5.12, 25, 3.51",
        "100, 10, 15, 0.41"
    })
    void isPrincipalTimesRateTimesDays(String principal, String percent, int days, String expected) {
        OverdueBalance balance = OverdueBalance.of(eur(principal), APRIL_1);
        InterestCharge charge = rule(percent, DayBasis.ACTUAL_365).charge(balance, APRIL_1.plusDays(days));
        assertThat(charge.amount()).isEqualTo(eur(expected));
        assertThat(charge.days()).isEqualTo(days);
    }

    /** 5000.00 at 12.25 % are 1.678 a day, 1.68 rounded, and 101 of them 169.68. */
    @Test
    void roundsEachDayWhereThatIsAsked() {
        LateInterest rule = rule("12.25", DayBasis.ACTUAL_365).roundingEachDay(CENTS);
        InterestCharge charge = rule.charge(OverdueBalance.of(eur("5000"), APRIL_1), APRIL_1.plusDays(101));
        assertThat(charge.amount()).isEqualTo(eur("169.68"));
        assertThat(charge.periods())
                .extracting(InterestPeriod::toString)
                .containsExactly(
                        "2025-04-02 to 2025-07-11: EUR 5000.00 at 12.25% are EUR 1.68 a day of 365, for 101 days"
                                + " = 169.68");
    }

    /** Due on 31 May, so 30 days at 2.27 + 9 and 31 at 1.27 + 9: (33810 + 31837) / 365. */
    @Test
    void cutsWhereTheRateChanges() {
        RateTable german =
                RateTable.from("2025-01-01", "2.27").then("2025-07-01", "1.27").plus("9");
        InterestCharge charge = LateInterest.of(german, DayBasis.ACTUAL_365, CENTS)
                .charge(OverdueBalance.of(eur("10000"), LocalDate.parse("2025-05-31")), LocalDate.parse("2025-07-31"));
        assertThat(charge.exact()).isEqualTo(Fraction.of(65_647, 365));
        assertThat(charge.amount()).isEqualTo(eur("179.85"));
        assertThat(charge.periods())
                .extracting(InterestPeriod::days)
                .containsExactly(
                        ServicePeriod.of("2025-06-01", "2025-07-01"), ServicePeriod.of("2025-07-01", "2025-08-01"));
        assertThat(charge.periods().get(0).explanation().text())
                .isEqualTo("2025-06-01 to 2025-06-30: EUR 10000.00 at 11.27% for 30 of 365 days = 6762/73");
        assertThat(charge.explanation().text())
                .isEqualTo("interest from 2025-06-01 to 2025-07-31 on what was due on 2025-05-31: 65647/365 ="
                        + " EUR 179.85, HALF_UP at 2 decimal places");
    }

    /** 1000.00 for 45 days, to the day of payment, and 600.00 for 45: 72000 × 10 % / 365. */
    @Test
    void cutsAfterTheDayOfAPayment() {
        InterestCharge charge = rule("10", DayBasis.ACTUAL_365)
                .charge(THOUSAND.less(eur("400"), LocalDate.parse("2025-05-16")), LocalDate.parse("2025-06-30"));
        assertThat(charge.exact()).isEqualTo(Fraction.of(7_200, 365));
        assertThat(charge.amount()).isEqualTo(eur("19.73"));
        assertThat(charge.periods())
                .extracting(period -> period.interest().principal())
                .containsExactly(eur("1000"), eur("600"));
    }

    @Test
    void chargesNothingOnceAllIsPaid() {
        LateInterest rule = rule("10", DayBasis.ACTUAL_365);
        OverdueBalance paid = THOUSAND.less(eur("1000"), LocalDate.parse("2025-05-16"));
        assertThat(rule.charge(paid, LocalDate.parse("2025-12-31")))
                .isEqualTo(rule.charge(paid, LocalDate.parse("2025-12-31")))
                .extracting(InterestCharge::days)
                .isEqualTo(45L);
        assertThat(charged(rule, THOUSAND.less(eur("1000"), APRIL_1.minusDays(9)), "2025-12-31"))
                .isEqualTo(eur("0"));
    }

    /** A thousand at 9 % for 30 days of 360; ten days each of 2023 and 2024 by their years; months of 30 days. */
    @ParameterizedTest(name = "{0}, due {1}, paid {2}: {3} days, {4}")
    @CsvSource({
        "ACTUAL_360, 2025-04-01, 2025-05-01, 30, 7.50",
        "ACTUAL_ACTUAL, 2023-12-21, 2024-01-10, 20, 4.92", // 90 × (10/365 + 10/366)
        "ACTUAL_365, 2023-12-31, 2024-12-31, 366, 90.25", // 90 × 366/365
        "ACTUAL_ACTUAL, 2023-12-31, 2024-12-31, 366, 90.00",
        "THIRTY_360, 2015-12-31, 2016-07-30, 210, 52.50", // p-konto.de: 1 January to 30 July are 210
        "THIRTY_360, 2015-12-31, 2016-07-31, 210, 52.50",
        "THIRTY_360, 2025-01-31, 2025-02-28, 30, 7.50",
        "THIRTY_360, 2025-07-30, 2025-07-31, 0, 0.00"
    })
    void countsDaysByItsBasis(DayBasis basis, String due, String paid, long days, String expected) {
        InterestCharge charge =
                rule("9", basis).charge(OverdueBalance.of(eur("1000"), LocalDate.parse(due)), LocalDate.parse(paid));
        assertThat(charge.days()).isEqualTo(days);
        assertThat(charge.amount()).isEqualTo(eur(expected));
    }

    /** At 36.5 % a day of 1000.00 is 1.00. */
    @ParameterizedTest(name = "{0} days late, {1} of grace, {2} free: {3}")
    @CsvSource({"0, 0, 0, 0", "1, 0, 0, 1", "5, 5, 0, 0", "6, 5, 0, 6", "5, 0, 5, 0", "6, 0, 5, 1", "8, 5, 5, 3"})
    void graceForgivesAllOrNothingAndFreeDaysAlways(int late, int grace, int free, String expected) {
        LateInterest rule = rule("36.5", DayBasis.ACTUAL_365).grace(grace).free(free);
        assertThat(rule.charge(THOUSAND, APRIL_1.plusDays(late)).amount()).isEqualTo(eur(expected));
    }

    /** Of 1000.00, 400.00 on the third day and 600.00 on the tenth, at 1.00 a day for 1000.00; five days of grace. */
    @Test
    void whatIsPaidWithinGraceCostsNothing() {
        LateInterest rule = rule("36.5", DayBasis.ACTUAL_365).grace(5);
        OverdueBalance partly = THOUSAND.less(eur("400"), APRIL_1.plusDays(3));
        OverdueBalance later = partly.less(eur("600"), APRIL_1.plusDays(10));
        assertThat(charged(rule, later, "2025-04-30")).isEqualTo(eur("6"));
        assertThat(rule.charge(later, LocalDate.parse("2025-04-30")).periods())
                .allMatch(period -> period.interest().principal().equals(eur("600")));
        OverdueBalance intime = partly.less(eur("600"), APRIL_1.plusDays(5));
        assertThat(charged(rule, intime, "2025-04-30")).isEqualTo(eur("0"));
        assertThat(charged(rule, partly.less(eur("600"), APRIL_1.plusDays(6)), "2025-04-30"))
                .isEqualTo(eur("3.60"));
        assertThat(charged(rule, intime.more(eur("600"), APRIL_1.plusDays(20)), "2025-04-30"))
                .isEqualTo(eur("5.40")); // it came back on the 20th day: 9 days of 600.00
    }

    @ParameterizedTest(name = "{0} days of 1.00: {1}, {2}")
    @CsvSource({
        "1, 0, '; waived, as it is less than EUR 2.00'",
        "2, 5, '; at least EUR 5.00'",
        "5, 5, HALF_UP at 2 decimal places",
        "50, 50, HALF_UP at 2 decimal places",
        "51, 50, '; at most EUR 50.00'"
    })
    void staysWithinItsLimits(int late, String expected, String reason) {
        LateInterest rule = rule("36.5", DayBasis.ACTUAL_365)
                .within(ChargeLimits.NONE
                        .waivedBelow(eur("2"))
                        .atLeast(eur("5"))
                        .atMost(eur("50")));
        InterestCharge charge = rule.charge(THOUSAND, APRIL_1.plusDays(late));
        assertThat(charge.amount()).isEqualTo(eur(expected));
        assertThat(charge.explanation().text()).endsWith(reason);
    }

    /** A month at a time: none up to the due date, and the rest of April is 29 days of 1.00. */
    @Test
    void chargesDaysSinceTheLastCharge() {
        LateInterest rule = rule("36.5", DayBasis.ACTUAL_365);
        assertThat(rule.charge(THOUSAND, ServicePeriod.of("2025-03-01", "2025-04-01"))
                        .periods())
                .isEmpty();
        assertThat(rule.charge(THOUSAND, ServicePeriod.of("2025-04-01", "2025-05-01"))
                        .amount())
                .isEqualTo(eur("29"));
        assertThat(rule.charge(THOUSAND, ServicePeriod.of("2025-05-01", "2025-06-01"))
                        .amount())
                .isEqualTo(eur("31"));
    }

    @Test
    void saysWhyNothingIsCharged() {
        assertThat(rule("8", DayBasis.ACTUAL_365)
                        .grace(5)
                        .charge(THOUSAND, APRIL_1.plusDays(5))
                        .explanation()
                        .text())
                .isEqualTo("no interest: 5 days late on 2025-04-06, with 5 days of grace and 0 free");
    }

    @Test
    void refusesDaysWithoutARate() {
        LateInterest rule = LateInterest.of(RateTable.from("2025-04-03", "8"), DayBasis.ACTUAL_365, CENTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.charge(THOUSAND, LocalDate.parse("2025-04-10")))
                .withMessage("day must not be before the first rate, of 2025-04-03, but was 2025-04-02");
        assertThat(rule.free(1).charge(THOUSAND, LocalDate.parse("2025-04-10")).days())
                .isEqualTo(8);
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("8", DayBasis.ACTUAL_365).grace(-1))
                .withMessage("graceDays must be between 0 and 3650, but was -1");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> rule("8", DayBasis.ACTUAL_365)
                        .within(ChargeLimits.NONE.atMost(Amount.of("5", "USD")))
                        .charge(THOUSAND, APRIL_1.plusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleInterest.of(eur("1"), BigDecimal.ONE, 1, 355))
                .withMessage("yearDays must be between 360 and 366, but was 355");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleInterest.of(eur("1"), BigDecimal.ONE.negate(), 1, 365))
                .withMessage("percent must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleInterest.of(eur("1"), BigDecimal.ONE, -1, 365))
                .withMessage("days must be between 0 and 4000000, but was -1");
    }

    @Test
    void isAValue() throws Exception {
        LateInterest rule = rule("8.0", DayBasis.ACTUAL_ACTUAL)
                .grace(1)
                .free(2)
                .roundingEachDay(CENTS)
                .within(ChargeLimits.NONE.atLeast(eur("5")));
        assertThat(copy(rule)).isEqualTo(rule).hasSameHashCodeAs(rule);
        assertThat(rule)
                .isNotEqualTo(rule.grace(0))
                .isNotEqualTo(rule.free(0))
                .hasToString("interest of 8% from 0001-01-01 by ACTUAL_ACTUAL, HALF_UP at 2 decimal places");
        InterestCharge charge = rule.charge(THOUSAND, APRIL_1.plusDays(30));
        assertThat(copy(charge)).isEqualTo(charge);
    }
}
