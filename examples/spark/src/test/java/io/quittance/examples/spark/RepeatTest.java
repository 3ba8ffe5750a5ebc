package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.tax.TaxTreatment;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run is a function of what it is given: once more, in other parts, or after a task has failed, it gives the same. */
class RepeatTest {
    private static final W1 EVENTS = W1.of(20_000);
    private static final String USAGE = "target/repeat/usage";
    private static final PriceLists PRICES = PriceLists.read(W1.json());
    private static final Documents DOCUMENTS = Seller.documents(PRICES);
    private static final List<String> TABLES =
            List.of(SparkRun.INVOICE, SparkRun.INVOICE_LINE, SparkRun.REJECTED_USAGE);

    private final SparkSession spark = Sessions.session();

    @BeforeAll
    static void billOnce() {
        EVENTS.table(Sessions.session(), 3).write().mode("overwrite").parquet(USAGE);
        run(usage(), DOCUMENTS, 4, "target/repeat/once");
    }

    private static Dataset<Row> usage() {
        return Sessions.session().read().parquet(USAGE);
    }

    private static RunTotals run(Dataset<Row> usage, Documents documents, int slices, String out) {
        return new SparkRun(documents, EVENTS.agreements(PRICES), slices).run(usage, 1, out);
    }

    private static void assertSameBytes(String out) {
        for (String table : TABLES) {
            assertThat(Paths.hashes(out + "/" + table))
                    .isNotEmpty()
                    .isEqualTo(Paths.hashes("target/repeat/once/" + table));
        }
    }

    @Test
    void aSecondRunOverwritesTheTablesWithTheSameBytes() {
        run(usage(), DOCUMENTS, 4, "target/repeat/twice");
        run(usage(), DOCUMENTS, 4, "target/repeat/twice");
        assertSameBytes("target/repeat/twice");
    }

    @Test
    void aTaskThatFailsWhileItAddsUpIsTriedAgainAndNothingIsAddedTwice() {
        UDF1<Long, Boolean> failing = customer -> failOnce(customer % 7 == 0);
        Dataset<Row> usage = usage().filter(udf(failing, DataTypes.BooleanType).apply(col("customer")));
        ShuffleMetrics metrics =
                ShuffleMetrics.during(spark, () -> run(usage, DOCUMENTS, 4, "target/repeat/failed-adding"));
        assertThat(metrics.failed()).isPositive();
        assertSameBytes("target/repeat/failed-adding");
    }

    @Test
    void aTaskThatFailsWhileItIssuesIsTriedAgainAndDrawsTheSameNumbers() {
        var documents = new Documents(
                DOCUMENTS.month(),
                PRICES,
                DOCUMENTS.seller(),
                new FailingTaxes(),
                DOCUMENTS.issueDate(),
                DOCUMENTS.prefix());
        ShuffleMetrics metrics =
                ShuffleMetrics.during(spark, () -> run(usage(), documents, 4, "target/repeat/failed-issuing"));
        assertThat(metrics.failed()).isPositive();
        assertSameBytes("target/repeat/failed-issuing");
    }

    /** Fails in the first attempt of a task. */
    private static boolean failOnce(boolean now) {
        if (now && TaskContext.get() != null && TaskContext.get().attemptNumber() == 0) {
            throw new IllegalStateException("on purpose");
        }
        return true;
    }

    /** 19 %, but for the first attempt of a task, which fails at a customer in the middle of its slice. */
    private static final class FailingTaxes implements TaxDetermination, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public List<TaxTreatment> taxes(TaxableSupply supply) {
            failOnce(supply.customer().value().endsWith("3"));
            return List.of(TaxTreatment.standard("19"));
        }
    }

    @ParameterizedTest(name = "{0} slices, usage in {1} parts")
    @CsvSource({"1, 1", "3, 5", "7, 2", "50, 3"})
    void theInvoicesDoNotDependOnTheParts(int slices, int parts) {
        String out = "target/repeat/parts-" + slices;
        run(usage().repartition(parts), DOCUMENTS, slices, out);
        assertThat(new Written(out).hashes()).hasSize(20).isEqualTo(new Written("target/repeat/once").hashes());
    }

    /** A host that has too many events for a month adds up each day, and bills the sums of the days as if they were usage. */
    @Test
    void theSumsOfDaysAreUsageOfTheSameCents() {
        Dataset<Row> days = usage().groupBy(
                        col("customer"),
                        col("meter"),
                        expr("date_trunc('day', time)").as("time"))
                .agg(expr("cast(sum(quantity) as decimal(18,3))").as("quantity"));
        RunTotals totals = run(days, DOCUMENTS, 4, "target/repeat/days");
        assertThat(totals.read()).isLessThan(EVENTS.events());
        assertThat(new Written("target/repeat/days").hashes()).isEqualTo(new Written("target/repeat/once").hashes());
    }
}
