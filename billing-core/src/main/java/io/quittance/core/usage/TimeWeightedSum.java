package io.quittance.core.usage;

import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level over time, such as seats or gigabytes held: each event changes the level by its signed quantity, and the answer is
 * the level weighted by the part of the window for which it lasted. 10 seats from the start of a June and 5 more from the
 * start of 11 June on are 10 + 5 × 20/30 = 40/3.
 *
 * <p>Formula: Σ quantity × what was left of the window at the event / the whole window. The level at the start is not known
 * from before: it enters as an event at the window's first instant, which weighs 1. The answer is negative where more was
 * taken away than was there; no events are zero.
 *
 * <p>The length of the window is its real length: March 2026 has 31 × 24 - 1 hours in Berlin.
 */
public final class TimeWeightedSum implements UsageAggregation, Serializable {
    private static final long serialVersionUID = 1L;

    private final boolean byDay;

    private TimeWeightedSum(boolean byDay) {
        this.byDay = byDay;
    }

    /** Weighted by elapsed time, to the nanosecond: a level of 24 for one hour of a day of 24 hours is 1. */
    public static TimeWeightedSum byElapsedTime() {
        return new TimeWeightedSum(false);
    }

    /**
     * Weighted by calendar days of the window's zone, however many hours they have. The day of a change belongs to the new
     * level: what is added on the last day of June counts for 1/30, what is taken away on the first for nothing at all.
     * This is what {@link QuantityChanges} add up to.
     */
    public static TimeWeightedSum byDay() {
        return new TimeWeightedSum(true);
    }

    /**
     * The level, weighted.
     *
     * @throws IllegalArgumentException if an event lies outside the window
     */
    @Override
    public Fraction aggregate(List<UsageEvent> events, UsageWindow window) {
        var remaining = new Remaining(window);
        BigDecimal whole = byDay ? BigDecimal.valueOf(window.period().days()) : remaining.seconds();
        BigDecimal weighted = BigDecimal.ZERO;
        for (UsageEvent event : events) {
            BigDecimal left = byDay ? BigDecimal.valueOf(remaining.days(event)) : remaining.seconds(event);
            weighted = weighted.add(event.quantity().multiply(left));
        }
        return Fraction.of(weighted).dividedBy(Fraction.of(whole));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeWeightedSum that && byDay == that.byDay;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(byDay);
    }

    /** For example {@code time-weighted sum by day}. */
    @Override
    public String toString() {
        return "time-weighted sum by " + (byDay ? "day" : "elapsed time");
    }
}
