package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the week with a price of its own: {@code TimeWindow.of("night", "22:00", "06:00", PerUnit.of("0.10"))}, every
 * day from 22:00 up to, not including, 06:00 of the next day.
 *
 * <p>Times are those of the local clock. A window whose end is not after its start runs into the next day, and belongs to
 * the day on which it starts: Friday from 22:00 to 06:00 ends on Saturday morning. Equal ends are 24 hours, so that {@code
 * "00:00"} to {@code "00:00"} is the whole day.
 */
public final class TimeWindow implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long DAY = 24 * 3600 * 1_000_000_000L;
    private static final long WEEK = 7 * DAY;

    /** A span of the week in nanoseconds since Monday, 00:00; the end is not part of it. */
    record Span(long start, long end, TimeWindow window) {}

    private final String name;

    @SuppressWarnings("serial") // an unmodifiable tree set, which is serialisable
    private final Set<DayOfWeek> days;

    private final LocalTime from;
    private final LocalTime to;

    @SuppressWarnings("serial") // charge models of this library are serialisable, and a host's should be
    private final ChargeModel price;

    private TimeWindow(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ChargeModel price) {
        this.name = Require.id(name, "name");
        this.days = Collections.unmodifiableSet(new TreeSet<>(Require.notEmpty(days, "days")));
        this.from = requireNonNull(from, "from");
        this.to = requireNonNull(to, "to");
        this.price = requireNonNull(price, "price");
    }

    /**
     * A window on every day of the week.
     *
     * @param name what the customer reads
     * @param from the first moment on the local clock
     * @param to the first moment after it; on the next day where it is not after {@code from}
     * @param price of what was used in the window
     */
    public static TimeWindow of(String name, LocalTime from, LocalTime to, ChargeModel price) {
        return new TimeWindow(name, EnumSet.allOf(DayOfWeek.class), from, to, price);
    }

    /** As {@link #of(String, LocalTime, LocalTime, ChargeModel)}, with times such as {@code 22:00}. */
    public static TimeWindow of(String name, String from, String to, ChargeModel price) {
        return of(name, time(from, "from"), time(to, "to"), price);
    }

    /** All of these days: {@code wholeDays("weekend", PerUnit.of("0.10"), SATURDAY, SUNDAY)}. */
    public static TimeWindow wholeDays(String name, ChargeModel price, DayOfWeek... days) {
        return of(name, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, price).on(days);
    }

    private static LocalTime time(String text, String argument) {
        try {
            return LocalTime.parse(requireNonNull(text, argument));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException("time.format", argument, "must be a time of day such as 22:00", text);
        }
    }

    /** The same, only where it starts on one of these days; one or more. */
    public TimeWindow on(Set<DayOfWeek> newDays) {
        return new TimeWindow(name, newDays, from, to, price);
    }

    /** As {@link #on(Set)}. */
    public TimeWindow on(DayOfWeek... newDays) {
        return on(Set.of(newDays));
    }

    /** What the customer reads. */
    public String name() {
        return name;
    }

    /** On which days it starts, from Monday on. */
    public Set<DayOfWeek> days() {
        return days;
    }

    /** Where it starts on the local clock. */
    public LocalTime from() {
        return from;
    }

    /** The first moment after it on the local clock. */
    public LocalTime to() {
        return to;
    }

    /** What is charged in it. */
    public ChargeModel price() {
        return price;
    }

    /** The spans of the week that it covers; one that runs over the end of Sunday is cut there. */
    List<Span> spans() {
        long length = Math.floorMod(to.toNanoOfDay() - from.toNanoOfDay(), DAY);
        var spans = new ArrayList<Span>();
        for (DayOfWeek day : days) {
            long start = momentOfWeek(day, from);
            long end = start + (length == 0 ? DAY : length);
            spans.add(new Span(start, Math.min(end, WEEK), this));
            if (end > WEEK) {
                spans.add(new Span(0, end - WEEK, this));
            }
        }
        return spans;
    }

    /** Nanoseconds since Monday, 00:00. */
    static long momentOfWeek(DayOfWeek day, LocalTime time) {
        return (day.getValue() - 1) * DAY + time.toNanoOfDay();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeWindow that
                && name.equals(that.name)
                && days.equals(that.days)
                && from.equals(that.from)
                && to.equals(that.to)
                && price.equals(that.price);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, from, to, price);
    }

    /** For example {@code night 22:00 to 06:00: 0.10 per unit}. */
    @Override
    public String toString() {
        return name + " " + (days.size() == 7 ? "" : days + " ") + from + " to " + to + ": " + price;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TimeWindow(name, days, from, to, price);
    }
}
