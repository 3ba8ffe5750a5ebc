package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;

/**
 * Items that money fits.
 *
 * @param items one or more, by due date
 * @param why how it fits
 */
@SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
public record FittingItems(List<OpenItem> items, Explanation why) implements Serializable {

    /** Checks that there are some. */
    public FittingItems {
        items = List.copyOf(Require.notEmpty(items, "items"));
        requireNonNull(why, "why");
    }
}
