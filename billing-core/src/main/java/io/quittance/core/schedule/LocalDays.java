package io.quittance.core.schedule;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days between instants, by the clocks of a time zone with all its changes, never by a frozen offset. */
public final class LocalDays {
    private LocalDays() {}

    /** The date that the calendar on the wall shows: 2015-12-01 08:01 UTC is still 30 November in Juneau. */
    public static LocalDate dateOf(Instant instant, ZoneId zone) {
        return instant.atZone(requireNonNull(zone, "zone")).toLocalDate();
    }

    /**
     * How many dates lie between two instants, the first included and the last not: from 15 July 21:30 to 16 July 17:15 it
     * is one, though no 24 hours have passed. Never negative: where clocks go back over midnight, as on 29 October 2006 at
     * 00:01 in St. John's, the day that has begun stays.
     *
     * @param end not before {@code start}
     */
    public static long between(Instant start, Instant end, ZoneId zone) {
        requireOrder(start, end);
        return DAYS.between(dayOf(start, zone), dayOf(end, zone));
    }

    /**
     * The last day that has begun by an instant: the date that clocks show, unless they went back over midnight. In St. John's,
     * where they did from 00:01 on 29 October 2006 to 23:01, the hour that follows belongs to the 29th.
     */
    public static LocalDate dayOf(Instant instant, ZoneId zone) {
        LocalDate day = dateOf(instant, zone);
        LocalDate next = day.plusDays(1);
        return next.atStartOfDay(zone).toInstant().isAfter(instant) ? day : next;
    }

    /**
     * How many days of 24 hours on the clock on the wall have begun, the way Lago counts: from 1 December 00:00 to 7 December
     * 00:00 they are seven, since the end opens one more.
     *
     * @param end not before {@code start}
     */
    public static long started(Instant start, Instant end, ZoneId zone) {
        requireOrder(start, end);
        return DAYS.between(
                        start.atZone(zone).toLocalDateTime(), end.atZone(zone).toLocalDateTime())
                + 1;
    }

    private static void requireOrder(Instant start, Instant end) {
        Require.that(!end.isBefore(start), "period.order", "end", "must not be before " + start, end);
    }
}
