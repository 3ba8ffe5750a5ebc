package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Items in columns, those of a customer side by side and by due date, then by row. The number of an item and what is open of it stand
 * next to each other, since they are wanted together. Never changes: how much of it is paid is kept beside it.
 */
final class DueOrder implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_DAY = (int) LocalDate.of(1, 1, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long DUE = 0xFFFF_FFFF_0000_0000L;

    /** By customer: the place after the last item. */
    private final int[] ends;
    /** By place: the number of the item, while it is sorted with its due date above it, and what is open of it. */
    private final long[] pairs;

    DueOrder(int[] ends, long[] pairs) {
        this.ends = ends;
        this.pairs = pairs;
    }

    static DueOrder of(int customerCount, int[] customers, int[] dueDates, long[] open) {
        var counts = new int[customerCount];
        for (int row = 0; row < customers.length; row++) {
            int customer = customers[row];
            int due = dueDates[row];
            if (customer < 0 || customer >= customerCount || due < FIRST_DAY || due > LAST_DAY || open[row] <= 0) {
                refuse(row, customerCount, customer, due, open[row]);
            }
            counts[customer]++;
        }
        int start = 0;
        int most = 0;
        for (int customer = 0; customer < customerCount; customer++) {
            int count = counts[customer];
            counts[customer] = start;
            start += count;
            most = Math.max(most, count);
        }
        var pairs = new long[2 * customers.length];
        for (int row = 0; row < customers.length; row++) {
            int at = 2 * counts[customers[row]]++;
            pairs[at] = ((long) dueDates[row] << Integer.SIZE) | row;
            pairs[at + 1] = open[row];
        }
        var order = new DueOrder(counts, pairs); // where each customer has been filled up to is where it ends
        order.sort(most);
        return order;
    }

    private static void refuse(int row, int customerCount, int customer, int due, long open) {
        requireCustomer(customer, customerCount, row);
        Require.that(
                due >= FIRST_DAY && due <= LAST_DAY,
                "date.year",
                "dueDates[" + row + "]",
                "must lie in the years 1 to 9999",
                due);
        Require.that(open > 0, "item.open", "open[" + row + "]", "must be more than 0", open);
    }

    static void requireCustomer(int customer, int customerCount, int row) {
        Require.that(
                customer >= 0 && customer < customerCount,
                "bulk.customer",
                "customers[" + row + "]",
                "must be 0 or more and below " + customerCount,
                customer);
    }

    /** @param most how many items a customer has at most */
    private void sort(int most) {
        var keys = new long[most];
        var sorted = new long[2 * most];
        int from = 0;
        for (int end : ends) {
            if (!isSorted(from, end)) {
                sort(from, end - from, keys, sorted);
            }
            for (; from < end; from++) {
                pairs[2 * from] &= ~DUE;
            }
        }
    }

    private boolean isSorted(int from, int end) {
        for (int at = from + 1; at < end; at++) {
            if (pairs[2 * at] < pairs[2 * at - 2]) {
                return false;
            }
        }
        return true;
    }

    /** By due date; items of one day stay as they are, by row. */
    private void sort(int from, int count, long[] keys, long[] sorted) {
        for (int i = 0; i < count; i++) {
            keys[i] = (pairs[2 * (from + i)] & DUE) | i;
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            int at = 2 * (from + (int) keys[i]);
            sorted[2 * i] = pairs[at];
            sorted[2 * i + 1] = pairs[at + 1];
        }
        System.arraycopy(sorted, 0, pairs, 2 * from, 2 * count);
    }

    int customers() {
        return ends.length;
    }

    /** How many items there are. */
    int size() {
        return pairs.length / 2;
    }

    int start(int customer) {
        return customer == 0 ? 0 : ends[customer - 1];
    }

    /** By customer: the place of the first item. */
    int[] starts() {
        var starts = new int[ends.length];
        System.arraycopy(ends, 0, starts, Math.min(1, ends.length), Math.max(0, ends.length - 1));
        return starts;
    }

    int end(int customer) {
        return ends[customer];
    }

    int item(int place) {
        return (int) pairs[2 * place];
    }

    long open(int place) {
        return pairs[2 * place + 1];
    }

    /** Checked again on the way back in; whether by due date can no longer be seen. */
    private Object readResolve() {
        int[] places = requireNonNull(ends, "ends").clone();
        long[] read = requireNonNull(pairs, "pairs").clone();
        int before = 0;
        for (int customer = 0; customer < places.length; customer++) {
            Require.that(
                    places[customer] >= before,
                    "bulk.place",
                    "ends[" + customer + "]",
                    "must be at least " + before,
                    places[customer]);
            before = places[customer];
        }
        Require.that(read.length == 2 * before, "bulk.rows", "pairs", "must be " + 2 * before, read.length);
        var numbers = new BitSet(before);
        for (int place = 0; place < before; place++) {
            long number = read[2 * place];
            Require.that(
                    number >= 0 && number < before && !numbers.get((int) number),
                    "bulk.row",
                    "item",
                    "must be a row, once, below " + before,
                    number);
            numbers.set((int) number);
            Require.that(read[2 * place + 1] > 0, "item.open", "open", "must be more than 0", read[2 * place + 1]);
        }
        return new DueOrder(places, read);
    }
}
