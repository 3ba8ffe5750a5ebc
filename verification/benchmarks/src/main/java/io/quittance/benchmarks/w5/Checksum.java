package io.quittance.benchmarks.w5;

/** The checksum of W5a: over the sums of all customers, bucket by bucket. */
public final class Checksum {
    private long sum = 17;

    /** The next sum in that order. */
    public void add(long cents) {
        sum = 31 * sum + cents;
    }

    /** Of sums that are customer by customer, bucket by bucket. */
    public static long of(long[] sums) {
        var checksum = new Checksum();
        for (long cents : sums) {
            checksum.add(cents);
        }
        return checksum.value();
    }

    /** The checksum of what came in. */
    public long value() {
        return sum;
    }
}
