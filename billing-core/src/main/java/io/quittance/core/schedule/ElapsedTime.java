package io.quittance.core.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The {@link Proration} by the time that elapses from local midnight to local midnight: a day on which clocks change counts
 * 23 or 25 hours. In UTC it is the same as days of the calendar.
 *
 * @param zone in which days begin
 */
public record ElapsedTime(ZoneId zone) implements Proration, Serializable {

    /** Checks that the zone is there. */
    public ElapsedTime {
        requireNonNull(zone, "zone");
    }

    @Override
    public Fraction part(ServicePeriod service, ServicePeriod period) {
        if (service.equals(period)) {
            return Fraction.ONE; // also a day that clocks skip, which has no time: 30 December 2011 in Apia
        }
        return part(service.startIn(zone), service.endIn(zone), period.startIn(zone), period.endIn(zone));
    }

    /**
     * The part of a period, to the nanosecond: from 11 April on, of 1 April to the last second of 30 April, 1727999/2591999.
     *
     * @param start the first instant that is served, not before {@code periodStart}
     * @param end the first instant that is not, from {@code start} to {@code periodEnd}
     * @param periodEnd after {@code periodStart}
     */
    public static Fraction part(Instant start, Instant end, Instant periodStart, Instant periodEnd) {
        Require.that(
                periodStart.isBefore(periodEnd),
                "period.order",
                "periodStart",
                "must be before " + periodEnd,
                periodStart);
        Require.that(
                !start.isBefore(periodStart) && !start.isAfter(end) && !end.isAfter(periodEnd),
                "period.within",
                "service",
                "must lie within " + periodStart + " to " + periodEnd,
                start + " to " + end);
        return seconds(start, end).dividedBy(seconds(periodStart, periodEnd));
    }

    private static Fraction seconds(Instant start, Instant end) {
        Duration duration = Duration.between(start, end);
        return Fraction.of(duration.getSeconds()).plus(Fraction.of(BigDecimal.valueOf(duration.getNano(), 9)));
    }
}
