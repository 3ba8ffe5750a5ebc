package io.quittance.ar.allocation;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Pays the item whose document is the oldest, then the next, until the money is gone, whatever their payment terms. Equal
 * document dates go by due date, then by id. 150.00 against 80.00 of 2 January, due in 14 days, and 100.00 of 1 January, due
 * in 60 days, pays the 100.00 and 50.00 of the 80.00 (ar.md 4.3 and 4.5).
 */
public record OldestInvoiceFirst() implements AllocationStrategy, Serializable {
    @Override
    public List<AllocationLine> propose(AllocationRequest request) {
        return Pour.sorted(
                "oldest-invoice-first",
                request,
                Comparator.comparing(OpenItem::documentDate).thenComparing(OpenItem.BY_DUE_DATE));
    }

    @Override
    public String toString() {
        return "oldest invoice first";
    }
}
