package io.quittance.core.bulk;

/**
 * Where keys stand first in a table with open addressing and linear probing, whose size is a power of two: at the upper
 * bits of a product. Keys come from outside, and those of one program or of one attacker may all meet in neighbouring
 * places; then the table spreads them anew by another factor. What a table answers does not depend on the factor.
 */
final class Spread {
    /** Odd, from the golden ratio: spreads keys that follow each other. */
    static final long FIRST = 0x9E3779B97F4A7C15L;

    /** A key that stands farther from its first place took a detour. By chance hardly any does. */
    static final int FAR = 64;

    private static final long MIX = 0xBF58476D1CE4E5B9L;

    private Spread() {}

    @PerRow
    static int place(long key, long factor, int shift) {
        // the upper half folded in first: keys that differ only there would else fall into one place
        return (int) (((key ^ (key >>> 32)) * factor) >>> shift);
    }

    /** How far the upper bits must be shifted down to be a place in a table of that size. */
    static int shift(int places) {
        return Long.SIZE - Integer.numberOfTrailingZeros(places);
    }

    /**
     * Another factor, odd too. It depends on all keys, so that nobody who knows only some of them can choose more to meet
     * under it, and on nothing else, so that one input takes one way.
     */
    static long after(long factor, long[] keys, int count) {
        long next = factor + FIRST;
        for (int i = 0; i < count; i++) {
            next = (next ^ keys[i]) * MIX;
            next ^= next >>> 32;
        }
        return next | 1;
    }
}
