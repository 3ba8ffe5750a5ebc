package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From an instant up to, not including, another; both in whole milliseconds, so that columns of milliseconds and instants
 * agree on what lies inside.
 */
final class Period {
    private static final long MOST_SECONDS = 10_000L * 366 * 86_400;

    private final Instant start;
    private final Instant end;
    private final long startMillis;
    private final long endMillis;
    // seconds that lie inside whatever their fraction
    private final long firstWholeSecond;
    private final long lastWholeSecond;

    Period(Instant start, Instant end) {
        this.start = requireMillis(start, "start");
        this.end = requireMillis(end, "end");
        Require.that(start.isBefore(end), "bulk.period", "end", "must be after " + start, end);
        startMillis = start.toEpochMilli();
        endMillis = end.toEpochMilli();
        firstWholeSecond = start.getEpochSecond() + 1;
        lastWholeSecond = end.getEpochSecond() - 1;
    }

    private static Instant requireMillis(Instant instant, String argument) {
        Require.that(
                Math.abs(requireNonNull(instant, argument).getEpochSecond()) <= MOST_SECONDS
                        && instant.truncatedTo(ChronoUnit.MILLIS).equals(instant),
                "bulk.instant",
                argument,
                "must be a whole millisecond within 10,000 years of 1970",
                instant);
        return instant;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return end;
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return endMillis;
    }

    @PerRow
    boolean contains(Instant time) {
        long second = time.getEpochSecond();
        return (second >= firstWholeSecond && second <= lastWholeSecond)
                || (!time.isBefore(start) && time.isBefore(end));
    }

    boolean contains(long millis) {
        return millis >= startMillis && millis < endMillis;
    }

    boolean isAfter(Instant time) {
        return start.isAfter(time);
    }

    boolean hasBounds(Period other) {
        return startMillis == other.startMillis && endMillis == other.endMillis;
    }

    /** For example {@code from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z}. */
    @Override
    public String toString() {
        return "from " + start + " to " + end;
    }
}
