package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.LocalDays;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days over which usage is counted, in the zone that decides on which day an instant falls. A day need not have 24
 * hours: 29 March 2026 has 23 in Berlin, 25 October 2026 has 25.
 *
 * @param period the days
 * @param zone the contract's time zone
 */
public record UsageWindow(ServicePeriod period, ZoneId zone) implements Serializable {

    /** Checks that both are there. */
    public UsageWindow {
        requireNonNull(period, "period");
        requireNonNull(zone, "zone");
    }

    /** The first instant of the window. */
    public Instant start() {
        return period.startIn(zone);
    }

    /** The first instant after the window. */
    public Instant end() {
        return period.endIn(zone);
    }

    /** Whether the instant lies within the window; its end does not. */
    public boolean contains(Instant instant) {
        return period.contains(instant, zone);
    }

    /**
     * The day of an instant in the zone: the last one that has begun by then ({@link LocalDays#dayOf}), so that an instant
     * within the window falls on one of its days.
     */
    public LocalDate dayOf(Instant instant) {
        return LocalDays.dayOf(instant, zone);
    }

    /** An instant as clocks in the zone show it. */
    public ZonedDateTime local(Instant instant) {
        return instant.atZone(zone);
    }
}
