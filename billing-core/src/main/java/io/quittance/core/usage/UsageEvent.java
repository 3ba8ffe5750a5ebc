package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that a meter saw at an instant: a call, gigabytes moved, a payment of so much, seats added. The same key means
 * the same event: whoever reports it twice has not used it twice.
 *
 * <p>{@code UsageEvent.of("e-1", "ACME", "api.calls", "3", "2026-01-15T10:00:00Z").with("region", "eu")}
 */
public final class UsageEvent implements Serializable {
    /** By time, and at the same time by key: the order in which events are rated, whatever the order of their arrival. */
    public static final Comparator<UsageEvent> BY_TIME =
            Comparator.comparing(UsageEvent::time).thenComparing(UsageEvent::key);

    private static final long serialVersionUID = 1L;

    private final String key;
    private final CustomerId customer;
    private final MeterId meter;
    private final BigDecimal quantity;
    private final Instant time;

    @SuppressWarnings("serial") // an unmodifiable tree map, which is serialisable
    private final SortedMap<String, String> dimensions;

    private UsageEvent(
            String key,
            CustomerId customer,
            MeterId meter,
            BigDecimal quantity,
            Instant time,
            SortedMap<String, String> dimensions) {
        this.key = Require.id(key, "key");
        this.customer = requireNonNull(customer, "customer");
        this.meter = requireNonNull(meter, "meter");
        this.quantity = Require.number(quantity, "quantity");
        this.time = Dates.inCalendar(time, "time");
        this.dimensions = dimensions;
    }

    /**
     * An event without dimensions.
     *
     * @param key what makes the event unique within the host, 1 to 200 characters
     * @param customer who used it
     * @param meter what was measured
     * @param quantity in the unit of the meter, at most 18 decimal places; negative where something was taken back
     * @param time when, in the years 1 to 9999 of UTC; the contract's time zone decides on which day
     */
    public static UsageEvent of(String key, CustomerId customer, MeterId meter, BigDecimal quantity, Instant time) {
        return new UsageEvent(key, customer, meter, quantity, time, Collections.emptySortedMap());
    }

    /** As {@link #of(String, CustomerId, MeterId, BigDecimal, Instant)}, from text; the time as {@code 2026-01-15T10:00:00Z}. */
    public static UsageEvent of(String key, String customer, String meter, String quantity, String time) {
        return of(
                key,
                new CustomerId(customer),
                new MeterId(meter),
                Require.decimal(quantity, "quantity"),
                Dates.parseInstant(time, "time"));
    }

    /** The same event with one more dimension, or another value of it. */
    public UsageEvent with(String dimension, String value) {
        var more = new TreeMap<>(dimensions);
        more.put(Require.id(dimension, "dimension"), Require.id(value, dimension));
        return new UsageEvent(key, customer, meter, quantity, time, Collections.unmodifiableSortedMap(more));
    }

    /** What makes the event unique within the host. */
    public String key() {
        return key;
    }

    /** Who used it. */
    public CustomerId customer() {
        return customer;
    }

    /** What was measured. */
    public MeterId meter() {
        return meter;
    }

    /** How much, in the unit of the meter; negative where something was taken back. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** When. */
    public Instant time() {
        return time;
    }

    /** What else is known, by name: a region, a role, a direction; may be empty. */
    public SortedMap<String, String> dimensions() {
        return dimensions;
    }

    /** The value of a dimension, if the event has it. */
    public Optional<String> dimension(String name) {
        return Optional.ofNullable(dimensions.get(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UsageEvent that
                && key.equals(that.key)
                && customer.equals(that.customer)
                && meter.equals(that.meter)
                && quantity.compareTo(that.quantity) == 0
                && time.equals(that.time)
                && dimensions.equals(that.dimensions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, customer, meter, time);
    }

    /** For example {@code e-1: 3 on api.calls at 2026-01-15T10:00:00Z}. */
    @Override
    public String toString() {
        return key + ": " + quantity.toPlainString() + " on " + meter + " at " + time;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        UsageEvent event = of(key, customer, meter, quantity, time);
        for (var dimension : dimensions.entrySet()) {
            event = event.with(dimension.getKey(), dimension.getValue());
        }
        return event;
    }
}
