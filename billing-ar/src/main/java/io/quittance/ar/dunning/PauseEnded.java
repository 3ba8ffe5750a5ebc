package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.ledger.EntryKey;
import io.quittance.core.internal.Dates;
import java.time.LocalDate;

/**
 * A pause ended, or will end, sooner than was said.
 *
 * @param pause the entry of the pause
 * @param date the first day that is not one of it any more; after its start, not after its end
 */
public record PauseEnded(EntryKey pause, LocalDate date) implements CollectionFact {
    /** Checks the parts. */
    public PauseEnded {
        requireNonNull(pause, "pause");
        Dates.inCalendar(date, "date");
    }

    @Override
    public LocalDate effectiveDate() {
        return date;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.pauseEnded(this);
    }
}
