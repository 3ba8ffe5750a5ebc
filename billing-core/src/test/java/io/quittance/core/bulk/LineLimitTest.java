package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A rating that is full refuses new customers, keeps what it has, and goes on with those that it knows. */
class LineLimitTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final CompiledPrice ONE =
            CompiledPrice.inScale(0).from("0", "0", "1").compile();
    private static final Tariff TARIFF = Tariff.of(0, RoundingMode.UP, List.of(ONE, ONE));
    private static final BigDecimal LARGE = new BigDecimal("10000000000000000000000");

    /** 2^28 lines and 2^20 meters are 256 customers. */
    @Test
    void aBatchWithTooManyNewCustomersIsRefusedAndTheNextOneIsNot() {
        UsageSums sums = UsageSums.ofIds(1 << 20, 0, START, END);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(batch(LongStream.range(0, 300).toArray())))
                .withMessage("customers must make at most 268435456 lines, but was 269484032");
        assertThat(sums.counted()).isZero();
        sums.add(batch(7));
        sums.add(8, 0, BigDecimal.ONE, START);
        assertThat(sums.counted()).isEqualTo(2);
    }

    /** Three customers of two meters at most. */
    @Test
    void aRefusedBatchLeavesEverythingAsItWas() {
        UsageSums sums = UsageSums.ofIds(2, 0, START, END, 7);
        sums.add(batch(7, 8));
        sums.add(8, 1, BigDecimal.TEN, START);
        String before = sums.toString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.add(batch(7, 9, 9, 10)))
                .withMessage("customers must make at most 7 lines, but was 8");
        assertThat(sums).hasToString(before);
        assertThat(sums.price(TARIFF).customers()).isEqualTo(2);
        sums.add(batch(8, 9, 9, 7, 10), new int[] {0, 4});
        assertUnits(sums, 2, 11, 2);
        assertThat(sums.counted()).isEqualTo(6);
    }

    /** An event outside the period brings no customer. */
    @Test
    void rowsThatAreNotRatedTakeNoRoom() {
        UsageSums sums = UsageSums.ofIds(1, 0, START, END, 1);
        long[] times = {START.toEpochMilli(), END.toEpochMilli(), START.toEpochMilli() - 1};
        sums.add(UsageBatch.ofIds(new long[] {7, 8, 9}, new int[3], new long[] {1, 1, 1}, 0, times));
        assertThat(sums)
                .hasToString(
                        "1 events from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z, 1 before, 1 after, 0 rejected");
    }

    /** An event that was accepted is rated: it is refused when it comes, or never. */
    @Test
    void aSingleEventIsRefusedWhenItComes() {
        UsageSums sums = UsageSums.ofIds(2, 0, START, END, 7);
        for (long customer : new long[] {7, 7, 8, 7, 9, 8}) {
            sums.add(customer, 0, BigDecimal.ONE, START);
        }
        for (BigDecimal quantity : List.of(BigDecimal.ONE, LARGE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sums.add(10, 0, quantity, START))
                    .withMessage("customers must make at most 7 lines, but was 8");
        }
        assertThat(sums.counted()).isEqualTo(6);
        sums.add(9, 1, BigDecimal.TEN, START);
        sums.add(10, 0, BigDecimal.ONE, END);
        assertUnits(sums, 3, 2, 11);
        assertThat(sums.counted()).isEqualTo(7);
        assertThat(sums.after()).isOne();
    }

    @Test
    void aMergeThatWouldBringTooManyCustomersChangesNothing() {
        UsageSums sums = UsageSums.ofIds(2, 0, START, END, 7);
        sums.add(batch(7, 8));
        UsageSums part = sums.part();
        part.add(batch(8, 9, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums.merge(part))
                .withMessage("customers must make at most 7 lines, but was 8");
        assertThat(sums.counted()).isEqualTo(2);
        UsageSums smaller = sums.part();
        smaller.add(batch(8, 9));
        sums.merge(smaller);
        assertUnits(sums, 1, 2, 1);
    }

    @Test
    void refusesMoreMetersThanThereMayBeLines() {
        int meters = BulkRating.MAX_LINES + 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageSums.ofIds(meters, 0, START, END))
                .withMessage("meters must be at most 268435456, but was 268435457");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageSums.ofOrdinals(0, meters, 0, START, END))
                .withMessage("meters must be at most 268435456, but was 268435457");
    }

    /** One unit for each row, on meter 0. */
    private static UsageBatch batch(long... customers) {
        long[] ones = LongStream.generate(() -> 1).limit(customers.length).toArray();
        long[] times =
                LongStream.generate(START::toEpochMilli).limit(customers.length).toArray();
        return UsageBatch.ofIds(customers, new int[customers.length], ones, 0, times);
    }

    /** What customers 7, 8 and 9 used on both meters, at 1 each. */
    private static void assertUnits(UsageSums sums, long... units) {
        RatedLines lines = sums.price(TARIFF);
        assertThat(lines.customers()).isEqualTo(units.length);
        for (int index = 0; index < units.length; index++) {
            assertThat(lines.customer(index)).isEqualTo(7 + index);
            assertThat(lines.unscaledTotal(index)).isEqualTo(units[index]);
        }
    }
}
