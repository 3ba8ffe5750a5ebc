package io.quittance.benchmarks.w3;

import io.quittance.benchmarks.Pair;
import io.quittance.core.bulk.PricedLine;
import java.util.List;

/** The limit: what a programmer writes by hand for these very columns and rates. */
final class LimitLoops {
    static final int[] PERCENTS = {19, 7, 0};

    private LimitLoops() {}

    static long sums(Invoices in) {
        return sums(in, 0, in.count).value();
    }

    static long sumsByTwo(Invoices in, Pair pair) {
        int half = in.count / 2;
        var parts = new Checksum[2];
        pair.run(() -> parts[0] = sums(in, 0, half), () -> parts[1] = sums(in, half, in.count));
        return parts[0].followedBy(parts[1], in.count - half);
    }

    private static Checksum sums(Invoices in, int from, int to) {
        var checksum = new Checksum();
        var taxable = new long[3];
        int row = from == 0 ? 0 : in.ends[from - 1];
        for (int i = from; i < to; i++) {
            taxable[0] = 0;
            taxable[1] = 0;
            taxable[2] = 0;
            for (; row < in.ends[i]; row++) {
                long cents = (in.quantities[row] * in.prices[row] + 50_000) / 100_000;
                taxable[in.rates[row]] += cents - in.allowances[row];
            }
            long net = taxable[0] + taxable[1] + taxable[2];
            long tax = (taxable[0] * 19 + 50) / 100 + (taxable[1] * 7 + 50) / 100;
            checksum.invoice(net, tax, net + tax);
        }
        return checksum;
    }

    /** Visits the objects and what they point to, field by field. */
    static long readObjects(List<List<PricedLine>> documents) {
        long sum = 0;
        for (List<PricedLine> lines : documents) {
            for (PricedLine line : lines) {
                sum += line.quantity().signum()
                        + line.quantity().scale()
                        + line.netPrice().signum()
                        + line.netPrice().scale()
                        + line.allowance().signum()
                        + line.allowance().scale()
                        + (line.treatment() == BulkDoor.STANDARD ? 1 : 0);
            }
        }
        return sum;
    }
}
