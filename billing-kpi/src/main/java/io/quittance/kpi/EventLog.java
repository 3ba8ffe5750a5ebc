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
    private final SharedMap<String, SharedMap<Instant, State<E>>> states;

    private EventLog(SharedMap<String, SharedMap<Instant, State<E>>> states) {
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
        return new EventLog<E>(SharedMap.empty()).with(events);
    }

    /**
     * The same log with more events, or more states of them. Costs the same for one event as for one of many: a log may grow one by one.
     *
     * @throws IllegalArgumentException if two have one key and one time of recording, and are not equal
     */
    public EventLog<E> with(Collection<? extends E> events) {
        SharedMap<String, SharedMap<Instant, State<E>>> all = states;
        int at = 0;
        for (E event : events) {
            String argument = "events[" + at++ + "]";
            requireNonNull(event, argument);
            all = with(
                    all, argument, Require.id(event.key(), argument + ".key"), event.recordedAt(), new State<>(event));
        }
        return new EventLog<>(all);
    }

    /**
     * The same log without this event from a time on: it was recorded by mistake. Whoever asks as of an earlier time still sees it. A state of it that is recorded for a later time, before or after
     * this, is there again from that time on.
     *
     * @param from not the time of one of its states
     * @throws IllegalArgumentException if it was not recorded by then, or a state of it was recorded just then
     */
    public EventLog<E> without(String key, Instant from) {
        State<E> known = states.get(requireNonNull(key, "key"))
                .flatMap(versions -> versions.upTo(requireNonNull(from, "from")))
                .orElseThrow(() -> new InvalidArgumentException(
                        "event.unknown", "key", "must be of an event that was recorded by " + from, key));
        if (known.event() == null) {
            return this;
        }
        Require.that(
                !known.event().recordedAt().equals(from),
                "event.withdrawn",
                "from",
                "must be after the time at which " + key + " was recorded",
                from);
        return new EventLog<>(with(states, "from", key, from, new State<>(null)));
    }

    /** The same log without several events, each from its time on, as {@link #without(String, Instant)} says. */
    public EventLog<E> without(Map<String, Instant> fromByKey) {
        EventLog<E> log = this;
        for (Map.Entry<String, Instant> each : fromByKey.entrySet()) {
            log = log.without(each.getKey(), each.getValue());
        }
        return log;
    }

    private static <E extends KpiEvent> SharedMap<String, SharedMap<Instant, State<E>>> with(
            SharedMap<String, SharedMap<Instant, State<E>>> all,
            String argument,
            String key,
            Instant recordedAt,
            State<E> state) {
        SharedMap<Instant, State<E>> versions = all.get(key).orElseGet(SharedMap::empty);
        State<E> before = versions.get(requireNonNull(recordedAt, argument + ".recordedAt"))
                .orElse(state);
        if (!before.equals(state)) {
            throw new InvalidArgumentException(
                    "event.key",
                    argument,
                    "must be as it was recorded for " + key + " at " + recordedAt,
                    state.event());
        }
        return all.with(key, versions.with(recordedAt, state));
    }

    /** Each event as it was known at a time, in the order of the keys; without those that were recorded later or withdrawn. */
    public List<E> knownAt(Instant time) {
        requireNonNull(time, "time");
        var known = new ArrayList<E>(states.size());
        states.forEach((key, versions) -> versions.upTo(time).ifPresent(state -> {
            if (state.event() != null) {
                known.add(state.event());
            }
        }));
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
        return states.hashCode();
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        var all = new ArrayList<SharedMap<String, SharedMap<Instant, State<E>>>>(List.of(SharedMap.empty()));
        states.forEach((key, known) -> known.forEach((time, state) -> {
            E event = state.event();
            Require.that(
                    event == null
                            || (event.key().equals(key) && event.recordedAt().equals(time)),
                    "event.key",
                    "event",
                    "must be that of " + key + " at " + time,
                    event);
            all.set(0, with(all.get(0), "event", Require.id(key, "event.key"), time, state));
        }));
        return new EventLog<>(all.get(0));
    }

    /** For example {@code log of 12 events}. */
    @Override
    public String toString() {
        return "log of " + states.size() + (states.size() == 1 ? " event" : " events");
    }
}
