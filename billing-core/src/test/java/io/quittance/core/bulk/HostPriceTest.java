package io.quittance.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host's own price is asked for what its Javadoc promises, and what it does wrong costs one line. */
class HostPriceTest {
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final CompiledPrice FIVE =
            CompiledPrice.inScale(0).from("0", "0", "5").compile();

    /** 5.00 each, in cents; a quantity that it does not like is told in its fast method too. */
    private record FiveEach(long disliked) implements LinePrice {

        @Override
        public BigDecimal price(BigDecimal quantity, int scale, RoundingMode mode) {
            return Require.notNegative(quantity, "quantity")
                    .multiply(new BigDecimal("5"))
                    .setScale(scale, mode);
        }

        @Override
        public long priced(long quantity, int scale, RoundingMode mode) {
            if (quantity == disliked) {
                throw new IllegalStateException("no price for " + disliked);
            }
            return quantity * 500;
        }
    }

    /** 3 calls taken back, none used: not 3 × 5.00 to be paid out, whoever prices them. */
    @Test
    void moreTakenBackThanUsedIsRefusedByAHostsPriceAsByACompiledOne() {
        UsageSums sums = UsageSums.ofOrdinals(1, 2, 0, START, END);
        sums.add(0, 0, new BigDecimal("-3"), START);
        sums.add(0, 1, new BigDecimal("-3"), START);
        RatedLines lines = sums.price(Tariff.of(2, RoundingMode.HALF_UP, List.of(FIVE, new FiveEach(7))));
        assertThat(lines.refused())
                .containsExactly(
                        new RefusedLine(0, 0, "number.negative", "quantity must not be negative, but was -3"),
                        new RefusedLine(0, 1, "number.negative", "quantity must not be negative, but was -3"));
        assertThat(lines.quantity(0, 1)).isEqualTo("-3");
    }

    /** 7 calls have no price; 2 of the next customer cost 10.00. */
    @Test
    void aFastPriceThatThrowsIsRefusedByLine() {
        UsageSums sums = UsageSums.ofOrdinals(2, 2, 0, START, END);
        sums.add(0, 0, new BigDecimal("7"), START);
        sums.add(0, 1, new BigDecimal("7"), START);
        sums.add(1, 0, new BigDecimal("2"), START);
        RatedLines lines = sums.price(Tariff.of(2, RoundingMode.HALF_UP, List.of(new FiveEach(7), FIVE)));
        assertThat(lines.refused()).containsExactly(new RefusedLine(0, 0, "price.failed", "no price for 7"));
        assertThat(lines.quantity(0, 0)).isEqualTo("7");
        assertThat(lines.amount(0, 1)).isEqualTo("35.00");
        assertThat(lines.total(1)).isEqualTo("10.00");
    }
}
