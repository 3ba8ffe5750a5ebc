package io.quittance.core.bulk;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Lines of recurring charges in columns: line i is for days of the span of one row, and costs so much. Days are days since
 * 1970-01-01. Lines are in the order of the rows, those of a row in the order of their days.
 */
public final class LineColumns implements Serializable {
    /** How many lines there may be. */
    public static final int MAX_LINES = 1 << 28;

    private static final long serialVersionUID = 1L;

    private final int[] rows;
    private final int[] starts;
    private final int[] ends;
    private final long[] amounts;
    private final int scale;

    /** Lines that are to be {@linkplain #set}. */
    LineColumns(int count, int scale) {
        rows = new int[count];
        starts = new int[count];
        ends = new int[count];
        amounts = new long[count];
        this.scale = scale;
    }

    private LineColumns(LineColumns read) {
        rows = read.rows.clone();
        starts = requireLength(read.starts, rows.length, "starts");
        ends = requireLength(read.ends, rows.length, "ends");
        amounts = read.amounts.clone();
        Require.that(amounts.length == rows.length, "bulk.lines", "amounts", "must be " + rows.length, amounts.length);
        scale = CompiledPrice.requireScale(read.scale, "scale");
        for (int i = 0; i < rows.length; i++) {
            Require.that(starts[i] < ends[i], "period.order", "ends[" + i + "]", "must be after " + starts[i], ends[i]);
        }
    }

    private static int[] requireLength(int[] column, int length, String argument) {
        Require.that(column.length == length, "bulk.lines", argument, "must be " + length, column.length);
        return column.clone();
    }

    @PerRow
    void set(int line, int row, long start, long end, long amount) {
        rows[line] = row;
        starts[line] = (int) start;
        ends[line] = (int) end;
        amounts[line] = amount;
    }

    /** How many lines there are. */
    public int count() {
        return rows.length;
    }

    /** How many decimal places the amounts have: those of the rounding. */
    public int scale() {
        return scale;
    }

    /** The row of the span to which a line belongs. */
    public int row(int line) {
        return rows[line];
    }

    /** The first day that a line is for. */
    public long start(int line) {
        return starts[line];
    }

    /** The day after the last that a line is for. */
    public long end(int line) {
        return ends[line];
    }

    /** What a line costs, unscaled: 2687 for 26.87. */
    public long unscaled(int line) {
        return amounts[line];
    }

    /** What a line costs, with {@link #scale()} decimal places. */
    public BigDecimal amount(int line) {
        return BigDecimal.valueOf(amounts[Objects.checkIndex(line, rows.length)], scale);
    }

    /** For example {@code 12 lines}. */
    @Override
    public String toString() {
        return rows.length + " lines";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new LineColumns(this);
    }
}
