package io.quittance.examples.erp;

import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.statement.BalanceForwardStatement;
import io.quittance.ar.statement.OpenItemStatement;
import io.quittance.ar.statement.StatementLine;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.AsOf;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Optional;

/** Tells each customer once what it owes at the end of a month, beginning with what it was told last. */
record StatementJob(YearMonth month, Instant now) {
    private static final String WRITTEN = "statements";
    private static final String NONE = "none to send";
    private static final String TOO_LATE = "too late";

    Tally run(Database database, int workers) {
        return new Workers(database, workers)
                .run("select customer from account where customer > ? and version > 0", (session, customer, tally) -> {
                    String came = session.inTransaction(connection -> write(connection, customer));
                    tally.add(came, 1);
                    if (came.equals(TOO_LATE)) {
                        tally.attention(customer + ": what was to be told of " + month
                                + " is on the statement of a later month");
                    }
                });
    }

    /** A statement is never taken back, and the next one begins where it ends: one of a month to come would be the last for long. */
    boolean isMonthOver() {
        return month.isBefore(YearMonth.from(now.atZone(Company.ZONE)));
    }

    /** The transaction: the account is locked so that two runs do not both write the statement. What came of it. */
    private String write(Connection connection, CustomerId customer) {
        Account account = Account.lock(connection, customer, now);
        Optional<YearMonth> sent = sent(connection, customer);
        if (sent.equals(Optional.of(month))) {
            return NONE;
        }
        CustomerLedger ledger = account.ledger();
        AsOf end = AsOf.of(month.atEndOfMonth(), account.recordedAt());
        BalanceForwardStatement statement = told(connection, customer)
                .map(before -> BalanceForwardStatement.of(ledger, before, end))
                .orElseGet(() -> BalanceForwardStatement.sinceTheBeginning(ledger, end));
        if (statement.lines().isEmpty() && statement.closing().signum() == 0) {
            return NONE;
        }
        if (sent.isPresent()) {
            return TOO_LATE;
        }
        Sql.update(
                connection,
                "insert into customer_statement (customer, month, known_at, opening, closing, to_pay) values (?, ?, ?, ?, ?, ?)",
                customer.value(),
                month.toString(),
                end.knownAt(),
                statement.opening().toBigDecimal(),
                statement.closing().toBigDecimal(),
                OpenItemStatement.of(ledger, end).toPay().toBigDecimal());
        writeLines(connection, customer, statement);
        return WRITTEN;
    }

    private void writeLines(Connection connection, CustomerId customer, BalanceForwardStatement statement) {
        var rows = new ArrayList<Object[]>();
        for (StatementLine line : statement.lines()) {
            rows.add(new Object[] {
                customer.value(),
                month.toString(),
                rows.size() + 1,
                line.movement().date(),
                line.movement().kind().name(),
                line.movement().reference(),
                line.movement().amount().toBigDecimal(),
                line.balance().toBigDecimal()
            });
        }
        Sql.batch(
                connection,
                "insert into statement_line (customer, month, position, day, kind, reference, amount, balance)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /**
     * The statement of this month, or else of the next that has one: that went on from the one before this month, and has what this one
     * would have.
     */
    private Optional<YearMonth> sent(Connection connection, CustomerId customer) {
        return Sql.one(
                connection,
                "select month from customer_statement where customer = ? and month >= ? order by month limit 1",
                row -> YearMonth.parse(row.getString(1)),
                customer.value(),
                month.toString());
    }

    /** The end of the last statement, as it was known when it was written. */
    private Optional<AsOf> told(Connection connection, CustomerId customer) {
        return Sql.one(
                connection,
                "select month, known_at from customer_statement where customer = ? and month < ? order by month desc limit 1",
                row -> AsOf.of(YearMonth.parse(row.getString(1)).atEndOfMonth(), Sql.instant(row, 2)),
                customer.value(),
                month.toString());
    }
}
