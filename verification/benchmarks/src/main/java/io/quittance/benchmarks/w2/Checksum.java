package io.quittance.benchmarks.w2;

import static io.quittance.benchmarks.SplitMix64.mix;

/** The checksum of W2: a sum over lines, so that their order does not matter. */
public final class Checksum {
    private long sum;

    /** A line: days since 1970, the second not included. */
    public void line(long subscription, long from, long to, long cents) {
        sum += mix(31 * mix(1_000_003 * subscription + from) + to) * (2 * cents + 1);
    }

    /** The checksum of the lines that came in. */
    public long value() {
        return sum;
    }
}
