package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Usage events in columns: row i says which customer used how much on which meter, and when. The arrays stay the caller's:
 * they are not copied and must not change while the batch is in use.
 *
 * <p>Meters are ordinals from 0. Customers are ordinals from 0, or 64-bit ids of any value. Quantities are unscaled: at
 * scale 3, 1500 is 1.5 units. Times are milliseconds since 1970-01-01T00:00Z.
 */
public final class UsageBatch {
    private final int @Nullable [] ordinals;
    private final long @Nullable [] ids;
    private final int[] meters;
    private final long[] quantities;
    private final int quantityScale;
    private final long[] times;
    private final int start;
    private final int end;

    private UsageBatch(
            int @Nullable [] ordinals,
            long @Nullable [] ids,
            int[] meters,
            long[] quantities,
            int quantityScale,
            long[] times,
            int start,
            int end) {
        this.ordinals = ordinals;
        this.ids = ids;
        this.meters = meters;
        this.quantities = quantities;
        this.quantityScale = quantityScale;
        this.times = times;
        this.start = start;
        this.end = end;
    }

    /**
     * Rows whose customers are numbered from 0.
     *
     * @param quantityScale how many decimal places the quantities have, 0 to 18
     */
    public static UsageBatch ofOrdinals(
            int[] customers, int[] meters, long[] quantities, int quantityScale, long[] times) {
        checked(requireNonNull(customers, "customers").length, meters, quantities, quantityScale, times);
        return new UsageBatch(customers, null, meters, quantities, quantityScale, times, 0, customers.length);
    }

    /** Rows whose customers are 64-bit ids; else as {@link #ofOrdinals}. */
    public static UsageBatch ofIds(long[] customers, int[] meters, long[] quantities, int quantityScale, long[] times) {
        checked(requireNonNull(customers, "customers").length, meters, quantities, quantityScale, times);
        return new UsageBatch(null, customers, meters, quantities, quantityScale, times, 0, customers.length);
    }

    /** Rows to be filled, all at one time. */
    static UsageBatch ofBlock(long[] customers, int[] meters, long[] quantities, int quantityScale, long time) {
        var times = new long[customers.length];
        Arrays.fill(times, time);
        return ofIds(customers, meters, quantities, quantityScale, times);
    }

    private static void checked(int rows, int[] meters, long[] quantities, int quantityScale, long[] times) {
        requireRows(requireNonNull(meters, "meters").length, rows, "meters");
        requireRows(requireNonNull(quantities, "quantities").length, rows, "quantities");
        requireRows(requireNonNull(times, "times").length, rows, "times");
        CompiledPrice.requireScale(quantityScale, "quantityScale");
    }

    private static void requireRows(int length, int rows, String column) {
        Require.that(length == rows, "bulk.rows", column, "must have " + rows + " rows, as customers has", length);
    }

    /**
     * Some of the rows, without copying them; a row keeps its number. A thread each for two halves of a batch is two
     * accumulators, of which one is added to the other.
     *
     * @param from the first row
     * @param to the row after the last one
     */
    public UsageBatch rows(int from, int to) {
        Require.that(from >= start && from <= to, "bulk.row", "from", "must be between " + start + " and " + to, from);
        Require.that(to <= end, "bulk.row", "to", "must be at most " + end, to);
        return new UsageBatch(ordinals, ids, meters, quantities, quantityScale, times, from, to);
    }

    /** The number of the first row: 0 unless rows were left out. */
    public int start() {
        return start;
    }

    /** The number after the last row. */
    public int end() {
        return end;
    }

    /** How many decimal places the quantities have. */
    public int quantityScale() {
        return quantityScale;
    }

    boolean hasOrdinals() {
        return ordinals != null;
    }

    int[] ordinals() {
        return requireNonNull(ordinals);
    }

    long[] ids() {
        return requireNonNull(ids);
    }

    int[] meters() {
        return meters;
    }

    long[] quantities() {
        return quantities;
    }

    long[] times() {
        return times;
    }

    /** For example {@code rows 0 to 1000}. */
    @Override
    public String toString() {
        return "rows " + start + " to " + end;
    }
}
