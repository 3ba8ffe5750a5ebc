package io.quittance.ar.aging;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What {@link BulkAging} adds up: for each customer an amount in each bucket, in none, and what is contested. */
public final class AgedItems implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit currency;
    private final transient int columns;
    private final transient Map<CustomerId, Integer> numbers;
    private final transient long[] sums;

    /** @param sums of the customers by their numbers: the buckets, what none has, what is contested; not changed any more by the caller */
    AgedItems(CurrencyUnit currency, int columns, Map<CustomerId, Integer> numbers, long[] sums) {
        this.currency = currency;
        this.columns = columns;
        this.numbers = numbers;
        this.sums = sums;
    }

    /** The customers of which there was an item, by id. */
    public SortedSet<CustomerId> customers() {
        return new TreeSet<>(numbers.keySet());
    }

    /** How many buckets. */
    public int bucketCount() {
        return columns - 2;
    }

    /** What stands in a bucket of a customer; 0 for one of whom there was no item. */
    public Amount sum(CustomerId customer, int bucket) {
        return at(customer, Objects.checkIndex(bucket, columns - 2));
    }

    /** What of a customer stands in no bucket; 0 where the buckets leave nothing out. */
    public Amount unaged(CustomerId customer) {
        return at(customer, columns - 2);
    }

    /** What a customer contests, where that has its own column; 0 otherwise. */
    public Amount disputed(CustomerId customer) {
        return at(customer, columns - 1);
    }

    private Amount at(CustomerId customer, int column) {
        Integer number = numbers.get(customer);
        return number == null ? Amount.zero(currency) : Amount.ofMinor(sums[number * columns + column], currency);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedItems that
                && columns == that.columns
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && customers().equals(that.customers())
                && numbers.keySet().stream().allMatch(customer -> Arrays.equals(of(customer), that.of(customer)));
    }

    private long[] of(CustomerId customer) {
        int from = Require.present(numbers.get(customer), "customer") * columns;
        return Arrays.copyOfRange(sums, from, from + columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(columns, numbers.keySet());
    }

    @Override
    public String toString() {
        return numbers.size() + " customers, " + bucketCount() + " buckets";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("aged items are read through their proxy");
    }

    private Object writeReplace() {
        return new Proxy(currency.getCurrencyCode(), columns, new HashMap<>(numbers), sums);
    }

    /** The serial form, checked and copied on the way back in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Proxy(String currencyCode, int columns, HashMap<CustomerId, Integer> numbers, long[] sums)
            implements Serializable {
        private Object readResolve() {
            Require.that(columns > 2, "bulk.columns", "columns", "must be more than 2", columns);
            Require.that(
                    (long) numbers.size() * columns == sums.length,
                    "bulk.columns",
                    "sums",
                    "must be " + columns + " for each customer",
                    sums.length);
            boolean[] isTaken = new boolean[numbers.size()];
            numbers.forEach((customer, number) -> {
                Require.that(
                        number >= 0 && number < isTaken.length && !isTaken[number],
                        "bulk.customer",
                        "numbers",
                        "must be one for each customer, from 0",
                        number);
                isTaken[number] = true;
            });
            return new AgedItems(Currencies.of(currencyCode, "currencyCode"), columns, numbers, sums.clone());
        }
    }
}
