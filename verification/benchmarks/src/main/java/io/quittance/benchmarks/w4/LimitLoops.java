package io.quittance.benchmarks.w4;

import io.quittance.benchmarks.Pair;
import java.util.Arrays;

/** The limit: what a programmer writes by hand for these very columns. */
final class LimitLoops {
    /** Items by customer, then due date, then number. */
    record Index(int[] ends, int[] items, long[] open) {}

    private LimitLoops() {}

    static Index index(Accounts in) {
        var ends = new int[in.customers];
        for (int customer : in.itemCustomers) {
            ends[customer]++;
        }
        int start = 0;
        for (int customer = 0; customer < ends.length; customer++) {
            int count = ends[customer];
            ends[customer] = start;
            start += count;
        }
        var keys = new long[in.open.length];
        for (int item = 0; item < keys.length; item++) {
            keys[ends[in.itemCustomers[item]]++] = ((long) in.dueDates[item] << 32) | item;
        }
        start = 0;
        for (int end : ends) {
            Arrays.sort(keys, start, end);
            start = end;
        }
        var items = new int[keys.length];
        var open = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            items[i] = (int) keys[i];
            open[i] = in.open[items[i]];
        }
        return new Index(ends, items, open);
    }

    static long settle(Accounts in, Index index) {
        var checksum = new Checksum();
        settle(in, index, index.open().clone(), 0, in.customers, checksum);
        return checksum.value();
    }

    static long fromUnsorted(Accounts in) {
        Index index = index(in);
        var checksum = new Checksum();
        settle(in, index, index.open(), 0, in.customers, checksum);
        return checksum.value();
    }

    static long settleByTwo(Accounts in, Index index, Pair pair) {
        long[] open = index.open().clone();
        int half = in.customers / 2;
        var first = new Checksum();
        var second = new Checksum();
        pair.run(
                () -> settle(in, index, open, 0, half, first),
                () -> settle(in, index, open, half, in.customers, second));
        return first.value() + second.value();
    }

    private static void settle(Accounts in, Index index, long[] open, int from, int to, Checksum checksum) {
        int[] ends = index.ends();
        int[] items = index.items();
        var next = new int[in.customers];
        System.arraycopy(ends, 0, next, 1, in.customers - 1);
        for (int payment = 0; payment < in.payers.length; payment++) {
            int customer = in.payers[payment];
            if (customer < from || customer >= to) {
                continue;
            }
            long money = in.amounts[payment];
            int at = next[customer];
            int end = ends[customer];
            while (money > 0 && at < end) {
                long paid = Math.min(money, open[at]);
                checksum.paid(payment, items[at], paid);
                money -= paid;
                open[at] -= paid;
                if (open[at] == 0) {
                    at++;
                }
            }
            next[customer] = at;
            if (money > 0) {
                checksum.onAccount(payment, money);
            }
        }
    }
}
