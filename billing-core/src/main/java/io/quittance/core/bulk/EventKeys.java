package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.util.Arrays;
import java.util.Objects;

/**
 * Finds events that were reported twice, by their 64-bit keys, as a stage of its own before rating; not safe to share
 * between threads. It remembers every key that it has seen, up to {@link #MAX_KEYS}, in 16 to 48 bytes each. Keys may be
 * any: where many were made to meet in one place, they are spread anew.
 *
 * <p>{@code rating.add(batch, keys.repeated(keyColumn))} rates each event once.
 */
public final class EventKeys {
    /** How many different keys one may remember: 2^29. */
    public static final int MAX_KEYS = 1 << 29;

    private static final int INITIAL = 1024;

    private final int most;

    /** A place with 0 is free; whether the key 0 was seen is told by {@link #zeroSeen}. */
    private long[] table = new long[INITIAL];

    private int shift = Spread.shift(INITIAL);
    private long factor = Spread.FIRST;
    /** How far keys were looked for beyond {@link Spread#FAR} since they were spread last. */
    private long detours;

    private int used;
    /** How many keys other than 0 may be there before more is to be done than to put one more down. */
    private int room;

    private boolean zeroSeen;

    /** No key was seen yet. */
    public static EventKeys none() {
        return new EventKeys(MAX_KEYS);
    }

    EventKeys(int most) {
        this.most = most;
        measure();
    }

    /** How many different keys were seen. */
    public long count() {
        return used + (zeroSeen ? 1L : 0L);
    }

    /**
     * Notes a key; false if it was seen before.
     *
     * @throws IllegalArgumentException if it is new, and {@link #MAX_KEYS} others were seen; then nothing was noted
     */
    @PerRow
    public boolean add(long key) {
        if (key == 0) {
            return addZero();
        }
        long[] keys = table;
        int at = find(key);
        int steps = (at - Spread.place(key, factor, shift)) & (keys.length - 1);
        if (steps > Spread.FAR && spreadAnewAfter(steps)) {
            return add(key);
        }
        if (keys[at] == key) {
            return false;
        }
        if (used >= room) {
            grow();
            return add(key);
        }
        keys[at] = key;
        used++;
        return true;
    }

    private boolean addZero() {
        if (zeroSeen) {
            return false;
        }
        requireRoom(1);
        zeroSeen = true;
        measure();
        return true;
    }

    /** The place where the key stands, or would stand; it is not 0. */
    @PerRow
    private int find(long key) {
        long[] keys = table;
        int at = Spread.place(key, factor, shift);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    /**
     * Notes the keys of a column.
     *
     * @param keys the key of each row
     * @return the numbers of the rows whose key was seen before, in this column or earlier, rising
     * @throws IllegalArgumentException if there would be more than {@link #MAX_KEYS} different keys; then none was noted
     */
    public int[] repeated(long[] keys) {
        return repeated(keys, 0, requireNonNull(keys, "keys").length);
    }

    /** As {@link #repeated(long[])}, for the rows from {@code from} up to, not including, {@code to}. */
    @PerRow
    public int[] repeated(long[] keys, int from, int to) {
        Objects.checkFromToIndex(from, to, requireNonNull(keys, "keys").length);
        requireRoom(keys, from, to);
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

    /** Refuses a column that has too many new keys before any of them is noted: else they would count as repeated. */
    private void requireRoom(long[] keys, int from, int to) {
        if (count() + to - from <= most) {
            return;
        }
        EventKeys fresh = none();
        for (int row = from; row < to; row++) {
            if (!has(keys[row]) && fresh.add(keys[row])) {
                requireRoom(fresh.count());
            }
        }
    }

    private void requireRoom(long more) {
        Require.that(
                count() + more <= most, "bulk.keys", "keys", "must be at most " + most + " different", count() + more);
    }

    private boolean has(long key) {
        return key == 0 ? zeroSeen : table[find(key)] == key;
    }

    /** A table is at most half full. */
    private void measure() {
        room = Math.min(table.length / 2, most - (zeroSeen ? 1 : 0));
    }

    private void grow() {
        requireRoom(1);
        spreadOver(2 * table.length);
    }

    /** Notes a detour; true if detours have now cost as much as it costs to spread all keys anew, and that was done. */
    private boolean spreadAnewAfter(int steps) {
        detours += steps;
        if (detours <= table.length) {
            return false;
        }
        factor = Spread.after(factor, table, table.length);
        spreadOver(table.length);
        return true;
    }

    /** Spreads all keys over so many places, by another factor where they meet again. */
    private void spreadOver(int places) {
        long[] old = table;
        table = new long[places];
        shift = Spread.shift(places);
        while (!spread(old)) {
            factor = Spread.after(factor, old, old.length);
            Arrays.fill(table, 0);
        }
        detours = 0;
        measure();
    }

    private boolean spread(long[] old) {
        long far = 0;
        for (long key : old) {
            if (key != 0) {
                int at = find(key);
                table[at] = key;
                int steps = (at - Spread.place(key, factor, shift)) & (table.length - 1);
                far += steps > Spread.FAR ? steps : 0;
                if (far > table.length) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How far the farthest key stands from its first place. */
    int farthest() {
        int farthest = 0;
        for (long key : table) {
            if (key != 0) {
                int steps = (find(key) - Spread.place(key, factor, shift)) & (table.length - 1);
                farthest = Math.max(farthest, steps);
            }
        }
        return farthest;
    }

    /** For example {@code 1000 keys}. */
    @Override
    public String toString() {
        return count() + " keys";
    }
}
