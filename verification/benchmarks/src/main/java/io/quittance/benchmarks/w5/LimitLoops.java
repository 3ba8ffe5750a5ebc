package io.quittance.benchmarks.w5;

import io.quittance.benchmarks.Pair;

/** The limit: what a programmer writes by hand for these very columns. */
final class LimitLoops {
    private LimitLoops() {}

    static long age(Items in) {
        var sums = new long[in.customers * Items.BUCKETS];
        age(in, 0, in.cents.length, sums);
        return Checksum.of(sums);
    }

    static long ageByTwo(Items in, Pair pair) {
        int half = in.cents.length / 2;
        var sums = new long[in.customers * Items.BUCKETS];
        var others = new long[in.customers * Items.BUCKETS];
        pair.run(() -> age(in, 0, half, sums), () -> age(in, half, in.cents.length, others));
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
        return Checksum.of(sums);
    }

    private static void age(Items in, int from, int to, long[] sums) {
        for (int item = from; item < to; item++) {
            if (in.paidOn[item] > Items.DAY) {
                int late = Items.DAY - in.dueDates[item];
                int bucket = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
                sums[in.itemCustomers[item] * Items.BUCKETS + bucket] += in.cents[item];
            }
        }
    }
}
