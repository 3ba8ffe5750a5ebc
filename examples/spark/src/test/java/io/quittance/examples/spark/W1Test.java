package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class W1Test {
    @Test
    void aMillionEvents() {
        long t0 = System.nanoTime();
        SparkSession spark = Sessions.session();
        long t1 = System.nanoTime();
        System.out.println("session " + (t1 - t0) / 1000000);
        long n = Long.getLong("w1.events", 1_000_000);
        W1 w1 = W1.of(n);
        String usage = "target/w1-" + n + "/usage";
        if (!java.nio.file.Files.exists(Path.of(usage, "_SUCCESS")))
            w1.table(spark, 4).write().mode("overwrite").parquet(usage);
        long t2 = System.nanoTime();
        System.out.println("write " + (t2 - t1) / 1000000);
        PriceLists prices = PriceLists.read(W1.json());
        Agreements agreements = w1.agreements(prices);
        for (int i = 0; i < 4; i++) {
            long t3 = System.nanoTime();
            var rated = new SparkRun(Seller.documents(prices), agreements, 4);
            Dataset<Row> table = spark.read().parquet(usage);
            var ctx = org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext());
            var lines = rated.rated(
                            Screening.of(table, rated.documents().month(), agreements, prices),
                            ctx.broadcast(agreements))
                    .collect();
            long t4 = System.nanoTime();
            table.write().format("noop").mode("overwrite").save();
            long t5 = System.nanoTime();
            RunTotals totals = rated.run(table, 1, "target/w1-" + n + "/out");
            long t6 = System.nanoTime();
            System.out.println("rate " + (t4 - t3) / 1000000 + " noop " + (t5 - t4) / 1000000 + " run "
                    + (t6 - t5) / 1000000 + " " + totals);
            var sum = new Checksum();
            for (RatedSlice s : lines)
                for (int c = 0; c < s.lines().customers(); c++) {
                    var l = new java.util.ArrayList<Long>();
                    for (int m = 0; m < 10; m++) l.add(s.lines().unscaled(c, m));
                    sum.customer(l, s.lines().unscaledTotal(c));
                }
            System.out.println(sum);
        }
        assertThat(1).isEqualTo(1);
    }
}
