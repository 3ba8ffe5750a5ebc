package io.quittance.ar.ledger;

import io.quittance.core.internal.PersistentMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Debts, or payments and credits, each with what is left of it day by day. What there is after all entries costs the number of those of
 * which something is left in the end; what there was on a day costs those, and the number of those of which something was left that day
 * and is gone.
 *
 * @param all that there ever were
 * @param left those of which something is left in the end
 * @param gone the ids of those of which nothing is left in the end, by the days on which something was
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
                gone(before == null ? null : before.amounts().untilNothing(), item));
    }

    private Bygone<K> gone(Bygone.@Nullable Days before, V item) {
        Bygone.Days now = item.amounts().untilNothing();
        if (Objects.equals(before, now)) {
            return gone;
        }
        Bygone<K> without = before == null ? gone : gone.without(before, item.id());
        return now == null ? without : without.with(now, item.id());
    }

    /** Those of which something was left at the end of a day, in no order that means anything. */
    List<V> on(LocalDate day) {
        var there = new ArrayList<V>();
        for (V item : left) {
            add(there, item, day);
        }
        gone.on(day, id -> add(there, all.get(id), day));
        return there;
    }

    private void add(List<V> there, @Nullable V item, LocalDate day) {
        if (item != null && item.amounts().at(day).signum() > 0) {
            there.add(item);
        }
    }
}
