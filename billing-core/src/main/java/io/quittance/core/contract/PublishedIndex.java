package io.quittance.core.contract;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Published values of price indices, in memory: {@code builder().value("CPI-U", "2025-10", "100.0").value("CPI-U", "2026-10",
 * "104.2").build()}.
 */
public final class PublishedIndex implements PriceIndex, Serializable {
    private static final long serialVersionUID = 1L;
    private static final PublishedIndex NONE = builder().build();
    private static final int MOST = 100_000;

    @SuppressWarnings("serial") // a TreeMap of TreeMaps, copied and checked on the way back in
    private final NavigableMap<String, NavigableMap<YearMonth, BigDecimal>> values;

    private PublishedIndex(Builder builder) {
        var copy = new TreeMap<String, NavigableMap<YearMonth, BigDecimal>>();
        builder.values.forEach((index, months) -> copy.put(index, new TreeMap<>(months)));
        values = copy;
    }

    /** Nothing is published: all that a fixed escalation needs. */
    public static PublishedIndex none() {
        return NONE;
    }

    /** Starts with nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with these values, to add what was published since. */
    public Builder toBuilder() {
        var builder = new Builder();
        values.forEach((index, months) -> months.forEach((month, value) -> builder.value(index, month, value)));
        return builder;
    }

    @Override
    public Optional<BigDecimal> value(String index, YearMonth month) {
        requireNonNull(month, "month");
        return Optional.ofNullable(values.getOrDefault(requireNonNull(index, "index"), Collections.emptyNavigableMap())
                .get(month));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublishedIndex that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** For example {@code CPI-U up to 2026-10, HICP up to 2026-11}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(index -> index.getKey() + " up to " + index.getValue().lastKey())
                .collect(Collectors.joining(", "));
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return toBuilder().build();
    }

    /** Takes values one by one; it is changed by that, and used by one thread. */
    public static final class Builder {
        private final NavigableMap<String, NavigableMap<YearMonth, BigDecimal>> values = new TreeMap<>();
        private int count;

        private Builder() {}

        /**
         * The value of a month.
         *
         * @param index the name of the index
         * @param value more than 0
         * @throws IllegalArgumentException if the month has one already, or there are 100,000
         */
        public Builder value(String index, YearMonth month, BigDecimal value) {
            Require.id(index, "index");
            Dates.inCalendar(month, "month");
            BigDecimal number = Require.plain(Require.positive(value, "value"));
            Require.that(count < MOST, "index.count", "values", "must be at most " + MOST, MOST + 1);
            var months = values.getOrDefault(index, Collections.emptyNavigableMap());
            Require.that(
                    !months.containsKey(month), "index.duplicate", "month", "must have one value of " + index, month);
            values.computeIfAbsent(index, name -> new TreeMap<>()).put(month, number);
            count++;
            return this;
        }

        /** As {@link #value(String, YearMonth, BigDecimal)}, from text. */
        public Builder value(String index, String month, String value) {
            return value(index, Dates.parseMonth(month, "month"), Require.decimal(value, "value"));
        }

        /** The values so far. */
        public PublishedIndex build() {
            return new PublishedIndex(this);
        }
    }
}
