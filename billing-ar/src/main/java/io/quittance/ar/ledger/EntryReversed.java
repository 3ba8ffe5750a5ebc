package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * What an entry did is undone, from a day on: an allocation gives the debts back what it paid and the money what it took, a write-off
 * and a refund are taken back, debts are owed as before a plan, a debt or a payment that was recorded by mistake is none any more, and a
 * case that was decided by mistake is contested again. The days before stay as they were.
 *
 * @param customer whose entry
 * @param entry which one; not a reversal or a payment that was returned as a whole, and not reversed yet
 * @param effectiveDate not before the entry's
 */
public record EntryReversed(CustomerId customer, EntryKey entry, LocalDate effectiveDate) implements LedgerFact {
    /** Checks the parts. */
    public EntryReversed {
        requireNonNull(customer, "customer");
        requireNonNull(entry, "entry");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.reversed(this);
    }
}
