package io.quittance.kpi.ledger;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.billing.DisputeCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The cases of a ledger as events. */
final class DisputesOfLedger {
    private final ZoneId zone;

    private DisputesOfLedger(ZoneId zone) {
        this.zone = zone;
    }

    static List<DisputeCase> of(Ledger ledger, AsOf asOf, ZoneId zone) {
        var disputes = new DisputesOfLedger(zone);
        var cases = new ArrayList<DisputeCase>();
        for (CustomerLedger customer : ledger.customers()) {
            customer.disputes(asOf).forEach(one -> cases.add(disputes.event(one)));
        }
        return cases;
    }

    private DisputeCase event(io.quittance.ar.ledger.DisputeCase one) {
        Dispute dispute = one.dispute();
        List<LedgerEntry> entries = one.entries();
        Instant recordedAt = entries.get(entries.size() - 1).recordedAt();
        DisputeCase opened = DisputeCase.opened(
                one.customer() + "/" + dispute.id(),
                beginning(one.openedOn()),
                dispute.amount(),
                dispute.reason().name());
        DisputeCase now = one.isOpen() ? opened : opened.resolved(resolvedAt(one), outcome(one));
        return now.asRecorded(recordedAt);
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A rejection may be dated back to the day of the opening, so that nothing was contested: it was decided when it was recorded. */
    private Instant resolvedAt(io.quittance.ar.ledger.DisputeCase one) {
        Instant opened = beginning(one.openedOn());
        Instant last = opened;
        for (LedgerEntry entry : one.entries()) {
            if (entry.fact() instanceof DisputeResolved resolved) {
                boolean isDatedBack = resolved.resolution().outcome() != Resolution.Outcome.ACCEPTED
                        && resolved.effectiveDate().equals(one.openedOn());
                Instant at = isDatedBack ? entry.recordedAt() : beginning(resolved.effectiveDate());
                last = at.isAfter(last) ? at : last;
            }
        }
        return last;
    }

    private static DisputeCase.Outcome outcome(io.quittance.ar.ledger.DisputeCase one) {
        Amount accepted = one.accepted();
        if (accepted.signum() == 0) {
            return DisputeCase.Outcome.OURS;
        }
        return accepted.isLessThan(one.dispute().amount()) ? DisputeCase.Outcome.AGREED : DisputeCase.Outcome.CUSTOMERS;
    }
}
