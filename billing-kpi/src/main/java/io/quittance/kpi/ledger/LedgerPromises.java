package io.quittance.kpi.ledger;

import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.FactWithdrawn;
import io.quittance.ar.dunning.PromiseMade;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.cash.PromisedPayment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Promises to pay as events: what customers promised, read from their collection histories, and what was paid on it, read from their ledgers as {@code DunningAccount} does. Money counts by its
 * value date from the day on which it was applied to what is promised; what is undone counts no more. The log answers as of any date and any time of knowledge; a promise that was recorded by
 * mistake is none from then on.
 */
public final class LedgerPromises {
    private static final AsOf ALL = AsOf.endOf(LocalDate.of(9999, 12, 31));

    private LedgerPromises() {}

    /**
     * The promises of these customers; their keys are made of the customer and the key of the entry.
     *
     * @param histories one of a customer
     * @throws IllegalArgumentException if a customer has two histories, or the ledger of one who promised goes on from a snapshot
     */
    public static EventLog<PromisedPayment> of(Ledger ledger, Collection<CollectionHistory> histories) {
        var events = new ArrayList<PromisedPayment>();
        var customers = new HashSet<CustomerId>();
        for (CollectionHistory history : histories) {
            Require.that(
                    customers.add(history.customer()),
                    "promises.customer-twice",
                    "histories",
                    "must have one of each customer",
                    history.customer());
            Map<EntryKey, Instant> withdrawn = withdrawn(history);
            List<PaidOnItem> paid = history.entries().stream().anyMatch(entry -> entry.fact() instanceof PromiseMade)
                    ? PaidOnItem.of(ledger.customer(history.customer()).steps(ALL))
                    : List.of();
            for (CollectionEntry entry : history.entries()) {
                if (entry.fact() instanceof PromiseMade made) {
                    events.addAll(states(entry, made, paid, withdrawn.getOrDefault(entry.key(), Instant.MAX)));
                }
            }
        }
        EventLog<PromisedPayment> log = EventLog.of(events);
        for (CollectionHistory history : histories) {
            for (Map.Entry<EntryKey, Instant> mistake : withdrawn(history).entrySet()) {
                log = without(log, history, mistake.getKey(), mistake.getValue());
            }
        }
        return log;
    }

    private static EventLog<PromisedPayment> without(
            EventLog<PromisedPayment> log, CollectionHistory history, EntryKey mistake, Instant from) {
        boolean isKnown = history.entry(mistake)
                .filter(entry -> entry.fact() instanceof PromiseMade)
                .filter(entry -> entry.recordedAt().isBefore(from))
                .isPresent();
        return isKnown ? log.without(key(history, mistake), from) : log;
    }

    private static String key(CollectionHistory history, EntryKey entry) {
        return history.customer().value() + "/" + entry.value();
    }

    private static Map<EntryKey, Instant> withdrawn(CollectionHistory history) {
        var withdrawn = new HashMap<EntryKey, Instant>();
        for (CollectionEntry entry : history.entries()) {
            if (entry.fact() instanceof FactWithdrawn mistake) {
                withdrawn.put(mistake.entry(), entry.recordedAt());
            }
        }
        return withdrawn;
    }

    /** As it was made, and as each time of recording left it until it was withdrawn. */
    private static List<PromisedPayment> states(
            CollectionEntry entry, PromiseMade made, List<PaidOnItem> paid, Instant withdrawn) {
        var states = new TreeMap<Instant, PromisedPayment>();
        PromisedPayment state = new PromisedPayment(
                entry.customer().value() + "/" + entry.key().value(),
                entry.recordedAt(),
                entry.customer().value(),
                made.promise().made(),
                made.promise().amount(),
                made.promise().date(),
                made.promise().toleranceDays(),
                List.of(),
                null);
        states.put(entry.recordedAt(), state);
        for (PaidOnItem one : paid) {
            LocalDate day = one.part().day();
            boolean isCounted = (made.items().isEmpty() || made.items().contains(one.item()))
                    && !day.isBefore(made.promise().made())
                    && !day.isAfter(made.promise().lastDay());
            if (isCounted) {
                Instant at = one.recordedAt().isBefore(entry.recordedAt()) ? entry.recordedAt() : one.recordedAt();
                state = state.paid(one.part(), at);
                states.put(at, state);
            }
        }
        return List.copyOf(states.headMap(withdrawn).values());
    }
}
