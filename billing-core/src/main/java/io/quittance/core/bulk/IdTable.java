package io.quittance.core.bulk;

import io.quittance.core.internal.Require;
import java.util.Arrays;

/**
 * Numbers 64-bit ids from 0, in the order of their first appearance. Open addressing with linear probing over the numbers
 * alone, at most an eighth full, so that nearly every id is found at its first place; beyond 2^27 ids up to a quarter, since
 * an array has no more than 2^30 places.
 */
final class IdTable {
    private static final int INITIAL = 64;
    private static final int PLACES_PER_ID = 8;
    private static final int MOST_PLACES = 1 << 30;
    private static final int FREE = -1;

    private final int most;
    private int[] numbers;
    private int shift;
    private long factor = Spread.FIRST;
    /** How far ids were looked for beyond {@link Spread#FAR} since they were spread last. */
    private long detours;

    private long[] ids;
    private int count;

    /**
     * @param most how many ids it may number, 0 to {@link BulkRating#MAX_LINES}
     */
    IdTable(int most) {
        this.most = most;
        ids = new long[Math.min(INITIAL, most)];
        numbers = free(placesFor(INITIAL));
        shift = Spread.shift(numbers.length);
    }

    /** How many places a table for so many ids has, a power of two: 512 for 64. */
    static int placesFor(int ids) {
        long wanted = (long) PLACES_PER_ID * ids;
        return wanted >= MOST_PLACES ? MOST_PLACES : Integer.highestOneBit((int) (2 * wanted - 1));
    }

    int count() {
        return count;
    }

    /** How many ids it may number. */
    int most() {
        return most;
    }

    /** The id of a number. */
    long id(int number) {
        return ids[number];
    }

    /** All ids by their numbers. */
    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    boolean has(long id) {
        return numbers[find(id)] != FREE;
    }

    /**
     * The number of an id; a new one for a new id.
     *
     * @throws IllegalArgumentException if that would be one too many; then nothing has changed
     */
    @PerRow
    int number(long id) {
        int at = find(id);
        int steps = (at - Spread.place(id, factor, shift)) & (numbers.length - 1);
        if (steps > Spread.FAR && spreadAnewAfter(steps)) {
            return number(id);
        }
        int number = numbers[at];
        if (number != FREE) {
            return number;
        }
        if (count == ids.length) {
            grow();
            return number(id);
        }
        ids[count] = id;
        numbers[at] = count;
        return count++;
    }

    /** The place where the number of the id stands, or would stand. */
    @PerRow
    private int find(long id) {
        int[] places = numbers;
        int at = Spread.place(id, factor, shift);
        while (places[at] != FREE && ids[places[at]] != id) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }

    /**
     * Numbers the ids of rows within a period; what rows outside it get is undefined, and no new number.
     *
     * @param target where the number of row {@code from} comes first
     */
    @PerRow
    void number(long[] column, long[] times, Period period, int from, int to, int[] target) {
        guess(column, from, to, target);
        long[] known = ids;
        long start = period.startMillis();
        long end = period.endMillis();
        for (int row = from; row < to; row++) {
            int guess = target[row - from];
            if ((guess < 0 || known[guess] != column[row]) && times[row] >= start && times[row] < end) {
                target[row - from] = number(column[row]);
            }
        }
    }

    /** What stands at the first place of each id: nearly always its number. A loop of its own, without branches. */
    @PerRow
    private void guess(long[] column, int from, int to, int[] target) {
        int[] places = numbers;
        long by = factor;
        int bits = shift;
        for (int row = from; row < to; row++) {
            target[row - from] = places[Spread.place(column[row], by, bits)];
        }
    }

    private static int[] free(int size) {
        var places = new int[size];
        Arrays.fill(places, FREE);
        return places;
    }

    private void grow() {
        Require.that(count < most, "bulk.customers", "customers", "must be at most " + most, count + 1L);
        int larger = (int) Math.min(2L * count, most);
        long[] more = Arrays.copyOf(ids, larger);
        if (placesFor(larger) > numbers.length) {
            spreadOver(free(placesFor(larger)));
        }
        ids = more;
    }

    /** Notes a detour; true if detours have now cost as much as it costs to spread all ids anew, and that was done. */
    private boolean spreadAnewAfter(int steps) {
        detours += steps;
        if (detours <= numbers.length) {
            return false;
        }
        factor = Spread.after(factor, ids, count);
        Arrays.fill(numbers, FREE);
        spreadOver(numbers);
        return true;
    }

    /** Spreads all ids over free places, by another factor where they meet again. */
    private void spreadOver(int[] places) {
        numbers = places;
        shift = Spread.shift(places.length);
        while (!spread()) {
            factor = Spread.after(factor, ids, count);
            Arrays.fill(places, FREE);
        }
        detours = 0;
    }

    private boolean spread() {
        long far = 0;
        for (int number = 0; number < count && far <= numbers.length; number++) {
            int first = Spread.place(ids[number], factor, shift);
            int at = first;
            while (numbers[at] != FREE) {
                at = (at + 1) & (numbers.length - 1);
            }
            numbers[at] = number;
            int steps = (at - first) & (numbers.length - 1);
            far += steps > Spread.FAR ? steps : 0;
        }
        return far <= numbers.length;
    }

    /** How far the farthest id stands from its first place. */
    int farthest() {
        int farthest = 0;
        for (int number = 0; number < count; number++) {
            int steps = (find(ids[number]) - Spread.place(ids[number], factor, shift)) & (numbers.length - 1);
            farthest = Math.max(farthest, steps);
        }
        return farthest;
    }
}
