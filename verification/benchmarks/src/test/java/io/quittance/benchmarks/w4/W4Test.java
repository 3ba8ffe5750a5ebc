package io.quittance.benchmarks.w4;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quittance.ar.allocation.ColumnAllocation;
import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Variant;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class W4Test {
    private static final Accounts SMALL = new Accounts(5_000);

    /** Independent of all variants: for each payment, all items are sorted and gone through again. */
    private static long expected(Accounts in) {
        var checksum = new Checksum();
        long[] open = in.open.clone();
        for (int payment = 0; payment < in.payments(); payment++) {
            int payer = in.payer(payment);
            List<Integer> owed = IntStream.range(0, in.items())
                    .filter(item -> in.customer(item) == payer)
                    .boxed()
                    .sorted(Comparator.comparing(in::dueDate).thenComparing(item -> item))
                    .toList();
            long money = in.amount(payment);
            for (int item : owed) {
                long paid = Math.min(money, open[item]);
                if (paid > 0) {
                    checksum.paid(payment, item, paid);
                    open[item] -= paid;
                    money -= paid;
                }
            }
            if (money > 0) {
                checksum.onAccount(payment, money);
            }
        }
        return checksum.value();
    }

    @Test
    void everyVariantPaysTheSame() {
        long expected = expected(SMALL);
        try (var pair = new Pair()) {
            var variants = new ArrayList<>(W4.variants(SMALL, pair));
            variants.addAll(W4.moneta(SMALL));
            for (Variant variant : variants) {
                assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
            }
            assertThat(variants).hasSize(10);
        }
    }

    @Test
    void theInputIsThatOfTheWorkload() {
        var full = new Accounts(W4.FULL_SIZE);
        assertThat(LimitLoops.fromUnsorted(full)).isEqualTo(0x6b7560c93080bec0L);
        assertThat(full.payments()).isEqualTo(1_000_000);
        assertThat(full.customers()).isEqualTo(100_000);
    }

    /** Counted, not timed: the columns of the lines, and less than the smallest object of 16 bytes for each payment besides. */
    @Test
    void noPaymentOfColumnsMakesAnObject() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var in = new Accounts(500_000);
        ColumnAllocation open = BulkDoor.open(in);
        BulkDoor.columns(in, open);
        long before = threads.getCurrentThreadAllocatedBytes();
        BulkDoor.columns(in, open);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        int lines = open.settle(in.payers, in.amounts).lines();
        assertThat(bytes).isLessThan(12L * (lines + 65_536) + 20L * in.payments());
    }
}
