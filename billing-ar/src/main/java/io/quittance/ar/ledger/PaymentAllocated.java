package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * Money on account settles debts, and with it discounts, tolerances and what else closes them. All of it is undone together: by one
 * reversal, or by the return of the payment.
 *
 * @param settlement which money, as it was posted, which debts, and what closes them beside the money
 * @param effectiveDate not before the money's value date, nor before the date of any debt it settles or makes. The day that a request
 *     was {@linkplain io.quittance.ar.allocation.AllocationRequest#on asked for} is not part of an allocation and not held against it, so
 *     post it with that day: a strategy or a rule of short pay may have gone by it
 */
public record PaymentAllocated(Settlement settlement, LocalDate effectiveDate) implements LedgerFact {
    /** Checks the parts. */
    public PaymentAllocated {
        requireNonNull(settlement, "settlement");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    /** Money that settles debts, and nothing else. */
    public PaymentAllocated(Allocation allocation, LocalDate effectiveDate) {
        this(Settlement.of(requireNonNull(allocation, "allocation")), effectiveDate);
    }

    /** Which money, which debts. */
    public Allocation allocation() {
        return settlement.allocation();
    }

    @Override
    public CustomerId customer() {
        return settlement.customer();
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.allocated(this);
    }
}
