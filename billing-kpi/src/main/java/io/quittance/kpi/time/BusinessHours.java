package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.BusinessCalendar;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiUnit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When business is done: opening hours by the day of the week, in a zone, without holidays, and other hours in some periods. Counts the time between two
 * instants in hours of which it is open: with Monday to Friday from 09:00 to 17:00, from Friday 16:30 to Monday 10:30 are 2 hours. What comes in while it is closed
 * waits from the next opening on. Immutable.
 *
 * <p>Hours are those that really pass, also where clocks change while it is open: from 00:00 to 06:00 are 5 hours in the night that summer time begins, 7 in the night
 * that it ends. A time that clocks show twice is the first of the two; one that they skip is the moment of the change.
 */
public final class BusinessHours implements TimeMeasure, BusinessCalendar {
    private static final long serialVersionUID = 1L;

    private static final BigDecimal NANOS_PER_HOUR = new BigDecimal("3600000000000");

    private final ZoneId zone;
    private final Week week;

    @SuppressWarnings("serial") // a tree, which is serialisable
    private final SortedMap<ServicePeriod, Week> otherwise;

    @SuppressWarnings("serial") // as above
    private final SortedSet<LocalDate> holidays;

    /** The periods with other hours by their first day; follows from them. */
    private final transient NavigableMap<LocalDate, ServicePeriod> starts = new TreeMap<>();

    /** Follows from the rest, and is computed anew on the way back in. */
    private final transient OpenDays openDays;

    private BusinessHours(
            ZoneId zone, Week week, SortedMap<ServicePeriod, Week> otherwise, Collection<LocalDate> holidays) {
        this.zone = requireNonNull(zone, "zone");
        this.week = requireNonNull(week, "hours");
        this.otherwise = Collections.unmodifiableSortedMap(new TreeMap<>(otherwise));
        var days = new TreeSet<LocalDate>();
        holidays.forEach(day -> days.add(Dates.inCalendar(day, "holidays")));
        this.holidays = Collections.unmodifiableSortedSet(days);
        ServicePeriod before = null;
        for (ServicePeriod next : this.otherwise.keySet()) {
            if (before != null && before.end().isAfter(next.start())) {
                throw new InvalidArgumentException(
                        "hours.overlap", "days", "must not overlap those of other hours, " + before, next);
            }
            before = next;
            starts.put(next.start(), next);
        }
        this.openDays = new OpenDays(this::openOn);
    }

    /**
     * The same hours every week.
     *
     * @param hours the intervals of each day; a day that is not there is closed
     * @throws IllegalArgumentException if two intervals of a day overlap, or no day has any
     */
    public static BusinessHours of(ZoneId zone, Map<DayOfWeek, ? extends Collection<OpeningHours>> hours) {
        return new BusinessHours(zone, Week.of(hours), new TreeMap<>(), List.of());
    }

    /** Monday to Friday with these hours, such as 09:00 to 12:00 and 13:00 to 17:00. */
    public static BusinessHours weekdays(ZoneId zone, OpeningHours... hours) {
        return of(zone, daily(DayOfWeek.FRIDAY, hours));
    }

    /** Always open: elapsed time. */
    public static BusinessHours roundTheClock(ZoneId zone) {
        return of(zone, daily(DayOfWeek.SUNDAY, OpeningHours.ALL_DAY));
    }

    private static Map<DayOfWeek, List<OpeningHours>> daily(DayOfWeek last, OpeningHours... hours) {
        var days = new EnumMap<DayOfWeek, List<OpeningHours>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(last) <= 0) {
                days.put(day, List.of(hours));
            }
        }
        return days;
    }

    /** The same, closed on these days too. */
    public BusinessHours closedOn(Collection<LocalDate> days) {
        var more = new TreeSet<>(holidays);
        more.addAll(requireNonNull(days, "days"));
        return new BusinessHours(zone, week, otherwise, more);
    }

    /** The same, closed too on the days of a period that are no business days of a calendar. */
    public BusinessHours closedBy(BusinessCalendar calendar, ServicePeriod days) {
        return closedOn(days.start()
                .datesUntil(days.end())
                .filter(day -> !calendar.isBusinessDay(day))
                .toList());
    }

    /**
     * The same with other hours in a period, such as those of summer, or of the one day that is 24 December. Holidays stay closed.
     *
     * @throws IllegalArgumentException if the period overlaps one with other hours, or hours overlap
     */
    public BusinessHours during(ServicePeriod days, Map<DayOfWeek, ? extends Collection<OpeningHours>> hours) {
        var more = new TreeMap<>(otherwise);
        Require.that(
                more.put(requireNonNull(days, "days"), Week.of(hours)) == null,
                "hours.overlap",
                "days",
                "must not overlap those of other hours, " + days,
                days);
        return new BusinessHours(zone, week, more, holidays);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public KpiUnit unit() {
        return KpiUnit.HOURS;
    }

    /** The holidays, in order. */
    public SortedSet<LocalDate> holidays() {
        return holidays;
    }

    /** The hours of a day, in order; empty if it is closed. */
    public List<OpeningHours> on(LocalDate day) {
        return holidays.contains(day) ? List.of() : weekOf(day).on(day.getDayOfWeek());
    }

    private Week weekOf(LocalDate day) {
        Map.Entry<LocalDate, ServicePeriod> other = starts.floorEntry(day);
        return other == null || !other.getValue().contains(day) ? week : otherwise.getOrDefault(other.getValue(), week);
    }

    /** Whether it is open at some time of that day. */
    @Override
    public boolean isBusinessDay(LocalDate day) {
        return !on(day).isEmpty();
    }

    /**
     * The time of which it is open from one instant to another, to the nanosecond. Years cost as little as hours: the first question about a year adds up its days.
     *
     * @param end not before {@code start}
     * @throws IllegalArgumentException if it is before it
     */
    public Duration openTime(Instant start, Instant end) {
        Dates.inCalendar(start, "start");
        Dates.inCalendar(end, "end");
        Require.that(!end.isBefore(start), "period.order", "end", "must not be before " + start, end);
        LocalDate first = start.atZone(zone).toLocalDate();
        LocalDate last = end.atZone(zone).toLocalDate();
        // clocks that go back over midnight may show an earlier date at the end than at the start
        Duration days = last.isBefore(first) ? openDays.between(last, first).negated() : openDays.between(first, last);
        return days.plus(openUntil(end, last)).minus(openUntil(start, first));
    }

    /** The open time up to an instant of the date that clocks show then, and of the next day, which may have begun before clocks went back over midnight. */
    private Duration openUntil(Instant end, LocalDate day) {
        return openOn(day, end).plus(openOn(day.plusDays(1), end));
    }

    private Duration openOn(LocalDate day) {
        return openOn(day, Instant.MAX);
    }

    private Duration openOn(LocalDate day, Instant end) {
        var open = Duration.ZERO;
        for (OpeningHours hours : on(day)) {
            open = open.plus(upTo(end, opening(day, hours), closing(day, hours)));
        }
        return open;
    }

    private static Duration upTo(Instant end, Instant opens, Instant closes) {
        Instant to = closes.isBefore(end) ? closes : end;
        return opens.isBefore(to) ? Duration.between(opens, to) : Duration.ZERO;
    }

    private Instant opening(LocalDate day, OpeningHours hours) {
        return instant(day.atTime(hours.opens()));
    }

    private Instant closing(LocalDate day, OpeningHours hours) {
        return instant((hours.isUntilMidnight() ? day.plusDays(1) : day).atTime(hours.closes()));
    }

    private Instant instant(LocalDateTime shown) {
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).toInstant();
    }

    /** The {@link #openTime} in hours, exactly: 90 minutes are 1.5. */
    @Override
    public Fraction elapsed(Instant start, Instant end) {
        Duration open = openTime(start, end);
        return Fraction.of(
                        BigDecimal.valueOf(open.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(open.getNano())))
                .dividedBy(Fraction.of(NANOS_PER_HOUR));
    }

    /** Whether no more than so many hours of business lie between: the limit itself is within. 24 business hours are three days of eight, not one day. */
    public boolean isWithin(BigDecimal hours, Instant start, Instant end) {
        return elapsed(start, end).compareTo(Fraction.of(Require.notNegative(hours, "hours"))) <= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusinessHours that
                && zone.equals(that.zone)
                && week.equals(that.week)
                && otherwise.equals(that.otherwise)
                && holidays.equals(that.holidays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone.getId(), week, otherwise, holidays);
    }

    /** For example {@code {MONDAY=[09:00-17:00]} in Europe/Berlin}. */
    @Override
    public String toString() {
        return week + " in " + zone + (otherwise.isEmpty() ? "" : ", " + otherwise);
    }

    private Object readResolve() {
        return new BusinessHours(zone, week, otherwise, holidays);
    }
}
