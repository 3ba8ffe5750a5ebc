package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes its time, such as an inquiry until its answer.
 *
 * @param id of the thing
 * @param begun when the time begins to run
 * @param ended when it ends, not before {@code begun}; null as long as it does not
 * @param waits times that do not count, from {@code begun} to {@code ended}, in order and apart from each other; the last may go on, and does so until {@code ended} at the latest
 */
public record Turnaround(String id, Instant begun, @Nullable Instant ended, List<Waiting> waits)
        implements Serializable {

    /** Checks the order of the two. */
    public Turnaround {
        Require.id(id, "id");
        Dates.inCalendar(begun, "begun");
        if (ended != null) {
            Dates.inCalendar(ended, "ended");
            Require.that(!ended.isBefore(begun), "period.order", "ended", "must not be before " + begun, ended);
        }
        waits = requireNonNull(waits, "waits").stream().sorted().toList();
        Instant last = ended == null ? Instant.MAX : ended;
        Instant before = begun;
        for (Waiting wait : waits) {
            Instant until = wait.untilAtMost(Instant.MAX);
            Require.that(
                    !wait.from().isBefore(before)
                            && !wait.from().isAfter(last)
                            && (wait.until() == null || !until.isAfter(last)),
                    "waiting.within",
                    "waits",
                    "must lie apart from each other from " + begun + " to " + (ended == null ? "the end" : ended),
                    wait);
            before = until;
        }
    }

    /** All of whose time counts. */
    public Turnaround(String id, Instant begun, @Nullable Instant ended) {
        this(id, begun, ended, List.of());
    }

    /** Whether it had begun before an instant. */
    boolean isBegunBefore(Instant end) {
        return begun.isBefore(end);
    }

    /** When it ended, if it did before an instant. */
    Optional<Instant> endedBefore(Instant until) {
        return Optional.ofNullable(ended).filter(end -> end.isBefore(until));
    }

    /** The time from its beginning to an instant, without the waits up to then. */
    Fraction elapsed(TimeMeasure measure, Instant end) {
        Fraction time = measure.elapsed(begun, end);
        for (Waiting wait : waits) {
            if (wait.from().isBefore(end)) {
                time = time.minus(measure.elapsed(wait.from(), wait.untilAtMost(end)));
            }
        }
        return time;
    }
}
