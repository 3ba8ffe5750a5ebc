package io.quittance.kpi.time;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;

/**
 * A time in which nothing could be done, because somebody else was awaited, such as the customer.
 *
 * @param from the first instant
 * @param until the first instant after it, after {@code from}
 */
public record Waiting(Instant from, Instant until) implements Comparable<Waiting>, Serializable {

    /** Checks the order of the two. */
    public Waiting {
        Dates.inCalendar(from, "from");
        Dates.inCalendar(until, "until");
        Require.that(from.isBefore(until), "period.order", "from", "must be before " + until, from);
    }

    /** Orders by beginning, then by end. */
    @Override
    public int compareTo(Waiting other) {
        int byBeginning = from.compareTo(other.from);
        return byBeginning != 0 ? byBeginning : until.compareTo(other.until);
    }
}
