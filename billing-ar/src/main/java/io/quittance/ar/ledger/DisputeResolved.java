package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.Resolution;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * It was decided about a case: from the day on its amount, or the part that was accepted of it where the rest stays contested, is contested
 * no longer. A rejection may take effect on the day on which the case was opened, see {@link DisputeCase#rejected()}: what is asked from
 * then on, about whatever day, is as if nothing had been contested.
 *
 * @param customer whose case
 * @param dispute which one
 * @param resolution what was decided
 * @param effectiveDate the first day on which it is contested no longer; not before the case was opened
 */
public record DisputeResolved(CustomerId customer, DisputeId dispute, Resolution resolution, LocalDate effectiveDate)
        implements LedgerFact {
    /** Checks the parts. */
    public DisputeResolved {
        requireNonNull(customer, "customer");
        requireNonNull(dispute, "dispute");
        requireNonNull(resolution, "resolution");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.disputeResolved(this);
    }
}
