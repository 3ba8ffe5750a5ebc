package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * Money on account settles debts.
 *
 * @param allocation which money, which debts
 * @param effectiveDate not before the money's value date, nor before the date of any debt it settles
 */
public record PaymentAllocated(Allocation allocation, LocalDate effectiveDate) implements LedgerFact {
    /** Checks the parts. */
    public PaymentAllocated {
        requireNonNull(allocation, "allocation");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public CustomerId customer() {
        return allocation.customer();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.allocated(this);
    }
}
