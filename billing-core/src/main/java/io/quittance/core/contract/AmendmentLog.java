package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.PersistentMap;
import io.quittance.core.schedule.Schedule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    /** The cycles of what is counted over periods, by its name, in the terms of this log and those before it. */
    private final PersistentMap<String, Schedule> cycles;

    private final int size;

    private AmendmentLog(
            PersistentMap<Integer, Amendment> places,
            PersistentMap<String, Amendment> keys,
            PersistentMap<String, Integer> withdrawals,
            PersistentMap<String, Schedule> cycles,
            int size) {
        this.places = places;
        this.keys = keys;
        this.withdrawals = withdrawals;
        this.cycles = cycles;
        this.size = size;
    }

    /** Without any, after terms that count these over periods. */
    static AmendmentLog after(Map<String, Schedule> counted) {
        return new AmendmentLog(
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                with(PersistentMap.empty(), counted),
                0);
    }

    private static PersistentMap<String, Schedule> with(
            PersistentMap<String, Schedule> cycles, Map<String, Schedule> counted) {
        PersistentMap<String, Schedule> more = cycles;
        for (Map.Entry<String, Schedule> cycle : counted.entrySet()) {
            more = more.put(cycle.getKey(), cycle.getValue());
        }
        return more;
    }

    /** The log with one more, whose key is new, and whose terms count these over periods. */
    AmendmentLog with(Amendment amendment, Map<String, Schedule> counted) {
        return new AmendmentLog(
                places.put(size, amendment),
                keys.put(amendment.key(), amendment),
                amendment.withdrawn().map(key -> withdrawals.put(key, size)).orElse(withdrawals),
                with(cycles, counted),
                size + 1);
    }

    int size() {
        return size;
    }

    /** By its place, from 0. */
    Amendment at(int place) {
        return requireNonNull(places.get(place), "place");
    }

    /** By its key, withdrawn or not. */
    Optional<Amendment> find(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** The cycle in which what has that name was counted so far, if any terms did. */
    Optional<Schedule> cycle(String name) {
        return Optional.ofNullable(cycles.get(name));
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
