package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in collecting the debts of one customer: a persistent value. Adding an entry gives the next version and leaves this one as it is, and
 * takes the logarithm of the entries.
 *
 * <p>{@code history = history.with(CollectionEntry.of("c-1", customer, Contact.of(ContactKind.CALL, "phone", day), now).by(Origin.of("clerk-7")))}
 */
public final class CollectionHistory implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CustomerId customer;
    /** Null if there is no entry. */
    private final transient @Nullable Link newest;

    private final transient PersistentMap<EntryKey, CollectionEntry> byKey;
    /** By the entry that is followed: the one that says what became of a contact or a pause, or that withdraws an entry. */
    private final transient PersistentMap<EntryKey, CollectionEntry> followed;

    private CollectionHistory(
            CustomerId customer,
            @Nullable Link newest,
            PersistentMap<EntryKey, CollectionEntry> byKey,
            PersistentMap<EntryKey, CollectionEntry> followed) {
        this.customer = customer;
        this.newest = newest;
        this.byKey = byKey;
        this.followed = followed;
    }

    /** A history without entries. */
    public static CollectionHistory empty(CustomerId customer) {
        return new CollectionHistory(
                requireNonNull(customer, "customer"), null, PersistentMap.empty(), PersistentMap.empty());
    }

    /**
     * The next version, with this entry at its end; this one if it was there already.
     *
     * @throws IllegalArgumentException if the entry is of another customer, has the key of a different entry, was recorded before the last one, or
     *     contradicts what is known: it follows what is unknown, withdrawn, or has an outcome already, or is dated before it
     */
    public CollectionHistory with(CollectionEntry entry) {
        Require.that(
                entry.customer().equals(customer),
                "history.customer",
                "customer",
                "must be " + customer,
                entry.customer());
        CollectionEntry there = byKey.get(entry.key());
        if (there != null) {
            Require.that(
                    there.equals(entry), "history.key-twice", "key", "must not name a different entry", entry.key());
            return this;
        }
        if (newest != null) {
            Instant before = newest.entry.recordedAt();
            Require.that(
                    !entry.recordedAt().isBefore(before),
                    "history.recorded-at",
                    "recordedAt",
                    "must not be before the last entry's, " + before,
                    entry.recordedAt());
        }
        return new CollectionHistory(
                customer,
                new Link(newest, entry),
                byKey.put(entry.key(), entry),
                entry.fact().match(new Following(entry)));
    }

    /** As {@link #with}, for several in their order: all of them, or none. */
    public CollectionHistory withAll(List<CollectionEntry> entries) {
        CollectionHistory all = this;
        for (CollectionEntry entry : entries) {
            all = all.with(entry);
        }
        return all;
    }

    /** Whose debts it is about. */
    public CustomerId customer() {
        return customer;
    }

    /** How many entries it has; each that is added is one more. */
    public int version() {
        return newest == null ? 0 : newest.size;
    }

    /** The entry with that key, if there is one. */
    public Optional<CollectionEntry> entry(EntryKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All entries, in the order in which they were recorded. */
    public List<CollectionEntry> entries() {
        var entries = new CollectionEntry[version()];
        for (Link at = newest; at != null; at = at.previous) {
            entries[at.size - 1] = at.entry;
        }
        return List.copyOf(Arrays.asList(entries));
    }

    /** What had happened by the end of a day, as far as it was known at an instant. Takes time for all entries. */
    public CollectionView asOf(AsOf asOf) {
        return CollectionView.of(entries(), asOf);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CollectionHistory that
                && customer.equals(that.customer)
                && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return 31 * customer.hashCode() + version();
    }

    @Override
    public String toString() {
        return "collection of customer " + customer + ", version " + version();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a history is read through its proxy");
    }

    private Object writeReplace() {
        return new Proxy(customer, entries());
    }

    /** The serial form: the entries, which are added again on the way back in. */
    private record Proxy(CustomerId customer, List<CollectionEntry> entries) implements Serializable {
        private Object readResolve() {
            return empty(customer).withAll(entries);
        }
    }

    /** An entry and those before it. */
    private static final class Link {
        private final @Nullable Link previous;
        private final CollectionEntry entry;
        private final int size;

        Link(@Nullable Link previous, CollectionEntry entry) {
            this.previous = previous;
            this.entry = entry;
            this.size = previous == null ? 1 : previous.size + 1;
        }
    }

    /** Checks an entry against those that it follows; answers what is followed with it. */
    private final class Following implements CollectionFact.Cases<PersistentMap<EntryKey, CollectionEntry>> {
        private final CollectionEntry entry;

        Following(CollectionEntry entry) {
            this.entry = entry;
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> contact(Contact fact) {
            return followed;
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> outcome(ContactOutcome fact) {
            CollectionFact sent = free(fact.contact(), "contact").fact();
            if (!(sent instanceof Contact contact) || !contact.kind().isOutgoing()) {
                throw refused("contact", "must be the entry of a contact that went out", fact.contact());
            }
            if (fact.date().isBefore(contact.date())) {
                throw refused("date", "must not be before " + contact.date() + ", when it was sent", fact.date());
            }
            return followed.put(fact.contact(), entry);
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> pause(DunningPause fact) {
            return followed;
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> pauseEnded(PauseEnded fact) {
            if (!(free(fact.pause(), "pause").fact() instanceof DunningPause pause)) {
                throw refused("pause", "must be the entry of a pause", fact.pause());
            }
            LocalDate last = pause.days().end();
            if (!fact.date().isAfter(pause.start()) || fact.date().isAfter(last)) {
                throw refused(
                        "date", "must be after the start " + pause.start() + " and not after " + last, fact.date());
            }
            return followed.put(fact.pause(), entry);
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> grace(GraceGranted fact) {
            return followed;
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> promise(PromiseMade fact) {
            return followed;
        }

        @Override
        public PersistentMap<EntryKey, CollectionEntry> withdrawn(FactWithdrawn fact) {
            CollectionFact wrong = free(fact.entry(), "entry").fact();
            if (wrong instanceof FactWithdrawn) {
                throw refused("entry", "must not withdraw another", fact.entry());
            }
            PersistentMap<EntryKey, CollectionEntry> with = followed.put(fact.entry(), entry);
            if (wrong instanceof ContactOutcome outcome) {
                return with.remove(outcome.contact());
            }
            return wrong instanceof PauseEnded ended ? with.remove(ended.pause()) : with;
        }

        /** The entry of that key, if nothing follows it yet. */
        private CollectionEntry free(EntryKey key, String argument) {
            CollectionEntry there = byKey.get(key);
            if (there == null) {
                throw refused(argument, "must be an entry of the history", key);
            }
            CollectionEntry follower = followed.get(key);
            if (follower != null) {
                throw refused(argument, "must not be followed by an entry already, as it is by " + follower.key(), key);
            }
            return there;
        }

        private InvalidArgumentException refused(String argument, String rule, Object value) {
            return new InvalidArgumentException("history.follows", argument, rule, value);
        }
    }
}
