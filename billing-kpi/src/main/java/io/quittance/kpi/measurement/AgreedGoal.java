package io.quittance.kpi.measurement;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A goal that was agreed, and whether it has been met.
 *
 * @param key unique among goals
 * @param recordedAt when this state was recorded
 * @param due the last day on which it is met in time
 * @param isMet whether it has been met
 */
public record AgreedGoal(String key, Instant recordedAt, LocalDate due, boolean isMet)
        implements KpiEvent, Serializable {

    /** Checks the parts. */
    public AgreedGoal {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Dates.inCalendar(due, "due");
    }

    /** As it is agreed. */
    public static AgreedGoal agreed(String key, LocalDate due, Instant recordedAt) {
        return new AgreedGoal(key, recordedAt, due, false);
    }

    /** The state in which it has been met. */
    public AgreedGoal met(Instant recorded) {
        return new AgreedGoal(key, recorded, due, true);
    }
}
