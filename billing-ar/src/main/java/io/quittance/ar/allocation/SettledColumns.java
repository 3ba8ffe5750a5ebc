package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * What payments of a {@link ColumnAllocation} pay: lines in columns, payment by payment, each an item and an amount in minor units. The
 * lines of a payment add up to it: what stays on account is its last line.
 *
 * <pre>{@code
 * for (int line = settled.firstLine(payment); line < settled.endOfLines(payment); line++) {
 *     write(payment, settled.item(line), settled.amount(line));
 * }
 * }</pre>
 */
public final class SettledColumns implements Serializable {
    /** How many lines there may be. */
    public static final int MAX_LINES = 1 << 28;

    /** In the place of an item: the money settles nothing yet. */
    public static final int ON_ACCOUNT = -1;

    private static final long serialVersionUID = 1L;

    /** By payment: the line after the last one. */
    private final int[] ends;

    private final LineBuffer lines;
    private final ColumnAllocation next;

    SettledColumns(int[] ends, LineBuffer lines, ColumnAllocation next) {
        this.ends = ends;
        this.lines = lines;
        this.next = next;
    }

    /** What is open afterwards, for the payments that follow. */
    public ColumnAllocation next() {
        return next;
    }

    /** How many payments there are. */
    public int payments() {
        return ends.length;
    }

    /** How many lines there are. */
    public int lines() {
        return lines.count();
    }

    /** The first line of a payment; there is at least one. */
    public int firstLine(int payment) {
        return payment == 0 ? 0 : ends[payment - 1];
    }

    /** The line after the last one of a payment. */
    public int endOfLines(int payment) {
        return ends[payment];
    }

    /** The item that a line pays, by its row, or {@link #ON_ACCOUNT}. */
    public int item(int line) {
        return lines.item(line);
    }

    /** How much it is, in minor units; more than zero. */
    public long amount(int line) {
        return lines.amount(line);
    }

    /** What stays of a payment on account, in minor units; zero or more. */
    public long unapplied(int payment) {
        int last = ends[payment] - 1;
        return lines.item(last) == ON_ACCOUNT ? lines.amount(last) : 0;
    }

    /** For example {@code 7 lines of 2 payments}. */
    @Override
    public String toString() {
        return lines() + " lines of " + ends.length + " payments";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        int[] copy = requireNonNull(ends, "ends").clone();
        requireNonNull(lines, "lines");
        requireNonNull(next, "next");
        int line = 0;
        for (int payment = 0; payment < copy.length; payment++) {
            int end = copy[payment];
            Require.that(
                    end > line && end <= lines.count(),
                    "bulk.lines",
                    "ends[" + payment + "]",
                    "must be after " + line + " and at most " + lines.count(),
                    end);
            for (; line < end; line++) {
                int lowest = line == end - 1 ? ON_ACCOUNT : 0;
                Require.that(item(line) >= lowest, "bulk.row", "item", "must be at least " + lowest, item(line));
                Require.that(amount(line) > 0, "bulk.amount", "amount", "must be more than 0", amount(line));
            }
        }
        Require.that(line == lines.count(), "bulk.lines", "ends", "must end with " + lines.count(), line);
        return new SettledColumns(copy, lines, next);
    }
}
