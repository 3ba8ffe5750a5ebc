package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events of one kind with all their states, so that a KPI of a past date stays what it was when later states are recorded. An inquiry that is recorded on Monday and, with its answer, on
 * Wednesday is not answered for whoever asks as of Tuesday. Immutable; in no order.
 *
 * @param <E> of this kind
 */
public final class EventLog<E extends KpiEvent> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The states of each event by the time of recording; empty where it is withdrawn. */
    @SuppressWarnings("serial") // trees, which are serialisable
    private final SortedMap<String, NavigableMap<Instant, State<E>>> states;

    private EventLog(SortedMap<String, NavigableMap<Instant, State<E>>> states) {
        this.states = states;
    }

    /** @param event null where it was withdrawn */
    private record State<E extends KpiEvent>(@Nullable E event) implements Serializable {}

    /**
     * The log of these events.
     *
     * @throws IllegalArgumentException if two have one key and one time of recording, and are not equal
     */
    public static <E extends KpiEvent> EventLog<E> of(Collection<? extends E> events) {
        return new EventLog<E>(new TreeMap<>()).with(events);
    }

    /**
     * The same log with more events, or more states of them.
     *
     * @throws IllegalArgumentException if two have one key and one time of recording, and are not equal
     */
    public EventLog<E> with(Collection<? extends E> events) {
        var all = copy();
        int at = 0;
        for (E event : events) {
            String argument = "events[" + at++ + "]";
            requireNonNull(event, argument);
            put(all, argument, Require.id(event.key(), argument + ".key"), event.recordedAt(), new State<>(event));
        }
        return new EventLog<>(all);
    }

    /**
     * The same log without this event from a time on: it was recorded by mistake.
     *
     * @throws IllegalArgumentException if it was not recorded by then
     */
    public EventLog<E> without(String key, Instant from) {
        return without(Map.of(requireNonNull(key, "key"), requireNonNull(from, "from")));
    }

    /**
     * As {@link #without(String, Instant)}, for several events at once, each from a time of its own on.
     *
     * @throws IllegalArgumentException if one was not recorded by then
     */
    public EventLog<E> without(Map<String, Instant> fromByKey) {
        var all = copy();
        fromByKey.forEach((key, from) -> {
            var known = all.get(key);
            Require.that(
                    known != null && !known.headMap(from, true).isEmpty(),
                    "event.unknown",
                    "key",
                    "must be of an event that was recorded by " + from,
                    key);
            put(all, "from", key, from, new State<>(null));
        });
        return new EventLog<>(all);
    }

    private static <E extends KpiEvent> void put(
            Map<String, NavigableMap<Instant, State<E>>> all,
            String argument,
            String key,
            Instant recordedAt,
            State<E> state) {
        State<E> before = all.computeIfAbsent(key, any -> new TreeMap<>())
                .putIfAbsent(requireNonNull(recordedAt, argument + ".recordedAt"), state);
        if (before != null && !before.equals(state)) {
            throw new InvalidArgumentException(
                    "event.key",
                    argument,
                    "must be as it was recorded for " + key + " at " + recordedAt,
                    state.event() == null ? "withdrawn" : state.event());
        }
    }

    private SortedMap<String, NavigableMap<Instant, State<E>>> copy() {
        var copy = new TreeMap<String, NavigableMap<Instant, State<E>>>();
        states.forEach((key, known) -> copy.put(key, new TreeMap<>(known)));
        return copy;
    }

    /** Each event as it was known at a time, in the order of the keys; without those that were recorded later or withdrawn. */
    public List<E> knownAt(Instant time) {
        requireNonNull(time, "time");
        var known = new ArrayList<E>();
        for (NavigableMap<Instant, State<E>> versions : states.values()) {
            var last = versions.floorEntry(time);
            if (last != null && last.getValue().event() != null) {
                known.add(last.getValue().event());
            }
        }
        return List.copyOf(known);
    }

    /**
     * What a KPI of a period is computed from.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question
     */
    public EventFigures<E> figures(ServicePeriod period, AsOf asOf) {
        return EventFigures.of(period, asOf, knownAt(asOf.knownAt()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventLog<?> that && states.equals(that.states);
    }

    @Override
    public int hashCode() {
        return states.keySet().hashCode();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var all = new TreeMap<String, NavigableMap<Instant, State<E>>>();
        states.forEach((key, known) -> known.forEach((time, state) -> {
            E event = state.event();
            Require.that(
                    event == null
                            || (event.key().equals(key) && event.recordedAt().equals(time)),
                    "event.key",
                    "event",
                    "must be that of " + key + " at " + time,
                    event);
            put(all, "event", Require.id(key, "event.key"), time, state);
        }));
        return new EventLog<>(all);
    }

    /** For example {@code log of 12 events}. */
    @Override
    public String toString() {
        return "log of " + states.size() + (states.size() == 1 ? " event" : " events");
    }
}
