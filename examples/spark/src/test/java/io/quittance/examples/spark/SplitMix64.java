package io.quittance.examples.spark;

/** The random numbers of the workloads (Steele, Lea and Flood, 2014), from any place on. */
final class SplitMix64 {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed, long drawn) {
        state = seed + drawn * STEP;
    }

    long below(long bound) {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 1) % bound;
    }
}
