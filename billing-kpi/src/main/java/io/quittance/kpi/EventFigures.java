package io.quittance.kpi;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI of events is computed from: a period, the question as of which it is asked, and the events as they were known then, whichever period they fall into; the KPI says which of them
 * count. Immutable.
 *
 * @param <E> the kind of events
 */
public final class EventFigures<E extends KpiEvent> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The zone in which each day ends last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final ServicePeriod period;
    private final AsOf asOf;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<E> events;

    private EventFigures(ServicePeriod period, AsOf asOf, List<? extends E> events) {
        this.period = requireNonNull(period, "period");
        this.asOf = requireNonNull(asOf, "asOf");
        this.events = List.copyOf(events);
        Require.that(
                !period.lastDay().isAfter(asOf.date()),
                "figures.period",
                "period",
                "must not end after " + asOf.date(),
                period);
        var keys = new HashSet<String>();
        for (E event : this.events) {
            Require.that(keys.add(event.key()), "event.key", "events", "must have each key once", event.key());
            Require.that(
                    !event.recordedAt().isAfter(asOf.knownAt()),
                    "event.known",
                    "events",
                    "must be recorded by " + asOf.knownAt(),
                    event.recordedAt());
        }
    }

    /**
     * The figures of these events, each in the state that was known as of the question; {@link EventLog#figures} finds them in a log.
     *
     * @throws IllegalArgumentException if the period ends after the date of the question, a key is there twice, or an event was recorded after the instant
     *     of the question
     */
    public static <E extends KpiEvent> EventFigures<E> of(ServicePeriod period, AsOf asOf, List<? extends E> events) {
        return new EventFigures<>(period, asOf, events);
    }

    /**
     * The figures of each part of the events, such as those of a customer: {@code figures.by(Inquiry::customer)}. Each event is in one part at most.
     *
     * @param key of an event, the same for every call; one that has none, which is null, is in no part
     * @return without parts that have no event
     */
    public <K extends Comparable<? super K>> SortedMap<K, EventFigures<E>> by(
            Function<? super E, ? extends @Nullable K> key) {
        requireNonNull(key, "key");
        var groups = new TreeMap<K, List<E>>();
        for (E event : events) {
            K part = key.apply(event);
            if (part != null) {
                groups.computeIfAbsent(part, any -> new ArrayList<>()).add(event);
            }
        }
        var parts = new TreeMap<K, EventFigures<E>>();
        groups.forEach((part, some) -> parts.put(part, of(period, asOf, some)));
        return Collections.unmodifiableSortedMap(parts);
    }

    /** The period that is measured. */
    public ServicePeriod period() {
        return period;
    }

    /** The question as of which it is asked. */
    public AsOf asOf() {
        return asOf;
    }

    /** The events as they were known then. */
    public List<E> events() {
        return events;
    }

    /**
     * Whether a time that ends with a day, such as that in which a reply counts, has passed and what happened in it is known: the day is not after the date of the question, and was over when that was
     * known.
     *
     * @param last the last day
     * @param zone in which it ends
     */
    public boolean isOver(LocalDate last, ZoneId zone) {
        return !last.isAfter(asOf.date())
                && !last.plusDays(1).atStartOfDay(zone).toInstant().isAfter(asOf.knownAt());
    }

    /** The same of a day that belongs to no zone: it is over when it is everywhere, at noon of the next day in UTC. */
    public boolean isOver(LocalDate last) {
        return isOver(last, LAST_ZONE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventFigures<?> that
                && period.equals(that.period)
                && asOf.equals(that.asOf)
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(period, asOf, events);
    }

    /** For example {@code 12 events of [2026-01-01, 2026-02-01)}. */
    @Override
    public String toString() {
        return events.size() + (events.size() == 1 ? " event of " : " events of ") + period;
    }

    private Object readResolve() {
        return new EventFigures<>(period, asOf, events);
    }
}
