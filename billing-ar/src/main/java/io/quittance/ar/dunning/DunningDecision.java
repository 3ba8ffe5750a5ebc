package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a run decided about a customer. Every open item is in one notice, or held for one reason.
 *
 * @param customer whose account
 * @param date the day of the run
 * @param notices what to send, whom to call and what to hand over, by level
 * @param held what is not dunned, by due date
 */
public record DunningDecision(CustomerId customer, LocalDate date, List<DunningNotice> notices, List<HeldItem> held)
        implements Serializable {
    /** Copies the lists. */
    public DunningDecision {
        requireNonNull(customer, "customer");
        Dates.inCalendar(date, "date");
        notices = List.copyOf(notices);
        held = List.copyOf(held);
    }

    /** The notices of one kind: those of {@link ContactKind#CALL} are the list of calls, those of {@link ContactKind#COLLECTIONS} the cases to hand over. */
    public List<DunningNotice> notices(ContactKind action) {
        return notices.stream().filter(notice -> notice.action() == action).toList();
    }

    /** Why an item is not dunned; empty if it is, or is not open. */
    public Optional<Hold> hold(ReceivableId item) {
        return held.stream()
                .filter(one -> one.item().id().equals(item))
                .map(HeldItem::hold)
                .findFirst();
    }

    /** Whether nothing is to be done. */
    public boolean isSilent() {
        return notices.isEmpty();
    }
}
