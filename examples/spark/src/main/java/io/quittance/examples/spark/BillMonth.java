package io.quittance.examples.spark;

import io.quittance.core.invoice.TaxTable;
import io.quittance.core.party.Party;
import io.quittance.core.party.PostalAddress;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * What spark-submit starts: {@code usage contracts prices 2026-10 101 out}, which are the folders of usage, of contracts and of price
 * lists, the month, the first number that is free, and the folder to write to.
 */
public final class BillMonth {
    private static final int ARGUMENTS = 6;

    /** Slices for each core, so that one that takes longer does not hold up the others. */
    private static final int SLICES_PER_CORE = 4;

    private static final Party SELLER =
            Party.named("Beispielnetz GmbH").at(PostalAddress.in("DE")).withVatId("DE123456789");

    private BillMonth() {}

    /** Bills the month and prints what it came to. */
    public static void main(String[] args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new IllegalArgumentException("usage contracts prices month first-number out must be given");
        }
        try (SparkSession spark = SparkSession.builder()
                .appName("bill " + args[3])
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate()) {
            System.out.println(
                    run(spark, args[0], args[1], args[2], YearMonth.parse(args[3]), Long.parseLong(args[4]), args[5]));
        }
    }

    static RunTotals run(
            SparkSession spark,
            String usage,
            String contracts,
            String priceLists,
            YearMonth month,
            long firstNumber,
            String out) {
        // page main begins
        PriceLists prices = PriceLists.read(documents(spark, priceLists));
        var period = new Month(ServicePeriod.of(month), prices.zone());
        Dataset<Row> contractTable = spark.read().schema(ContractTable.CONTRACT).parquet(contracts);
        Agreements agreements = Agreements.of(ContractTable.read(contractTable, prices), period.days());

        var documents = new Documents(
                period,
                prices,
                SELLER,
                TaxTable.of(TaxTreatment.standard("19")),
                period.days().end(),
                "S-" + month.getYear() + "-");
        int slices = SLICES_PER_CORE * spark.sparkContext().defaultParallelism();
        return new SparkRun(documents, agreements, slices).run(spark.read().parquet(usage), firstNumber, out);
        // page main ends
    }

    /** The JSON of each file, by its name without the ending. */
    private static Map<String, String> documents(SparkSession spark, String folder) {
        var documents = new TreeMap<String, String>();
        for (Tuple2<String, String> file :
                spark.sparkContext().wholeTextFiles(folder, 1).toJavaRDD().collect()) {
            String name = file._1().substring(file._1().lastIndexOf('/') + 1);
            documents.put(name.replace(".json", ""), file._2());
        }
        return documents;
    }
}
