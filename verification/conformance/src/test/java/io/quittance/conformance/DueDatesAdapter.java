package io.quittance.conformance;

import io.quittance.core.contract.DueDateRule;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code due_dates}: when invoices of some dates are due, by one rule or by each of several. */
final class DueDatesAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        JsonNode rule = input.get("rule");
        return Map.of(
                "due_dates",
                input.get("invoice_dates")
                        .valueStream()
                        .map(date -> due(rule, LocalDate.parse(date.asString())))
                        .toList());
    }

    private static Object due(JsonNode rule, LocalDate issued) {
        if (rule.get("type").asString().equals("multi_days")) {
            return rule.get("days")
                    .valueStream()
                    .map(days ->
                            DueDateRule.days(Integer.parseInt(days.asString())).dueDate(issued))
                    .toList();
        }
        return rule(rule).dueDate(issued);
    }

    private static DueDateRule rule(JsonNode rule) {
        return switch (rule.get("type").asString()) {
            case "days" -> DueDateRule.days(Input.integer(rule, "days"));
            case "days_after_end_of_month" -> DueDateRule.daysAfterEndOfMonth(Input.integer(rule, "days"));
            case "days_then_day_of_month" ->
                DueDateRule.daysThenDayOfMonth(Input.integer(rule, "days"), Input.integer(rule, "day"));
            case "end_of_month_on_day" ->
                DueDateRule.endOfMonthThenDay(Input.integer(rule, "days"), Input.integer(rule, "day"));
            case "last_day_of_month" -> DueDateRule.lastDayOfMonth(Input.integer(rule, "months"));
            case "first_day_of_next_month" -> DueDateRule.firstDayOfNextMonth();
            default -> throw new IllegalArgumentException("unknown rule " + rule);
        };
    }
}
