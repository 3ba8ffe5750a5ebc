package io.quittance.core.contract;

import static io.quittance.core.contract.Reviews.PLATFORM;
import static io.quittance.core.contract.Reviews.contract;
import static io.quittance.core.contract.Reviews.found;
import static io.quittance.core.contract.Reviews.reason;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyPaymentRuleTest {
    private static Contract.Builder paid(PaymentTerms terms) {
        return contract(PLATFORM).paymentTerms(terms);
    }

    @Test
    void notesDiscountsThatLastUntilAllIsDue() {
        Contract.Builder late = paid(PaymentTerms.net(14).discount("3", 7).discount("2", 14));
        assertThat(found(late)).containsExactly("NOTE paymentTerms.discounts[1].days discount-not-early");
        assertThat(reason(late)).hasToString("14 days to pay early, while all or a part may be due after 14");
    }

    @Test
    void notesDiscountsThatOutlastAnInstalment() {
        PaymentTerms parts = PaymentTerms.inInstalments(
                        List.of(Instalment.percent("50", DueDateRule.days(7)), Instalment.rest(DueDateRule.days(60))))
                .discount("2", 10);
        assertThat(found(paid(parts))).containsExactly("NOTE paymentTerms.discounts[0].days discount-not-early");
    }

    /** For the invoice date on which the least time is left, such as 31 January. */
    @ParameterizedTest(name = "{0}: {1} days")
    @CsvSource({
        "days 20, 20",
        "45 days after the end of the month, 45",
        "10 days then the 15th, 10",
        "end of month then the 31st, 28",
        "end of month after 15 days, 15",
        "last day of the month, 0",
        "last day of the next month, 28",
        "first day of the next month, 1"
    })
    void countsTheFewestDaysOfARule(String rule, int days) {
        assertThat(rule(rule).leastDays()).isEqualTo(days);
        assertThat(LocalDate.of(2024, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .mapToLong(day -> DAYS.between(day, rule(rule).dueDate(day)))
                        .min())
                .hasValue(days);
    }

    private static DueDateRule rule(String name) {
        return switch (name) {
            case "days 20" -> DueDateRule.days(20);
            case "45 days after the end of the month" -> DueDateRule.daysAfterEndOfMonth(45);
            case "10 days then the 15th" -> DueDateRule.daysThenDayOfMonth(10, 15);
            case "end of month then the 31st" -> DueDateRule.endOfMonthThenDay(0, 31);
            case "end of month after 15 days" -> DueDateRule.endOfMonthThenDay(15, 0);
            case "last day of the month" -> DueDateRule.lastDayOfMonth(0);
            case "last day of the next month" -> DueDateRule.lastDayOfMonth(1);
            case "first day of the next month" -> DueDateRule.firstDayOfNextMonth();
            default -> throw new AssertionError(name);
        };
    }

    @Test
    void leavesAloneDiscountsForPayingEarly() {
        assertThat(found(paid(PaymentTerms.net(30).discount("2", 10)))).isEmpty();
        assertThat(found(paid(PaymentTerms.due(DueDateRule.lastDayOfMonth(1)).discount("2", 27))))
                .isEmpty();
        assertThat(found(paid(PaymentTerms.net(0)))).isEmpty();
    }
}
