package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.col;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.schedule.ServicePeriod;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Contracts as rows. The driver reads them all: a million of them are some hundred megabytes. */
final class ContractTable {
    static final StructType CONTRACT = new StructType()
            .add("contract", DataTypes.StringType)
            .add("customer", DataTypes.LongType)
            .add("name", DataTypes.StringType)
            .add("country", DataTypes.StringType)
            .add("start", DataTypes.DateType)
            .add("end", DataTypes.DateType)
            .add("prices", DataTypes.StringType);

    private ContractTable() {}

    static List<Agreement> read(Dataset<Row> table, PriceLists prices) {
        return table
                .select(
                        col("contract"),
                        col("customer"),
                        col("name"),
                        col("country"),
                        col("start").cast("string"), // a java.sql.Date would need a flag of the JVM
                        col("end").cast("string"),
                        col("prices"))
                .collectAsList()
                .stream()
                .map(row -> agreement(row, prices))
                .toList();
    }

    private static Agreement agreement(Row row, PriceLists prices) {
        String id = row.getString(0);
        String list = row.getString(6);
        PriceList agreed = prices.named(list)
                .orElseThrow(() -> new IllegalArgumentException(
                        "contract " + id + " must have a price list that was read, not " + list));
        var term = ServicePeriod.of(row.getString(4), row.getString(5));
        var agreement = new Agreement(id, row.getLong(1), row.getString(2), row.getString(3), term, agreed);
        requireBuyer(agreement);
        return agreement;
    }

    /** That a document may name the buyer: told here rather than by a task half way through, and without what was given. */
    private static void requireBuyer(Agreement agreement) {
        try {
            agreement.buyer();
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException(e.code(), e.argument(), e.rule(), null).at("contract " + agreement.id());
        }
    }
}
