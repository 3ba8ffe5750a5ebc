package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * A case has come to another stage, or to another owner. It changes no amount.
 *
 * @param customer whose case
 * @param dispute which one
 * @param stage how far it has come, and who looks after it
 * @param effectiveDate from when; not before the case was opened
 */
public record DisputeStaged(CustomerId customer, DisputeId dispute, DisputeStage stage, LocalDate effectiveDate)
        implements LedgerFact {
    /** Checks the parts. */
    public DisputeStaged {
        requireNonNull(customer, "customer");
        requireNonNull(dispute, "dispute");
        requireNonNull(stage, "stage");
        Dates.inCalendar(effectiveDate, "effectiveDate");
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.disputeStaged(this);
    }
}
