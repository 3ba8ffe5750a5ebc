package io.quittance.kpi.communication;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.time.Turnaround;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a report that is not a regular one.
 *
 * @param key unique among requests
 * @param recordedAt when this state was recorded
 * @param requested when it was asked for
 * @param delivered when it was delivered, not before {@code requested}; null as long as it is not
 */
public record ReportRequest(
        String key,
        Instant recordedAt,
        Instant requested,
        @Nullable Instant delivered) implements KpiEvent, Serializable {

    /** Checks the order of the two. */
    public ReportRequest {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Dates.inCalendar(requested, "requested");
        Moments.notBefore(delivered, "delivered", requested);
    }

    /** As it is asked for, recorded at once. */
    public static ReportRequest requested(String key, Instant requested) {
        return new ReportRequest(key, requested, requested, null);
    }

    /** The state with the report delivered, recorded at once. */
    public ReportRequest delivered(Instant at) {
        return new ReportRequest(key, recordedNext(requireNonNull(at, "at")), requested, at);
    }

    /** The same state, recorded at another time than when it came about. */
    public ReportRequest asRecorded(Instant at) {
        return new ReportRequest(key, at, requested, delivered);
    }

    /** From the request to the delivery. */
    Turnaround untilDelivered() {
        return new Turnaround(key, requested, delivered);
    }
}
