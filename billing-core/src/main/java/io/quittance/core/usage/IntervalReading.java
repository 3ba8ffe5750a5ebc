package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an interval meter read: so much between two instants, such as 0.282 kWh in the quarter hour from 05:00 on. Readings
 * are equal if their numbers are: 0.5 is 0.50.
 *
 * @param start the first instant
 * @param length how long it took, more than nothing
 * @param quantity in the unit of the meter, at most 18 decimal places; negative where more was fed in than used
 */
public record IntervalReading(Instant start, Duration length, BigDecimal quantity) implements Serializable {

    /** Checks length and quantity. */
    public IntervalReading {
        requireNonNull(start, "start");
        IntervalReadings.requirePositive(length, "length");
        Require.number(quantity, "quantity");
    }

    /** A reading of so many minutes from text: {@code IntervalReading.of("2012-03-01T05:00:00Z", 15, "0.282")}. */
    public static IntervalReading of(String start, int minutes, String quantity) {
        return new IntervalReading(
                Dates.parseInstant(start, "start"), Duration.ofMinutes(minutes), Require.decimal(quantity, "quantity"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntervalReading that
                && start.equals(that.start)
                && length.equals(that.length)
                && quantity.compareTo(that.quantity) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, length, quantity.stripTrailingZeros());
    }
}
