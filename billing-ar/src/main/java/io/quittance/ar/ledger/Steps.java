package io.quittance.ar.ledger;

import io.quittance.ar.payment.PaymentId;
import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows valid entries and knows at each which of the earlier ones it undoes. */
final class Steps {
    /** What stands and can be undone, in the order in which it was recorded. */
    private final Map<EntryKey, LedgerEntry> standing = new HashMap<>();
    /** Of each payment, by which entry it came, and what was settled with it and returned of it and stands. */
    private final Map<PaymentId, Map<EntryKey, LedgerEntry>> ofPayments = new HashMap<>();

    static List<LedgerStep> of(List<LedgerEntry> entries) {
        var steps = new Steps();
        return entries.stream().map(steps::next).toList();
    }

    private LedgerStep next(LedgerEntry entry) {
        List<LedgerEntry> undone = new ArrayList<>();
        if (entry.fact() instanceof EntryReversed reversed) {
            undone.add(Require.present(standing.get(reversed.entry()), "entry " + reversed.entry()));
        } else if (entry.fact() instanceof PaymentReturned returned && returned.amount() == null) {
            var ofPayment = new ArrayList<>(ofPayment(returned.payment()).values());
            undone.addAll(ofPayment.subList(1, ofPayment.size()));
            undone.add(ofPayment.get(0));
        } else {
            standing.put(entry.key(), entry);
            if (entry.fact() instanceof PaymentReceived received) {
                ofPayment(received.payment().id()).put(entry.key(), entry);
            } else if (entry.fact() instanceof PaymentAllocated allocated
                    && !Effect.of(entry.key(), allocated).isEmpty()) { // as the ledger has it
                ofPayment(allocated.allocation().payment()).put(entry.key(), entry);
            } else if (entry.fact() instanceof PaymentReturned part) {
                ofPayment(part.payment()).put(entry.key(), entry);
            }
        }
        undone.forEach(this::remove);
        return new LedgerStep(entry, undone);
    }

    private void remove(LedgerEntry entry) {
        standing.remove(entry.key());
        if (entry.fact() instanceof PaymentAllocated allocated) {
            ofPayment(allocated.allocation().payment()).remove(entry.key());
        } else if (entry.fact() instanceof PaymentReturned part) {
            ofPayment(part.payment()).remove(entry.key());
        }
    }

    private Map<EntryKey, LedgerEntry> ofPayment(PaymentId payment) {
        return ofPayments.computeIfAbsent(payment, any -> new LinkedHashMap<>());
    }
}
