package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in billing or receivables, by a person or without one.
 *
 * @param key names it
 * @param kind what was done
 * @param customer to whom or with whose money, as you name it, opaque; null if it is not known
 * @param day when
 * @param automatic whether it was done without a person; all of it
 * @param recordedAt when it was recorded
 */
public record Operation(
        String key, Kind kind, @Nullable String customer, LocalDate day, boolean automatic, Instant recordedAt)
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
        Require.optionalId(customer, "customer");
        Dates.inCalendar(day, "day");
        Dates.inCalendar(recordedAt, "recordedAt");
    }

    /** One whose customer is not known. */
    public Operation(String key, Kind kind, LocalDate day, boolean automatic, Instant recordedAt) {
        this(key, kind, null, day, automatic, recordedAt);
    }

    /** The same, of this customer. */
    public Operation withCustomer(String newCustomer) {
        return new Operation(key, kind, requireNonNull(newCustomer, "newCustomer"), day, automatic, recordedAt);
    }
}
