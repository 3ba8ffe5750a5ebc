package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days over which usage is counted, in the zone that decides on which day an instant falls. A day need not have 24
 * hours: 29 March 2026 has 23 in Berlin, 25 October 2026 has 25; and a day on which the zone changes is longer or shorter by
 * the difference of the zones.
 *
 * @param period the days
 * @param zones the contract's time zone, and those that it had or will have
 */
public record UsageWindow(ServicePeriod period, ZoneHistory zones) implements Serializable {

    /** Checks that both are there. */
    public UsageWindow {
        requireNonNull(period, "period");
        requireNonNull(zones, "zones");
    }

    /** Days in one zone. */
    public UsageWindow(ServicePeriod period, ZoneId zone) {
        this(period, ZoneHistory.of(zone));
    }

    /** The first instant of the window. */
    public Instant start() {
        return zones.startOf(period.start());
    }

    /** The first instant after the window. */
    public Instant end() {
        return zones.startOf(period.end());
    }

    /** Whether the instant lies within the window; its end does not. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    /** The day of an instant: the last one that has begun by then, so that an instant within the window falls on one of its days. */
    public LocalDate dayOf(Instant instant) {
        return zones.dayOf(instant);
    }

    /** An instant as clocks show it in the zone of its day. */
    public ZonedDateTime local(Instant instant) {
        return instant.atZone(zones.zoneOf(instant));
    }
}
