package io.quittance.kpi.communication;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the events of this package check alike. */
final class Moments {
    private Moments() {}

    /** Where there is one, it lies in the calendar and not before another. */
    static void notBefore(@Nullable Instant at, String argument, Instant first) {
        if (at != null) {
            Dates.inCalendar(at, argument);
            Require.that(!at.isBefore(first), "event.order", argument, "must not be before " + first, at);
        }
    }
}
