package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;

/**
 * Services in columns: row i says from which day on, and up to which, something is served, and what a whole period of it
 * costs. The arrays stay the caller's: they are not copied and must not change while the batch is in use.
 *
 * <p>Days are days since 1970-01-01, as {@link java.time.LocalDate#toEpochDay} counts them: 20454 is 2026-01-01. Prices are
 * unscaled: at scale 2, 4999 is 49.99; all rows are of one currency, or their reader knows which.
 */
public final class SpanBatch {
    private final long[] starts;
    private final long[] ends;
    private final long[] prices;
    private final int priceScale;
    private final int start;
    private final int end;

    private SpanBatch(long[] starts, long[] ends, long[] prices, int priceScale, int start, int end) {
        this.starts = starts;
        this.ends = ends;
        this.prices = prices;
        this.priceScale = priceScale;
        this.start = start;
        this.end = end;
    }

    /**
     * All rows of the columns.
     *
     * @param starts the first day that is served
     * @param ends the first day that is not, after the start
     * @param prices of a whole period; may be negative
     * @param priceScale how many decimal places the prices have, 0 to 18
     */
    public static SpanBatch of(long[] starts, long[] ends, long[] prices, int priceScale) {
        int rows = requireNonNull(starts, "starts").length;
        requireRows(requireNonNull(ends, "ends").length, rows, "ends");
        requireRows(requireNonNull(prices, "prices").length, rows, "prices");
        return new SpanBatch(starts, ends, prices, CompiledPrice.requireScale(priceScale, "priceScale"), 0, rows);
    }

    private static void requireRows(int length, int rows, String column) {
        Require.that(length == rows, "bulk.rows", column, "must have " + rows + " rows, as starts has", length);
    }

    /**
     * Some of the rows, without copying them; a row keeps its number. Two threads take one half each.
     *
     * @param from the first row
     * @param to the row after the last one
     */
    public SpanBatch rows(int from, int to) {
        Require.that(from >= start && from <= to, "bulk.row", "from", "must be between " + start + " and " + to, from);
        Require.that(to <= end, "bulk.row", "to", "must be at most " + end, to);
        return new SpanBatch(starts, ends, prices, priceScale, from, to);
    }

    /** The number of the first row: 0 unless rows were left out. */
    public int start() {
        return start;
    }

    /** The number after the last row. */
    public int end() {
        return end;
    }

    /** How many decimal places the prices have. */
    public int priceScale() {
        return priceScale;
    }

    long[] starts() {
        return starts;
    }

    long[] ends() {
        return ends;
    }

    long[] prices() {
        return prices;
    }

    /** For example {@code rows 0 to 1000}. */
    @Override
    public String toString() {
        return "rows " + start + " to " + end;
    }
}
