package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.col;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The bill run on Spark. Its tables are overwritten when it runs again, with the same rows: it is a function of what it is given, and the
 * first number is given.
 *
 * @param slices into how many parts customers are cut
 */
record SparkRun(Documents documents, Agreements agreements, int slices) {
    /** The tables that a run writes, each a folder. */
    static final String INVOICE = "invoice";

    static final String INVOICE_LINE = "invoice_line";
    static final String REJECTED_USAGE = "rejected_usage";

    /**
     * Bills usage.
     *
     * @param firstNumber the first that is free; the host keeps as many as {@link RunTotals#invoices()} for this run
     * @param out the folder of the tables
     * @throws IllegalStateException if what was read is not what was billed and what was rejected, before a number is used
     */
    // page run begins
    RunTotals run(Dataset<Row> usage, long firstNumber, String out) {
        SparkSession spark = usage.sparkSession();
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Dataset<Row> screened = Screening.of(usage, documents.month(), agreements, documents.prices());
        Broadcast<Agreements> shipped = context.broadcast(agreements);
        JavaRDD<RatedSlice> rated = rated(screened, shipped).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            SortedMap<String, Long> rejected = writeRejected(screened, out);
            RunTotals totals =
                    RunTotals.of(usage.count(), rated.map(RatedSlice::events).collect(), rejected);

            Numbers numbers =
                    Numbers.from(firstNumber, rated.map(RatedSlice::invoices).collect());
            Dataset<Row> issued = spark.createDataFrame(issued(rated, numbers, shipped), InvoiceTables.ISSUED);
            writeIssued(issued.persist(StorageLevel.MEMORY_AND_DISK()), out);
            return totals.withInvoices(numbers, written(spark, out, INVOICE));
        } finally {
            // the session may live longer than the run
            rated.unpersist();
            shipped.destroy();
        }
    }
    // page run ends

    /** What customers used and what it costs: one slice in each partition. */
    JavaRDD<RatedSlice> rated(Dataset<Row> screened, Broadcast<Agreements> shipped) {
        return UsageRating.of(
                screened, documents.month(), new Slices(agreements.size(), slices), documents.prices(), shipped);
    }

    /** Invoices one after the other, so that a task holds one of them. */
    private JavaRDD<Row> issued(JavaRDD<RatedSlice> rated, Numbers numbers, Broadcast<Agreements> shipped) {
        Documents made = documents; // ships without the rest of the run
        return rated.mapPartitionsWithIndex(
                (slice, only) -> {
                    RatedSlice one = only.next();
                    if (only.hasNext()) { // asking also tells Spark that the kept slice has been read
                        throw new IllegalStateException("a partition must be one slice");
                    }
                    long first = numbers.first().get(slice);
                    return one.issue(made, shipped.value(), first)
                            .map(InvoiceTables::row)
                            .iterator();
                },
                true);
    }

    private static void writeIssued(Dataset<Row> kept, String out) {
        try {
            write(InvoiceTables.invoices(kept), out, INVOICE);
            write(InvoiceTables.lines(kept), out, INVOICE_LINE);
        } finally {
            kept.unpersist();
        }
    }

    private static SortedMap<String, Long> writeRejected(Dataset<Row> screened, String out) {
        Dataset<Row> rejected =
                screened.filter(col(Screening.REASON).isNotNull()).drop(Screening.PLACE, Screening.ORDINAL);
        write(rejected, out, REJECTED_USAGE);
        var reasons = new TreeMap<String, Long>();
        for (Row row : written(screened.sparkSession(), out, REJECTED_USAGE)
                .groupBy(Screening.REASON)
                .count()
                .collectAsList()) {
            reasons.put(row.getString(0), row.getLong(1));
        }
        return reasons;
    }

    private static void write(Dataset<Row> table, String out, String name) {
        table.write().mode(SaveMode.Overwrite).parquet(out + "/" + name);
    }

    static Dataset<Row> written(SparkSession spark, String out, String name) {
        return spark.read().parquet(out + "/" + name);
    }
}
