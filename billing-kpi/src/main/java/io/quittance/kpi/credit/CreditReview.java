package io.quittance.kpi.credit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A credit limit that is to be looked at again.
 *
 * @param key unique among reviews
 * @param recordedAt when this state was recorded
 * @param customer whose limit it is
 * @param due the last day on which it is on time
 * @param done when it was, before {@code due} too; null as long as it is not
 */
public record CreditReview(
        String key,
        Instant recordedAt,
        String customer,
        LocalDate due,
        @Nullable LocalDate done) implements KpiEvent, Serializable {

    /** Checks the parts. */
    public CreditReview {
        Require.id(key, "key");
        requireNonNull(recordedAt, "recordedAt");
        Require.id(customer, "customer");
        Dates.inCalendar(due, "due");
        if (done != null) {
            Dates.inCalendar(done, "done");
        }
    }

    /** As it is planned. */
    public static CreditReview due(String key, String customer, LocalDate due, Instant recordedAt) {
        return new CreditReview(key, recordedAt, customer, due, null);
    }

    /** The state in which it is done. */
    public CreditReview done(LocalDate day, Instant recorded) {
        return new CreditReview(key, recorded, customer, due, requireNonNull(day, "day"));
    }

    /** Whether it was done by the day on which it was due. */
    public boolean isOnTime() {
        return done != null && !done.isAfter(due);
    }
}
