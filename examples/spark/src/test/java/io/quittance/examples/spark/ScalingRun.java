package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.bulk.UsageBatch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * Measures what docs/scaling.md says: ten million events, or as many as {@code -Dw1.events} says, in {@code -Dw1.rounds} rounds after one
 * that does not count. All variants run in each round, in one process; lines must have one checksum, events by customer the same total. No test
 * of the build.
 */
class ScalingRun {
    private static final W1 EVENTS = W1.of(Long.getLong("w1.events", 10_000_000));
    private static final int ROUNDS = Integer.getInteger("w1.rounds", 3);
    private static final int SLICES = Integer.getInteger("w1.slices", 8);
    private static final int PARTS = 8;
    private static final String FOLDER = "target/scaling/";

    private final SparkSession spark = Sessions.session();
    private final PriceLists prices = PriceLists.read(W1.json());
    private final Agreements agreements = EVENTS.agreements(prices);
    private final Documents documents = Seller.documents(prices);
    private final SparkRun run = new SparkRun(documents, agreements, SLICES);
    private final LocalRun local = new LocalRun(documents, agreements);
    private final Broadcast<Agreements> shipped =
            JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(agreements);
    private final Map<String, List<Cost<?>>> costs = new TreeMap<>();
    private final List<String> report = new ArrayList<>();

    @Test
    void measures() throws IOException {
        say(
                "%d events, %d customers, %d slices, Java %s, Spark %s, %d processors, %d MB of heap",
                EVENTS.events(),
                EVENTS.customers(),
                SLICES,
                System.getProperty("java.version"),
                spark.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        String even = write("usage", EVENTS);
        String skewed = write("skewed", EVENTS.skew());
        UsageBatch columns = EVENTS.columns();
        UsageBatch skewedColumns = EVENTS.skew().columns();
        RatedSlice skewedRated = local.rate(List.of(skewedColumns));
        BigDecimal skewedTotal = ByCustomer.total(skewedRated.lines());
        String skewedChecksum = checksum(List.of(skewedRated));

        for (int round = 0; round <= ROUNDS; round++) {
            if (round == 1) {
                costs.clear();
            }
            RatedSlice rated = cost("1 one process: rate columns", () -> local.rate(List.of(columns)));
            assertThat(checksum(List.of(rated))).isEqualTo(W1Test.published(EVENTS));
            BigDecimal total = ByCustomer.total(rated.lines());

            cost("2 Spark: read the table only", () -> noop(table(even)));
            cost("3 Spark: read and screen", () -> noop(screened(even)));
            List<RatedSlice> lines = cost("4 Spark: rate", () -> rate(even));
            assertThat(checksum(lines)).isEqualTo(W1Test.published(EVENTS));
            assertThat(checksum(cost("5 Spark: rate, skewed", () -> rate(skewed))))
                    .isEqualTo(skewedChecksum);
            assertThat(cost("6 Spark: events by customer", () -> byCustomer(even)))
                    .isEqualByComparingTo(total);
            assertThat(cost("7 Spark: events by customer, skewed", () -> byCustomer(skewed)))
                    .isEqualByComparingTo(skewedTotal);

            long rows = cost(
                    "8 one process: issue",
                    () -> local.issue(rated, 1)
                            .map(InvoiceTables::row)
                            .filter(row -> row.size() > 0)
                            .count());
            assertThat(rows).isEqualTo(EVENTS.customers());
            RunTotals totals = cost("9 Spark: the whole run", () -> run.run(table(even), 1, FOLDER + "out"));
            assertThat(totals.withoutTax()).isEqualByComparingTo(total);
            assertThat(totals.invoices()).isEqualTo(EVENTS.customers());
            assertThat(W1Test.checksum(new Written(FOLDER + "out").lines())).isEqualTo(W1Test.published(EVENTS));
        }
        costs.forEach(this::sayCost);
        sayShuffle("rate", () -> rate(even));
        sayShuffle("rate, skewed", () -> rate(skewed));
        sayShuffle("events by customer", () -> byCustomer(even));
        sayShuffle("events by customer, skewed", () -> byCustomer(skewed));
        for (String table : List.of("usage", "out/invoice", "out/invoice_line", "out/rejected_usage")) {
            say(
                    "%s: %d bytes, %d files",
                    table,
                    Paths.size(FOLDER + table),
                    Paths.hashes(FOLDER + table).size());
        }
        Files.write(Path.of(FOLDER + "report.txt"), report);
    }

    private String write(String name, W1 events) {
        String folder = FOLDER + name;
        events.table(spark, PARTS).write().mode("overwrite").parquet(folder);
        return folder;
    }

    private Dataset<Row> table(String folder) {
        return spark.read().parquet(folder);
    }

    private Dataset<Row> screened(String folder) {
        return Screening.of(table(folder), documents.month(), agreements, prices);
    }

    private static long noop(Dataset<Row> table) {
        table.write().format("noop").mode("overwrite").save();
        return 0;
    }

    private List<RatedSlice> rate(String folder) {
        return run.rated(screened(folder), shipped).collect();
    }

    private static String checksum(List<RatedSlice> slices) {
        return W1Test.checksum(SkewTest.cents(slices));
    }

    private BigDecimal byCustomer(String folder) {
        return ByCustomer.total(screened(folder), documents.month(), SLICES, prices, shipped);
    }

    private <T> T cost(String variant, Callable<T> work) {
        Cost<T> cost = Cost.of(work);
        costs.computeIfAbsent(variant, name -> new ArrayList<>()).add(cost);
        return cost.result();
    }

    private void sayCost(String variant, List<Cost<?>> rounds) {
        double wall = least(rounds.stream().map(Cost::wall).toList());
        double cpu = least(rounds.stream().map(Cost::cpu).toList());
        say("%s: %.2f s wall, %.2f s cpu, %.0f ns cpu an event", variant, wall, cpu, cpu * 1e9 / EVENTS.events());
    }

    /** Other work of the machine only ever adds. */
    private static double least(List<Double> values) {
        return values.stream().min(Double::compare).orElseThrow();
    }

    private void sayShuffle(String variant, Runnable work) {
        ShuffleMetrics metrics = ShuffleMetrics.during(spark, work);
        say(
                "%s: %d records of %d bytes shuffled, at most %d records to one task",
                variant, metrics.written(), metrics.bytes(), metrics.mostRead());
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        report.add(line);
        System.out.println(line);
    }
}
