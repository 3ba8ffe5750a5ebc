package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * One interval of a day in which business is done, by the clock on the wall. Hours over midnight are two intervals: 22:00 to 24:00, and 00:00 to 06:00 of the
 * next day.
 *
 * @param opens the first moment
 * @param closes the first moment that is closed again, after {@code opens}; 00:00 is the end of the day
 */
public record OpeningHours(LocalTime opens, LocalTime closes) implements Comparable<OpeningHours>, Serializable {
    /** All day. */
    public static final OpeningHours ALL_DAY = new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final String END_OF_DAY = "24:00";

    /** Checks the order of the two. */
    public OpeningHours {
        requireNonNull(opens, "opens");
        requireNonNull(closes, "closes");
        Require.that(
                closes.equals(LocalTime.MIDNIGHT) || opens.isBefore(closes),
                "opening.order",
                "opens",
                "must be before closes",
                opens + " to " + closes);
    }

    /** From ISO times such as {@code 09:00} and {@code 17:30}; {@code 24:00} closes at the end of the day. */
    public static OpeningHours of(String opens, String closes) {
        return new OpeningHours(
                parse(opens, "opens"),
                requireNonNull(closes, "closes").equals(END_OF_DAY) ? LocalTime.MIDNIGHT : parse(closes, "closes"));
    }

    private static LocalTime parse(String text, String argument) {
        try {
            return LocalTime.parse(requireNonNull(text, argument));
        } catch (DateTimeException e) {
            throw new InvalidArgumentException("time.format", argument, "must be an ISO time such as 09:00", text)
                    .causedBy(e);
        }
    }

    /** Whether it ends with the day. */
    boolean isUntilMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    /** Whether the next interval begins before this one ends. */
    boolean overlaps(OpeningHours next) {
        return isUntilMidnight() || next.opens.isBefore(closes);
    }

    /** Orders by opening, then by closing. */
    @Override
    public int compareTo(OpeningHours other) {
        int byOpening = opens.compareTo(other.opens);
        return byOpening != 0 ? byOpening : closes.compareTo(other.closes);
    }

    /** For example {@code 09:00-17:30}. */
    @Override
    public String toString() {
        return opens + "-" + (isUntilMidnight() ? END_OF_DAY : closes.toString());
    }
}
