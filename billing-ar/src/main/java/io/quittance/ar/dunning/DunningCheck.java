package io.quittance.ar.dunning;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the dates allow a level (ar.md 4.16): a grace has ended before the day, the days that count are at least those of the level, and
 * the last contact is at least its minimum distance ago. Ends count: a level of 10 days is reached on the tenth, and a distance of 10 days is
 * kept on the tenth.
 *
 * @param lateness due date, day of the question, days of grace, pauses
 * @param graceUntil the last day of a grace that was given; null if there is none
 * @param lastContact when the debt was dunned last; null if it never was
 */
public record DunningCheck(
        Delinquency lateness,
        @Nullable LocalDate graceUntil,
        @Nullable LocalDate lastContact) implements Serializable {
    /** Checks the dates. */
    public DunningCheck {
        requireNonNull(lateness, "lateness");
        if (graceUntil != null) {
            Dates.inCalendar(graceUntil, "graceUntil");
        }
        if (lastContact != null) {
            Dates.inCalendar(lastContact, "lastContact");
        }
    }

    /** Without a grace that was given, and never dunned. */
    public static DunningCheck of(Delinquency lateness) {
        return new DunningCheck(lateness, null, null);
    }

    /** Why the dates do not allow the level; empty if they do. */
    public Optional<Hold> hold(DunningLevel level) {
        return grace().or(() -> late(level)).or(() -> distance(level));
    }

    /** Why there is a grace still; empty if there is none. */
    Optional<Hold> grace() {
        LocalDate on = lateness.asOf();
        if (graceUntil != null && !graceUntil.isBefore(on)) {
            return Optional.of(
                    Hold.of(HoldReason.GRACE, "dunning.grace-until", "grace until {0}, asked on {1}", graceUntil, on));
        }
        long days = lateness.countedDays();
        return days >= 0 && lateness.graceDays() > 0 && days <= lateness.graceDays()
                ? Optional.of(Hold.of(
                        HoldReason.GRACE,
                        "dunning.grace-days",
                        "{0} days late on {1}, of {2} of grace",
                        days,
                        on,
                        lateness.graceDays()))
                : Optional.empty();
    }

    private Optional<Hold> late(DunningLevel level) {
        long days = lateness.countedDays();
        return days < level.daysPastDue()
                ? Optional.of(Hold.of(
                        HoldReason.NOT_DUE,
                        "dunning.not-late-enough",
                        "{0} days past due {1} on {2}, {3} of them paused; {4} asks for {5}",
                        lateness.pastDueDays(),
                        lateness.dueDate(),
                        lateness.asOf(),
                        lateness.pausedDays(),
                        level.name(),
                        level.daysPastDue()))
                : Optional.empty();
    }

    private Optional<Hold> distance(DunningLevel level) {
        if (lastContact == null) {
            return Optional.empty();
        }
        long since = ChronoUnit.DAYS.between(lastContact, lateness.asOf());
        return since < level.distanceDays()
                ? Optional.of(Hold.of(
                        HoldReason.MINIMUM_DISTANCE,
                        "dunning.minimum-distance",
                        "{0} days since {1}, of {2}",
                        since,
                        lastContact,
                        level.distanceDays()))
                : Optional.empty();
    }
}
