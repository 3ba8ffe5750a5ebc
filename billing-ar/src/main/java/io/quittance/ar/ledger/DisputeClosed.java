package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * The dispute about a debt is over, whatever its outcome.
 *
 * @param customer who contested it
 * @param item the debt
 * @param effectiveDate the first day on which it is no longer contested
 */
public record DisputeClosed(CustomerId customer, ReceivableId item, LocalDate effectiveDate) implements LedgerFact {
    /** Checks the parts. */
    public DisputeClosed {
        requireNonNull(customer, "customer");
        requireNonNull(item, "item");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.disputeClosed(this);
    }
}
