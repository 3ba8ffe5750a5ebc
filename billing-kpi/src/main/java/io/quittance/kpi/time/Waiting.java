package io.quittance.kpi.time;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing can be done, because somebody else is awaited, such as the customer.
 *
 * @param from the first instant
 * @param until the first instant after it, after {@code from}; null as long as it goes on
 */
public record Waiting(Instant from, @Nullable Instant until) implements Comparable<Waiting>, Serializable {
    private static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::from).thenComparing(wait -> wait.until == null ? Instant.MAX : wait.until);

    /** Checks the order of the two. */
    public Waiting {
        Dates.inCalendar(from, "from");
        if (until != null) {
            Dates.inCalendar(until, "until");
            Require.that(from.isBefore(until), "period.order", "from", "must be before " + until, from);
        }
    }

    /** One that goes on. */
    public static Waiting since(Instant from) {
        return new Waiting(from, null);
    }

    /** Its end, but at the latest that instant. */
    Instant untilAtMost(Instant end) {
        return until == null || until.isAfter(end) ? end : until;
    }

    /** Orders by beginning, then by end; one that goes on comes last. */
    @Override
    public int compareTo(Waiting other) {
        return ORDER.compare(this, other);
    }
}
