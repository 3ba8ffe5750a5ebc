package io.quittance.core.usage;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.MeterId;
import io.quittance.core.internal.Require;
import io.quittance.core.usage.IntervalFinding.Code;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The readings of an interval meter in a period, checked: complete are those that cover every instant of it once. A day has
 * 96 quarter hours, the day on which clocks go forward 92, and the one on which they go back 100.
 *
 * <p>What does not fit is a finding, and so is what is missing; every reading is either accepted or a finding. Of readings
 * that overlap, the one that begins first is accepted, and of those that begin together the one that came first.
 */
public final class IntervalReadings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long expected;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<IntervalReading> accepted;

    @SuppressWarnings("serial") // as above
    private final List<IntervalFinding> findings;

    private IntervalReadings(long expected, List<IntervalReading> accepted, List<IntervalFinding> findings) {
        this.expected = expected;
        this.accepted = List.copyOf(accepted);
        this.findings = List.copyOf(findings);
    }

    /**
     * Checks readings.
     *
     * @param readings in any order
     * @param interval the length of each; the window must consist of a whole number of them
     * @param window the days, in the zone of the meter
     */
    public static IntervalReadings of(List<IntervalReading> readings, Duration interval, UsageWindow window) {
        requirePositive(interval, "interval");
        Duration whole = Duration.between(window.start(), window.end());
        long expected = whole.dividedBy(interval);
        Require.that(
                interval.multipliedBy(expected).equals(whole),
                "interval.divides",
                "interval",
                "must divide the " + whole + " of the window",
                interval);
        var check = new Check(List.copyOf(readings), interval, window);
        check.run();
        return new IntervalReadings(expected, check.accepted, check.findings);
    }

    static void requirePositive(Duration length, String argument) {
        requireNonNull(length, argument);
        Require.that(
                !length.isNegative() && !length.isZero(),
                "number.not-positive",
                argument,
                "must be more than 0",
                length);
    }

    /** How many readings a complete period has. */
    public long expected() {
        return expected;
    }

    /** The readings that count, in the order of time. */
    public List<IntervalReading> accepted() {
        return accepted;
    }

    /** What is wrong, in the order of positions; empty where the readings are complete. */
    public List<IntervalFinding> findings() {
        return findings;
    }

    /** Whether every instant of the period was read exactly once, and nothing else was. */
    public boolean isComplete() {
        return findings.isEmpty();
    }

    /**
     * The accepted readings as usage, each at its first instant. The key is made of the point of measurement and that
     * instant, so that the same reading delivered again is the same event.
     *
     * @param point names the point of measurement, such as the number of the meter; unique within the host
     */
    public List<UsageEvent> events(String point, CustomerId customer, MeterId meter) {
        Require.id(point, "point");
        return accepted.stream()
                .map(reading -> UsageEvent.of(
                        point + "@" + reading.start(), customer, meter, reading.quantity(), reading.start()))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntervalReadings that
                && expected == that.expected
                && accepted.equals(that.accepted)
                && findings.equals(that.findings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(expected, accepted);
    }

    /** For example {@code 95 of 96 readings, [3] nothing was read from … to …}. */
    @Override
    public String toString() {
        return accepted.size() + " of " + expected + " readings" + (findings.isEmpty() ? "" : ", " + findings);
    }

    /** Copied again on the way back in. */
    private Object readResolve() {
        return new IntervalReadings(expected, accepted, findings);
    }

    /** One walk over readings in the order of time. */
    private static final class Check {
        private final List<IntervalReading> readings;
        private final Duration interval;
        private final Instant start;
        private final Instant end;
        private final List<IntervalReading> accepted = new ArrayList<>();
        private final List<IntervalFinding> findings = new ArrayList<>();
        private Instant covered;

        Check(List<IntervalReading> readings, Duration interval, UsageWindow window) {
            this.readings = readings;
            this.interval = interval;
            start = window.start();
            end = window.end();
            covered = start;
        }

        void run() {
            IntStream.range(0, readings.size())
                    .boxed()
                    .sorted(Comparator.comparing(
                            position -> readings.get(position).start()))
                    .forEachOrdered(this::look);
            gapUntil(end, readings.size());
            findings.sort(Comparator.comparingInt(IntervalFinding::position));
        }

        private void look(int position) {
            IntervalReading reading = readings.get(position);
            Instant from = reading.start();
            if (!reading.length().equals(interval)) {
                find(position, Code.WRONG_LENGTH, "{0} long from {1} on, not {2}", reading.length(), from, interval);
            } else if (from.isBefore(start) || from.isAfter(end.minus(interval))) {
                find(
                        position,
                        Code.OUTSIDE_PERIOD,
                        "{0} from {1} on is not within {2} to {3}",
                        interval,
                        from,
                        start,
                        end);
            } else if (from.isBefore(covered)) {
                find(position, Code.OVERLAP, "from {0} on, though all was read up to {1}", from, covered);
            } else {
                gapUntil(from, position);
                accepted.add(reading);
                covered = from.plus(interval);
            }
        }

        private void gapUntil(Instant next, int position) {
            if (covered.isBefore(next)) {
                find(position, Code.GAP, "nothing was read from {0} to {1}", covered, next);
            }
        }

        private void find(int position, Code code, String pattern, Object... arguments) {
            String key = switch (code) {
                case GAP -> "usage.interval.gap";
                case OVERLAP -> "usage.interval.overlap";
                case WRONG_LENGTH -> "usage.interval.length";
                case OUTSIDE_PERIOD -> "usage.interval.outside";
            };
            findings.add(new IntervalFinding(position, code, Explanation.of(key, pattern, arguments)));
        }
    }
}
