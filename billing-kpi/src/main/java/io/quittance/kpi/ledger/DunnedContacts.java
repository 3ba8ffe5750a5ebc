package io.quittance.kpi.ledger;

import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.CollectionView;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.ContactOutcome;
import io.quittance.ar.dunning.ContactRecord;
import io.quittance.ar.dunning.PromiseMade;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.LocalDays;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.communication.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The messages to one customer, in the states in which they were known. */
final class DunnedContacts {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Set<ContactKind> MESSAGES =
            Collections.unmodifiableSet(EnumSet.of(ContactKind.REMINDER, ContactKind.LETTER, ContactKind.CALL));

    private final CollectionHistory history;
    private final List<String> levels;
    private final ZoneId zone;
    private final List<Receipts.Receipt> receipts;

    DunnedContacts(CollectionHistory history, List<String> levels, ZoneId zone, List<Receipts.Receipt> receipts) {
        this.history = history;
        this.levels = levels;
        this.zone = zone;
        this.receipts = receipts;
    }

    void to(List<Contact> states, SortedMap<String, Instant> gone) {
        Map<String, Contact> last = new HashMap<>();
        for (Instant time : times()) {
            CollectionView view = at(time);
            var there = new TreeSet<String>();
            for (ContactRecord record : messages(view)) {
                Contact state = state(record, view, time);
                there.add(state.key());
                Contact before = last.put(state.key(), state);
                if (before == null || !before.asRecorded(time).equals(state)) {
                    states.add(state);
                }
            }
            last.keySet().removeIf(key -> isGone(key, there, gone, time));
        }
    }

    private static boolean isGone(String key, Set<String> there, SortedMap<String, Instant> gone, Instant time) {
        boolean isGone = !there.contains(key);
        if (isGone) {
            gone.put(key, time);
        }
        return isGone;
    }

    /** Each message once, from when it is known, until it is withdrawn. */
    void operationsTo(List<Operation> states, SortedMap<String, Instant> gone) {
        Set<String> last = new TreeSet<>();
        for (Instant time : times()) {
            var there = new TreeSet<String>();
            for (ContactRecord record : messages(at(time))) {
                String key = key(record) + " dunned";
                there.add(key);
                if (last.add(key)) {
                    states.add(new Operation(
                            key,
                            Operation.Kind.DUNNED,
                            history.customer().value(),
                            record.contact().date(),
                            !record.isPersonal(),
                            time));
                }
            }
            last.removeIf(key -> isGone(key, there, gone, time));
        }
    }

    private SortedSet<Instant> times() {
        var times = new TreeSet<Instant>();
        history.entries().forEach(entry -> times.add(entry.recordedAt()));
        for (Receipts.Receipt receipt : receipts) {
            times.add(receipt.known());
            times.add(receipt.undone());
        }
        times.remove(Instant.MAX);
        return times;
    }

    private CollectionView at(Instant time) {
        return history.asOf(AsOf.of(LAST_DAY, time));
    }

    private static List<ContactRecord> messages(CollectionView view) {
        return view.contacts().stream()
                .filter(record -> isMessage(record.contact().kind()))
                .toList();
    }

    /** Whether it goes to the customer, and reminds. */
    static boolean isMessage(ContactKind kind) {
        return MESSAGES.contains(kind);
    }

    private String key(ContactRecord record) {
        return history.customer() + " " + record.key();
    }

    private Contact state(ContactRecord record, CollectionView view, Instant time) {
        Instant sent = moment(record.contact().date(), recordedAt(record.key()));
        return new Contact(
                key(record),
                time,
                history.customer().value(),
                sent,
                !record.isPersonal(),
                level(record),
                record.contact().channel(),
                record.isBounced(),
                answers(record, view, sent),
                promises(record, view, sent),
                payments(record, sent, time));
    }

    private int level(ContactRecord record) {
        return record.contact().levelName().map(name -> level(levels, name)).orElse(0);
    }

    /** The number of a level, from 1 on. */
    static int level(List<String> levels, String name) {
        Require.that(levels.contains(name), "dunning.level", "levels", "must have the level of each contact", name);
        return levels.indexOf(name) + 1;
    }

    private Instant recordedAt(EntryKey key) {
        return history.entry(key).map(CollectionEntry::recordedAt).orElseThrow();
    }

    /** When something of a day happened: when it was recorded, if that was on the day, and else when the day began. */
    private Instant moment(LocalDate day, Instant recorded) {
        return LocalDays.dayOf(recorded, zone).equals(day)
                ? recorded
                : day.atStartOfDay(zone).toInstant();
    }

    /** The same for what the customer did: on the day of the message, of which no more is known, not before it. */
    private Instant response(LocalDate day, Instant recorded, Instant sent) {
        Instant moment = moment(day, recorded);
        boolean isThatDay = LocalDays.dayOf(sent, zone).equals(day);
        return isThatDay && !moment.equals(recorded) ? sent : moment;
    }

    private List<Instant> answers(ContactRecord record, CollectionView view, Instant sent) {
        ContactOutcome outcome = record.outcome();
        Optional<Instant> said = outcome == null || outcome.kind() != ContactOutcome.Kind.ANSWERED
                ? Optional.empty()
                : Optional.of(response(outcome.date(), outcomeRecorded(outcome), sent));
        Stream<Instant> replies = view.contacts().stream()
                .filter(other -> other.contact().kind() == ContactKind.REPLY
                        && isAbout(record, other.contact().items()))
                .map(reply -> response(reply.contact().date(), recordedAt(reply.key()), sent));
        return after(sent, Stream.concat(said.stream(), replies));
    }

    private Instant outcomeRecorded(ContactOutcome outcome) {
        return history.entries().stream()
                .filter(entry -> entry.fact().equals(outcome))
                .map(CollectionEntry::recordedAt)
                .findFirst()
                .orElseThrow();
    }

    private List<Instant> promises(ContactRecord record, CollectionView view, Instant sent) {
        return after(
                sent,
                view.promises().entrySet().stream()
                        .filter(each -> isAbout(record, each.getValue().items()))
                        .map(each -> response(made(each.getValue()), recordedAt(each.getKey()), sent)));
    }

    private static LocalDate made(PromiseMade promise) {
        return promise.promise().made();
    }

    private static List<Instant> after(Instant sent, Stream<Instant> moments) {
        return moments.filter(moment -> !moment.isBefore(sent)).toList();
    }

    /** All of it: who had paid a part before the message and pays the rest after it may pay that because of it. */
    private List<Instant> payments(ContactRecord record, Instant sent, Instant time) {
        return receipts.stream()
                .filter(receipt -> receipt.isKnownAt(time) && receipt.known().isAfter(sent))
                .filter(receipt -> isAbout(record, receipt.items()))
                .map(receipt -> response(receipt.day(), receipt.received(), sent))
                .toList();
    }

    /** Whether both are about an item, or one of them is about the account. */
    private static boolean isAbout(ContactRecord record, List<ReceivableId> items) {
        List<ReceivableId> own = record.contact().items();
        return own.isEmpty() || items.isEmpty() || own.stream().anyMatch(items::contains);
    }
}
