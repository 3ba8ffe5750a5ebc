package io.quittance.benchmarks;

/** The random numbers of all workloads (Steele, Lea and Flood, 2014): the same sequence on every machine. */
public final class SplitMix64 {
    private long state;

    /** Starts the sequence of that seed. */
    public SplitMix64(long seed) {
        state = seed;
    }

    /** The next 64 bits. */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    public long below(long bound) {
        return (next() >>> 1) % bound;
    }

    /** The finaliser, also used to spread checksums. */
    public static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
