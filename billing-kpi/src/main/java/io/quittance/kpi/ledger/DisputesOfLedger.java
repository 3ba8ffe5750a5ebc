package io.quittance.kpi.ledger;

import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.money.Amount;
import io.quittance.kpi.billing.DisputeCase;
import io.quittance.kpi.time.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases of a ledger as events. */
final class DisputesOfLedger {
    private final ZoneId zone;
    private final Set<String> waiting;

    private DisputesOfLedger(ZoneId zone, Set<String> waiting) {
        this.zone = zone;
        this.waiting = waiting;
    }

    /**
     * @param history of the same ledger, as of the question
     * @param waiting the keys of the stages in which it is the customer's turn
     */
    static List<DisputeCase> of(Ledger ledger, LedgerHistory history, ZoneId zone, Set<String> waiting) {
        Map<ReceivableId, ReceivableId> items = history.receivables().stream()
                .map(ReceivableHistory::receivable)
                .collect(Collectors.toMap(Receivable::id, Receivable::item));
        var disputes = new DisputesOfLedger(zone, waiting);
        var cases = new ArrayList<DisputeCase>();
        for (CustomerLedger customer : ledger.customers()) {
            customer.disputes(history.asOf()).forEach(one -> cases.add(disputes.event(one, items)));
        }
        return cases;
    }

    private DisputeCase event(io.quittance.ar.ledger.DisputeCase one, Map<ReceivableId, ReceivableId> items) {
        Dispute dispute = one.dispute();
        List<LedgerEntry> entries = one.entries();
        Instant recordedAt = entries.get(entries.size() - 1).recordedAt();
        Instant opened = beginning(one.openedOn());
        Instant resolved = one.isOpen() ? null : resolvedAt(one);
        return new DisputeCase(
                one.customer() + "/" + dispute.id(),
                recordedAt,
                one.customer().value(),
                opened,
                dispute.amount(),
                dispute.reason().name(),
                Map.of(
                        items.getOrDefault(dispute.receivable(), dispute.receivable())
                                .value(),
                        dispute.amount()),
                null,
                waits(one, resolved),
                resolved == null ? null : new DisputeCase.Resolution(resolved, outcome(one)));
    }

    /** A stage goes on until the next one begins, or the case ends. */
    private List<Waiting> waits(io.quittance.ar.ledger.DisputeCase one, @Nullable Instant resolved) {
        List<DisputeStaged> stages = one.entries().stream()
                .map(LedgerEntry::fact)
                .filter(DisputeStaged.class::isInstance)
                .map(DisputeStaged.class::cast)
                .sorted(Comparator.comparing(DisputeStaged::effectiveDate))
                .toList();
        var waits = new ArrayList<Waiting>();
        Instant end = resolved;
        for (int i = stages.size() - 1; i >= 0; i--) {
            Instant from = beginning(stages.get(i).effectiveDate());
            if (end == null || from.isBefore(end)) {
                if (waiting.contains(stages.get(i).stage().key())) {
                    waits.add(new Waiting(from, end));
                }
                end = from;
            }
        }
        return waits;
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
