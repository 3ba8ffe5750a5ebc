package io.quittance.ar.aging;

import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link ColumnAging} adds up: a sum in minor units for each customer and bucket, and one of what no bucket has. */
public final class AgedColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient int columns;
    /** Customer by customer, bucket by bucket. */
    private final transient long[] sums;

    /** @param sums not changed any more by the caller */
    AgedColumns(int columns, long[] sums) {
        this.columns = columns;
        this.sums = sums;
    }

    /** How many customers. */
    public int customerCount() {
        return sums.length / columns;
    }

    /** How many buckets. */
    public int bucketCount() {
        return columns - 1;
    }

    /** What stands in a bucket of a customer. */
    public long sum(int customer, int bucket) {
        return sums[Objects.checkIndex(customer, customerCount()) * columns + Objects.checkIndex(bucket, columns - 1)];
    }

    /** What of a customer stands in no bucket; 0 where the buckets leave nothing out. */
    public long unaged(int customer) {
        return sums[Objects.checkIndex(customer, customerCount()) * columns + columns - 1];
    }

    /**
     * What stands in a bucket of all customers.
     *
     * @throws ArithmeticException if that is too large for a {@code long}
     */
    public long total(int bucket) {
        Objects.checkIndex(bucket, columns - 1);
        long total = 0;
        for (int at = bucket; at < sums.length; at += columns) {
            total = Math.addExact(total, sums[at]);
        }
        return total;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedColumns that && columns == that.columns && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return customerCount() + " customers, " + bucketCount() + " buckets";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("aged columns are read through their proxy");
    }

    private Object writeReplace() {
        return new Proxy(columns, sums);
    }

    /** The serial form, checked and copied on the way back in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Proxy(int columns, long[] sums) implements Serializable {
        private Object readResolve() {
            Require.that(
                    columns > 1 && sums.length % columns == 0,
                    "bulk.columns",
                    "columns",
                    "must be more than 1 and divide the sums",
                    columns);
            for (int i = 0; i < sums.length; i++) {
                Require.that(sums[i] >= 0, "bulk.amount", "sums[" + i + "]", "must be 0 or more", sums[i]);
            }
            return new AgedColumns(columns, sums.clone());
        }
    }
}
