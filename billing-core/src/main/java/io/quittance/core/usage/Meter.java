package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.PercentileMethod;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a charge measures: which events count, by meter and dimensions, and how they become one quantity.
 *
 * <p>{@code Meter.sum("api.calls").where("region", "eu")} adds up the calls of one region.
 */
public final class Meter implements Serializable {
    private static final long serialVersionUID = 1L;

    private final MeterId id;

    @SuppressWarnings("serial") // aggregations of this library are serialisable, and a host's should be
    private final UsageAggregation aggregation;

    @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
    private final SortedMap<String, String> filter;

    private Meter(MeterId id, UsageAggregation aggregation, SortedMap<String, String> filter) {
        this.id = requireNonNull(id, "id");
        this.aggregation = requireNonNull(aggregation, "aggregation");
        this.filter = filter;
    }

    /** All events of a meter, aggregated. */
    public static Meter of(MeterId id, UsageAggregation aggregation) {
        return new Meter(id, aggregation, Collections.emptySortedMap());
    }

    /** As {@link #of(MeterId, UsageAggregation)}. */
    public static Meter of(String id, UsageAggregation aggregation) {
        return of(new MeterId(id), aggregation);
    }

    /** The sum of the quantities of all events of a meter. */
    public static Meter sum(String id) {
        return of(id, new Sum());
    }

    /** The sum of what each event counts as: {@code Meter.sum("voice", Increments.of("60", "60"))} counts by the minute. */
    public static Meter sum(String id, Increments increments) {
        return of(id, new SumOfIncrements(increments));
    }

    /** The number of events of a meter. */
    public static Meter count(String id) {
        return of(id, new Count());
    }

    /** The average quantity of the events of a meter. */
    public static Meter average(String id) {
        return of(id, new Average());
    }

    /** The smallest quantity of the events of a meter. */
    public static Meter min(String id) {
        return of(id, new Minimum());
    }

    /** The largest quantity of the events of a meter. */
    public static Meter max(String id) {
        return of(id, new Maximum());
    }

    /** How many different values a dimension has: {@code Meter.uniqueCount("logins", "user")} counts users. */
    public static Meter uniqueCount(String id, String dimension) {
        return of(id, new UniqueCount(dimension));
    }

    /** The quantity of the last event of a meter. */
    public static Meter latest(String id) {
        return of(id, new Latest());
    }

    /** The level to which the events of a meter add up, weighted by elapsed time. */
    public static Meter timeWeightedSum(String id) {
        return of(id, TimeWeightedSum.byElapsedTime());
    }

    /** A percentile of the quantities of a meter: {@code Meter.percentile("traffic", "95", NEAREST_RANK)}. */
    public static Meter percentile(String id, String percent, PercentileMethod method) {
        return of(id, Percentile.of(percent, method));
    }

    /**
     * The same, counting only events whose dimension has this value; may be repeated for further dimensions.
     *
     * @throws IllegalArgumentException if the dimension is named already: an event has one value of it
     */
    public Meter where(String dimension, String value) {
        return where(Map.of(requireNonNull(dimension, "dimension"), requireNonNull(value, dimension)));
    }

    /** As {@link #where(String, String)}, for all of these dimensions at once. */
    public Meter where(Map<String, String> values) {
        var more = new TreeMap<>(filter);
        values.forEach((dimension, value) -> {
            Require.that(
                    more.put(Require.id(dimension, "dimension"), Require.id(value, dimension)) == null,
                    "meter.dimension-twice",
                    "dimension",
                    "must be named once",
                    dimension);
        });
        return new Meter(id, aggregation, Collections.unmodifiableSortedMap(more));
    }

    /** Which meter. */
    public MeterId id() {
        return id;
    }

    /** How its events become one quantity. */
    public UsageAggregation aggregation() {
        return aggregation;
    }

    /** The values that dimensions must have, by name; empty where all events count. */
    public SortedMap<String, String> filter() {
        return filter;
    }

    /** Whether the event counts: it is of this meter, and has every value that {@link #filter()} asks for. */
    public boolean counts(UsageEvent event) {
        return id.equals(event.meter()) && event.dimensions().entrySet().containsAll(filter.entrySet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Meter that
                && id.equals(that.id)
                && aggregation.equals(that.aggregation)
                && filter.equals(that.filter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, filter);
    }

    /** For example {@code sum of api.calls where {region=eu}}. */
    @Override
    public String toString() {
        return aggregation + " of " + id + (filter.isEmpty() ? "" : " where " + filter);
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(id, aggregation).where(filter);
    }
}
