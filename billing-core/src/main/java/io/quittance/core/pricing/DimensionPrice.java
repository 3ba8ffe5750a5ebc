package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.usage.UsageEvent;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A price for the events whose dimensions have certain values: {@code DimensionPrice.of("Europe", PerUnit.of("0.10"))
 * .where("region", "eu", "uk")}. An event must have one of the values for every dimension that is named.
 */
public final class DimensionPrice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;

    @SuppressWarnings("serial") // an unmodifiable tree map of such sets, which are serialisable
    private final SortedMap<String, Set<String>> filter;

    @SuppressWarnings("serial") // charge models of this library are serialisable, and a host's should be
    private final ChargeModel price;

    private DimensionPrice(String name, Map<String, Set<String>> filter, ChargeModel price) {
        this.name = Require.id(name, "name");
        this.price = requireNonNull(price, "price");
        var copy = new TreeMap<String, Set<String>>();
        filter.forEach((dimension, values) -> copy.put(Require.id(dimension, "dimension"), values(dimension, values)));
        this.filter = Collections.unmodifiableSortedMap(copy);
    }

    private static Set<String> values(String dimension, Set<String> values) {
        Require.notEmpty(values, dimension).forEach(value -> Require.id(value, dimension));
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /**
     * A price for all events, until {@link #where} says which.
     *
     * @param name what the customer reads
     */
    public static DimensionPrice of(String name, ChargeModel price) {
        return new DimensionPrice(name, Map.of(), price);
    }

    /** The same, only for events whose dimension has one of these values; may be repeated for further dimensions. */
    public DimensionPrice where(String dimension, Set<String> values) {
        return where(Map.of(requireNonNull(dimension, "dimension"), requireNonNull(values, dimension)));
    }

    /** As {@link #where(String, Set)}, for all of these dimensions at once. */
    public DimensionPrice where(Map<String, Set<String>> values) {
        var more = new TreeMap<String, Set<String>>(filter);
        values.forEach((dimension, allowed) -> Require.that(
                more.put(dimension, allowed) == null,
                "dimension-prices.dimension-twice",
                "dimension",
                "must be named once",
                dimension));
        return new DimensionPrice(name, more, price);
    }

    /** As {@link #where(String, Set)}. */
    public DimensionPrice where(String dimension, String... values) {
        return where(dimension, new TreeSet<>(List.of(values)));
    }

    /** What the customer reads. */
    public String name() {
        return name;
    }

    /** The values that dimensions may have, by name. */
    public SortedMap<String, Set<String>> filter() {
        return filter;
    }

    /** What the events cost. */
    public ChargeModel price() {
        return price;
    }

    /** Whether the event has one of the values for every dimension. */
    public boolean matches(UsageEvent event) {
        return filter.entrySet().stream()
                .allMatch(values -> event.dimension(values.getKey())
                        .filter(values.getValue()::contains)
                        .isPresent());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DimensionPrice that
                && name.equals(that.name)
                && filter.equals(that.filter)
                && price.equals(that.price);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, filter, price);
    }

    /** For example {@code Europe {region=[eu, uk]}: 0.10 per unit}. */
    @Override
    public String toString() {
        return name + " " + filter + ": " + price;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new DimensionPrice(name, filter, price);
    }
}
