package io.quittance.benchmarks.w6;

import io.quittance.benchmarks.SplitMix64;

/** The 1024 amounts and quantities of W6; amount first, then quantity, for each index. */
final class Inputs {
    static final int COUNT = 1024;
    static final int MASK = COUNT - 1;
    static final long[] WEIGHTS = {3, 5, 7, 11, 13, 17, 19};
    static final long WEIGHT_SUM = 75;

    /** Cents, 1 to 100,000,000. */
    static final long[] CENTS = new long[COUNT];
    /** Thousandths of a unit, 1 to 99,999. */
    static final long[] MILLIS = new long[COUNT];

    static {
        var random = new SplitMix64(20260606);
        for (int i = 0; i < COUNT; i++) {
            CENTS[i] = 1 + random.below(100_000_000);
            MILLIS[i] = 1 + random.below(99_999);
        }
    }

    private Inputs() {}
}
