package io.quittance.benchmarks.w5;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Variant;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class W5Test {
    private static final Items SMALL = new Items(5_000);
    private static final int[][] LATE = {{-1_000, 0}, {1, 30}, {31, 60}, {61, 90}, {91, 2_000}};

    /** Independent of all variants: for each customer and bucket, all items are gone through again. */
    private static long expected(Items in) {
        var checksum = new Checksum();
        for (int owing = 0; owing < in.customers(); owing++) {
            int customer = owing;
            for (int[] bucket : LATE) {
                checksum.add(IntStream.range(0, in.items())
                        .filter(item -> in.customer(item) == customer && in.paidOn(item) > Items.DAY)
                        .filter(item -> Items.DAY - in.dueDate(item) >= bucket[0])
                        .filter(item -> Items.DAY - in.dueDate(item) <= bucket[1])
                        .mapToLong(in::cents)
                        .sum());
            }
        }
        return checksum.value();
    }

    @Test
    void everyVariantAgesTheSame() {
        long expected = expected(SMALL);
        try (var pair = new Pair()) {
            List<Variant> variants = W5.variants(SMALL, pair);
            for (Variant variant : variants) {
                if (variant.computes()) {
                    assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
                }
            }
            assertThat(variants).hasSize(10).filteredOn(Variant::computes).hasSize(9);
        }
    }

    /** Independent of all variants: for each month, all items are gone through again. */
    @Test
    void everyVariantFindsTheSameDaysSalesOutstanding() {
        var sold = new long[MonthEnds.MONTHS];
        var settled = new long[MonthEnds.MONTHS];
        for (int month = 0; month < MonthEnds.MONTHS; month++) {
            int first = (int) MonthEnds.FIRST.plusMonths(month).atDay(1).toEpochDay();
            int last = (int) MonthEnds.FIRST.plusMonths(month).atEndOfMonth().toEpochDay();
            for (int item = 0; item < SMALL.items(); item++) {
                sold[month] += isWithin(SMALL.invoiceDay(item), first, last) ? SMALL.cents(item) : 0;
                settled[month] += isWithin(SMALL.paidOn(item), first, last) ? SMALL.cents(item) : 0;
            }
        }
        long expected = MonthEnds.checksum(sold, settled);
        try (var pair = new Pair()) {
            List<Variant> variants = W5b.variants(SMALL, pair);
            for (Variant variant : variants) {
                assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
            }
            assertThat(variants).hasSize(7);
        }
    }

    private static boolean isWithin(int day, int first, int last) {
        return day >= first && day <= last;
    }

    @Test
    void theInputIsThatOfTheWorkload() {
        var full = new Items(W5.FULL_SIZE);
        assertThat(LimitLoops.age(full)).isEqualTo(0xd9b8a747d0092cfcL);
        assertThat(SalesLoops.dso(full)).isEqualTo(0x09a86932728b244cL);
        assertThat(full.customers()).isEqualTo(100_000);
    }

    /** Counted, not timed: the sums of the customers, and nothing for an item. */
    @Test
    void noItemOfColumnsMakesAnObject() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var in = new Items(500_000);
        BulkDoor.columns(in);
        long before = threads.getCurrentThreadAllocatedBytes();
        BulkDoor.columns(in);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).isLessThan(8L * 6 * in.customers() + 65_536);
    }
}
