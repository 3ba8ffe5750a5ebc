package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report that was given to its readers.
 *
 * @param key unique among reports, such as {@code aging 2026-03}
 * @param recordedAt when this state was recorded
 * @param issued the day on which it was issued
 * @param restated the first day on which it was given out again because it was wrong, not before {@code issued}; null as long as it was not
 */
public record IssuedReport(
        String key,
        Instant recordedAt,
        LocalDate issued,
        @Nullable LocalDate restated) implements KpiEvent, Serializable {

    /** Checks the order of the two. */
    public IssuedReport {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Dates.inCalendar(issued, "issued");
        if (restated != null) {
            Dates.inCalendar(restated, "restated");
            Require.that(
                    !restated.isBefore(issued), "event.order", "restated", "must not be before " + issued, restated);
        }
    }

    /** As it is issued. */
    public static IssuedReport issued(String key, LocalDate issued, Instant recordedAt) {
        return new IssuedReport(key, recordedAt, issued, null);
    }

    /** The state in which it is restated; of one that is restated again, the first day stays. */
    public IssuedReport restated(LocalDate day, Instant recordedAt) {
        requireNonNull(day, "day");
        boolean isFirst = restated == null || day.isBefore(restated);
        return new IssuedReport(key, recordedAt, issued, isFirst ? day : restated);
    }

    /** Whether it was restated by that day. */
    boolean isRestatedBy(LocalDate day) {
        return restated != null && !restated.isAfter(day);
    }
}
