package io.quittance.benchmarks.w2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quittance.benchmarks.Pair;
import io.quittance.benchmarks.Variant;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class W2Test {
    private static final Subscriptions SMALL = new Subscriptions(500);

    /** Independent of all variants: every day of the year is put into the line of its month, and counted there. */
    private static long expected(Subscriptions in) {
        var checksum = new Checksum();
        for (int row = 0; row < in.rows(); row++) {
            LocalDate from = in.start(row);
            LocalDate day = from;
            while (day.isBefore(in.end(row))) {
                LocalDate next = day.plusDays(1);
                if (next.getDayOfMonth() == 1 || next.equals(in.end(row))) {
                    BigDecimal served = new BigDecimal(next.toEpochDay() - from.toEpochDay());
                    BigDecimal cents = in.price(row)
                            .movePointRight(2)
                            .multiply(served)
                            .divide(new BigDecimal(day.lengthOfMonth()), 0, RoundingMode.HALF_UP);
                    checksum.line(in.subscription(row), from.toEpochDay(), next.toEpochDay(), cents.longValueExact());
                    from = next;
                }
                day = next;
            }
        }
        return checksum.value();
    }

    @Test
    void everyVariantComputesTheSameLines() {
        long expected = expected(SMALL);
        try (var pair = new Pair()) {
            List<Variant> variants = W2.variants(SMALL, pair);
            for (Variant variant : variants) {
                assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
            }
            assertThat(variants).hasSize(8);
        }
    }

    /** Also where prices and ends become known on their day, and earlier runs are corrected. */
    @Test
    void billRunsGiveTheLinesOfTheYear() {
        long expected = expected(SMALL);
        for (Variant variant : W2.billRuns(SMALL)) {
            assertThat(variant.work().getAsLong()).as(variant.name()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 120})
    void aBillRunAfterSoManyMonthsBillsTheNext(int months) {
        var few = new Subscriptions(20);
        assertThat(W2.runAfter(few, months).get(0).work().getAsLong()).isEqualTo(W2.checksumAfter(few, months));
    }

    /** 20,000 subscriptions are 151,391 lines. */
    @Test
    void theInputIsThatOfTheWorkload() {
        var full = new Subscriptions(W2.FULL_SIZE);
        assertThat(LimitLoops.lines(full)).isEqualTo(0x4c9be60f796e9474L);
        assertThat(full.lines()).isEqualTo(151_391);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 120})
    void aMonthlyRunBillsEverySubscriptionOnce(int months) {
        assertThat(W2.after(SMALL, months).get(0).work().getAsLong()).isEqualTo(W2.checksumAfter(SMALL, months));
    }

    /** Counted, not timed: the columns of the lines, and less than the smallest object of 16 bytes for each besides. */
    @Test
    void noLineOfColumnsMakesAnObject() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var in = new Subscriptions(2_000);
        BulkDoor.columns(in);
        long before = threads.getCurrentThreadAllocatedBytes();
        BulkDoor.columns(in);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).isLessThan((20 + 4) * in.lines());
    }
}
