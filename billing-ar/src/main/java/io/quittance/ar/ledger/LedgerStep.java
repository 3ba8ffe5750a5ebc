package io.quittance.ar.ledger;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * One entry, and which earlier entries it undoes from its day on: for a reader who keeps an account of his own (a journal, KPIs) and
 * takes back what he made of those.
 *
 * @param entry the entry
 * @param undone the entry that it reverses; or, where the whole of a payment is returned, all that settled debts with it and that
 *     returned parts of it, in the order in which they were recorded, and last the one by which it arrived; empty for every other fact,
 *     also for a part that is returned, which says itself what it takes
 */
public record LedgerStep(LedgerEntry entry, List<LedgerEntry> undone) implements Serializable {
    /** Copies the list. */
    public LedgerStep {
        requireNonNull(entry, "entry");
        undone = List.copyOf(undone);
    }
}
