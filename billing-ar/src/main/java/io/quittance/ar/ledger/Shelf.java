package io.quittance.ar.ledger;

import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
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
        return new Shelf<>(
                all.put(id, item),
                item.isLeft() ? left.put(id, item) : left.remove(id),
                gone(before == null ? List.of() : before.amounts().untilNothing(), item));
    }

    /** A change from a day on leaves what was before it as it was. */
    private Bygone<K> gone(List<Bygone.Days> before, V item) {
        List<Bygone.Days> now = item.amounts().untilNothing();
        int most = Math.min(before.size(), now.size());
        int same = 0;
        while (same < most && before.get(same).equals(now.get(same))) {
            same++;
        }
        Bygone<K> next = gone;
        for (Bygone.Days days : before.subList(same, before.size())) {
            next = next.without(days, item.id());
        }
        for (Bygone.Days days : now.subList(same, now.size())) {
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
            V item = Require.present(all.get(id), "id");
            if (!item.isLeft()) {
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
