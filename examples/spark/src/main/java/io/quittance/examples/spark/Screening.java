package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    /** Begins the names of all columns that are added to those of usage, which has none that begins so. */
    private static final String OURS = "quittance_";

    /** The place of the customer among those who are billed. */
    static final String PLACE = OURS + "place";

    /** The ordinal of the meter. */
    static final String ORDINAL = OURS + "ordinal";

    /** Why it is not billed, null where it is. */
    static final String REASON = OURS + "reason";

    private static final String CUSTOMER = OURS + "customer";
    private static final String PRICES = OURS + "prices";
    private static final String LIST = OURS + "list";
    private static final String METER = OURS + "meter";

    /** What usage must have, with these names and types; other columns are left alone. */
    static final StructType USAGE = new StructType()
            .add("customer", DataTypes.LongType)
            .add("meter", DataTypes.StringType)
            .add("quantity", DataTypes.createDecimalType(18, PriceList.QUANTITY_SCALE))
            .add("time", DataTypes.TimestampType);

    private static final StructType CUSTOMERS = new StructType()
            .add(CUSTOMER, DataTypes.LongType)
            .add(PLACE, DataTypes.IntegerType)
            .add(PRICES, DataTypes.IntegerType);
    private static final StructType METERS = new StructType()
            .add(LIST, DataTypes.IntegerType)
            .add(METER, DataTypes.StringType)
            .add(ORDINAL, DataTypes.IntegerType);

    private Screening() {}

    /** The usage with three more columns: {@link #PLACE}, {@link #ORDINAL} and {@link #REASON}. */
    static Dataset<Row> of(Dataset<Row> usage, Month month, Agreements agreements, PriceLists prices) {
        requireColumns(usage);
        SparkSession spark = usage.sparkSession();
        Dataset<Row> customers = spark.createDataFrame(customers(agreements, prices), CUSTOMERS);
        Dataset<Row> meters = spark.createDataFrame(meters(prices), METERS);
        return usage.join(broadcast(customers), usage.col("customer").equalTo(col(CUSTOMER)), "left")
                .join(
                        broadcast(meters),
                        usage.col("meter").equalTo(col(METER)).and(col(PRICES).equalTo(col(LIST))),
                        "left")
                .withColumn(REASON, reason(usage, month))
                .drop(CUSTOMER, PRICES, LIST, METER);
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
                .when(col(CUSTOMER).isNull(), "NO_CONTRACT")
                .when(col(PLACE).isNull(), "CONTRACT_IN_PART")
                .when(col(ORDINAL).isNull(), "UNKNOWN_METER");
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
        for (String column : usage.columns()) {
            if (column.toLowerCase(Locale.ROOT).startsWith(OURS)) { // to Spark, case makes no other name
                throw new IllegalArgumentException(
                        "usage must have no column that begins with " + OURS + ", but has " + column);
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
