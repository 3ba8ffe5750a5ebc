package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Arrays;

/** Lines in columns that grow by pieces, so that none is copied when there are more of them than was thought. */
final class LineBuffer implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SMALLEST = 4;
    private static final int LARGEST = 16;

    /** A piece has so many lines, as a power of two. */
    private final int shift;

    private int[][] items = new int[1][];
    private long[][] amounts = new long[1][];
    private int count;

    // the piece at hand
    private transient int[] lastItems;
    private transient long[] lastAmounts;

    /** @param expected about how many lines there will be */
    LineBuffer(int expected) {
        shift = Math.min(LARGEST, Math.max(SMALLEST, Integer.SIZE - Integer.numberOfLeadingZeros(expected)));
        lastItems = new int[1 << shift];
        lastAmounts = new long[1 << shift];
        items[0] = lastItems;
        amounts[0] = lastAmounts;
    }

    void add(int item, long amount) {
        int at = count & ((1 << shift) - 1);
        if (at == 0 && count > 0) {
            grow();
        }
        lastItems[at] = item;
        lastAmounts[at] = amount;
        count++;
    }

    private void grow() {
        Require.that(
                count < SettledColumns.MAX_LINES,
                "bulk.lines",
                "payments",
                "must have at most " + SettledColumns.MAX_LINES + " lines",
                count + 1L);
        int piece = count >>> shift;
        if (piece == items.length) {
            items = Arrays.copyOf(items, 2 * piece);
            amounts = Arrays.copyOf(amounts, 2 * piece);
        }
        lastItems = new int[1 << shift];
        lastAmounts = new long[1 << shift];
        items[piece] = lastItems;
        amounts[piece] = lastAmounts;
    }

    int count() {
        return count;
    }

    int item(int line) {
        return items[line >>> shift][line & ((1 << shift) - 1)];
    }

    long amount(int line) {
        return amounts[line >>> shift][line & ((1 << shift) - 1)];
    }

    /** Written anew, line by line, on the way back in. */
    private Object readResolve() {
        Require.that(count >= 0, "bulk.lines", "count", "must be 0 or more", count);
        Require.that(shift >= SMALLEST && shift <= LARGEST, "bulk.lines", "shift", "must be 4 to 16", shift);
        int pieces = count == 0 ? 1 : ((count - 1) >>> shift) + 1;
        Require.that(
                requireNonNull(items, "items").length >= pieces && requireNonNull(amounts, "amounts").length >= pieces,
                "bulk.lines",
                "count",
                "must be that of the lines",
                count);
        var copy = new LineBuffer(count);
        for (int line = 0; line < count; line++) {
            copy.add(item(line), amount(line));
        }
        return copy;
    }
}
