package io.quittance.benchmarks.w4;

import io.quittance.benchmarks.SplitMix64;

/** The checksum of W4: over all that is paid and all that stays on account, in any order. */
public final class Checksum {
    private static final long FACTOR = 0x1_0000_0001L;

    private long sum;

    /** A payment pays so many cents of an item. */
    public void paid(int payment, int item, long cents) {
        sum += SplitMix64.mix(payment * FACTOR + item) * (2 * cents + 1);
    }

    /** So many cents of a payment stay on account. */
    public void onAccount(int payment, long cents) {
        sum += SplitMix64.mix(~(long) payment) * (2 * cents + 1);
    }

    /** The checksum of what came in. */
    public long value() {
        return sum;
    }
}
