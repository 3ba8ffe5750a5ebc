package io.quittance.examples.spark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The lines of W1 as anybody would write them down, without the library: sums, then tier by tier, then half up to cents. */
final class PlainBill {
    private static final long[] BOUNDS_MILLI = {0, 1_000_000, 2_500_000, 5_000_000, Long.MAX_VALUE};

    private final long[][] sums;

    PlainBill(W1 w1) {
        sums = new long[w1.customers()][W1.METERS];
        for (long i = 0; i < w1.events(); i++) {
            W1.Event event = w1.event(i);
            if (event.time() >= W1.START.toEpochMilli() && event.time() < W1.END.toEpochMilli()) {
                sums[event.customer()][event.meter()] += event.quantity();
            }
        }
    }

    /** Cents, by customer and meter. */
    List<List<Long>> lines() {
        var all = new ArrayList<List<Long>>();
        for (long[] customer : sums) {
            var lines = new ArrayList<Long>();
            for (int meter = 0; meter < W1.METERS; meter++) {
                lines.add(cents(meter, customer[meter]));
            }
            all.add(lines);
        }
        return all;
    }

    private static long cents(int meter, long milli) {
        var price = BigDecimal.ZERO;
        for (int tier = 0; tier < 4; tier++) {
            long inTier = Math.max(0, Math.min(milli, BOUNDS_MILLI[tier + 1]) - BOUNDS_MILLI[tier]);
            price = price.add(BigDecimal.valueOf(inTier, 3).multiply(BigDecimal.valueOf(W1.unitPrice(meter, tier), 4)));
        }
        return price.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
