package io.quittance.ar.aging;

import io.quittance.core.id.CustomerId;
import java.util.Arrays;
import java.util.List;

/** Sums in minor units by customer and column, in blocks, so that growing copies none of them. Not safe to share while it grows. */
final class CustomerSums {
    private static final int ROWS_BITS = 10;
    private static final int ROWS = 1 << ROWS_BITS;

    private final int columns;
    private final CustomerNumbers numbers = new CustomerNumbers();
    private long[][] blocks = new long[1][];

    CustomerSums(int columns) {
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    List<CustomerId> customers() {
        return numbers.all();
    }

    /** The number of a customer with this hash code, whose sums are 0 if it is new. */
    int number(CustomerId customer, int hash) {
        int number = numbers.number(customer, hash);
        int block = number >> ROWS_BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        if (blocks[block] == null) {
            blocks[block] = new long[ROWS * columns];
        }
        return number;
    }

    /** @throws ArithmeticException if the sum is too large */
    void add(int number, int column, long amount) {
        long[] block = blocks[number >> ROWS_BITS];
        int at = (number & (ROWS - 1)) * columns + column;
        block[at] = Math.addExact(block[at], amount);
    }

    /** The sum of a customer in a column; 0 for one that has no number. */
    long sum(CustomerId customer, int column) {
        int number = numbers.find(customer);
        return number < 0 ? 0 : blocks[number >> ROWS_BITS][(number & (ROWS - 1)) * columns + column];
    }

    /** All sums of a customer; of 0 for one that has no number. */
    long[] sums(CustomerId customer) {
        var sums = new long[columns];
        Arrays.setAll(sums, column -> sum(customer, column));
        return sums;
    }
}
