package io.quittance.kpi.collection;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Stream;

/** The first periods of a history, as a list that cannot be changed. Written as a list of its own, without what follows. */
final class SalesUpTo extends AbstractList<SalesPeriod> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final SalesHistory history;
    private final int size;

    SalesUpTo(SalesHistory history, int periods) {
        this.history = requireNonNull(history, "history");
        this.size = periods;
        int all = history.periods().size();
        Require.that(
                periods >= 0 && periods <= all, "sales.periods", "periods", "must be between 0 and " + all, periods);
    }

    /** The list as one that nobody can change; a part of a history is one. */
    static List<SalesPeriod> copyOf(List<SalesPeriod> sales) {
        return sales instanceof SalesUpTo ? sales : List.copyOf(sales);
    }

    /** Enough of the sales to see every currency among them: a history has one. */
    static Stream<SalesPeriod> ofEachCurrency(List<SalesPeriod> sales) {
        return sales instanceof SalesUpTo ? sales.stream().limit(1) : sales.stream();
    }

    @Override
    public SalesPeriod get(int index) {
        return history.periods().get(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }

    private Object writeReplace() {
        return List.copyOf(this);
    }
}
