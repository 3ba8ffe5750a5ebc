package io.quittance.ar.replay;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Posts reversals and allocations to a ledger until it is where a replay is. */
final class Corrections {
    private final String key;
    private final Instant recordedAt;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final NavigableSet<LocalDate> days = new TreeSet<>();
    private CustomerLedger ledger;

    Corrections(CustomerLedger ledger, String key, Instant recordedAt) {
        this.ledger = ledger;
        this.key = key;
        this.recordedAt = recordedAt;
        ledger.entries().forEach(entry -> days.add(entry.effectiveDate()));
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    CustomerLedger ledger() {
        return ledger;
    }

    void correct(Replay replay, Standing standing) {
        Map<PaymentId, Map<ReceivableId, AllocationLine>> missing = new LinkedHashMap<>();
        replay.settled()
                .forEach(one -> missing.computeIfAbsent(one.payment(), any -> new LinkedHashMap<>())
                        .put(one.debt(), one.line()));
        for (LedgerEntry entry : standing.allocations()) {
            if (entry.fact() instanceof PaymentAllocated fact) {
                Allocation allocation = fact.allocation();
                if (!stands(allocation.lines(), missing.getOrDefault(allocation.payment(), Map.of()))) {
                    post(new EntryReversed(entry.customer(), entry.key(), entry.effectiveDate()));
                }
            }
        }
        for (AccountEvent event : replay.events()) {
            if (event instanceof Received received) {
                Payment payment = received.payment();
                allocate(payment, missing.getOrDefault(payment.id(), Map.of()));
            }
        }
    }

    /** Whether all lines of an allocation come out as they were; they are not missing then. */
    private static boolean stands(List<AllocationLine> lines, Map<ReceivableId, AllocationLine> missing) {
        for (AllocationLine line : lines) {
            AllocationLine needed = missing.get(line.item());
            if (needed == null || line.amount().isGreaterThan(needed.amount())) {
                return false;
            }
        }
        int number = 0;
        for (AllocationLine line : lines) {
            AllocationLine needed = missing.remove(line.item());
            if (needed != null && needed.amount().isGreaterThan(line.amount())) {
                missing.put(line.item(), rest(needed, line.amount(), ++number));
            }
        }
        return true;
    }

    /** What is missing of a line, of which a part stands. */
    private static AllocationLine rest(AllocationLine needed, Amount settled, int number) {
        Amount rest = needed.amount().subtract(settled);
        var why = Explanation.of(
                "replay.rest",
                "number {0} by {1}: {2} of {3}, of which {4} are settled already; ended by {5}; the {3} are {6}",
                number,
                "what-is-missing",
                rest,
                needed.amount(),
                settled,
                "the line",
                needed.explanation().text());
        return AllocationLine.of(needed.item(), rest, why);
    }

    /** One entry for each day on which lines become possible, in their order. */
    private void allocate(Payment payment, Map<ReceivableId, AllocationLine> missing) {
        Map<LocalDate, List<AllocationLine>> byDay = new TreeMap<>();
        missing.forEach((id, line) -> {
            LocalDate day = days(payment.valueDate()).stream()
                    .filter(one -> ledger.openFrom(id, one).isGreaterThanOrEqualTo(line.amount()))
                    .findFirst()
                    .orElseThrow(); // no more is missing than is open in the end
            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(line);
        });
        byDay.forEach((day, lines) -> {
            Amount together = lines.stream()
                    .map(AllocationLine::amount)
                    .reduce(Amount::add)
                    .orElseThrow();
            LocalDate possible = days(day).stream()
                    .filter(one -> ledger.unappliedFrom(payment.id(), one).isGreaterThanOrEqualTo(together))
                    .findFirst()
                    .orElse(day);
            post(new PaymentAllocated(allocation(payment, lines), possible));
        });
    }

    private Allocation allocation(Payment payment, List<AllocationLine> lines) {
        List<OpenItem> items = ledger.openItems();
        return Allocation.of(
                AllocationRequest.of(payment, ledger.unapplied(payment.id()), items), request -> List.copyOf(lines));
    }

    /** The day and all later ones on which something changes. */
    private NavigableSet<LocalDate> days(LocalDate first) {
        var later = new TreeSet<>(days.tailSet(first));
        later.add(first);
        return later;
    }

    private void post(LedgerFact fact) {
        LedgerEntry entry = LedgerEntry.of(key + "-" + (entries.size() + 1), fact, recordedAt);
        ledger = ledger.post(entry).ledger();
        entries.add(entry);
        days.add(entry.effectiveDate());
    }
}
