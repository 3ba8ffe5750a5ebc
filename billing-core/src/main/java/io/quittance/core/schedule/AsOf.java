package io.quittance.core.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A question's two times: what had <em>happened</em> by the end of a day, as far as it was <em>known</em> at an instant.
 * Both ends are included. An answer for such a pair never changes by what is recorded after {@code knownAt}.
 *
 * <p>A payment of 28 March that is recorded on 2 April at 09:00 is no part of {@code AsOf.of("2026-03-31",
 * "2026-04-01T00:00:00Z")}, and is part of {@code AsOf.endOf("2026-03-31")}.
 *
 * @param date the last day whose facts count, by their effective date
 * @param knownAt the last instant whose facts count, by when they were recorded
 */
public record AsOf(LocalDate date, Instant knownAt) implements Serializable {

    /** Checks the date. */
    public AsOf {
        Dates.inCalendar(date, "date");
        requireNonNull(knownAt, "knownAt");
    }

    /** The end of that day, with all that was ever recorded about it. */
    public static AsOf endOf(LocalDate date) {
        return new AsOf(date, Instant.MAX);
    }

    /** As {@link #endOf(LocalDate)} for an ISO date. */
    public static AsOf endOf(String date) {
        return endOf(Dates.parse(date, "date"));
    }

    /** The end of that day, as known at that instant. */
    public static AsOf of(LocalDate date, Instant knownAt) {
        return new AsOf(date, knownAt);
    }

    /** As {@link #of(LocalDate, Instant)} for an ISO date and an ISO instant such as {@code 2026-04-01T00:00:00Z}. */
    public static AsOf of(String date, String knownAt) {
        return of(Dates.parse(date, "date"), Dates.parseInstant(knownAt, "knownAt"));
    }

    /** Whether a fact counts: it had happened by the end of {@link #date()} and was recorded by {@link #knownAt()}. */
    public boolean includes(LocalDate effective, Instant recorded) {
        return !effective.isAfter(date) && !recorded.isAfter(knownAt);
    }

    /** For example {@code 2026-03-31, known at 2026-04-01T00:00:00Z}. */
    @Override
    public String toString() {
        return knownAt.equals(Instant.MAX) ? date.toString() : date + ", known at " + knownAt;
    }
}
