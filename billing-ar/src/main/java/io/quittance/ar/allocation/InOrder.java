package io.quittance.ar.allocation;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Pays items in an order of your own, one after the other until the money is gone; what your order holds for equal goes by
 * due date, then document date, then id, so that the answer is always the same. By document date alone, 150.00 against 80.00
 * and an older 100.00 pays 100.00 and 50.00 (ar.md 4.5).
 *
 * <p>It can be serialised if the comparator can.
 */
public final class InOrder implements AllocationStrategy, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,100}");

    private final String name;

    @SuppressWarnings("serial") // serialisable if the host's is
    private final Comparator<OpenItem> order;

    private InOrder(String name, Comparator<OpenItem> order) {
        this.name = name;
        this.order = order;
    }

    /**
     * The order of a comparator, the item to pay first being the smallest.
     *
     * @param name what the explanations call the order, made of at most 100 lower-case letters, digits, dots and hyphens: {@code
     *     oldest-order-first}
     */
    public static InOrder of(String name, Comparator<OpenItem> order) {
        Require.that(
                NAME.matcher(requireNonNull(name, "name")).matches(),
                "order.name",
                "name",
                "must be made of at most 100 lower-case letters, digits, dots and hyphens",
                name);
        return new InOrder(name, requireNonNull(order, "order"));
    }

    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted(name, request, order.thenComparing(OpenItem.BY_DUE_DATE));
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(name, order);
    }

    @Override
    public String toString() {
        return name;
    }
}
