package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that was done in billing or receivables, by a person or without one.
 *
 * @param key names it
 * @param kind what was done
 * @param day when
 * @param automatic whether it was done without a person; all of it
 * @param recordedAt when it was recorded
 */
public record Operation(String key, Kind kind, LocalDate day, boolean automatic, Instant recordedAt)
        implements KpiEvent, Serializable {

    /** What is done. */
    public enum Kind {
        /** An invoice was generated. */
        GENERATED,
        /** An invoice was sent. */
        SENT,
        /** A payment was matched with what it pays. */
        MATCHED,
        /** A customer was reminded. */
        DUNNED
    }

    /** Checks that all is there. */
    public Operation {
        Require.id(key, "key");
        requireNonNull(kind, "kind");
        Dates.inCalendar(day, "day");
        Dates.inCalendar(recordedAt, "recordedAt");
    }
}
