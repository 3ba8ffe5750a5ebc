package io.quittance.ar.ledger;

import io.quittance.core.internal.PersistentMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Debts, or payments and credits, each with what is left of it day by day. What there is after all entries costs the number of those of
 * which something is left in the end; what there was on a day costs those, and the number of those of which something was left that day
 * and is gone, however often they came back.
 *
 * @param all that there ever were
 * @param left those of which something is left in the end
 * @param gone the ids by the days on which something was left until nothing was, once for each time
 */
record Shelf<K extends Comparable<K>, V extends Shelf.Item<K>>(
        PersistentMap<K, V> all, PersistentMap<K, V> left, Bygone<K> gone) {

    /** Something of which a part is left, more or less from day to day. */
    interface Item<K> {
        K id();

        /** What is left of it; never below zero. */
        Timeline amounts();

        /** Whether something is left in the end. */
        default boolean isLeft() {
            return amounts().last().signum() > 0;
        }
    }

    static <K extends Comparable<K>, V extends Item<K>> Shelf<K, V> empty() {
        return new Shelf<K, V>(PersistentMap.empty(), PersistentMap.empty(), Bygone.empty());
    }

    /** With one more, or in place of the one with its id. */
    Shelf<K, V> with(V item) {
        K id = item.id();
        V before = all.get(id);
        boolean wasLeft = before != null && before.isLeft();
        return new Shelf<>(
                all.put(id, item),
                item.isLeft() ? left.put(id, item) : wasLeft ? left.remove(id) : left,
                gone(before == null ? List.of() : before.amounts().untilNothing(), item));
    }

    /** A change from a day on leaves what was before it as it was, and mostly what was after it. */
    private Bygone<K> gone(List<Bygone.Days> before, V item) {
        List<Bygone.Days> now = item.amounts().untilNothing();
        if (now.equals(before)) {
            return gone;
        }
        int first = 0;
        int most = Math.min(before.size(), now.size());
        while (first < most && before.get(first).equals(now.get(first))) {
            first++;
        }
        int same = 0;
        while (same < most - first && before.get(before.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
            same++;
        }
        Bygone<K> next = gone;
        for (Bygone.Days days : before.subList(first, before.size() - same)) {
            next = next.without(days, item.id());
        }
        for (Bygone.Days days : now.subList(first, now.size() - same)) {
            next = next.with(days, item.id());
        }
        return next;
    }

    /** Those of which something was left at the end of a day, in no order that means anything. */
    List<V> on(LocalDate day) {
        var there = new ArrayList<V>();
        for (V item : left) {
            add(there, item, day);
        }
        gone.on(day, id -> {
            V item = all.get(id);
            if (item != null && !item.isLeft()) {
                add(there, item, day);
            }
        });
        return there;
    }

    private void add(List<V> there, V item, LocalDate day) {
        if (item.amounts().at(day).signum() > 0) {
            there.add(item);
        }
    }
}
