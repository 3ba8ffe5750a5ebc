package io.quittance.examples.spark;

import java.util.List;

/** The checksum of W1: the lines of each customer in cents, and then their sum. */
final class Checksum {
    private long hash = 17;

    void customer(List<Long> cents, long invoice) {
        for (long line : cents) {
            hash = 31 * hash + line;
        }
        hash = 1_000_003 * hash + invoice;
    }

    @Override
    public String toString() {
        return String.format("%016x", hash);
    }
}
