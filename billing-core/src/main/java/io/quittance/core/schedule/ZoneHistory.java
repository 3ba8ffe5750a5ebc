package io.quittance.core.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In which time zone days begin, which may change in the life of a contract. A day begins where the day before it ended, so
 * that periods meet whatever happens: on the day of a change still by the old zone, from the next day on by the new one.
 * The day of the change is longer or shorter by the difference of the zones; nothing before it changes.
 *
 * <p>{@code ZoneHistory.of("Europe/Berlin").changing("2026-03-01", "America/New_York")}: 1 March begins at 2026-02-28
 * 23:00 UTC and ends at 2026-03-02 05:00 UTC, 30 hours later.
 */
public final class ZoneHistory implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    /** A day begins at most 18 hours from midnight UTC, a day that clocks skip 24 later: what was four days before is over. */
    private static final int REACH_DAYS = 4;

    private static final Instant EARLIEST = Instant.parse("0000-12-30T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-03T00:00:00Z");

    private final ZoneId first;

    @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
    private final SortedMap<LocalDate, ZoneId> changes;

    private ZoneHistory(ZoneId first, SortedMap<LocalDate, ZoneId> changes) {
        this.first = requireNonNull(first, "zone");
        this.changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** One zone, for all time. */
    public static ZoneHistory of(ZoneId zone) {
        return new ZoneHistory(zone, new TreeMap<>());
    }

    /** As {@link #of(ZoneId)}, for an id such as {@code Europe/Berlin}. */
    public static ZoneHistory of(String zone) {
        return of(Dates.parseZone(zone, "zone"));
    }

    /**
     * The same, in another zone from a day on.
     *
     * @param from after the last change; at most 10,000 changes
     */
    public ZoneHistory changing(LocalDate from, ZoneId zone) {
        var more = new TreeMap<>(changes);
        add(more, from, zone);
        return new ZoneHistory(first, more);
    }

    private static void add(SortedMap<LocalDate, ZoneId> changes, LocalDate from, ZoneId zone) {
        Dates.inCalendar(from, "from");
        Require.that(changes.size() < MOST, "zone.count", "changes", "must be at most " + MOST, changes.size() + 1);
        Require.that(
                changes.isEmpty() || from.isAfter(changes.lastKey()),
                "zone.order",
                "from",
                "must be after the last change" + (changes.isEmpty() ? "" : " on " + changes.lastKey()),
                from);
        changes.put(from, requireNonNull(zone, "zone"));
    }

    /** As {@link #changing(LocalDate, ZoneId)}, from text. */
    public ZoneHistory changing(String from, String zone) {
        return changing(Dates.parse(from, "from"), Dates.parseZone(zone, "zone"));
    }

    /** The zone before any change. */
    public ZoneId first() {
        return first;
    }

    /** The days from which on other zones hold. */
    public SortedMap<LocalDate, ZoneId> changes() {
        return changes;
    }

    /** The zone that holds on that day, in the years 1 to 9999. */
    public ZoneId zoneOn(LocalDate day) {
        return zoneBefore(Dates.inCalendar(day, "day").plusDays(1));
    }

    /** The zone in which clocks are read at an instant: that of its day. */
    public ZoneId zoneOf(Instant instant) {
        return changes.isEmpty() ? first : zoneOn(dayOf(instant));
    }

    private ZoneId zoneBefore(LocalDate day) {
        SortedMap<LocalDate, ZoneId> until = changes.headMap(day);
        return until.isEmpty() ? first : requireNonNull(until.get(until.lastKey()));
    }

    /**
     * The instant at which the day begins: where the day before ended. A day may have no time at all, as 30 December 2011 in
     * Apia, or the day of a change from -11:00 to +14:00.
     */
    public Instant startOf(LocalDate day) {
        return begin(Dates.inCalendar(day, "day"));
    }

    /** No earlier than the day of any change before it, which begins by the zone that held until then. */
    private Instant begin(LocalDate day) {
        Instant latest = Instant.MIN;
        LocalDate from = day.minusDays(REACH_DAYS);
        ZoneId zone = zoneBefore(from);
        for (var change : changes.subMap(from, day).entrySet()) {
            latest = later(latest, change.getKey().atStartOfDay(zone).toInstant());
            zone = change.getValue();
        }
        return later(latest, day.atStartOfDay(zone).toInstant());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * The day to which an instant belongs: the last one that has begun.
     *
     * @throws IllegalArgumentException if the day lies outside the years 1 to 9999
     */
    public LocalDate dayOf(Instant instant) {
        Require.that(
                instant.isAfter(EARLIEST) && instant.isBefore(LATEST),
                "date.year",
                "instant",
                "must lie in the years 1 to 9999",
                instant);
        LocalDate day = instant.atZone(first).toLocalDate();
        for (ZoneId zone : changes.values()) {
            LocalDate other = instant.atZone(zone).toLocalDate();
            day = other.isAfter(day) ? other : day;
        }
        day = day.plusDays(1);
        while (begin(day).isAfter(instant)) {
            day = day.minusDays(1);
        }
        return Dates.inCalendar(day, "instant");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneHistory that && first.equals(that.first) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + changes.hashCode();
    }

    /** For example {@code Europe/Berlin, from 2026-03-01 America/New_York}. */
    @Override
    public String toString() {
        var text = new StringBuilder(first.getId());
        changes.forEach(
                (from, zone) -> text.append(", from ").append(from).append(' ').append(zone));
        return text.toString();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var checked = new TreeMap<LocalDate, ZoneId>();
        changes.forEach((from, zone) -> add(checked, from, zone));
        return new ZoneHistory(first, checked);
    }
}
