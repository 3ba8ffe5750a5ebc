package io.quittance.bank;

import io.quittance.core.internal.Require;
import io.quittance.core.internal.Sha256;

/**
 * How often each reference of a statement was seen, in places of twelve bytes, of which a third to two thirds are taken. It keeps
 * the first 64 bits of a hash: two references that share them, for a hundred thousand a chance of one in three billion, are numbered as
 * if they were one, and are still two ids.
 */
final class SeenIds {
    private static final int FIRST_SIZE = 1 << 8;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int size;

    /** How often it was seen with this time: 1 if it is new. */
    int count(String reference) {
        Require.that(
                size < BankFileReader.MAX_TRANSACTIONS,
                "bank.transactions",
                "statement",
                "must have at most " + BankFileReader.MAX_TRANSACTIONS + " transactions",
                null);
        if (size > counts.length / 3 * 2) {
            grow();
        }
        int place = place(Long.parseUnsignedLong(Sha256.of(reference).substring(0, 16), 16));
        if (counts[place] == 0) {
            size++;
        }
        return ++counts[place];
    }

    void clear() {
        hashes = new long[FIRST_SIZE];
        counts = new int[FIRST_SIZE];
        size = 0;
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (counts[place] > 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        hashes[place] = hash;
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] > 0) {
                counts[place(oldHashes[i])] = oldCounts[i];
            }
        }
    }
}
