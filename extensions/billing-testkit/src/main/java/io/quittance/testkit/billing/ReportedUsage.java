package io.quittance.testkit.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.usage.UsageEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Usage, and when it became known: late where its period had been billed by then.
 *
 * @param event what was used
 * @param reportedAt from when on it is known
 * @param takenBackAt from when on it is known to be wrong, after it was reported; null if it is not
 */
public record ReportedUsage(
        UsageEvent event, Instant reportedAt, @Nullable Instant takenBackAt) {

    /** Checks the order. */
    public ReportedUsage {
        requireNonNull(event, "event");
        requireNonNull(reportedAt, "reportedAt");
        if (takenBackAt != null && !takenBackAt.isAfter(reportedAt)) {
            throw new IllegalArgumentException(
                    "takenBackAt must be after reportedAt, " + reportedAt + ", but was " + takenBackAt);
        }
    }

    /** Usage that was known at once, for good. */
    public static ReportedUsage of(UsageEvent event) {
        return new ReportedUsage(event, event.time(), null);
    }

    /** Whether it counts, as far as is known at an instant. */
    boolean isKnown(Instant knownAt) {
        return !reportedAt.isAfter(knownAt) && (takenBackAt == null || takenBackAt.isAfter(knownAt));
    }

    /** Whether it came or went after an instant and by another. */
    boolean isChanged(Instant after, Instant by) {
        return isWithin(reportedAt, after, by) || (takenBackAt != null && isWithin(takenBackAt, after, by));
    }

    private static boolean isWithin(Instant instant, Instant after, Instant by) {
        return instant.isAfter(after) && !instant.isAfter(by);
    }

    /** For example {@code e-1: 5 calls at 2026-01-10T10:00:00Z, reported 2026-02-03T00:00:00Z}. */
    @Override
    public String toString() {
        return event + ", reported " + reportedAt + (takenBackAt == null ? "" : ", taken back " + takenBackAt);
    }
}
