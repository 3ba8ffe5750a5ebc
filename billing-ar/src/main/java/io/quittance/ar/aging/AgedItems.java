package io.quittance.ar.aging;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What {@link BulkAging} adds up: for each customer an amount in each bucket, in none, and what is contested. */
public final class AgedItems implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit currency;
    private final transient CustomerSums sums;

    /** @param sums the buckets, what none has, what is contested; not changed any more by the caller */
    AgedItems(CurrencyUnit currency, CustomerSums sums) {
        this.currency = currency;
        this.sums = sums;
    }

    /** The customers of which there was an item, by id. */
    public SortedSet<CustomerId> customers() {
        return new TreeSet<>(sums.customers());
    }

    /** How many buckets. */
    public int bucketCount() {
        return sums.columns() - 2;
    }

    /** What stands in a bucket of a customer; 0 for one of whom there was no item. */
    public Amount sum(CustomerId customer, int bucket) {
        return at(customer, Objects.checkIndex(bucket, sums.columns() - 2));
    }

    /** What of a customer stands in no bucket; 0 where the buckets leave nothing out. */
    public Amount unaged(CustomerId customer) {
        return at(customer, sums.columns() - 2);
    }

    /** What a customer contests, where that has its own column; 0 otherwise. */
    public Amount disputed(CustomerId customer) {
        return at(customer, sums.columns() - 1);
    }

    private Amount at(CustomerId customer, int column) {
        return Amount.ofMinor(sums.sum(customer, column), currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedItems that
                && sums.columns() == that.sums.columns()
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && customers().equals(that.customers())
                && sums.customers().stream()
                        .allMatch(customer -> Arrays.equals(sums.sums(customer), that.sums.sums(customer)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sums.columns(), customers());
    }

    @Override
    public String toString() {
        return sums.customers().size() + " customers, " + bucketCount() + " buckets";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("aged items are read through their proxy");
    }

    private Object writeReplace() {
        List<CustomerId> customers = sums.customers();
        return new Proxy(
                currency.getCurrencyCode(),
                sums.columns(),
                customers.toArray(CustomerId[]::new),
                customers.stream().map(sums::sums).flatMapToLong(Arrays::stream).toArray());
    }

    /** The serial form, checked and copied on the way back in: customers, and their sums one customer after the other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Proxy(String currencyCode, int columns, CustomerId[] customers, long[] sums)
            implements Serializable {
        private Object readResolve() {
            Require.that(columns > 2, "bulk.columns", "columns", "must be more than 2", columns);
            Require.that(
                    (long) customers.length * columns == sums.length,
                    "bulk.columns",
                    "sums",
                    "must be " + columns + " for each customer",
                    sums.length);
            var read = new CustomerSums(columns);
            for (int i = 0; i < customers.length; i++) {
                int number = read.number(customers[i], customers[i].hashCode());
                Require.that(number == i, "bulk.customer", "customers", "must be given once each", customers[i]);
                for (int column = 0; column < columns; column++) {
                    long sum = sums[i * columns + column];
                    Require.that(sum >= 0, "bulk.amount", "sums", "must be 0 or more", sum);
                    read.add(i, column, sum);
                }
            }
            return new AgedItems(Currencies.of(currencyCode, "currencyCode"), read);
        }
    }
}
