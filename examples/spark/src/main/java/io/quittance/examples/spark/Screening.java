package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Says of each event why it is not billed, if it is not, and numbers the rest for the kernel. This is what SQL is good at: the small
 * tables go to every task, and no event moves.
 */
final class Screening {
    /** What usage must have, with these names and types; other columns are left alone. */
    static final StructType USAGE = new StructType()
            .add("customer", DataTypes.LongType)
            .add("meter", DataTypes.StringType)
            .add("quantity", DataTypes.createDecimalType(18, PriceList.QUANTITY_SCALE))
            .add("time", DataTypes.TimestampType);

    private static final StructType CUSTOMERS = new StructType()
            .add("id", DataTypes.LongType)
            .add("place", DataTypes.IntegerType)
            .add("prices", DataTypes.IntegerType);
    private static final StructType METERS = new StructType()
            .add("list", DataTypes.IntegerType)
            .add("name", DataTypes.StringType)
            .add("ordinal", DataTypes.IntegerType);

    private Screening() {}

    /**
     * The usage with three more columns: {@code place} of the customer, {@code ordinal} of the meter, and {@code reason} why it is
     * not billed, null where it is.
     */
    static Dataset<Row> of(Dataset<Row> usage, Month month, Agreements agreements, PriceLists prices) {
        requireColumns(usage);
        SparkSession spark = usage.sparkSession();
        Dataset<Row> customers = spark.createDataFrame(customers(agreements, prices), CUSTOMERS);
        Dataset<Row> meters = spark.createDataFrame(meters(prices), METERS);
        return usage.join(broadcast(customers), usage.col("customer").equalTo(customers.col("id")), "left")
                .join(
                        broadcast(meters),
                        usage.col("meter")
                                .equalTo(meters.col("name"))
                                .and(customers.col("prices").equalTo(meters.col("list"))),
                        "left")
                .withColumn("reason", reason(usage, month))
                .drop("id", "prices", "list", "name");
    }

    // page reasons begins
    /** The first that applies; the codes are those of the library where it has the case. */
    private static Column reason(Dataset<Row> usage, Month month) {
        Column time = usage.col("time");
        return when(usage.col("customer").isNull(), "NO_CUSTOMER")
                .when(usage.col("meter").isNull(), "NO_METER")
                .when(usage.col("quantity").isNull(), "NO_QUANTITY")
                .when(time.isNull(), "NO_TIME")
                .when(time.lt(lit(month.start())), "EARLIER_PERIOD")
                .when(time.geq(lit(month.end())), "LATER_PERIOD")
                .when(usage.col("quantity").lt(0), "NEGATIVE_QUANTITY")
                .when(col("id").isNull(), "NO_CONTRACT")
                .when(col("place").isNull(), "CONTRACT_IN_PART")
                .when(col("ordinal").isNull(), "UNKNOWN_METER");
    }
    // page reasons ends

    private static void requireColumns(Dataset<Row> usage) {
        for (var field : USAGE.fields()) {
            List<String> names = List.of(usage.columns());
            if (!names.contains(field.name())
                    || !usage.schema().apply(field.name()).dataType().equals(field.dataType())) {
                throw new IllegalArgumentException("usage must have a column " + field.name() + " of "
                        + field.dataType().sql() + ", but has " + usage.schema().simpleString());
            }
        }
    }

    private static List<Row> customers(Agreements agreements, PriceLists prices) {
        var rows = new ArrayList<Row>();
        for (int place = 0; place < agreements.size(); place++) {
            Agreement one = agreements.billed().get(place);
            rows.add(RowFactory.create(one.customer(), place, prices.lists().indexOf(one.prices())));
        }
        for (Agreement one : agreements.inPart()) {
            rows.add(RowFactory.create(one.customer(), null, null));
        }
        return rows;
    }

    private static List<Row> meters(PriceLists prices) {
        var rows = new ArrayList<Row>();
        for (int list = 0; list < prices.lists().size(); list++) {
            for (String meter : prices.lists().get(list).meters()) {
                rows.add(RowFactory.create(list, meter, prices.meters().indexOf(meter)));
            }
        }
        return rows;
    }
}
