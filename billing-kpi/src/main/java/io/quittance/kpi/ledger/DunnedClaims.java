package io.quittance.kpi.ledger;

import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.Contact;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.NoticeItem;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.cash.DunnedClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What notices claimed of the items of one customer, in the states in which it was known, and from when on some of it was not claimed. */
final class DunnedClaims {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final CollectionHistory history;
    private final List<String> levels;
    private final List<PaidOnItem> money;
    private final List<DunnedClaim> states = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();

    /** That a claim is none from a time on. */
    record Gone(String key, Instant from) {}

    DunnedClaims(CollectionHistory history, List<String> levels, List<PaidOnItem> paid) {
        this.history = history;
        this.levels = levels;
        this.money = paid.stream().filter(one -> !one.isCredit()).toList();
    }

    List<DunnedClaim> states() {
        return states;
    }

    List<Gone> gone() {
        return gone;
    }

    /** Adds what a notice claims, if the history has its message. */
    void add(DunningNotice notice) {
        CollectionEntry sent = history.entry(notice.key()).orElse(null);
        if (sent != null && sent.fact() instanceof Contact contact && DunnedContacts.isMessage(contact.kind())) {
            int level = DunnedContacts.level(levels, notice.level().name());
            for (NoticeItem item : notice.items()) {
                if (contact.items().contains(item.item().id())) {
                    add(item, level, sent, contact.date());
                }
            }
        }
    }

    private void add(NoticeItem item, int level, CollectionEntry sent, LocalDate dunned) {
        List<PaidOnItem> paid = money.stream()
                .filter(one -> one.item().equals(item.item().id()))
                .toList();
        var times = new TreeSet<Instant>();
        history.entries().forEach(entry -> times.add(entry.recordedAt()));
        paid.forEach(one -> times.add(one.recordedAt()));
        DunnedClaim last = null;
        for (Instant time : times.tailSet(sent.recordedAt(), true)) {
            DunnedClaim state = isSent(sent, time) ? claim(item, level, sent, dunned, paid, time) : null;
            if (state == null) {
                if (last != null) {
                    gone.add(new Gone(last.key(), time));
                }
            } else if (last == null || !last.paid().equals(state.paid())) {
                states.add(state);
            }
            last = state;
        }
    }

    /** Whether it had not been withdrawn, nor come back undelivered, as far as was known at a time. */
    private boolean isSent(CollectionEntry sent, Instant time) {
        return history.asOf(AsOf.of(LAST_DAY, time)).contacts().stream()
                .anyMatch(record -> record.key().equals(sent.key()) && !record.isBounced());
    }

    private DunnedClaim claim(
            NoticeItem item, int level, CollectionEntry sent, LocalDate dunned, List<PaidOnItem> paid, Instant time) {
        return new DunnedClaim(
                item.item().id() + " " + sent.key(),
                time,
                history.customer().value(),
                item.item().id().value(),
                level,
                dunned,
                item.item().undisputed().subtract(item.offset()),
                paid.stream()
                        .filter(one -> !one.recordedAt().isAfter(time))
                        .map(PaidOnItem::part)
                        .toList());
    }
}
