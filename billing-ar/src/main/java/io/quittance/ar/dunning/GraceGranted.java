package io.quittance.ar.dunning;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Nothing is dunned up to a day. The days count all the same, unlike those of a {@link DunningPause}: from the day after on, what is late enough is dunned.
 *
 * @param date when it was given
 * @param until its last day, not before {@code date}
 * @param items which items, by id; empty if all of the account
 */
public record GraceGranted(LocalDate date, LocalDate until, List<ReceivableId> items) implements CollectionFact {
    /** Checks the dates; sorts the items. */
    public GraceGranted {
        Dates.inCalendar(date, "date");
        Dates.inCalendar(until, "until");
        Require.that(!until.isBefore(date), "grace.order", "until", "must not be before " + date, until);
        items = Items.of(items);
    }

    /** For the account. */
    public static GraceGranted of(LocalDate date, LocalDate until) {
        return new GraceGranted(date, until, List.of());
    }

    /** The same for some items. */
    public GraceGranted about(Collection<ReceivableId> newItems) {
        return new GraceGranted(date, until, Items.of(newItems));
    }

    @Override
    public LocalDate effectiveDate() {
        return date;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.grace(this);
    }
}
