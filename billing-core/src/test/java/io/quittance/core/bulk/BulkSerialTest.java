package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.internal.SerialStreams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Parts are filled on other machines, shipped and merged; lines are shipped back. */
class BulkSerialTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final CompiledPrice CALLS = CompiledPrice.inScale(3)
            .from("0", "0", "0.10")
            .above("1000", "100", "0.08")
            .compile();
    private static final Tariff TARIFF = Tariff.of(2, RoundingMode.HALF_UP, List.of(CALLS, CALLS));
    private static final BigDecimal LARGE = new BigDecimal("10000000000000000000000");

    /** 990 calls here and 20 there are 1010: 100 + 10 × 0.08 = 100.80, as in one place. */
    @Test
    void shippedSumsAreMergedAsIfAllHadComeInHere() throws Exception {
        UsageSums here = UsageSums.ofIds(2, 3, START, END);
        here.add(7, 0, new BigDecimal("990"), START);
        UsageSums there = here.part();
        there.add(9, 1, LARGE, START);
        there.add(7, 0, new BigDecimal("20"), START);
        there.add(7, 0, BigDecimal.ONE, END);
        UsageSums arrived = SerialStreams.copy(there);
        assertThat(arrived).hasToString(there.toString());
        here.merge(arrived);
        RatedLines lines = here.price(TARIFF);
        assertThat(lines.amount(0, 0)).isEqualTo("100.80");
        assertThat(lines.quantity(1, 1)).isEqualByComparingTo(LARGE);
        assertThat(here.counted()).isEqualTo(3);
        assertThat(here.after()).isOne();
    }

    /** Ordinals, rejected rows and what comes in afterwards. */
    @Test
    void aShippedRatingGoesOn() throws Exception {
        EventRating rating = EventRating.ofOrdinals(2, TARIFF, START, END);
        long first = START.toEpochMilli();
        rating.add(UsageBatch.ofOrdinals(
                new int[] {0, 5}, new int[] {0, 0}, new long[] {990_000, 1}, 3, new long[] {first, first}));
        rating.add(1, 1, LARGE, START);
        EventRating arrived = SerialStreams.copy(rating);
        assertThat(arrived.rejected()).isEqualTo(rating.rejected()).hasSize(1);
        arrived.add(0, 0, new BigDecimal("20"), START);
        arrived.add(1, 1, BigDecimal.ONE, START);
        RatedLines lines = arrived.lines();
        assertThat(lines.amount(0, 0)).isEqualTo("100.80");
        assertThat(lines.quantity(1, 1)).isEqualByComparingTo("10000000000000000000001");
    }

    @Test
    void linesAreShippedWithLargeAndRefusedOnes() throws Exception {
        UsageSums sums = UsageSums.ofIds(2, 3, START, END);
        sums.add(7, 0, LARGE, START);
        sums.add(8, 0, new BigDecimal("-1"), START);
        RatedLines lines = sums.price(TARIFF);
        RatedLines arrived = SerialStreams.copy(lines);
        assertThat(arrived).hasToString("4 lines of 2 customers, 1 refused");
        assertThat(arrived.refused()).isEqualTo(lines.refused());
        assertThat(arrived.customer(1)).isEqualTo(8);
        // 100 + 0.08 × 9,999,999,999,999,999,999,000
        assertThat(arrived.amount(0, 0)).isEqualTo("800000000000000000020.00");
        assertThat(arrived.total(0)).isEqualTo(lines.total(0));
    }

    @Test
    void refusesAStreamThatWasTamperedWith() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.copy(form(new long[] {7, 7}, new long[4])))
                .withMessage("ids must be unique, but was 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form(new long[] {7, 8}, new long[3]))
                .withMessage("quantities must be 4, but was 3");
        var carried = new TreeMap<Integer, BigInteger>();
        carried.put(4, BigInteger.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TakenIn(
                        null, -1, 2, 3, START, END, new long[] {7, 8}, new long[4], carried, List.of(), 1, 0, 0))
                .withMessage("carried must be of 4 lines, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TakenIn(null, -1, 2, 3, START, END, new long[0], new long[0], carried, List.of(), -1, 0, 0))
                .withMessage("counted must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialStreams.copy(new TakenIn(
                        TARIFF, -1, 1, 3, START, END, new long[0], new long[0], new TreeMap<>(), List.of(), 0, 0, 0)))
                .withMessageStartingWith("tariff must have prices for 1 meters and quantities of 3 decimal places");
    }

    private static TakenIn form(long[] ids, long[] quantities) {
        return new TakenIn(null, -1, 2, 3, START, END, ids, quantities, new TreeMap<>(), List.of(), ids.length, 0, 0);
    }
}
