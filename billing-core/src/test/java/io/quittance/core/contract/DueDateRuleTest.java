package io.quittance.core.contract;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueDateRuleTest {

    /** Odoo's tests of payment terms; the 31st of a shorter month is its last day. */
    @Test
    void countsDaysMonthsAndEndsOfMonths() {
        assertThat(due(DueDateRule.days(30), "2022-01-31")).isEqualTo("2022-03-02");
        assertThat(due(DueDateRule.daysAfterEndOfMonth(45), "2019-01-15")).isEqualTo("2019-03-17");
        assertThat(due(DueDateRule.daysThenDayOfMonth(31, 15), "2019-01-15")).isEqualTo("2019-02-15");
        assertThat(due(DueDateRule.daysThenDayOfMonth(31, 15), "2019-01-31")).isEqualTo("2019-03-15");
        assertThat(due(DueDateRule.daysThenDayOfMonth(0, 31), "2019-02-10")).isEqualTo("2019-02-28");
        assertThat(due(DueDateRule.endOfMonthThenDay(30, 10), "2023-12-12")).isEqualTo("2024-02-10");
        assertThat(due(DueDateRule.endOfMonthThenDay(0, 31), "2024-05-23")).isEqualTo("2024-06-30");
        assertThat(due(DueDateRule.endOfMonthThenDay(15, 31), "2024-05-23")).isEqualTo("2024-07-31");
        assertThat(due(DueDateRule.endOfMonthThenDay(0, 0), "2024-05-23")).isEqualTo("2024-05-31");
        assertThat(due(DueDateRule.lastDayOfMonth(0), "2019-01-31")).isEqualTo("2019-01-31");
        assertThat(due(DueDateRule.lastDayOfMonth(1), "2024-01-31")).isEqualTo("2024-02-29");
        assertThat(due(DueDateRule.firstDayOfNextMonth(), "2019-01-31")).isEqualTo("2019-02-01");
    }

    @Test
    void refusesNumbersThatNoRuleHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueDateRule.daysThenDayOfMonth(0, 0))
                .withMessage("day must be between 1 and 31, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueDateRule.endOfMonthThenDay(0, 32))
                .withMessage("day must be between 0 and 31, but was 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueDateRule.lastDayOfMonth(121))
                .withMessage("months must be between 0 and 120, but was 121");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueDateRule.days(1).dueDate(LocalDate.of(9999, 12, 31)))
                .withMessageStartingWith("dueDate must lie in the years 1 to 9999");
    }

    /** Of four years of invoices the one that has the most time. */
    @Test
    void knowsTheMostTimeThatThereIs() {
        for (DueDateRule rule : List.of(
                DueDateRule.days(30),
                DueDateRule.daysAfterEndOfMonth(10),
                DueDateRule.daysThenDayOfMonth(0, 1),
                DueDateRule.daysThenDayOfMonth(10, 15),
                DueDateRule.daysThenDayOfMonth(0, 30),
                DueDateRule.daysThenDayOfMonth(3, 31),
                DueDateRule.endOfMonthThenDay(0, 0),
                DueDateRule.endOfMonthThenDay(10, 15),
                DueDateRule.endOfMonthThenDay(0, 31),
                DueDateRule.lastDayOfMonth(0),
                DueDateRule.lastDayOfMonth(1),
                DueDateRule.lastDayOfMonth(2),
                DueDateRule.lastDayOfMonth(12),
                DueDateRule.lastDayOfMonth(120),
                DueDateRule.firstDayOfNextMonth())) {
            LocalDate first = LocalDate.of(2024, 1, 1);
            long most = first.datesUntil(first.plusYears(4))
                    .mapToLong(issued -> DAYS.between(issued, rule.dueDate(issued)))
                    .max()
                    .orElseThrow();
            assertThat(rule.mostDays()).as(rule.toString()).isEqualTo((int) most);
        }
    }

    @Test
    void isAValue() throws Exception {
        for (DueDateRule rule : List.of(
                DueDateRule.days(30),
                DueDateRule.daysAfterEndOfMonth(10),
                DueDateRule.daysThenDayOfMonth(10, 15),
                DueDateRule.endOfMonthThenDay(10, 15),
                DueDateRule.lastDayOfMonth(2),
                DueDateRule.firstDayOfNextMonth())) {
            assertThat(SerialStreams.copy(rule)).isEqualTo(rule).hasSameHashCodeAs(rule);
            assertThat(rule).isNotEqualTo(DueDateRule.days(31));
        }
        assertThat(DueDateRule.daysThenDayOfMonth(10, 15))
                .hasToString("10 days, then day 15")
                .isNotEqualTo(DueDateRule.daysThenDayOfMonth(10, 16));
        assertThat(DueDateRule.lastDayOfMonth(2)).hasToString("last day of the month, 2 months ahead");
        assertThat(DueDateRule.firstDayOfNextMonth()).hasToString("first day of the next month");
        assertThat(DueDateRule.daysAfterEndOfMonth(10)).hasToString("10 days after the end of the month");
    }

    private static LocalDate due(DueDateRule rule, String issued) {
        return rule.dueDate(LocalDate.parse(issued));
    }
}
