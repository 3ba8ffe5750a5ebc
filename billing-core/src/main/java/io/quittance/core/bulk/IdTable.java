package io.quittance.core.bulk;

import java.util.Arrays;

/**
 * Numbers 64-bit ids in the order of their first appearance. Open addressing with linear probing; key and number lie
 * beside each other, so that a hit costs one cache line.
 */
final class IdTable {
    /** Odd, from the golden ratio: spreads ids that follow each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int INITIAL = 64;

    /** Pairs of id and number + 1; a number of 0 is a free place. */
    private long[] table = new long[2 * INITIAL];

    private long[] ids = new long[INITIAL / 2];
    private int count;
    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(INITIAL);

    int count() {
        return count;
    }

    long id(int number) {
        return ids[number];
    }

    /** All ids by their numbers. */
    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    /** The number of an id; a new one for a new id. */
    int number(long id) {
        long[] pairs = table;
        int at = place(id, shift);
        while (true) {
            long number = pairs[at + 1];
            if (number == 0) {
                return added(id, at);
            }
            if (pairs[at] == id) {
                return (int) number - 1;
            }
            at = (at + 2) & (pairs.length - 1);
        }
    }

    private static int place(long id, int shift) {
        // the upper half folded in first: ids that differ only there would else fall into one place
        return (int) (((id ^ (id >>> 32)) * SPREAD) >>> shift) << 1;
    }

    private int added(long id, int place) {
        if (count == ids.length) {
            grow();
            return number(id);
        }
        ids[count] = id;
        table[place] = id;
        table[place + 1] = count + 1L;
        return count++;
    }

    /** At most half full, so that probes stay short. */
    private void grow() {
        var larger = new long[2 * table.length];
        shift--;
        for (int number = 0; number < count; number++) {
            int at = place(ids[number], shift);
            while (larger[at + 1] != 0) {
                at = (at + 2) & (larger.length - 1);
            }
            larger[at] = ids[number];
            larger[at + 1] = number + 1L;
        }
        table = larger;
        ids = Arrays.copyOf(ids, 2 * ids.length);
    }
}
