package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.LocalDays;
import io.quittance.kpi.KpiUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Counts days of the calendar, weekends and holidays included: the first day is not counted, the last is. From 1 to 5 January are 4 days, within one day 0.
 *
 * @param zone in which days begin
 */
public record CalendarDays(ZoneId zone) implements TimeMeasure {

    /** Checks that the zone is there. */
    public CalendarDays {
        requireNonNull(zone, "zone");
    }

    /** From one date to another; negative if {@code to} comes first, as with what is billed in advance. */
    public static long between(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(Dates.inCalendar(from, "from"), Dates.inCalendar(to, "to"));
    }

    @Override
    public KpiUnit unit() {
        return KpiUnit.DAYS;
    }

    /** The days between the dates of the two instants; 23:00 to 01:00 of the next day is 1. */
    @Override
    public Fraction elapsed(Instant start, Instant end) {
        return Fraction.of(LocalDays.between(start, end, zone));
    }

    /** For example {@code days in Europe/Berlin}. */
    @Override
    public String toString() {
        return "days in " + zone;
    }
}
