package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One fact of a {@link CollectionHistory}. It has two times: when it took effect, and when it was recorded. Entries are added, never changed.
 *
 * @param key unique in the history: the same entry recorded twice has no second effect
 * @param customer whose debts it is about
 * @param fact what happened
 * @param recordedAt the instant from which it was known
 * @param origin automatic, or personal: by whom
 */
public record CollectionEntry(EntryKey key, CustomerId customer, CollectionFact fact, Instant recordedAt, Origin origin)
        implements Serializable {
    /** Checks the parts. */
    public CollectionEntry {
        requireNonNull(key, "key");
        requireNonNull(customer, "customer");
        requireNonNull(fact, "fact");
        Dates.inCalendar(recordedAt, "recordedAt");
        requireNonNull(origin, "origin");
    }

    /** One that happened automatically. */
    public static CollectionEntry of(EntryKey key, CustomerId customer, CollectionFact fact, Instant recordedAt) {
        return new CollectionEntry(key, customer, fact, recordedAt, Origin.automatic());
    }

    /** As {@link #of(EntryKey, CustomerId, CollectionFact, Instant)}, with the key as text. */
    public static CollectionEntry of(String key, CustomerId customer, CollectionFact fact, Instant recordedAt) {
        return of(EntryKey.of(key), customer, fact, recordedAt);
    }

    /** The same, by somebody. */
    public CollectionEntry by(Origin newOrigin) {
        return new CollectionEntry(key, customer, fact, recordedAt, newOrigin);
    }

    /** The day from which it counts. */
    public LocalDate effectiveDate() {
        return fact.effectiveDate();
    }
}
