package io.quittance.benchmarks.w3;

import io.quittance.benchmarks.SplitMix64;
import java.math.BigDecimal;

/** The invoices of W3 in columns: one row for each line; the rows of an invoice stand together. */
public final class Invoices {
    private static final long[] ALLOWANCES = {250, 500, 1_000, 1_500};

    final int count;
    /** By invoice: the row after its last one. */
    final int[] ends;
    /** In thousandths. */
    final long[] quantities;
    /** In ten-thousandths. */
    final long[] prices;
    /** In cents; 0 where there is none. */
    final long[] allowances;
    /** 0 for 19 %, 1 for 7 %, 2 for 0 %. */
    final int[] rates;

    /** Draws so many invoices. */
    public Invoices(int count) {
        this.count = count;
        ends = new int[count];
        int rows = 0;
        for (int i = 0; i < count; i++) {
            rows += 1 + (int) (7L * i % 19);
            ends[i] = rows;
        }
        quantities = new long[rows];
        prices = new long[rows];
        allowances = new long[rows];
        rates = new int[rows];
        var random = new SplitMix64(20260303);
        for (int row = 0; row < rows; row++) {
            quantities[row] = 1 + random.below(20_000);
            prices[row] = 1 + random.below(5_000_000);
            long rate = random.below(100);
            rates[row] = rate < 60 ? 0 : rate < 90 ? 1 : 2;
            int allowance = (int) random.below(100);
            if (allowance < 30) {
                long cents = (quantities[row] * prices[row] + 50_000) / 100_000;
                allowances[row] = cents * ALLOWANCES[allowance % 4] / 10_000;
            }
        }
    }

    /** How many invoices there are. */
    public int count() {
        return count;
    }

    /** How many lines they have. */
    public int lines() {
        return quantities.length;
    }

    /** The row after the last one of an invoice. */
    public int end(int invoice) {
        return ends[invoice];
    }

    /** How much. */
    public BigDecimal quantity(int row) {
        return BigDecimal.valueOf(quantities[row], 3);
    }

    /** What one costs. */
    public BigDecimal price(int row) {
        return BigDecimal.valueOf(prices[row], 4);
    }

    /** What comes off; 0 where nothing does. */
    public BigDecimal allowance(int row) {
        return allowances[row] == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(allowances[row], 2);
    }

    /** The rate of the tax in percent: 19, 7 or 0. */
    public int percent(int row) {
        return LimitLoops.PERCENTS[rates[row]];
    }
}
