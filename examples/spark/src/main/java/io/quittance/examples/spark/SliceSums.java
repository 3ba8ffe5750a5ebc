package io.quittance.examples.spark;

import io.quittance.core.bulk.UsageBatch;
import io.quittance.core.bulk.UsageSums;

/** The kernel for one slice, fed with blocks of columns, so that an event is four numbers and no object. */
final class SliceSums {
    private static final int BLOCK = 1024;

    private final UsageSums sums;
    private final int[] customers = new int[BLOCK];
    private final int[] meters = new int[BLOCK];
    private final long[] quantities = new long[BLOCK];
    private final long[] times = new long[BLOCK];
    private final UsageBatch batch =
            UsageBatch.ofOrdinals(customers, meters, quantities, PriceList.QUANTITY_SCALE, times);
    private int count;

    SliceSums(UsageSums empty) {
        sums = empty;
    }

    void add(int customer, int meter, long quantity, long millis) {
        customers[count] = customer;
        meters[count] = meter;
        quantities[count] = quantity;
        times[count] = millis;
        count++;
        if (count == BLOCK) {
            flush();
        }
    }

    UsageSums sums() {
        flush();
        return sums;
    }

    private void flush() {
        sums.add(batch.rows(0, count));
        count = 0;
    }
}
