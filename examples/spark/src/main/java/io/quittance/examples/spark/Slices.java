package io.quittance.examples.spark;

import java.io.Serializable;

/**
 * Cuts customers into parts of equal number, in their order. A slice is what one task rates and bills.
 *
 * @param customers how many there are
 * @param count how many slices; some are empty if there are fewer customers
 */
record Slices(int customers, int count) implements Serializable {
    Slices {
        if (count < 1) {
            throw new IllegalArgumentException("slices must be 1 or more, but are " + count);
        }
    }

    /** The slice of the customer at a place. */
    int of(int place) {
        return (int) ((long) place * count / customers);
    }

    /** The place of the first customer of a slice; that of the slice after the last one is the number of customers. */
    int from(int slice) {
        return (int) (((long) slice * customers + count - 1) / count);
    }

    /** How many customers a slice has. */
    int size(int slice) {
        return from(slice + 1) - from(slice);
    }
}
