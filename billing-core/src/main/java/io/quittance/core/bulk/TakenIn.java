package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BulkRating} has taken in, as it is shipped: quantities by slot, which are the number of the customer times
 * the number of meters plus the meter. Checked, and taken in again, where it is read.
 *
 * @param tariff of a rating by event; null for sums
 * @param customers how many there are, by ordinals; less than 0 for ids
 * @param ids in the order of their numbers; empty for ordinals
 * @param carried what did not fit in a {@code long}, by slot
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TakenIn(
        @Nullable Tariff tariff,
        int customers,
        int meters,
        int quantityScale,
        Instant start,
        Instant end,
        long[] ids,
        long[] quantities,
        @SuppressWarnings("serial") // a tree map
        SortedMap<Integer, BigInteger> carried,
        @SuppressWarnings("serial") // a copy made by List.copyOf
        List<RejectedRow> rejected,
        long counted,
        long before,
        long after)
        implements Serializable {

    TakenIn {
        ids = ids.clone();
        quantities = quantities.clone();
        carried = new TreeMap<>(carried);
        rejected = List.copyOf(rejected);
        Require.that(meters > 0, "bulk.meters", "meters", "must be more than 0", meters);
        long lines = (long) (customers < 0 ? ids.length : customers) * meters;
        Require.that(quantities.length == lines, "bulk.lines", "quantities", "must be " + lines, quantities.length);
        requireCount(counted, "counted");
        requireCount(before, "before");
        requireCount(after, "after");
        for (int slot : carried.keySet()) {
            Require.that(
                    slot >= 0 && slot < quantities.length,
                    "bulk.lines",
                    "carried",
                    "must be of " + quantities.length + " lines",
                    slot);
        }
    }

    private static void requireCount(long count, String argument) {
        Require.that(count >= 0, "number.negative", argument, "must not be negative", count);
    }

    private Object readResolve() {
        BulkRating rating = customers < 0 ? ofIds() : ofOrdinals();
        rating.restore(this);
        return rating;
    }

    private BulkRating ofIds() {
        return tariff == null
                ? UsageSums.ofIds(meters, quantityScale, start, end)
                : EventRating.ofIds(tariff, start, end);
    }

    private BulkRating ofOrdinals() {
        return tariff == null
                ? UsageSums.ofOrdinals(customers, meters, quantityScale, start, end)
                : EventRating.ofOrdinals(customers, requireNonNull(tariff), start, end);
    }
}
