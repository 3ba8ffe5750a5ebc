package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.col;

import io.quittance.core.bulk.UsageSums;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Rates usage in two steps. Every task adds up what it reads, for each slice of customers apart; then the parts of a slice, at most one
 * from each task, come together in one task, are merged and priced. So no event is shuffled, and a customer with a third of all usage
 * brings as many sums as any other.
 */
final class UsageRating {
    /** Microseconds, of which Spark counts time, in a millisecond. */
    private static final long MICROS = 1000;

    private UsageRating() {}

    // page rating begins
    /** One rated slice in each partition, in order. */
    static JavaRDD<RatedSlice> of(
            Dataset<Row> screened, Month month, Slices slices, PriceLists prices, Broadcast<Agreements> agreements) {
        JavaPairRDD<Integer, UsageSums> parts = accepted(screened)
                .mapPartitionsToPair(rows -> parts(rows, month, slices, prices))
                .partitionBy(new HashPartitioner(slices.count())); // slice 3 is in partition 3
        return parts.mapPartitionsWithIndex(
                (slice, sums) -> {
                    UsageSums all = month.sums(slices.size(slice), prices);
                    sums.forEachRemaining(part -> all.merge(part._2()));
                    RatedSlice rated = RatedSlice.of(slices.from(slice), all, agreements.value());
                    return List.of(rated).iterator();
                },
                true);
    }

    /** What one task has read, added up for each slice. */
    private static Iterator<Tuple2<Integer, UsageSums>> parts(
            Iterator<InternalRow> rows, Month month, Slices slices, PriceLists prices) {
        var sums = new SliceSums[slices.count()];
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            int place = row.getInt(0);
            int slice = slices.of(place);
            if (sums[slice] == null) {
                sums[slice] = new SliceSums(month.sums(slices.size(slice), prices));
            }
            long quantity = row.getDecimal(2, 18, PriceList.QUANTITY_SCALE).toUnscaledLong();
            sums[slice].add(place - slices.from(slice), row.getInt(1), quantity, Math.floorDiv(row.getLong(3), MICROS));
        }
        var parts = new ArrayList<Tuple2<Integer, UsageSums>>();
        for (int slice = 0; slice < sums.length; slice++) {
            if (sums[slice] != null) {
                parts.add(new Tuple2<>(slice, sums[slice].sums()));
            }
        }
        return parts.iterator();
    }
    // page rating ends

    /** The rows as Spark has them, one after the other in the same object: four numbers are read of each, and none is kept. */
    private static JavaRDD<InternalRow> accepted(Dataset<Row> screened) {
        return screened.filter(col(Screening.REASON).isNull())
                .select(Screening.PLACE, Screening.ORDINAL, "quantity", "time")
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }
}
