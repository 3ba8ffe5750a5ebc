package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import java.io.Serializable;

/**
 * What evidence may look at.
 *
 * @param transaction the money
 * @param book what is open, and who is known
 */
public record MatchRequest(BankTransaction transaction, OpenBook book) implements Serializable {

    /** Checks that both are there. */
    public MatchRequest {
        requireNonNull(transaction, "transaction");
        requireNonNull(book, "book");
    }

    /** Whether the money can pay an item: it is one of the book, in the currency of the money. */
    public boolean isPayable(OpenItem item) {
        return item.open()
                        .getCurrency()
                        .getCurrencyCode()
                        .equals(transaction.amount().getCurrency().getCurrencyCode())
                && book.has(item);
    }
}
