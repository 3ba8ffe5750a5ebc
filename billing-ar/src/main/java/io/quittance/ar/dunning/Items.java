package io.quittance.ar.dunning;

import io.quittance.ar.receivable.ReceivableId;
import java.util.Collection;
import java.util.List;

/** The items that a fact is about, so that equal ones are equal values. */
final class Items {
    private Items() {}

    /** Each once, by id. */
    static List<ReceivableId> of(Collection<ReceivableId> items) {
        return items.stream().distinct().sorted().toList();
    }
}
