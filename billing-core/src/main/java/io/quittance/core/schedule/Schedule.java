package io.quittance.core.schedule;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days on which periods of one length begin, for all time: boundary {@code k} is the anchor and {@code k} intervals,
 * counted from the anchor itself, so that nothing drifts. Monthly from 31 January they are 31 January, 28 February, 31
 * March: a day that a month does not have is its last one, and the next month is not affected.
 *
 * <p>Every day belongs to exactly one period {@code [boundary k, boundary k + 1)}; a boundary belongs to the period that it
 * opens. Days are days of the local calendar, see {@link ZoneHistory} for the instants at which they begin.
 */
public final class Schedule implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A Monday and the first day of a year. */
    private static final LocalDate CALENDAR = LocalDate.of(2001, 1, 1);

    /** The intervals in months that begin anew with each year. */
    private static final Set<Integer> MONTHS_OF_YEAR = Set.of(1, 2, 3, 4, 6, 12);

    private static final int MAX_MONTHS = 1_200;
    private static final int MAX_DAYS = 36_525;
    /** More days than there are from the year 1 to 9999. */
    private static final long MAX_NUMBER = 4_000_000;

    private final LocalDate anchor;
    private final int months;
    private final int days;
    private final boolean lastDays;

    private Schedule(LocalDate anchor, int months, int days, boolean lastDays) {
        this.anchor = anchor;
        this.months = months;
        this.days = days;
        this.lastDays = lastDays;
    }

    /**
     * Periods that begin on the anchor and every interval before and after it.
     *
     * @param interval whole days, or whole months and years, more than zero, at most 100 years; a week is 7 days
     * @param anchor the first day of one of the periods, in the years 1 to 9999
     */
    public static Schedule every(Period interval, LocalDate anchor) {
        return of(interval, Dates.inCalendar(anchor, "anchor"), false);
    }

    /** As {@link #every(Period, LocalDate)}, for an ISO period and an ISO date: {@code every("P1M", "2026-01-31")}. */
    public static Schedule every(String interval, String anchor) {
        return every(Dates.parsePeriod(interval, "interval"), Dates.parse(anchor, "anchor"));
    }

    /**
     * Periods of the calendar: years, half-years, thirds, quarters, two months and months from 1 January, and weeks from
     * Monday.
     *
     * @param interval 1, 2, 3, 4, 6 or 12 months, or 7 days: no other divides years or weeks
     */
    public static Schedule calendar(Period interval) {
        Schedule schedule = of(interval, CALENDAR, false);
        Require.that(
                isOfCalendar(interval),
                "schedule.calendar",
                "interval",
                "must be 1, 2, 3, 4, 6 or 12 months or 7 days to follow the calendar",
                interval);
        return schedule;
    }

    /** Whether the calendar has periods of that length, as {@link #calendar(Period)} needs: not of 5 months or 14 days. */
    public static boolean isOfCalendar(Period interval) {
        Schedule schedule = of(interval, CALENDAR, false);
        return schedule.days == 7 || MONTHS_OF_YEAR.contains(schedule.months);
    }

    /** As {@link #calendar(Period)}, for an ISO period: {@code calendar("P3M")} are the quarters. */
    public static Schedule calendar(String interval) {
        return calendar(Dates.parsePeriod(interval, "interval"));
    }

    /**
     * Periods that begin on the last day of a month: 28 February, 31 March, 30 April. Anchored at 28 February by {@link
     * #every} they would begin on the 28th of each month.
     *
     * @param interval whole months
     * @param anchor a month on whose last day a period begins
     */
    public static Schedule lastDayOfMonth(Period interval, YearMonth anchor) {
        LocalDate last = Dates.inCalendar(requireNonNull(anchor, "anchor").atEndOfMonth(), "anchor");
        Schedule schedule = of(interval, last, true);
        Require.that(
                schedule.months > 0, "schedule.last-day", "interval", "must be months to begin on last days", interval);
        return schedule;
    }

    private static Schedule of(Period interval, LocalDate anchor, boolean lastDays) {
        long months = requireNonNull(interval, "interval").toTotalMonths();
        int days = (int) interval.get(DAYS); // beside the months
        Require.that(
                (months > 0 && days == 0) || (months == 0 && days > 0),
                "schedule.interval",
                "interval",
                "must be whole months or whole days, more than zero",
                interval);
        Require.that(
                months <= MAX_MONTHS && days <= MAX_DAYS,
                "schedule.interval",
                "interval",
                "must be at most 100 years",
                interval);
        return new Schedule(anchor, (int) months, days, lastDays);
    }

    /** The first day of one of the periods. */
    public LocalDate anchor() {
        return anchor;
    }

    /** The length of the periods: whole months or whole days. */
    public Period interval() {
        return months > 0 ? Period.ofMonths(months).normalized() : Period.ofDays(days);
    }

    /** Whether the periods begin on the last day of a month. */
    public boolean isLastDayOfMonth() {
        return lastDays;
    }

    /**
     * The first day of a period.
     *
     * @param number 0 for the one that begins on the anchor, 1 for the next, -1 for the one before
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public LocalDate boundary(long number) {
        Require.that(
                number >= -MAX_NUMBER && number <= MAX_NUMBER,
                "date.year",
                "number",
                "must lie in the years 1 to 9999",
                number);
        return Dates.inCalendar(day(number), "boundary " + number);
    }

    private LocalDate day(long number) {
        if (days > 0) {
            return anchor.plusDays(number * days);
        }
        return lastDays
                ? YearMonth.from(anchor).plusMonths(number * months).atEndOfMonth()
                : anchor.plusMonths(number * months);
    }

    /** The number of the period to which the day belongs, as {@link #boundary} counts. */
    public long numberOf(LocalDate day) {
        Dates.inCalendar(day, "day");
        if (days > 0) {
            return Math.floorDiv(DAYS.between(anchor, day), days);
        }
        long between = day.getYear() * 12L + day.getMonthValue() - (anchor.getYear() * 12L + anchor.getMonthValue());
        long number = Math.floorDiv(between, months);
        return day(number).isAfter(day) ? number - 1 : number;
    }

    /** Whether a period begins on that day. */
    public boolean isBoundary(LocalDate day) {
        return day(numberOf(day)).equals(day);
    }

    /** The period of that number. */
    public ServicePeriod period(long number) {
        return new ServicePeriod(boundary(number), boundary(number + 1));
    }

    /**
     * The period to which the day belongs: the one that a bill in advance of that day is for.
     *
     * @throws IllegalArgumentException if the period does not lie in the years 1 to 9999, as the last of 9999 do not
     */
    public ServicePeriod periodOf(LocalDate day) {
        return period(numberOf(day), "day", day);
    }

    /**
     * The last period that has ended by the beginning of that day: the one that a bill in arrears on that day is for.
     *
     * @throws IllegalArgumentException if the period does not lie in the years 1 to 9999
     */
    public ServicePeriod lastEndedBy(LocalDate day) {
        return period(numberOf(day) - 1, "day", day);
    }

    /** The period that was asked for by an argument, which is refused if it does not lie in the calendar. */
    private ServicePeriod period(long number, String argument, Object value) {
        LocalDate start = day(number);
        LocalDate end = day(number + 1);
        Require.that(
                start.getYear() >= 1 && end.getYear() <= 9999,
                "date.year",
                argument,
                "must be of periods in the years 1 to 9999",
                value);
        return new ServicePeriod(start, end);
    }

    /**
     * The periods that a service needs, in order: the first from its start to the next boundary, the last cut at its end.
     *
     * @param service the days that are served; at most as many as make 1,000,000 periods
     * @throws IllegalArgumentException if they are more, or one of the periods does not lie in the years 1 to 9999
     */
    public List<ScheduledPeriod> periodsOf(ServicePeriod service) {
        requireNonNull(service, "service");
        long first = numberOf(service.start());
        long last = numberOf(service.lastDay());
        Require.that(
                last - first < 1_000_000, "schedule.periods", "service", "must make at most 1000000 periods", service);
        var periods = new ArrayList<ScheduledPeriod>();
        for (long number = first; number <= last; number++) {
            ServicePeriod whole = period(number, "service", service);
            periods.add(new ScheduledPeriod(
                    number, whole, whole.intersection(service).orElseThrow()));
        }
        return List.copyOf(periods);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule that
                && anchor.equals(that.anchor)
                && months == that.months
                && days == that.days
                && lastDays == that.lastDays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(anchor, months, days, lastDays);
    }

    /** For example {@code every P1M from 2026-01-31} or {@code every P1M from 2026-02-28, on last days}. */
    @Override
    public String toString() {
        return "every " + interval() + " from " + anchor + (lastDays ? ", on last days" : "");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return lastDays ? lastDayOfMonth(interval(), YearMonth.from(anchor)) : every(interval(), anchor);
    }
}
