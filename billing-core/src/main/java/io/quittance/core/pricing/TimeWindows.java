package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prices by the time of day and the day of the week: each event is priced by the window in which it falls, and by another
 * price where it falls in none. With 0.10 per unit at night and 0.30 otherwise, 5 units at 23:00 and 2 at noon cost 0.50 +
 * 0.60 = 1.10.
 *
 * <p>An event falls where the local clock in the contract's zone stands at its time, whole even if it lasts longer; on days
 * on which clocks change, the hour that occurs twice counts twice. Windows do not overlap. Every window is priced with the
 * sum of its events, also where that is zero, so that a fee which a window's price states for zero is due.
 */
public final class TimeWindows implements ChargeModel, Serializable {
    /** The name of what falls in no window. */
    public static final String OTHERWISE = "otherwise";

    /** How many windows there may be. */
    public static final int MAX_WINDOWS = 1_000;

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<TimeWindow> windows;

    @SuppressWarnings("serial") // charge models of this library are serialisable, and a host's should be
    private final ChargeModel otherwise;

    @SuppressWarnings("serial") // as above, for aggregations
    private final UsageAggregation aggregation;

    private final transient NavigableMap<Long, TimeWindow.Span> week;

    private TimeWindows(List<TimeWindow> windows, ChargeModel otherwise, UsageAggregation aggregation) {
        this.windows = List.copyOf(windows);
        this.otherwise = requireNonNull(otherwise, "otherwise");
        this.aggregation = requireNonNull(aggregation, "aggregation");
        Require.that(
                this.windows.size() <= MAX_WINDOWS,
                "windows.count",
                "windows",
                "must be at most " + MAX_WINDOWS,
                this.windows.size());
        var names = new HashSet<>(List.of(OTHERWISE));
        for (int i = 0; i < this.windows.size(); i++) {
            String name = this.windows.get(i).name();
            Require.that(
                    names.add(name),
                    "windows.name",
                    "windows[" + i + "].name",
                    "must be that of no other window, nor " + OTHERWISE,
                    name);
        }
        week = week(this.windows);
    }

    /** The spans of all windows by their start, none reaching into the next. */
    private static NavigableMap<Long, TimeWindow.Span> week(List<TimeWindow> windows) {
        var week = new TreeMap<Long, TimeWindow.Span>();
        for (int i = 0; i < windows.size(); i++) {
            for (TimeWindow.Span span : windows.get(i).spans()) {
                var before = week.floorEntry(span.start());
                requireApart(
                        i, span, before == null || before.getValue().end() <= span.start() ? null : before.getValue());
                var after = week.ceilingEntry(span.start());
                requireApart(
                        i, span, after == null || after.getValue().start() >= span.end() ? null : after.getValue());
                week.put(span.start(), span);
            }
        }
        return week;
    }

    private static void requireApart(int index, TimeWindow.Span span, TimeWindow.@Nullable Span overlapped) {
        if (overlapped != null) {
            throw new InvalidArgumentException(
                    "windows.overlap",
                    "windows[" + index + "]",
                    "must not overlap " + overlapped.window().name() + ", which stands before it",
                    span.window().name());
        }
    }

    /**
     * Windows, and the price of the rest.
     *
     * @param windows each with a name of its own, none overlapping another
     * @param otherwise the price of what falls in none of them
     */
    public static TimeWindows of(List<TimeWindow> windows, ChargeModel otherwise) {
        return new TimeWindows(windows, otherwise, Inner.SUM);
    }

    /**
     * The same, where the events of each part become one quantity in another way than by their sum, such as in increments
     * of a minute. The meter of the charge must have the same aggregation.
     */
    public TimeWindows withAggregation(UsageAggregation newAggregation) {
        return new TimeWindows(windows, otherwise, newAggregation);
    }

    /** The windows. */
    public List<TimeWindow> windows() {
        return windows;
    }

    /** What makes one quantity of the events of each part. */
    public UsageAggregation aggregation() {
        return aggregation;
    }

    /** The price of what falls in none of them. */
    public ChargeModel otherwise() {
        return otherwise;
    }

    /**
     * The steps of each window's price, in the order of the windows, then those of the rest, as parts such as {@code
     * night/units}.
     *
     * @throws IllegalArgumentException if events come without a window of days and zone, a quantity without events, or another
     *     quantity than the events make
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Map<String, List<UsageEvent>> byName = byName(input);
        var steps = new ArrayList<Step>();
        for (TimeWindow window : windows) {
            steps.addAll(Inner.steps(
                    window.name(),
                    window.price(),
                    Inner.only(input, byName.getOrDefault(window.name(), List.of()), aggregation)));
        }
        steps.addAll(Inner.steps(
                OTHERWISE, otherwise, Inner.only(input, byName.getOrDefault(OTHERWISE, List.of()), aggregation)));
        return ChargeBreakdown.of(steps);
    }

    private Map<String, List<UsageEvent>> byName(RatingInput input) {
        var byName = new LinkedHashMap<String, List<UsageEvent>>();
        for (UsageEvent event : Inner.events(input, aggregation)) {
            byName.computeIfAbsent(nameAt(input.window().local(event.time())), name -> new ArrayList<>())
                    .add(event);
        }
        return byName;
    }

    private String nameAt(ZonedDateTime time) {
        long moment = TimeWindow.momentOfWeek(time.getDayOfWeek(), time.toLocalTime());
        var span = week.floorEntry(moment);
        return span == null || span.getValue().end() <= moment
                ? OTHERWISE
                : span.getValue().window().name();
    }

    /**
     * Refuses several meters, conversion, free and committed units, and a meter that does not make its quantity by {@link
     * #aggregation()}.
     */
    @Override
    public void check(Metering metering) {
        metering.requireAsMetered(aggregation);
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).price().check(metering.inside("windows[" + i + "].price", aggregation));
        }
        otherwise.check(metering.inside(OTHERWISE, aggregation));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeWindows that
                && windows.equals(that.windows)
                && otherwise.equals(that.otherwise)
                && aggregation.equals(that.aggregation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(windows, otherwise, aggregation);
    }

    /** For example {@code [night 22:00 to 06:00: 0.10 per unit], otherwise 0.30 per unit}. */
    @Override
    public String toString() {
        return (aggregation.equals(Inner.SUM) ? "" : aggregation + " ") + windows + ", otherwise " + otherwise;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TimeWindows(windows, otherwise, aggregation);
    }
}
