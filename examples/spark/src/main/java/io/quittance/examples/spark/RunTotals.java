package io.quittance.examples.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run came to, for whoever signs it.
 *
 * @param read events in the usage table, as its files count them
 * @param billed events that were added up
 * @param rejected events that were put aside, by reason
 * @param invoices how many were written
 * @param nextNumber the first number that is free after this run
 */
record RunTotals(
        long read,
        long billed,
        SortedMap<String, Long> rejected,
        long invoices,
        long nextNumber,
        BigDecimal withoutTax,
        BigDecimal tax,
        BigDecimal withTax) {

    /** What happened to events, before there are invoices. */
    static RunTotals of(long read, List<Long> billed, SortedMap<String, Long> rejected) {
        long added = billed.stream().mapToLong(Long::longValue).sum();
        long aside = rejected.values().stream().mapToLong(Long::longValue).sum();
        if (read != added + aside) {
            throw new IllegalStateException(
                    read + " events were read, but " + added + " billed and " + aside + " rejected");
        }
        return new RunTotals(read, added, rejected, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** With the invoices as they stand in the table that was written; as many as there are numbers. */
    RunTotals withInvoices(Numbers numbers, Dataset<Row> written) {
        Row sums = written.agg(count(lit(1)), sum("without_tax"), sum("tax"), sum("with_tax"))
                .first();
        if (sums.getLong(0) != numbers.count()) {
            throw new IllegalStateException(
                    sums.getLong(0) + " invoices were written, but " + numbers.count() + " numbers used");
        }
        return new RunTotals(
                read,
                billed,
                rejected,
                sums.getLong(0),
                numbers.next(),
                amount(sums, 1),
                amount(sums, 2),
                amount(sums, 3));
    }

    private static BigDecimal amount(Row sums, int column) {
        return sums.isNullAt(column) ? BigDecimal.ZERO : sums.getDecimal(column);
    }
}
