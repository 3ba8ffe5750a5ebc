package io.quittance.kpi.measurement;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.kpi.KpiEvent;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal that was agreed, and when it was met.
 *
 * @param key unique among goals
 * @param recordedAt when this state was recorded
 * @param due the last day on which it is met in time
 * @param met the day on which it was met, before {@code due} too; null as long as it is not
 */
public record AgreedGoal(
        String key,
        Instant recordedAt,
        LocalDate due,
        @Nullable LocalDate met) implements KpiEvent, Serializable {

    /** Checks the parts. */
    public AgreedGoal {
        Require.id(key, "key");
        Dates.inCalendar(recordedAt, "recordedAt");
        Dates.inCalendar(due, "due");
        if (met != null) {
            Dates.inCalendar(met, "met");
        }
    }

    /** As it is agreed. */
    public static AgreedGoal agreed(String key, LocalDate due, Instant recordedAt) {
        return new AgreedGoal(key, recordedAt, due, null);
    }

    /** The state in which it has been met. */
    public AgreedGoal met(LocalDate day, Instant recorded) {
        return new AgreedGoal(key, recorded, due, requireNonNull(day, "day"));
    }

    /** Whether it was met by the day on which it was due. */
    public boolean isInTime() {
        return met != null && !met.isAfter(due);
    }
}
