package io.quittance.core.usage;

import io.quittance.core.internal.Require;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How much of a window is left when an event happens; made once for many events. */
final class Remaining {
    private final UsageWindow window;
    private final Instant start;
    private final Instant end;

    Remaining(UsageWindow window) {
        this.window = window;
        start = window.start();
        end = window.end();
    }

    /** The seconds from the event to the end of the window, to the nanosecond. */
    BigDecimal seconds(UsageEvent event) {
        return seconds(checked(event), end);
    }

    /** The seconds of the whole window, as clocks ran there. */
    BigDecimal seconds() {
        return seconds(start, end);
    }

    /** The days from the event to the end of the window, the day of the event included. */
    long days(UsageEvent event) {
        return ChronoUnit.DAYS.between(
                window.dayOf(checked(event)), window.period().end());
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    }

    private Instant checked(UsageEvent event) {
        Instant time = event.time();
        Require.that(
                !time.isBefore(start) && time.isBefore(end),
                "usage.outside-window",
                "events[" + event.key() + "].time",
                "must lie from " + start + " up to, not including, " + end,
                time);
        return time;
    }
}
