package io.quittance.core.bulk;

import java.util.Arrays;
import java.util.Objects;

/**
 * Finds events that were reported twice, by their 64-bit keys, as a stage of its own before rating; not safe to share
 * between threads. It remembers every key that it has seen, in 16 to 48 bytes each.
 *
 * <p>{@code rating.add(batch, keys.repeated(keyColumn))} rates each event once.
 */
public final class EventKeys {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int INITIAL = 1024;

    /** A place with 0 is free; whether the key 0 was seen is told by {@link #zeroSeen}. */
    private long[] table = new long[INITIAL];

    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(INITIAL);
    private int used;
    private boolean zeroSeen;

    /** No key was seen yet. */
    public static EventKeys none() {
        return new EventKeys();
    }

    private EventKeys() {}

    /** How many different keys were seen. */
    public long count() {
        return used + (zeroSeen ? 1L : 0L);
    }

    /** Notes a key; false if it was seen before. */
    @PerRow
    public boolean add(long key) {
        if (key == 0) {
            boolean isNew = !zeroSeen;
            zeroSeen = true;
            return isNew;
        }
        long[] keys = table;
        int at = place(key);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return false;
            }
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        if (++used > keys.length / 2) {
            grow();
        }
        return true;
    }

    /**
     * Notes the keys of a column.
     *
     * @param keys the key of each row
     * @return the numbers of the rows whose key was seen before, in this column or earlier, rising
     */
    public int[] repeated(long[] keys) {
        return repeated(keys, 0, keys.length);
    }

    /** As {@link #repeated(long[])}, for the rows from {@code from} up to, not including, {@code to}. */
    @PerRow
    public int[] repeated(long[] keys, int from, int to) {
        Objects.checkFromToIndex(from, to, keys.length);
        var rows = new int[16];
        int count = 0;
        for (int row = from; row < to; row++) {
            if (!add(keys[row])) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * count);
                }
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    @PerRow
    private int place(long key) {
        return (int) (((key ^ (key >>> 32)) * SPREAD) >>> shift);
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        shift--;
        for (long key : old) {
            if (key != 0) {
                int at = place(key);
                while (table[at] != 0) {
                    at = (at + 1) & (table.length - 1);
                }
                table[at] = key;
            }
        }
    }

    /** For example {@code 1000 keys}. */
    @Override
    public String toString() {
        return count() + " keys";
    }
}
