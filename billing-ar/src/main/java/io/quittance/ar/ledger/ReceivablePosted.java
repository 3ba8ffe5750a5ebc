package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import java.time.LocalDate;

/**
 * A debt came into being, on the date of its document.
 *
 * @param receivable the debt
 */
public record ReceivablePosted(Receivable receivable) implements LedgerFact {
    /** Checks the parts. */
    public ReceivablePosted {
        requireNonNull(receivable, "receivable");
    }

    @Override
    public CustomerId customer() {
        return receivable.customer();
    }

    @Override
    public LocalDate effectiveDate() {
        return receivable.documentDate();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.posted(this);
    }
}
