package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * What became of something that was sent; without one, it was sent and no more is known.
 *
 * @param contact the entry of what was sent
 * @param kind what became of it
 * @param date when that was seen, not before it was sent
 */
public record ContactOutcome(EntryKey contact, Kind kind, LocalDate date) implements CollectionFact {

    /** What can become of it. */
    public enum Kind {
        /** It did not arrive. It does not count: its level was not done. */
        BOUNCED,
        /** The customer answered. */
        ANSWERED
    }

    /** Checks the parts. */
    public ContactOutcome {
        requireNonNull(contact, "contact");
        requireNonNull(kind, "kind");
        Dates.inCalendar(date, "date");
    }

    @Override
    public LocalDate effectiveDate() {
        return date;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.outcome(this);
    }
}
