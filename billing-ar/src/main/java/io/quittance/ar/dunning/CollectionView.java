package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What had happened in collecting the debts of a customer, as of a question.
 *
 * @param asOf what was asked
 * @param contacts what was said, by date and then as it was recorded
 * @param pauses by start, each with the end that it had by then
 * @param graces that were given
 * @param promises that were made, by the key of their entry, in the order in which they were recorded
 */
public record CollectionView(
        AsOf asOf,
        List<ContactRecord> contacts,
        List<DunningPause> pauses,
        List<GraceGranted> graces,
        Map<EntryKey, PromiseMade> promises)
        implements Serializable {
    /** Copies the lists. */
    public CollectionView {
        requireNonNull(asOf, "asOf");
        contacts = contacts.stream()
                .sorted(Comparator.comparing(record -> record.contact().date()))
                .toList();
        pauses = pauses.stream()
                .sorted(Comparator.comparing(DunningPause::start))
                .toList();
        graces = List.copyOf(graces);
        promises = Collections.unmodifiableMap(new LinkedHashMap<>(promises));
    }

    /** What there is of valid entries. */
    static CollectionView of(List<CollectionEntry> entries, AsOf asOf) {
        List<CollectionEntry> then = entries.stream()
                .filter(entry -> asOf.includes(entry.effectiveDate(), entry.recordedAt()))
                .toList();
        Set<EntryKey> withdrawn = new HashSet<>();
        for (CollectionEntry entry : then) {
            if (entry.fact() instanceof FactWithdrawn fact) {
                withdrawn.add(fact.entry());
            }
        }
        var folding = new Folding();
        for (CollectionEntry entry : then) {
            if (!withdrawn.contains(entry.key())) {
                entry.fact().match(folding.new Case(entry)).run();
            }
        }
        return folding.view(asOf);
    }

    /** Collects facts by kind. */
    private static final class Folding {
        private final Map<EntryKey, CollectionEntry> contacts = new LinkedHashMap<>();
        private final Map<EntryKey, ContactOutcome> outcomes = new HashMap<>();
        private final Map<EntryKey, DunningPause> pauses = new LinkedHashMap<>();
        private final List<GraceGranted> graces = new ArrayList<>();
        private final Map<EntryKey, PromiseMade> promises = new LinkedHashMap<>();

        CollectionView view(AsOf asOf) {
            var records = new ArrayList<ContactRecord>();
            contacts.forEach((key, sent) ->
                    records.add(new ContactRecord(key, (Contact) sent.fact(), sent.origin(), outcomes.get(key))));
            return new CollectionView(asOf, records, List.copyOf(pauses.values()), graces, promises);
        }

        /** Where an entry goes. */
        private final class Case implements CollectionFact.Cases<Runnable> {
            private final CollectionEntry entry;

            Case(CollectionEntry entry) {
                this.entry = entry;
            }

            @Override
            public Runnable contact(Contact fact) {
                return () -> contacts.put(entry.key(), entry);
            }

            @Override
            public Runnable outcome(ContactOutcome fact) {
                return () -> outcomes.put(fact.contact(), fact);
            }

            @Override
            public Runnable pause(DunningPause fact) {
                return () -> pauses.put(entry.key(), fact);
            }

            @Override
            public Runnable pauseEnded(PauseEnded fact) {
                return () -> pauses.computeIfPresent(
                        fact.pause(),
                        (key, pause) -> new DunningPause(pause.start(), fact.date(), pause.items(), pause.reason()));
            }

            @Override
            public Runnable grace(GraceGranted fact) {
                return () -> graces.add(fact);
            }

            @Override
            public Runnable promise(PromiseMade fact) {
                return () -> promises.put(entry.key(), fact);
            }

            @Override
            public Runnable withdrawn(FactWithdrawn fact) {
                return () -> {};
            }
        }
    }
}
