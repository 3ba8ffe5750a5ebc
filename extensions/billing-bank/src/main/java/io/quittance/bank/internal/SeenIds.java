package io.quittance.bank.internal;

import io.quittance.bank.BankFileReader;
import io.quittance.core.internal.Require;
import io.quittance.core.internal.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * How often each reference of a statement was seen, in ten to fifteen bytes for each. It keeps 54 bits of a hash, 12 of them as the number
 * of a table, and a count: two references that share them, for a hundred thousand a chance of less than one in a million, are numbered
 * as if they were one, and are still two ids.
 */
public final class SeenIds {
    private static final int TABLE_BITS = 12;
    private static final int COUNT_BITS = 22; // holds MAX_TRANSACTIONS
    private static final int MARK_BITS = Long.SIZE - COUNT_BITS;
    private static final long COUNT = (1L << COUNT_BITS) - 1;
    private static final int FIRST_SIZE = 4;

    /** Each place holds a mark and a count, or 0. */
    private long[] @Nullable [] tables = new long[1 << TABLE_BITS][];

    private int[] sizes = new int[1 << TABLE_BITS];
    private int size;

    /** None are seen yet. */
    public SeenIds() {}

    /** How often it was seen with this time: 1 if it is new. */
    int count(String reference) {
        Require.that(
                size < BankFileReader.MAX_TRANSACTIONS,
                "bank.transactions",
                "statement",
                "must have at most " + BankFileReader.MAX_TRANSACTIONS + " transactions",
                null);
        long hash = Long.parseUnsignedLong(Sha256.of(reference).substring(0, 16), 16);
        int number = (int) (hash >>> (Long.SIZE - TABLE_BITS));
        long mark = hash >>> (Long.SIZE - TABLE_BITS - MARK_BITS) << COUNT_BITS;
        long[] table = roomy(number);
        int place = place(table, mark);
        if (table[place] == 0) {
            table[place] = mark;
            sizes[number]++;
            size++;
        }
        table[place]++;
        return (int) (table[place] & COUNT);
    }

    void clear() {
        if (size > 0) {
            tables = new long[1 << TABLE_BITS][];
            sizes = new int[1 << TABLE_BITS];
            size = 0;
        }
    }

    /** The table, with at least a fifth of its places free; half as large again if it is not. */
    private long[] roomy(int number) {
        long[] table = tables[number];
        if (table == null) {
            table = new long[FIRST_SIZE];
        } else if ((sizes[number] + 1) * 5 > table.length * 4) {
            long[] larger = new long[table.length + table.length / 2];
            for (long taken : table) {
                if (taken != 0) {
                    larger[place(larger, taken & ~COUNT)] = taken;
                }
            }
            table = larger;
        }
        tables[number] = table;
        return table;
    }

    /** Where the mark stands, or may stand. */
    private static int place(long[] table, long mark) {
        int place = (int) Long.remainderUnsigned(mark >>> COUNT_BITS, table.length);
        while (table[place] != 0 && (table[place] & ~COUNT) != mark) {
            place = place + 1 == table.length ? 0 : place + 1;
        }
        return place;
    }
}
