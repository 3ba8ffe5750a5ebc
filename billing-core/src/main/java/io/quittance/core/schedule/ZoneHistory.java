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
     * @param from after the last change
     */
    public ZoneHistory changing(LocalDate from, ZoneId zone) {
        Dates.inCalendar(from, "from");
        Require.that(
                changes.isEmpty() || from.isAfter(changes.lastKey()),
                "zone.order",
                "from",
                "must be after the last change" + (changes.isEmpty() ? "" : " on " + changes.lastKey()),
                from);
        var more = new TreeMap<>(changes);
        more.put(from, requireNonNull(zone, "zone"));
        return new ZoneHistory(first, more);
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

    /** The zone that holds on that day. */
    public ZoneId zoneOn(LocalDate day) {
        SortedMap<LocalDate, ZoneId> until = changes.headMap(day.plusDays(1));
        return until.isEmpty() ? first : requireNonNull(until.get(until.lastKey()));
    }

    /**
     * The instant at which the day begins: where the day before ended. A day may have no time at all, as 30 December 2011 in
     * Apia, or the day of a change from -11:00 to +14:00.
     */
    public Instant startOf(LocalDate day) {
        Dates.inCalendar(day, "day");
        SortedMap<LocalDate, ZoneId> before = changes.headMap(day);
        if (before.isEmpty()) {
            return day.atStartOfDay(first).toInstant();
        }
        LocalDate change = before.lastKey();
        Instant midnight = day.atStartOfDay(requireNonNull(before.get(change))).toInstant();
        Instant earliest = startOf(change);
        return midnight.isAfter(earliest) ? midnight : earliest;
    }

    /**
     * The day to which an instant belongs: the last one that has begun.
     *
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public LocalDate dayOf(Instant instant) {
        LocalDate day = instant.atZone(first).toLocalDate();
        for (ZoneId zone : changes.values()) {
            LocalDate other = instant.atZone(zone).toLocalDate();
            day = other.isAfter(day) ? other : day;
        }
        Dates.inCalendar(day, "instant");
        day = day.plusDays(1);
        while (startOf(day).isAfter(instant)) {
            day = day.minusDays(1);
        }
        return day;
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
        ZoneHistory checked = of(first);
        for (var change : changes.entrySet()) {
            checked = checked.changing(change.getKey(), change.getValue());
        }
        return checked;
    }
}
