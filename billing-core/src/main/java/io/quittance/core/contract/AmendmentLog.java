package io.quittance.core.contract;

import io.quittance.core.internal.PersistentMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amendments in the order in which they became known, found by their place and by their key. One more costs the logarithm of
 * their number, and leaves this log as it was.
 */
final class AmendmentLog {
    private final PersistentMap<Integer, Amendment> places;
    private final PersistentMap<String, Amendment> keys;
    /** The places of withdrawals, by the keys of what they withdraw. */
    private final PersistentMap<String, Integer> withdrawals;

    private final int size;

    private AmendmentLog(
            PersistentMap<Integer, Amendment> places,
            PersistentMap<String, Amendment> keys,
            PersistentMap<String, Integer> withdrawals,
            int size) {
        this.places = places;
        this.keys = keys;
        this.withdrawals = withdrawals;
        this.size = size;
    }

    static AmendmentLog empty() {
        return new AmendmentLog(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), 0);
    }

    /** The log with one more, whose key is new. */
    AmendmentLog with(Amendment amendment) {
        return new AmendmentLog(
                places.put(size, amendment),
                keys.put(amendment.key(), amendment),
                amendment.withdrawn().map(key -> withdrawals.put(key, size)).orElse(withdrawals),
                size + 1);
    }

    int size() {
        return size;
    }

    /** By its place, from 0. */
    Amendment at(int place) {
        Amendment amendment = places.get(place);
        if (amendment == null) {
            throw new IndexOutOfBoundsException(place);
        }
        return amendment;
    }

    /** By its key, withdrawn or not. */
    Optional<Amendment> find(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** Whether one of the first so many withdraws that key. */
    boolean isWithdrawn(String key, int count) {
        @Nullable Integer place = withdrawals.get(key);
        return place != null && place < count;
    }

    /** The first so many, in order. */
    List<Amendment> first(int count) {
        var first = new ArrayList<Amendment>(count);
        Iterator<Amendment> all = places.iterator();
        while (first.size() < count) {
            first.add(all.next());
        }
        return List.copyOf(first);
    }
}
