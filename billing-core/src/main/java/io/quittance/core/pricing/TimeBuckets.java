package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.Maximum;
import io.quittance.core.usage.UsageAggregation;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageWindow;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Each hour or day is rated alone, by what was used in it at most, and the prices are added: with 0.10 per unit, peaks of 9
 * units on Monday and 15 on Tuesday cost 0.90 + 1.50 = 2.40. Tiers, packages and minimums of the inner price begin anew in
 * each bucket (Flexprice, bucketed prices).
 *
 * <p>Buckets are hours or days of the local clock in the contract's zone. Where clocks are set back, the hour that occurs
 * twice is two buckets, told apart by their offset from UTC; where they are set forward, the hour that is skipped is none,
 * so a day has 23 to 25 buckets. A bucket without events is not rated, so a fee of the inner price is due only in the hours
 * or days in which something was used.
 *
 * <p>What makes one quantity of the events of a bucket is the {@link Maximum} unless another aggregation is given; it is
 * asked for the day, or the day of the hour, as its window.
 */
public final class TimeBuckets implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    /** How long a bucket is. */
    public enum Bucket {
        /** An hour of the local clock. */
        HOUR {
            @Override
            String nameOf(Instant instant, UsageWindow window) {
                ZonedDateTime time = window.local(instant);
                return time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS)
                        + time.getOffset().getId();
            }
        },
        /** A day of the local calendar. */
        DAY {
            @Override
            String nameOf(Instant instant, UsageWindow window) {
                return window.dayOf(instant).toString();
            }
        };

        /** The bucket of an instant: {@code 2026-10-25} or {@code 2026-10-25T02:00+01:00}. */
        abstract String nameOf(Instant instant, UsageWindow window);
    }

    private final Bucket bucket;

    @SuppressWarnings("serial") // aggregations of this library are serialisable, and a host's should be
    private final UsageAggregation aggregation;

    @SuppressWarnings("serial") // as above, for charge models
    private final ChargeModel price;

    private TimeBuckets(Bucket bucket, UsageAggregation aggregation, ChargeModel price) {
        this.bucket = requireNonNull(bucket, "bucket");
        this.aggregation = requireNonNull(aggregation, "aggregation");
        this.price = requireNonNull(price, "price");
    }

    /** Rates each bucket by its maximum. */
    public static TimeBuckets of(Bucket bucket, ChargeModel price) {
        return new TimeBuckets(bucket, new Maximum(), price);
    }

    /** Rates each hour by its maximum. */
    public static TimeBuckets hourly(ChargeModel price) {
        return of(Bucket.HOUR, price);
    }

    /** Rates each day by its maximum. */
    public static TimeBuckets daily(ChargeModel price) {
        return of(Bucket.DAY, price);
    }

    /** The same, where the events of a bucket become one quantity in another way. */
    public TimeBuckets withAggregation(UsageAggregation newAggregation) {
        return new TimeBuckets(bucket, newAggregation, price);
    }

    /** How long a bucket is. */
    public Bucket bucket() {
        return bucket;
    }

    /** What makes one quantity of the events of a bucket. */
    public UsageAggregation aggregation() {
        return aggregation;
    }

    /** What each bucket costs. */
    public ChargeModel price() {
        return price;
    }

    /**
     * The steps of each bucket's price, in time order, as parts such as {@code 2026-10-25/units}.
     *
     * @throws IllegalArgumentException if events come without a window, or a quantity without events
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        if (Inner.events(input).isEmpty()) {
            return ChargeBreakdown.of(Inner.nothing());
        }
        UsageWindow window = input.window();
        var steps = new ArrayList<Step>();
        buckets(input.events(), window).forEach((name, events) -> {
            UsageWindow day = day(window, events.get(0).time());
            Fraction quantity = aggregation.aggregate(List.copyOf(events), day);
            steps.addAll(
                    Inner.steps(name, price, Inner.only(input, events, quantity).withWindow(day)));
        });
        return ChargeBreakdown.of(steps);
    }

    private Map<String, List<UsageEvent>> buckets(List<UsageEvent> events, UsageWindow window) {
        var buckets = new LinkedHashMap<String, List<UsageEvent>>();
        for (UsageEvent event : events) {
            buckets.computeIfAbsent(bucket.nameOf(event.time(), window), name -> new ArrayList<>())
                    .add(event);
        }
        return buckets;
    }

    private static UsageWindow day(UsageWindow window, Instant time) {
        LocalDate day = window.dayOf(time);
        return new UsageWindow(new ServicePeriod(day, day.plusDays(1)), window.zones());
    }

    /**
     * Refuses conversion, free and committed units, which are of the period and of no bucket, several meters, and increments of
     * the meter that are not those of {@link #aggregation()}.
     */
    @Override
    public void check(Metering metering) {
        metering.requireEvents(aggregation);
        price.check(metering.inside("price", aggregation));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeBuckets that
                && bucket == that.bucket
                && aggregation.equals(that.aggregation)
                && price.equals(that.price);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bucket.name(), aggregation, price);
    }

    /** For example {@code maximum per hour: 0.10 per unit}. */
    @Override
    public String toString() {
        return aggregation + " per " + (bucket == Bucket.HOUR ? "hour" : "day") + ": " + price;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new TimeBuckets(bucket, aggregation, price);
    }
}
