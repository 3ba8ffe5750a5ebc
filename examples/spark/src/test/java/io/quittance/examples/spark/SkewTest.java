package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One customer has three tenths of all usage. */
class SkewTest {
    private static final int PARTS = 5;
    private static final int SLICES = 4;
    private static final PriceLists PRICES = PriceLists.read(W1.json());
    private static final W1 EVEN = W1.of(100_000);
    private static final W1 SKEWED = EVEN.skew();

    private final SparkSession spark = Sessions.session();

    @BeforeAll
    static void writeUsage() {
        for (W1 w1 : List.of(EVEN, SKEWED)) {
            w1.table(Sessions.session(), PARTS).write().mode("overwrite").parquet(folder(w1));
        }
    }

    private static String folder(W1 w1) {
        return "target/skew/" + (w1.skewed() ? "skewed" : "even");
    }

    private Dataset<Row> screened(W1 w1) {
        return Screening.of(
                spark.read().parquet(folder(w1)), Seller.documents(PRICES).month(), w1.agreements(PRICES), PRICES);
    }

    private List<RatedSlice> rate(Dataset<Row> screened, W1 w1) {
        Agreements agreements = w1.agreements(PRICES);
        return new SparkRun(Seller.documents(PRICES), agreements, SLICES)
                .rated(
                        screened,
                        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(agreements))
                .collect();
    }

    /** The cents of all customers, slice after slice. */
    static List<List<Long>> cents(List<RatedSlice> slices) {
        var all = new ArrayList<List<Long>>();
        for (RatedSlice slice : slices) {
            for (int customer = 0; customer < slice.lines().customers(); customer++) {
                var lines = new ArrayList<Long>();
                for (int meter = 0; meter < slice.lines().meters(); meter++) {
                    lines.add(slice.lines().unscaled(customer, meter));
                }
                all.add(lines);
            }
        }
        return all;
    }

    @Test
    void theLargeCustomerHasThreeTenthsOfTheUsage() {
        Dataset<Row> screened = screened(SKEWED);
        long mine = screened.filter(screened.col(Screening.PLACE).equalTo(0)).count();
        assertThat(mine).isBetween(30_000L, 32_000L);
    }

    @Test
    void theLinesAreThoseOfAPlainLoop() {
        assertThat(cents(rate(screened(SKEWED), SKEWED))).isEqualTo(new PlainBill(SKEWED).lines());
    }

    @Test
    void theWholeRunWritesTheLinesOfAPlainLoop() {
        String out = "target/skew/out";
        RunTotals totals = new SparkRun(Seller.documents(PRICES), SKEWED.agreements(PRICES), SLICES)
                .run(spark.read().parquet(folder(SKEWED)), 1, out);
        assertThat(totals.invoices()).isEqualTo(SKEWED.customers());
        assertThat(new Written(out).lines()).isEqualTo(new PlainBill(SKEWED).lines());
    }

    @Test
    void noMoreIsShuffledThanOfEvenUsage() {
        ShuffleMetrics even = shuffle(EVEN);
        ShuffleMetrics skewed = shuffle(SKEWED);
        assertThat(skewed.written()).isEqualTo(even.written()).isLessThanOrEqualTo((long) PARTS * SLICES);
        assertThat(skewed.mostRead()).isEqualTo(even.mostRead()).isLessThanOrEqualTo(PARTS);
        assertThat((double) skewed.bytes()).isLessThan(1.2 * even.bytes());
    }

    private ShuffleMetrics shuffle(W1 w1) {
        Dataset<Row> screened = screened(w1);
        return ShuffleMetrics.during(spark, () -> rate(screened, w1));
    }

    /** What the two steps are for. */
    @Test
    void eventsThatAreShuffledByCustomerMeetInOneTask() {
        Dataset<Row> screened = screened(SKEWED);
        ShuffleMetrics byCustomer = ShuffleMetrics.during(
                spark,
                () -> screened.select(Screening.PLACE, Screening.ORDINAL, "quantity", "time")
                        .repartition(SLICES, screened.col(Screening.PLACE))
                        .write()
                        .format("noop")
                        .mode("overwrite")
                        .save());
        assertThat(byCustomer.written()).isEqualTo(SKEWED.events());
        assertThat(byCustomer.mostRead()).isGreaterThan(SKEWED.events() * 4 / 10);
    }
}
