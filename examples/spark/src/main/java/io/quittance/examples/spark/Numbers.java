package io.quittance.examples.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers without a gap for tasks that know nothing of each other: each slice says how many it needs, and begins where the one before
 * ends. 3, 0 and 2 invoices from number 101 on begin at 101, 104 and 104; the next run begins at 106.
 *
 * @param first of each slice
 * @param count how many there are in all
 * @param next the first that this run does not use
 */
record Numbers(List<Long> first, long count, long next) implements Serializable {

    static Numbers from(long firstNumber, List<Long> needed) {
        var first = new ArrayList<Long>();
        long next = firstNumber;
        for (long count : needed) {
            first.add(next);
            next = Math.addExact(next, count);
        }
        return new Numbers(List.copyOf(first), next - firstNumber, next);
    }
}
