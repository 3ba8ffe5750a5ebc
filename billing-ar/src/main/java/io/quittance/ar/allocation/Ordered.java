package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the strategies that are no more than an order with a name have in common. Two of one class are equal:
 * no two classes have one name. */
abstract class Ordered implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;

    /** What explanations call it, in lower case with hyphens. */
    abstract String rule();

    /** The item to pay first is the smallest; no two items of a request are equal in it. */
    abstract Comparator<OpenItem> order();

    @Override
    public final List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted(rule(), request, order());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Ordered that && rule().equals(that.rule());
    }

    @Override
    public final int hashCode() {
        return rule().hashCode();
    }

    @Override
    public final String toString() {
        return rule().replace('-', ' ');
    }
}
