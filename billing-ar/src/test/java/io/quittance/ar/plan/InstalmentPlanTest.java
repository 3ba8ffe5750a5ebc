package io.quittance.ar.plan;

import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class InstalmentPlanTest {
    private static final EqualParts CENTS = EqualParts.of("0.01", RoundingMode.HALF_EVEN);
    private static final EqualParts WHOLE = EqualParts.of("1", RoundingMode.HALF_EVEN);
    private static final Schedule MONTHLY = Schedule.every("P1M", "2024-03-01");

    private static List<String> told(InstalmentPlan plan) {
        return plan.instalments().stream()
                .map(one -> one.dueDate() + " " + one.principal() + " " + one.interest())
                .toList();
    }

    /** apache/fineract, re-aging: 750 in two instalments by 30 days, not by a month. */
    @Test
    void stepsByDaysOrByMonths() {
        assertThat(told(InstalmentPlan.equal(eur("750"), 2, Schedule.every("P30D", "2024-03-10"), CENTS)))
                .containsExactly("2024-03-10 EUR 375.00 EUR 0.00", "2024-04-09 EUR 375.00 EUR 0.00");
        assertThat(told(InstalmentPlan.equal(eur("855"), 3, Schedule.every("P2M", "2024-03-10"), CENTS)))
                .containsExactly(
                        "2024-03-10 EUR 285.00 EUR 0.00",
                        "2024-05-10 EUR 285.00 EUR 0.00",
                        "2024-07-10 EUR 285.00 EUR 0.00");
    }

    /** A day that a month lacks is its last one, and the next month is not affected. */
    @Test
    void keepsTheEndOfTheMonth() {
        assertThat(told(InstalmentPlan.equal(eur("100"), 3, Schedule.every("P1M", "2025-01-31"), CENTS)))
                .containsExactly(
                        "2025-01-31 EUR 33.33 EUR 0.00",
                        "2025-02-28 EUR 33.33 EUR 0.00",
                        "2025-03-31 EUR 33.34 EUR 0.00");
    }

    /** apache/fineract, LoanRepayment: 62.50 of interest, totals in whole units, the last absorbs. */
    @Test
    void hasFlatInterestInIt() {
        InstalmentPlan plan = InstalmentPlan.flat(eur("1250"), new BigDecimal("15"), 4, MONTHLY, WHOLE, CENTS);
        assertThat(told(plan))
                .containsExactly(
                        "2024-03-01 EUR 312.38 EUR 15.62",
                        "2024-04-01 EUR 312.38 EUR 15.62",
                        "2024-05-01 EUR 312.38 EUR 15.62",
                        "2024-06-01 EUR 312.86 EUR 15.64");
        assertThat(plan.principal()).isEqualTo(eur("1250"));
        assertThat(plan.interest()).isEqualTo(eur("62.50"));
        assertThat(plan.total()).isEqualTo(eur("1312.50"));
        assertThat(plan.instalments().get(3).total()).isEqualTo(eur("328.50"));
        assertThat(plan.explanation().text())
                .isEqualTo(
                        "EUR 1250.00 with 15% a year for 4 months, EUR 62.50 of interest, in 4 instalments, every P1M"
                                + " from 2024-03-01, parts of 1, HALF_EVEN; interest in parts of 0.01, HALF_EVEN");
    }

    /** Quarterly, four instalments are a year: 12 % of 1000.00. */
    @Test
    void countsTheMonthsOfItsSchedule() {
        Schedule quarterly = Schedule.every("P3M", "2025-01-31");
        assertThat(InstalmentPlan.flat(eur("1000"), new BigDecimal("12"), 4, quarterly, CENTS, CENTS)
                        .interest())
                .isEqualTo(eur("120"));
    }

    /** 100.00 and 60.00 were due before 1 June; what is due on it, a fee, and what is due later stay. */
    @Test
    void reAgesOverduePrincipal() {
        OpenItem fee = OpenItem.of(receivable("F", "2024-03-01", "9").withType(ReceivableType.FEE));
        OpenItem part = OpenItem.of(receivable("R1", "2024-05-31", "100"), eur("60"));
        InstalmentPlan plan = InstalmentPlan.reAged(
                List.of(
                        item("R4", "2024-06-02", "5"),
                        item("R3", "2024-06-01", "7"),
                        part,
                        fee,
                        item("R0", "2024-04-01", "100")),
                LocalDate.parse("2024-06-01"),
                2,
                Schedule.every("P1M", "2024-07-01"),
                CENTS);
        assertThat(told(plan)).containsExactly("2024-07-01 EUR 80.00 EUR 0.00", "2024-08-01 EUR 80.00 EUR 0.00");
        assertThat(plan.explanation().text())
                .isEqualTo("EUR 160.00 of R0, R1, overdue on 2024-06-01, in 2 instalments, every P1M from 2024-07-01,"
                        + " parts of 0.01, HALF_EVEN");
    }

    /** Law: a plan's instalments sum to the debt, to the cent, and their dates rise. */
    @Property
    void instalmentsSumToTheDebt(
            @ForAll @LongRange(min = 1_000_000, max = 100_000_000) long cents,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(max = 3_000) int percent,
            @ForAll @IntRange(min = 1, max = 31) int day) {
        Amount debt = Amount.ofMinor(cents, eur("0").getCurrency());
        Schedule dues = Schedule.every("P1M", "2025-01-" + (day < 10 ? "0" : "") + day);
        // half even, 2.30 of interest in 27 parts would begin with 26 of 0.09, which are more
        EqualParts down = EqualParts.of("0.01", RoundingMode.DOWN);
        InstalmentPlan flat = InstalmentPlan.flat(debt, BigDecimal.valueOf(percent, 2), count, dues, WHOLE, down);
        InstalmentPlan equal = InstalmentPlan.equal(debt, count, dues, WHOLE);
        assertThat(flat.principal()).isEqualTo(debt);
        assertThat(equal.principal()).isEqualTo(debt);
        assertThat(equal.total()).isEqualTo(debt);
        assertThat(flat.total()).isEqualTo(debt.add(flat.interest()));
        assertThat(flat.instalments())
                .hasSize(count)
                .isSortedAccordingTo((one, other) -> one.dueDate().compareTo(other.dueDate()));
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.equal(eur("0.02"), 3, MONTHLY, CENTS))
                .withMessage("instalment must be more than 0, but was EUR 0.00 on 2024-05-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.flat(
                        eur("1"), BigDecimal.ONE, 2, Schedule.every("P30D", "2024-03-10"), CENTS, CENTS))
                .withMessage("dues must be by whole months, but was every P30D from 2024-03-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.reAged(
                        List.of(item("R1", "2024-06-01", "7")), LocalDate.parse("2024-06-01"), 2, MONTHLY, CENTS))
                .withMessage("overdue items must not be empty");
        OpenItem ofOther = OpenItem.of(
                Receivable.of(id("X"), B, LocalDate.parse("2024-01-01"), LocalDate.parse("2024-01-01"), eur("1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.reAged(
                        List.of(item("R1", "2024-01-02", "7"), ofOther),
                        LocalDate.parse("2024-06-01"),
                        2,
                        MONTHLY,
                        CENTS))
                .withMessage("items must be of one customer, B, but was A");
        var first = new PlanInstalment(LocalDate.parse("2024-01-01"), eur("1"), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstalmentPlan(List.of(first, first), Explanation.of("own.plan", "own")))
                .withMessage("instalments[1] must be due after the one before, but was 2024-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanInstalment(LocalDate.parse("2024-01-01"), eur("-1"), eur("2")))
                .withMessage("principal must not be negative, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanInstalment(LocalDate.parse("2024-01-01"), eur("2"), eur("-1")))
                .withMessage("interest must not be negative, but was EUR -1.00");
        var dollars = new PlanInstalment(LocalDate.parse("2024-02-01"), Amount.of("1", "USD"), Amount.of("0", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new InstalmentPlan(List.of(first, dollars), Explanation.of("own.plan", "own")))
                .withMessage("instalments[1] must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new PlanInstalment(LocalDate.parse("2024-01-01"), eur("1"), Amount.of("2", "USD")));
    }

    @Test
    void refusalsNameWhatWasGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.flat(eur("1250"), BigDecimal.TEN, 0, MONTHLY, CENTS, CENTS))
                .withMessage("count must be between 1 and 1200, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.equal(eur("1250"), 1201, MONTHLY, CENTS))
                .withMessage("count must be between 1 and 1200, but was 1201");
        assertThat(InstalmentPlan.equal(eur("12"), 1200, MONTHLY, CENTS).instalments())
                .hasSize(1200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.flat(eur("-1250"), BigDecimal.TEN, 4, MONTHLY, CENTS, CENTS))
                .withMessage("principal must be more than 0, but was EUR -1250.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.flat(eur("1250.001"), BigDecimal.TEN, 4, MONTHLY, CENTS, CENTS))
                .withMessage("principal must have at most 2 decimal places, but was EUR 1250.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.equal(eur("0"), 4, MONTHLY, CENTS))
                .withMessage("debt must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstalmentPlan.equal(eur("0.005"), 4, MONTHLY, CENTS))
                .withMessage("debt must have at most 2 decimal places, but was EUR 0.005");
    }

    @Test
    void isAValue() throws Exception {
        InstalmentPlan plan = InstalmentPlan.equal(eur("750"), 6, MONTHLY, CENTS);
        assertThat(copy(plan)).isEqualTo(plan).hasSameHashCodeAs(plan);
    }
}
