package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dispute.Dispute;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * The customer contests an amount of a debt. From the day on the amount is contested as far as it is open: of 100.00 of which 60.00 are
 * contested, 30.00 are contested once 70.00 are paid.
 *
 * @param customer who contests it
 * @param dispute the case; with the others that are open on that day or later, at most what is open on that day
 * @param effectiveDate from when
 */
public record DisputeOpened(CustomerId customer, Dispute dispute, LocalDate effectiveDate) implements LedgerFact {
    /** Checks the parts. */
    public DisputeOpened {
        requireNonNull(customer, "customer");
        requireNonNull(dispute, "dispute");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.disputeOpened(this);
    }
}
