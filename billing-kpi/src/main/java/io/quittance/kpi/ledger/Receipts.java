package io.quittance.kpi.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Money of one customer that settled debts, and from when to when that was known. */
final class Receipts {
    private final Map<EntryKey, Receipt> byEntry = new LinkedHashMap<>();
    private final Map<PaymentId, LedgerEntry> received = new HashMap<>();
    private final Set<PaymentId> credits = new HashSet<>();

    /**
     * Money that settled debts.
     *
     * @param day of the money
     * @param received when the money was recorded
     * @param known from when on it is known what it settled
     * @param undone from when on it settles nothing any more; {@link Instant#MAX} while it does
     * @param items what it settled
     */
    record Receipt(LocalDate day, Instant received, Instant known, Instant undone, List<ReceivableId> items) {

        boolean isKnownAt(Instant time) {
            return !known.isAfter(time) && undone.isAfter(time);
        }

        private Receipt undoneAt(Instant time) {
            return new Receipt(day, received, known, time, items);
        }
    }

    Receipts(CustomerLedger ledger) {
        for (LedgerStep step : ledger.steps(AsOf.endOf(LocalDate.of(9999, 12, 31)))) {
            read(step.entry());
            step.undone()
                    .forEach(earlier -> byEntry.computeIfPresent(
                            earlier.key(),
                            (key, receipt) -> receipt.undoneAt(step.entry().recordedAt())));
        }
    }

    private void read(LedgerEntry entry) {
        if (entry.fact() instanceof PaymentReceived fact) {
            received.put(fact.payment().id(), entry);
        } else if (entry.fact() instanceof CreditPosted fact) {
            credits.add(fact.credit().id());
        } else if (entry.fact() instanceof PaymentAllocated fact
                && !credits.contains(fact.allocation().payment())) {
            LedgerEntry money = received.getOrDefault(fact.allocation().payment(), entry);
            byEntry.put(
                    entry.key(),
                    new Receipt(
                            money.effectiveDate(),
                            money.recordedAt(),
                            entry.recordedAt(),
                            Instant.MAX,
                            fact.allocation().lines().stream()
                                    .map(AllocationLine::item)
                                    .toList()));
        }
    }

    /** In the order in which they were recorded. */
    List<Receipt> all() {
        return new ArrayList<>(byEntry.values());
    }
}
