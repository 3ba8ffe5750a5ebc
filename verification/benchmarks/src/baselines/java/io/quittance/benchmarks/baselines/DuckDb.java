package io.quittance.benchmarks.baselines;

import io.quittance.benchmarks.Variant;
import io.quittance.benchmarks.w1.Checksum;
import io.quittance.benchmarks.w1.Peers;
import io.quittance.benchmarks.w1.Prices;
import io.quittance.benchmarks.w1.Usage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** DuckDB in memory, its table loaded before: aggregates and prices in whole numbers, and hands over the lines. */
public final class DuckDb implements Peers {
    private static final String TABLE = "CREATE TABLE usage (customer INTEGER, meter INTEGER, quantity BIGINT, time BIGINT)";
    private static final String PRICES = "CREATE TABLE price (meter INTEGER, p1 BIGINT, p2 BIGINT, p3 BIGINT, p4 BIGINT)";

    /** Thousandths times ten-thousandths, half up to cents. */
    private static final String LINES =
            """
            WITH line AS (
              SELECT customer, meter, CAST(sum(quantity) AS BIGINT) AS q
              FROM usage WHERE time >= %d AND time < %d GROUP BY customer, meter)
            SELECT customer, meter,
              (least(q, 1000000) * p1
                + greatest(least(q, 2500000) - 1000000, 0) * p2
                + greatest(least(q, 5000000) - 2500000, 0) * p3
                + greatest(q - 5000000, 0) * p4 + 50000) // 100000 AS cents
            FROM line JOIN price USING (meter)"""
                    .formatted(Usage.START.toEpochMilli(), Usage.END.toEpochMilli());

    @Override
    public int events(int fullSize) {
        return fullSize;
    }

    @Override
    public List<Variant> variants(Usage usage) {
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            long start = System.nanoTime();
            load(connection, usage);
            System.out.printf("duckdb: loaded in %.1f s%n", (System.nanoTime() - start) / 1e9);
            return List.of(
                    Variant.of("duckdb: sql, 1 thread", usage.events(), () -> rated(connection, usage, 1)),
                    Variant.of("duckdb: sql, 2 threads", usage.events(), () -> rated(connection, usage, 2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(DuckDBConnection connection, Usage usage) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(PRICES);
        }
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "price")) {
            for (int meter = 0; meter < Usage.METERS; meter++) {
                appender.beginRow();
                appender.append(meter);
                for (int tier = 0; tier < 4; tier++) {
                    appender.append(Prices.unitPrice(meter, tier));
                }
                appender.endRow();
            }
        }
        try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "usage")) {
            for (int event = 0; event < usage.events(); event++) {
                appender.beginRow();
                appender.append(usage.customer(event));
                appender.append(usage.meter(event));
                appender.append(usage.quantity(event));
                appender.append(usage.time(event));
                appender.endRow();
            }
        }
    }

    private static long rated(Connection connection, Usage usage, int threads) {
        var cents = new long[usage.customers() * Usage.METERS];
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (ResultSet lines = statement.executeQuery(LINES)) {
                while (lines.next()) {
                    cents[lines.getInt(1) * Usage.METERS + lines.getInt(2)] = lines.getLong(3);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Checksum.of(cents);
    }
}
