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
 * Something is wrong with what a vendor does, such as a billing system that is down.
 *
 * @param key unique among issues
 * @param recordedAt when this state was recorded
 * @param vendor whose it is
 * @param opened when it was reported
 * @param resolved when it was settled, not before {@code opened}; null as long as it is not
 */
public record VendorIssue(
        String key,
        Instant recordedAt,
        String vendor,
        Instant opened,
        @Nullable Instant resolved) implements KpiEvent, Serializable {

    /** Checks the order of the two. */
    public VendorIssue {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Require.id(vendor, "vendor");
        Dates.inCalendar(opened, "opened");
        Moments.notBefore(resolved, "resolved", opened);
    }

    /** As it is reported, recorded at once. */
    public static VendorIssue opened(String key, String vendor, Instant opened) {
        return new VendorIssue(key, opened, vendor, opened, null);
    }

    /** The state with the issue settled, recorded at once. */
    public VendorIssue resolved(Instant at) {
        return new VendorIssue(key, recordedNext(requireNonNull(at, "at")), vendor, opened, at);
    }

    /** The same state, recorded at another time than when it came about. */
    public VendorIssue asRecorded(Instant at) {
        return new VendorIssue(key, at, vendor, opened, resolved);
    }

    /** From its report to the settlement. */
    Turnaround untilResolved() {
        return new Turnaround(key, opened, resolved);
    }
}
