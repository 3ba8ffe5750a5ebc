package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * The customer contests a debt.
 *
 * @param customer who contests it
 * @param item the debt
 * @param effectiveDate from when
 */
public record DisputeOpened(CustomerId customer, ReceivableId item, LocalDate effectiveDate) implements LedgerFact {
    /** Checks the parts. */
    public DisputeOpened {
        requireNonNull(customer, "customer");
        requireNonNull(item, "item");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.disputeOpened(this);
    }
}
