package io.quittance.core.schedule;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whole days from {@code start} up to, not including, {@code end}. Periods so defined meet without gap or overlap:
 * January 2026 is {@code [2026-01-01, 2026-02-01)}, 31 days.
 *
 * @param start the first day, in the years 1 to 9999
 * @param end the day after the last, after {@code start}, in the years 1 to 9999
 */
public record ServicePeriod(LocalDate start, LocalDate end) implements Comparable<ServicePeriod>, Serializable {

    /** Checks the order of the two days. */
    public ServicePeriod {
        Dates.inCalendar(start, "start");
        Dates.inCalendar(end, "end");
        if (!start.isBefore(end)) { // periods are made by the million, their text is not
            throw new InvalidArgumentException("period.order", "start", "must be before end", start + " / " + end);
        }
    }

    /** The period between two ISO dates: {@code of("2026-01-01", "2026-02-01")} is January. */
    public static ServicePeriod of(String start, String end) {
        return new ServicePeriod(Dates.parse(start, "start"), Dates.parse(end, "end"));
    }

    /** All days of a calendar month. */
    public static ServicePeriod of(YearMonth month) {
        LocalDate first = Dates.inCalendar(requireNonNull(month, "month").atDay(1), "month");
        return new ServicePeriod(first, first.plusMonths(1));
    }

    /**
     * The period with both days included, as people and EN 16931 write it.
     *
     * @param lastDay the last day that belongs to the period
     */
    public static ServicePeriod closed(LocalDate firstDay, LocalDate lastDay) {
        Dates.inCalendar(firstDay, "firstDay");
        Dates.inCalendar(lastDay, "lastDay");
        return new ServicePeriod(firstDay, lastDay.plusDays(1));
    }

    /** Length in whole days, at least 1. */
    public long days() {
        return DAYS.between(start, end);
    }

    /** The last day that belongs to the period: the inclusive end that standards and people want to see. */
    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    /** Whether the day belongs to the period; {@code end} does not. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /**
     * Whether the instant lies from {@link #startIn} up to, not including, {@link #endIn} that zone, so that it belongs
     * to exactly one of two periods that meet, also where clocks are set back over midnight.
     */
    public boolean contains(Instant instant, ZoneId zone) {
        return !instant.isBefore(startIn(zone)) && instant.isBefore(endIn(zone));
    }

    /** Whether all days of the other period belong to this one. */
    public boolean contains(ServicePeriod other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** The days that belong to both; empty if the two only meet or lie apart. */
    public Optional<ServicePeriod> intersection(ServicePeriod other) {
        LocalDate from = start.isAfter(other.start) ? start : other.start;
        LocalDate to = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(to) ? Optional.of(new ServicePeriod(from, to)) : Optional.empty();
    }

    /** The first instant of the period in that zone; the day need not begin at midnight there. */
    public Instant startIn(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period in that zone. */
    public Instant endIn(ZoneId zone) {
        return end.atStartOfDay(zone).toInstant();
    }

    /**
     * Those days of this period that belong to none of the others: as periods, in order, apart from each other. January without
     * 10 to 20 January is 1 to 9 and 21 to 31 January.
     *
     * @param others in any order; they may overlap, and reach beyond this period
     */
    public List<ServicePeriod> without(Collection<ServicePeriod> others) {
        var left = new ArrayList<ServicePeriod>();
        LocalDate from = start;
        for (ServicePeriod other : merged(others)) {
            if (other.start.isAfter(from) && from.isBefore(end)) {
                left.add(new ServicePeriod(from, other.start.isBefore(end) ? other.start : end));
            }
            from = other.end.isAfter(from) ? other.end : from;
        }
        if (from.isBefore(end)) {
            left.add(new ServicePeriod(from, end));
        }
        return List.copyOf(left);
    }

    /**
     * All days of some periods: as periods, in order, apart from each other, those that overlap or meet as one. 1 to 10 May and 8
     * to 20 May are 1 to 20 May.
     *
     * @param periods in any order
     */
    public static List<ServicePeriod> merged(Collection<ServicePeriod> periods) {
        var merged = new ArrayList<ServicePeriod>();
        for (ServicePeriod next : periods.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last < 0 || merged.get(last).end.isBefore(next.start)) {
                merged.add(next);
            } else if (merged.get(last).end.isBefore(next.end)) {
                merged.set(last, new ServicePeriod(merged.get(last).start, next.end));
            }
        }
        return List.copyOf(merged);
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(ServicePeriod other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }

    /** In the notation of half-open intervals: {@code [2026-01-01, 2026-02-01)}. */
    @Override
    public String toString() {
        return "[" + start + ", " + end + ")";
    }
}
