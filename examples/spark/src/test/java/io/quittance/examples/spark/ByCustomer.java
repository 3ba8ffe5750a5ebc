package io.quittance.examples.spark;

import io.quittance.core.bulk.RatedLines;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What comes to mind first, to be measured beside the example: bring the events of a customer together, then rate them. */
final class ByCustomer {
    private ByCustomer() {}

    /** The sum of all lines. */
    static BigDecimal total(
            Dataset<Row> screened, Month month, int parts, PriceLists prices, Broadcast<Agreements> agreements) {
        return screened.filter(screened.col(Screening.REASON).isNull())
                .select(Screening.PLACE, Screening.ORDINAL, "quantity", "time")
                .repartition(parts, screened.col(Screening.PLACE))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(rows -> {
                    var sums = new SliceSums(month.sums(agreements.value().size(), prices));
                    rows.forEachRemaining(row -> sums.add(
                            row.getInt(0),
                            row.getInt(1),
                            row.getDecimal(2, 18, PriceList.QUANTITY_SCALE).toUnscaledLong(),
                            Math.floorDiv(row.getLong(3), 1000)));
                    RatedSlice rated = RatedSlice.of(0, sums.sums(), agreements.value());
                    return List.of(total(rated.lines())).iterator();
                })
                .reduce(BigDecimal::add);
    }

    static BigDecimal total(RatedLines lines) {
        BigDecimal total = BigDecimal.ZERO;
        for (int customer = 0; customer < lines.customers(); customer++) {
            total = total.add(lines.total(customer));
        }
        return total;
    }
}
