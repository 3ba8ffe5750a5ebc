package io.quittance.ar.reconciliation;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.Origin;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a difference.
 *
 * @param difference its number in the run
 * @param cause what it was
 * @param recordedAt when that was recorded
 * @param origin who said so
 * @param reference under which key the host keeps what was done: an entry, a letter, a case; 1 to 200 characters; null if there is none
 */
public record DifferenceResolution(
        int difference,
        Cause cause,
        Instant recordedAt,
        Origin origin,
        @Nullable String reference) implements Serializable {

    /** What a difference was. */
    public enum Cause {
        /** The ledger was wrong, and was corrected. */
        LEDGER_CORRECTED,
        /** The counterparty was wrong, and corrects its books. */
        COUNTERPARTY_CORRECTED,
        /** What was in transit arrived. */
        ARRIVED,
        /** It stays and is accepted: rounding, or too small to be worth the work. */
        ACCEPTED,
        /** There was none: both sides were right, and it was compared wrongly. */
        NO_DIFFERENCE
    }

    /** Checks the parts. */
    public DifferenceResolution {
        Require.that(difference > 0, "reconciliation.number", "difference", "must be more than 0", difference);
        requireNonNull(cause, "cause");
        Dates.inCalendar(recordedAt, "recordedAt");
        requireNonNull(origin, "origin");
        Require.optionalId(reference, "reference");
    }

    /** A resolution of which nothing else is kept. */
    public static DifferenceResolution of(int difference, Cause cause, Instant recordedAt, Origin origin) {
        return new DifferenceResolution(difference, cause, recordedAt, origin, null);
    }

    /** The same, with the key of what was done. */
    public DifferenceResolution referringTo(String key) {
        return new DifferenceResolution(difference, cause, recordedAt, origin, requireNonNull(key, "reference"));
    }

    /** The key of what was done, if there is one. */
    public Optional<String> referredTo() {
        return Optional.ofNullable(reference);
    }
}
