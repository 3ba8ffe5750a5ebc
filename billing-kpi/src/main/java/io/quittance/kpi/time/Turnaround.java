package io.quittance.kpi.time;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes its time, such as an inquiry until its answer.
 *
 * @param id of the thing
 * @param begun when the time begins to run
 * @param ended when it ends, not before {@code begun}; null as long as it does not
 */
public record Turnaround(String id, Instant begun, @Nullable Instant ended) implements Serializable {

    /** Checks the order of the two. */
    public Turnaround {
        Require.id(id, "id");
        Dates.inCalendar(begun, "begun");
        if (ended != null) {
            Dates.inCalendar(ended, "ended");
            Require.that(!ended.isBefore(begun), "period.order", "ended", "must not be before " + begun, ended);
        }
    }

    /** When it ended, if it did before an instant. */
    Optional<Instant> endedBefore(Instant until) {
        return Optional.ofNullable(ended).filter(end -> end.isBefore(until));
    }
}
