package io.quittance.benchmarks.w3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Variant;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class W3Test {
    private static final Invoices SMALL = new Invoices(500);

    /** Independent of all variants: a map of decimals by percent. */
    private static long expected(Invoices in) {
        var checksum = new Checksum();
        int row = 0;
        for (int i = 0; i < in.count(); i++) {
            var taxable = new TreeMap<Integer, BigDecimal>();
            for (; row < in.end(i); row++) {
                BigDecimal goods = in.quantity(row).multiply(in.price(row)).setScale(2, RoundingMode.HALF_UP);
                taxable.merge(in.percent(row), goods.subtract(in.allowance(row)), BigDecimal::add);
            }
            BigDecimal net = BigDecimal.ZERO;
            BigDecimal tax = BigDecimal.ZERO;
            for (int percent : taxable.keySet()) {
                BigDecimal part = taxable.get(percent);
                net = net.add(part);
                tax = tax.add(part.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.HALF_UP));
            }
            checksum.invoice(
                    net.movePointRight(2).longValueExact(),
                    tax.movePointRight(2).longValueExact(),
                    net.add(tax).movePointRight(2).longValueExact());
        }
        return checksum.value();
    }

    @Test
    void everyVariantComputesTheSameSums() {
        long expected = expected(SMALL);
        List<List<DecimalLoops.Line>> decimals = DecimalLoops.documents(SMALL);
        try (var pair = new Pair()) {
            var variants = new ArrayList<>(W3.variants(SMALL, decimals, pair));
            variants.addAll(W3.moneta(SMALL, decimals));
            variants.addAll(W3.documents(SMALL, decimals));
            for (Variant variant : variants) {
                if (variant.computes()) {
                    assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
                }
            }
            assertThat(variants).hasSize(11);
        }
    }

    /** 100,000 invoices are 999,994 lines. */
    @Test
    void theInputIsThatOfTheWorkload() {
        var full = new Invoices(W3.FULL_SIZE);
        assertThat(LimitLoops.sums(full)).isEqualTo(0x4c38fc4f3d59af87L);
        assertThat(full.lines()).isEqualTo(999_994);
    }

    /** Counted, not timed: the columns of the sums, and less than the smallest object of 16 bytes for each document besides. */
    @Test
    void noDocumentOfColumnsMakesAnObject() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var in = new Invoices(5_000);
        BulkDoor.columns(in);
        long before = threads.getCurrentThreadAllocatedBytes();
        BulkDoor.columns(in);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).isLessThan((20 + 3 * 24 + 16) * in.count());
    }
}
