package io.quittance.benchmarks.w1;

import static io.quittance.benchmarks.w1.Prices.BOUNDS;
import static io.quittance.benchmarks.w1.Prices.UNIT_PRICES;
import static io.quittance.benchmarks.w1.Usage.END_MILLIS;
import static io.quittance.benchmarks.w1.Usage.METERS;
import static io.quittance.benchmarks.w1.Usage.START_MILLIS;

import io.quittance.benchmarks.Pair;

/** The limit: what a programmer writes by hand for these very columns and this very tariff, on dense customers. */
final class LimitLoops {
    private LimitLoops() {}

    static long aggregated(Usage usage) {
        return priced(sums(usage, 0, usage.events));
    }

    static long aggregatedByTwo(Usage usage, Pair pair) {
        int half = usage.events / 2;
        long[][] sums = new long[2][];
        pair.run(() -> sums[0] = sums(usage, 0, half), () -> sums[1] = sums(usage, half, usage.events));
        for (int i = 0; i < sums[0].length; i++) {
            sums[0][i] += sums[1][i];
        }
        return priced(sums[0]);
    }

    private static long[] sums(Usage usage, int from, int to) {
        int[] customer = usage.customer;
        int[] meter = usage.meter;
        long[] quantity = usage.quantity;
        long[] time = usage.time;
        var sums = new long[usage.customers * METERS];
        for (int i = from; i < to; i++) {
            if (time[i] >= START_MILLIS && time[i] < END_MILLIS) {
                sums[customer[i] * METERS + meter[i]] += quantity[i];
            }
        }
        return sums;
    }

    private static long priced(long[] sums) {
        var cents = new long[sums.length];
        for (int line = 0; line < sums.length; line++) {
            long[] prices = UNIT_PRICES[line % METERS];
            long exact = 0;
            long from = 0;
            for (int k = 0; from < sums[line]; k++) {
                long upTo = Math.min(sums[line], BOUNDS[k]);
                exact += (upTo - from) * prices[k];
                from = upTo;
            }
            cents[line] = (exact + 50_000) / 100_000;
        }
        return Checksum.of(cents);
    }

    /** Every event at its place in the tiers. */
    static long byEvent(Usage usage) {
        var used = new long[usage.customers * METERS];
        var exact = new long[used.length];
        for (int i = 0; i < usage.events; i++) {
            if (usage.time[i] >= START_MILLIS && usage.time[i] < END_MILLIS) {
                int line = usage.customer[i] * METERS + usage.meter[i];
                long[] prices = UNIT_PRICES[usage.meter[i]];
                long at = used[line];
                long end = at + usage.quantity[i];
                int k = 0;
                while (at >= BOUNDS[k]) {
                    k++;
                }
                long amount = 0;
                while (end > BOUNDS[k]) {
                    amount += (BOUNDS[k] - at) * prices[k];
                    at = BOUNDS[k++];
                }
                exact[line] += amount + (end - at) * prices[k];
                used[line] = end;
            }
        }
        return rounded(exact);
    }

    /** The same with arithmetic that would notice an overflow. */
    static long byEventChecked(Usage usage) {
        var used = new long[usage.customers * METERS];
        var exact = new long[used.length];
        for (int i = 0; i < usage.events; i++) {
            if (usage.time[i] >= START_MILLIS && usage.time[i] < END_MILLIS) {
                int line = usage.customer[i] * METERS + usage.meter[i];
                long[] prices = UNIT_PRICES[usage.meter[i]];
                long at = used[line];
                long end = Math.addExact(at, usage.quantity[i]);
                int k = 0;
                while (at >= BOUNDS[k]) {
                    k++;
                }
                long amount = 0;
                while (end > BOUNDS[k]) {
                    amount = Math.addExact(amount, Math.multiplyExact(BOUNDS[k] - at, prices[k]));
                    at = BOUNDS[k++];
                }
                amount = Math.addExact(amount, Math.multiplyExact(end - at, prices[k]));
                exact[line] = Math.addExact(exact[line], amount);
                used[line] = end;
            }
        }
        return rounded(exact);
    }

    private static long rounded(long[] exact) {
        for (int line = 0; line < exact.length; line++) {
            exact[line] = (exact[line] + 50_000) / 100_000;
        }
        return Checksum.of(exact);
    }

    /** Visits the four columns and adds them up. */
    static long readColumns(Usage usage) {
        long sum = 0;
        for (int i = 0; i < usage.events; i++) {
            sum += usage.customer[i] + usage.meter[i] + usage.quantity[i] + usage.time[i];
        }
        return sum;
    }

    /** Visits the objects and what they point to, field by field. */
    static long readObjects(UsageEvent[] events) {
        long sum = 0;
        for (UsageEvent event : events) {
            sum += event.customerId()
                    + event.meterId()
                    + event.quantity().signum()
                    + event.quantity().scale()
                    + event.timestamp().getEpochSecond()
                    + event.timestamp().getNano();
        }
        return sum;
    }
}
