package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Stream;

/**
 * The first elements of a list that others share, as a list that cannot be changed. Written as a list of its own, without what follows.
 *
 * @param <E> values of one currency
 */
final class FirstOf<E> extends AbstractList<E> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written: see writeReplace
    private final List<E> all;

    private final int size;

    /** @param all that nobody changes */
    FirstOf(List<E> all, int periods) {
        this.all = requireNonNull(all, "all");
        this.size = periods;
        Require.that(
                periods >= 0 && periods <= all.size(),
                "sales.periods",
                "periods",
                "must be between 0 and " + all.size(),
                periods);
    }

    /** The list as one that nobody can change; a part of a shared one is. */
    static <E> List<E> copyOf(List<E> list) {
        return list instanceof FirstOf ? list : List.copyOf(list);
    }

    /** Enough of a list to see every currency in it: a shared one has one. */
    static <E> Stream<E> ofEachCurrency(List<E> list) {
        return list instanceof FirstOf ? list.stream().limit(1) : list.stream();
    }

    @Override
    public E get(int index) {
        return all.get(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }

    private Object writeReplace() {
        return List.copyOf(this);
    }
}
