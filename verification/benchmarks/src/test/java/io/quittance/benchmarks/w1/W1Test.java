package io.quittance.benchmarks.w1;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Variant;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class W1Test {
    private static final Usage SMALL = new Usage(20_000);

    /** Independent of all variants: unit prices as WORKLOADS states them, one BigDecimal per line. */
    private static long expected(Usage usage) {
        var sums = new BigDecimal[usage.customers()][10];
        for (int i = 0; i < usage.events(); i++) {
            if (usage.time(i) >= 1_790_812_800_000L && usage.time(i) < 1_793_491_200_000L) { // October 2026 UTC
                BigDecimal before = sums[usage.customer(i)][usage.meter(i)];
                BigDecimal quantity = new BigDecimal(usage.quantity(i)).movePointLeft(3);
                sums[usage.customer(i)][usage.meter(i)] = before == null ? quantity : before.add(quantity);
            }
        }
        long hash = 17;
        for (BigDecimal[] lines : sums) {
            long invoice = 0;
            for (int meter = 0; meter < 10; meter++) {
                BigDecimal quantity = lines[meter] == null ? BigDecimal.ZERO : lines[meter];
                long cents = price(meter, quantity);
                hash = 31 * hash + cents;
                invoice += cents;
            }
            hash = 1_000_003 * hash + invoice;
        }
        return hash;
    }

    private static long price(int meter, BigDecimal quantity) {
        long base = 500 + 79L * meter;
        BigDecimal exact = between(quantity, "0", "1000")
                .multiply(tenThousandths(base))
                .add(between(quantity, "1000", "2500").multiply(tenThousandths(base * 85 / 100)))
                .add(between(quantity, "2500", "5000").multiply(tenThousandths(base * 70 / 100)))
                .add(between(quantity, "5000", "1E+9").multiply(tenThousandths(base * 55 / 100)));
        return exact.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    private static BigDecimal between(BigDecimal quantity, String from, String upTo) {
        return quantity.min(new BigDecimal(upTo)).subtract(new BigDecimal(from)).max(BigDecimal.ZERO);
    }

    private static BigDecimal tenThousandths(long number) {
        return BigDecimal.valueOf(number, 4);
    }

    @Test
    void everyVariantComputesTheSameLines() {
        long expected = expected(SMALL);
        try (var pair = new Pair()) {
            var variants = new ArrayList<Variant>();
            variants.addAll(W1.aggregated().of(SMALL, SMALL.objects(), pair));
            variants.addAll(W1.byEvent().of(SMALL, SMALL.objects(), pair));
            for (Variant variant : variants) {
                if (variant.computes()) {
                    assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
                }
            }
            assertThat(variants).hasSizeGreaterThan(20);
        }
    }

    @Test
    void theInputIsThatOfTheWorkload() {
        assertThat(LimitLoops.aggregated(new Usage(1_000_000))).isEqualTo(0x47d6f8543181503dL);
    }

    /** Counted, not timed: there is memory for lines and buffers, and less than 16 bytes, the smallest object, per event. */
    @Test
    void noEventMakesAnObject() {
        List<LongSupplier> ways = List.of(
                () -> BulkDoor.byOrdinal(SMALL),
                () -> BulkDoor.byId(SMALL),
                () -> BulkDoor.eventsByOrdinal(SMALL),
                () -> BulkDoor.eventsById(SMALL));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (LongSupplier way : ways) {
            way.getAsLong();
            long before = threads.getCurrentThreadAllocatedBytes();
            way.getAsLong();
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(bytes).isLessThan(12L * SMALL.events());
        }
    }
}
