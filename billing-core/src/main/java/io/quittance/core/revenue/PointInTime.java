package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Dates;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Earned all at once, when the customer gets control: goods, a perpetual licence, a set-up that is a promise of its own (IFRS 15.38,
 * ASC 606-10-25-30). Nothing of 1,000.00 is earned on the day before the delivery, all of it by the end of its day.
 *
 * @param day the day on which control passes, where it is known beforehand; null where a fact tells of the delivery
 */
public record PointInTime(@Nullable LocalDate day) implements RecognitionRule, Serializable {
    private static final List<Clause> CLAUSES = List.of(new Clause("38", "25-30"));

    /** Checks the day. */
    public PointInTime {
        if (day != null) {
            Dates.inCalendar(day, "day");
        }
    }

    /** On that day, whatever happens. */
    public static PointInTime on(LocalDate day) {
        return new PointInTime(requireNonNull(day, "day"));
    }

    /** As {@link #on(LocalDate)}, for an ISO date. */
    public static PointInTime on(String day) {
        return on(Dates.parse(day, "day"));
    }

    /** When a {@linkplain PerformanceFact#delivered fact} tells of the delivery, until one takes it back. */
    public static PointInTime onDelivery() {
        return new PointInTime(null);
    }

    @Override
    public Progress progress(Performance performance) {
        LocalDate delivered = day == null ? delivery(performance.facts()) : day;
        return delivered == null || performance.day().isBefore(delivered)
                ? new Progress(
                        Fraction.ZERO,
                        Explanation.of("revenue.not-delivered", "not delivered by {0}", performance.day()))
                : new Progress(Fraction.ONE, Explanation.of("revenue.delivered", "delivered on {0}", delivered));
    }

    /** The day of the delivery that was not taken back; the first of several. */
    private static @Nullable LocalDate delivery(List<PerformanceFact> facts) {
        LocalDate delivered = null;
        for (PerformanceFact fact : facts) {
            if (fact.isTakenBack()) {
                delivered = null;
            } else if (delivered == null) {
                delivered = fact.day();
            }
        }
        return delivered;
    }

    @Override
    public List<Clause> clauses() {
        return CLAUSES;
    }

    /** Takes deliveries only, and none where the day is known beforehand. */
    @Override
    public void check(PerformanceFact fact) {
        if (day != null) {
            throw new InvalidArgumentException(
                    "recognition.fact", "kind", "must not be given where the day is known beforehand", fact.kind());
        }
        fact.require(PerformanceFact.Kind.DELIVERY, "where the delivery counts");
    }

    /** For example {@code on 2026-03-31}. */
    @Override
    public String toString() {
        return day == null ? "on delivery" : "on " + day;
    }
}
