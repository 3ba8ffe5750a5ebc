package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.Variant;
import io.quittance.benchmarks.w5.Checksum;
import io.quittance.benchmarks.w5.Items;
import io.quittance.benchmarks.w5.MonthEnds;
import io.quittance.benchmarks.w5.Peers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** DuckDB in memory, its table loaded before. Hands over the sums. */
public final class DuckDbAging implements Peers {
    private static final String TABLE =
            "CREATE TABLE item (customer INTEGER, invoiced INTEGER, due INTEGER, paid INTEGER, cents BIGINT)";

    private static final String SUMS =
            """
            SELECT customer,
              CAST(coalesce(sum(cents) FILTER (WHERE due >= %1$s), 0) AS BIGINT),
              CAST(coalesce(sum(cents) FILTER (WHERE due BETWEEN %1$s - 30 AND %1$s - 1), 0) AS BIGINT),
              CAST(coalesce(sum(cents) FILTER (WHERE due BETWEEN %1$s - 60 AND %1$s - 31), 0) AS BIGINT),
              CAST(coalesce(sum(cents) FILTER (WHERE due BETWEEN %1$s - 90 AND %1$s - 61), 0) AS BIGINT),
              CAST(coalesce(sum(cents) FILTER (WHERE due < %1$s - 90), 0) AS BIGINT)
            FROM item WHERE paid > %1$s GROUP BY customer"""
                    .formatted(Items.DAY);

    /** By month since the first one: what was sold and what was settled. */
    private static final String SALES =
            """
            SELECT month, CAST(sum(sold) AS BIGINT), CAST(sum(settled) AS BIGINT) FROM (
              SELECT date_diff('month', DATE '%1$s', DATE '1970-01-01' + invoiced) AS month, cents AS sold, 0 AS settled FROM item
              UNION ALL
              SELECT date_diff('month', DATE '%1$s', DATE '1970-01-01' + paid), 0, cents FROM item WHERE paid <= %2$s)
            GROUP BY month"""
                    .formatted(MonthEnds.FIRST.atDay(1), Items.DAY);

    @Override
    public List<Variant> salesVariants(Items items) {
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            load(connection, items);
            return List.of(
                    Variant.of("duckdb: sql, 1 thread", items.items(), () -> sales(connection, 1)),
                    Variant.of("duckdb: sql, 2 threads", items.items(), () -> sales(connection, 2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sales(Connection connection, int threads) {
        var sold = new long[MonthEnds.MONTHS];
        var settled = new long[MonthEnds.MONTHS];
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (ResultSet rows = statement.executeQuery(SALES)) {
                while (rows.next()) {
                    sold[rows.getInt(1)] = rows.getLong(2);
                    settled[rows.getInt(1)] = rows.getLong(3);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return MonthEnds.checksum(sold, settled);
    }

    @Override
    public List<Variant> variants(Items items) {
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            long start = System.nanoTime();
            load(connection, items);
            System.out.printf("duckdb: loaded in %.1f s%n", (System.nanoTime() - start) / 1e9);
            return List.of(
                    Variant.of("duckdb: sql, 1 thread", items.items(), () -> aged(connection, items, 1)),
                    Variant.of("duckdb: sql, 2 threads", items.items(), () -> aged(connection, items, 2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(DuckDBConnection connection, Items items) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "item")) {
            for (int item = 0; item < items.items(); item++) {
                appender.beginRow();
                appender.append(items.customer(item));
                appender.append(items.invoiceDay(item));
                appender.append(items.dueDate(item));
                appender.append(items.paidOn(item));
                appender.append(items.cents(item));
                appender.endRow();
            }
        }
    }

    private static long aged(Connection connection, Items items, int threads) {
        var sums = new long[items.customers() * Items.BUCKETS];
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (ResultSet rows = statement.executeQuery(SUMS)) {
                while (rows.next()) {
                    int at = rows.getInt(1) * Items.BUCKETS;
                    for (int bucket = 0; bucket < Items.BUCKETS; bucket++) {
                        sums[at + bucket] = rows.getLong(2 + bucket);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Checksum.of(sums);
    }
}
