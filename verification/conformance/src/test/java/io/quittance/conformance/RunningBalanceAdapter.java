package io.quittance.conformance;

import io.quittance.ar.statement.BalanceForwardStatement;
import io.quittance.ar.statement.StatementLine;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code running_balance}: what is owed after each line of a statement, and what of it is due; amounts below zero are money that came. */
final class RunningBalanceAdapter implements Adapter {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2000-01-01");

    @Override
    public Object answer(JsonNode input) {
        int terms = input.path("terms_days").asInt(0);
        var account = new OneCustomer();
        JsonNode lines = input.get("lines");
        LocalDate first = day(lines.get(0), 0);
        move(account, "opening", first.minusDays(1), terms, Input.amount(input, "opening"));
        LocalDate last = first;
        for (int i = 0; i < lines.size(); i++) {
            last = day(lines.get(i), i);
            move(account, "line " + i, last, terms, Input.amount(lines.get(i), "amount"));
        }
        LocalDate date = input.has("statement_date") ? Input.date(input, "statement_date") : last;
        var statement = BalanceForwardStatement.of(account.customer(), first, AsOf.endOf(date));
        return Map.of(
                "balances",
                statement.lines().stream().map(StatementLine::balance).toList(),
                "closing",
                statement.closing(),
                "due_by_statement_date",
                statement.closed().toPay());
    }

    /** Lines without a date follow one another. */
    private static LocalDate day(JsonNode line, int index) {
        return line.has("date") ? Input.date(line, "date") : FIRST_DAY.plusDays(index);
    }

    private static void move(OneCustomer account, String id, LocalDate day, int terms, Amount amount) {
        if (amount.signum() > 0) {
            account.owe(id, day, day.plusDays(terms), amount);
        } else if (amount.signum() < 0) {
            account.pay(id, day, amount.negate());
        }
    }
}
