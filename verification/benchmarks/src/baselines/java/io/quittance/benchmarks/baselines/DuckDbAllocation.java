package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.Variant;
import io.quittance.benchmarks.w4.Accounts;
import io.quittance.benchmarks.w4.Checksum;
import io.quittance.benchmarks.w4.Peers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB in memory, its tables loaded before: each item and each payment is a span of its customer's running total, and a payment pays
 * the items whose spans meet its own. Hands over the lines.
 */
public final class DuckDbAllocation implements Peers {
    private static final String ITEMS = "CREATE TABLE item (customer INTEGER, item INTEGER, due INTEGER, cents BIGINT)";
    private static final String PAYMENTS = "CREATE TABLE payment (customer INTEGER, payment INTEGER, cents BIGINT)";

    private static final String LINES =
            """
            WITH owed AS (
              SELECT customer, item, cents, CAST(sum(cents) OVER (
                PARTITION BY customer ORDER BY due, item ROWS UNBOUNDED PRECEDING) AS BIGINT) AS upto
              FROM item),
            paid AS (
              SELECT customer, payment, cents, CAST(sum(cents) OVER (
                PARTITION BY customer ORDER BY payment ROWS UNBOUNDED PRECEDING) AS BIGINT) AS upto
              FROM payment),
            total AS (SELECT customer, CAST(sum(cents) AS BIGINT) AS owed FROM item GROUP BY customer)
            SELECT payment, item,
              least(paid.upto, owed.upto) - greatest(paid.upto - paid.cents, owed.upto - owed.cents) AS cents
            FROM paid JOIN owed USING (customer)
            WHERE paid.upto - paid.cents < owed.upto AND owed.upto - owed.cents < paid.upto
            UNION ALL
            SELECT payment, -1, least(cents, upto - coalesce(total.owed, 0))
            FROM paid LEFT JOIN total USING (customer)
            WHERE upto > coalesce(total.owed, 0)""";

    @Override
    public List<Variant> variants(Accounts accounts) {
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            long start = System.nanoTime();
            load(connection, accounts);
            System.out.printf("duckdb: loaded in %.1f s%n", (System.nanoTime() - start) / 1e9);
            return List.of(
                    Variant.of("duckdb: sql, 1 thread", accounts.payments(), () -> settled(connection, 1)),
                    Variant.of("duckdb: sql, 2 threads", accounts.payments(), () -> settled(connection, 2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(DuckDBConnection connection, Accounts accounts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ITEMS);
            statement.execute(PAYMENTS);
        }
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "item")) {
            for (int item = 0; item < accounts.items(); item++) {
                appender.beginRow();
                appender.append(accounts.customer(item));
                appender.append(item);
                appender.append(accounts.dueDate(item));
                appender.append(accounts.open(item));
                appender.endRow();
            }
        }
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "payment")) {
            for (int payment = 0; payment < accounts.payments(); payment++) {
                appender.beginRow();
                appender.append(accounts.payer(payment));
                appender.append(payment);
                appender.append(accounts.amount(payment));
                appender.endRow();
            }
        }
    }

    private static long settled(Connection connection, int threads) {
        var checksum = new Checksum();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (ResultSet lines = statement.executeQuery(LINES)) {
                while (lines.next()) {
                    int item = lines.getInt(2);
                    if (item < 0) {
                        checksum.onAccount(lines.getInt(1), lines.getLong(3));
                    } else {
                        checksum.paid(lines.getInt(1), item, lines.getLong(3));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return checksum.value();
    }
}
