package io.quittance.core.bulk;

import java.util.Arrays;

/**
 * Numbers 64-bit ids from 0, in the order of their first appearance. Open addressing with linear probing over the numbers
 * alone, at most an eighth full, so that nearly every id is found at its first place.
 */
final class IdTable {
    /** Odd, from the golden ratio: spreads ids that follow each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int PLACES_PER_ID = 8;
    private static final int FREE = -1;

    private int[] numbers = free(64 * PLACES_PER_ID);
    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(numbers.length);
    private long[] ids = new long[64];
    private int count;

    int count() {
        return count;
    }

    /** The id of a number. */
    long id(int number) {
        return ids[number];
    }

    /** All ids by their numbers. */
    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    /** The number of an id; a new one for a new id. */
    @PerRow
    int number(long id) {
        int place = place(id, shift);
        while (numbers[place] != FREE) {
            int number = numbers[place];
            if (ids[number] == id) {
                return number;
            }
            place = (place + 1) & (numbers.length - 1);
        }
        if (count == ids.length) {
            grow();
            return number(id);
        }
        ids[count] = id;
        numbers[place] = count;
        return count++;
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
        int bits = shift;
        for (int row = from; row < to; row++) {
            target[row - from] = places[place(column[row], bits)];
        }
    }

    @PerRow
    private static int place(long id, int shift) {
        // the upper half folded in first: ids that differ only there would else fall into one place
        return (int) (((id ^ (id >>> 32)) * SPREAD) >>> shift);
    }

    private static int[] free(int size) {
        var places = new int[size];
        Arrays.fill(places, FREE);
        return places;
    }

    private void grow() {
        int[] larger = free(2 * numbers.length);
        shift--;
        for (int number = 0; number < count; number++) {
            int place = place(ids[number], shift);
            while (larger[place] != FREE) {
                place = (place + 1) & (larger.length - 1);
            }
            larger[place] = number;
        }
        numbers = larger;
        ids = Arrays.copyOf(ids, 2 * count);
    }
}
