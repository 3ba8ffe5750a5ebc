package io.quittance.benchmarks.w2;

import io.quittance.benchmarks.SplitMix64;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The subscriptions of W2 in columns: one row for each price that a subscription had in 2026. Days are days since 1970.
 */
public final class Subscriptions {
    /** The first day of 2026. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    /** The first day after 2026. */
    public static final LocalDate END_DAY = LocalDate.of(2027, 1, 1);

    static final long FIRST = FIRST_DAY.toEpochDay();
    static final long END = END_DAY.toEpochDay();
    private static final long[] CENTS = {999, 1_999, 4_999, 9_990, 24_900};

    final int count;
    final int rows;
    /** By row: the subscription, from 0, rising. */
    final int[] subscription;
    /** By row: the first day, and the day after the last. */
    final long[] start;

    final long[] end;
    /** By row: the price of a month. */
    final long[] cents;
    /** By subscription: whether it was cancelled within the year, at the end of its last row. */
    final boolean[] cancelled;

    private int filled;

    /** Draws so many subscriptions. */
    public Subscriptions(int count) {
        this.count = count;
        var subscriptions = new int[2 * count];
        var starts = new long[2 * count];
        var ends = new long[2 * count];
        var prices = new long[2 * count];
        cancelled = new boolean[count];
        var random = new SplitMix64(20260202);
        for (int i = 0; i < count; i++) {
            long first = FIRST + random.below(273);
            int price = (int) random.below(5);
            boolean changes = random.below(100) < 40;
            long changeDay = first + 1 + random.below(120);
            int nextPrice = (int) ((price + 1 + random.below(4)) % 5);
            changes &= changeDay < END; // a change that is dropped moves no cancellation
            boolean cancels = random.below(100) < 20;
            long cancelDay = (changes ? changeDay : first) + 1 + random.below(150);
            cancelled[i] = cancels && cancelDay < END;
            long last = cancelled[i] ? cancelDay : END;
            add(subscriptions, starts, ends, prices, i, first, changes ? changeDay : last, CENTS[price]);
            if (changes) {
                add(subscriptions, starts, ends, prices, i, changeDay, last, CENTS[nextPrice]);
            }
        }
        rows = filled;
        subscription = Arrays.copyOf(subscriptions, rows);
        start = Arrays.copyOf(starts, rows);
        end = Arrays.copyOf(ends, rows);
        cents = Arrays.copyOf(prices, rows);
    }

    private void add(
            int[] subscriptions, long[] starts, long[] ends, long[] prices, int i, long from, long to, long price) {
        subscriptions[filled] = i;
        starts[filled] = from;
        ends[filled] = to;
        prices[filled] = price;
        filled++;
    }

    /** How many subscriptions there are. */
    public int count() {
        return count;
    }

    /** How many rows there are, one for each price. */
    public int rows() {
        return rows;
    }

    /** The subscription of a row. */
    public int subscription(int row) {
        return subscription[row];
    }

    /** The first day of a row. */
    public LocalDate start(int row) {
        return LocalDate.ofEpochDay(start[row]);
    }

    /** The day after the last of a row. */
    public LocalDate end(int row) {
        return LocalDate.ofEpochDay(end[row]);
    }

    /** The price of a month. */
    public BigDecimal price(int row) {
        return BigDecimal.valueOf(cents[row], 2);
    }

    /** Whether the subscription ended within the year, with the end of its last row. */
    public boolean isCancelled(int subscription) {
        return cancelled[subscription];
    }

    /** How many lines the year has. */
    public long lines() {
        long lines = 0;
        for (int row = 0; row < rows; row++) {
            lines += LimitLoops.MONTH_OF_DAY[(int) (end[row] - 1 - FIRST)]
                    - LimitLoops.MONTH_OF_DAY[(int) (start[row] - FIRST)]
                    + 1;
        }
        return lines;
    }
}
