package io.quittance.ar.aging;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The bulk door of aging in columns: sums by customer and bucket without an object for an item. Customers are numbered from 0; amounts are
 * whole minor units, cents for EUR, all of one currency; days are epoch days. It makes no more than one sum for each customer and bucket.
 *
 * <p>With {@code AgingBuckets.days(30, 60, 90)} on 30 April, 100 and 250 of customer 0, due on 30 April and on 1 March, are 100 in bucket 0 and
 * 250 in bucket 2. To the cent what {@link AgingReport} says. Immutable: share one between threads.
 */
public final class ColumnAging implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AgingBuckets buckets;
    /** The first age of each bucket but the first, where the buckets leave nothing out: an age is in the bucket of its number among them. */
    private final transient long[] from;

    private final transient boolean isWhole;

    private ColumnAging(AgingBuckets buckets) {
        this.buckets = requireNonNull(buckets, "buckets");
        int count = buckets.buckets().size();
        from = new long[count - 1];
        boolean leavesNothingOut = buckets.buckets().get(0).from() == Long.MIN_VALUE
                && buckets.buckets().get(count - 1).to() == Long.MAX_VALUE;
        for (int i = 1; i < count; i++) {
            from[i - 1] = buckets.buckets().get(i).from();
            leavesNothingOut &= buckets.buckets().get(i - 1).to() + 1 == from[i - 1];
        }
        isWhole = leavesNothingOut;
    }

    /** Ages into these buckets; what an incomplete set leaves out has the number after the last. */
    public static ColumnAging of(AgingBuckets buckets) {
        return new ColumnAging(buckets);
    }

    /** The buckets. */
    public AgingBuckets buckets() {
        return buckets;
    }

    /**
     * Adds up open items. The columns are read and not kept.
     *
     * @param customerCount how many customers there are; those of items are numbered below it
     * @param customers of each item
     * @param baseDays from which the age of each item is counted, such as its due date
     * @param open of each item, what of it goes to the buckets: 0 or more
     * @param day on which the items are as old as they are reported
     * @throws IllegalArgumentException if a column has another length, or a row another value, named as {@code open[3]}; or the sum of a customer
     *     and bucket is too large for a {@code long}
     */
    public AgedColumns age(int customerCount, int[] customers, int[] baseDays, long[] open, int day) {
        return sums(customerCount, customers, baseDays, null, open, day);
    }

    /**
     * Adds up what of a history of items is open on a day: as {@link #age(int, int[], int[], long[], int)} of the items that are settled after it or
     * not at all.
     *
     * @param settledDays on which each item was settled, {@link Integer#MAX_VALUE} where it is not; one that is settled on the day is not open at its end
     * @param open of each item until then
     */
    public AgedColumns age(
            int customerCount, int[] customers, int[] baseDays, int[] settledDays, long[] open, int day) {
        return sums(customerCount, customers, baseDays, requireNonNull(settledDays, "settledDays"), open, day);
    }

    private AgedColumns sums(
            int customerCount, int[] customers, int[] baseDays, int @Nullable [] settledDays, long[] open, int day) {
        Require.that(customerCount >= 0, "bulk.customers", "customerCount", "must be 0 or more", customerCount);
        int rows = requireNonNull(customers, "customers").length;
        requireRows(requireNonNull(baseDays, "baseDays").length, rows, "baseDays");
        requireRows(requireNonNull(open, "open").length, rows, "open");
        if (settledDays != null) {
            requireRows(settledDays.length, rows, "settledDays");
        }
        int columns = buckets.buckets().size() + 1;
        int most = (Integer.MAX_VALUE - 8) / columns;
        Require.that(
                customerCount <= most,
                "bulk.customers",
                "customerCount",
                "must be at most " + most + " with " + columns + " columns",
                customerCount);
        var sums = new long[customerCount * columns];
        for (int i = 0; i < rows; i++) {
            int customer = customers[i];
            long amount = open[i];
            if (customer < 0 || customer >= customerCount || amount < 0) {
                throw refused(customerCount, customer, amount, i);
            }
            if (settledDays != null && settledDays[i] <= day) {
                continue;
            }
            int at = customer * columns + column((long) day - baseDays[i]);
            long sum = sums[at] + amount;
            if (sum < 0) {
                throw new InvalidArgumentException(
                        "bulk.sum", "open[" + i + "]", "must not make the sum of its bucket too large", amount);
            }
            sums[at] = sum;
        }
        return new AgedColumns(columns, sums);
    }

    private static InvalidArgumentException refused(int customerCount, int customer, long amount, int row) {
        return amount < 0
                ? new InvalidArgumentException("bulk.amount", "open[" + row + "]", "must be 0 or more", amount)
                : new InvalidArgumentException(
                        "bulk.customer",
                        "customers[" + row + "]",
                        "must be 0 or more and below " + customerCount,
                        customer);
    }

    private static void requireRows(int length, int rows, String column) {
        Require.that(length == rows, "bulk.rows", column, "must have " + rows + " rows, as customers has", length);
    }

    /** The number of the bucket of an age; that after the last where there is none. */
    int column(long age) {
        if (isWhole) {
            int column = 0;
            for (long first : from) {
                column += age >= first ? 1 : 0;
            }
            return column;
        }
        int index = buckets.indexOf(age);
        return index < 0 ? buckets.buckets().size() : index;
    }

    @Override
    public String toString() {
        return "aging into " + buckets;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("aging in columns is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(buckets);
    }

    /** The serial form: the buckets, from which the rest follows. */
    private record Proxy(AgingBuckets buckets) implements Serializable {
        private Object readResolve() {
            return of(buckets);
        }
    }
}
