package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import java.time.LocalDate;

/**
 * A fact was recorded by mistake: whoever asks from then on, about whatever day, gets the answer as if it had never been.
 *
 * @param entry which one; it must not be followed by another, such as the outcome of a contact, unless that is withdrawn before
 */
public record FactWithdrawn(EntryKey entry) implements CollectionFact {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    /** Checks that it is said which. */
    public FactWithdrawn {
        requireNonNull(entry, "entry");
    }

    /** The first day of the calendar: it counts on all days. */
    @Override
    public LocalDate effectiveDate() {
        return FIRST;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.withdrawn(this);
    }
}
