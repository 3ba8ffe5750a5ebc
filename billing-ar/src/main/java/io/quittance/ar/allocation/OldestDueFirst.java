package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.util.Comparator;

/**
 * Pays the item that is due first, then the next, until the money is gone. Equal due dates go by document date, then by
 * id. 150.00 against 100.00 (older) and 80.00 pays 100.00 and 50.00 (ar.md 4.3 and 4.5).
 */
public final class OldestDueFirst extends Ordered {
    private static final long serialVersionUID = 1L;

    @Override
    String rule() {
        return "oldest-due-first";
    }

    @Override
    Comparator<OpenItem> order() {
        return OpenItem.BY_DUE_DATE;
    }
}
