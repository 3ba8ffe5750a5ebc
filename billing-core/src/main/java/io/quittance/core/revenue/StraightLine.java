package io.quittance.core.revenue;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.DayCount;
import io.quittance.core.schedule.Proration;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Earned evenly over the days of a service period, each day at its end: a service that stands ready, as a subscription does (IFRS
 * 15.39–45 and B18 with ASC 606-10-25-31 to 25-37 and 55-20; Example 18, IE92–IE94). Of 1,200.00 for 2026, 101.92 are earned by 31
 * January: 31 of 365 days.
 *
 * @param period the days on which the service is given
 * @param proration how the days count: {@link DayCount#CIVIL_DAYS} each alike, {@link DayCount#THIRTY_DAY_MONTHS} each month alike,
 *     or a host's own
 */
public record StraightLine(
        ServicePeriod period,
        @SuppressWarnings("serial") // those of this library are serialisable, a host's if it wants its terms to be
        Proration proration)
        implements RecognitionRule, Serializable {
    private static final List<Clause> CLAUSES =
            List.of(new Clause("39–45", "25-31 to 25-37"), new Clause("B18", "55-20"));

    /** Checks that both are there. */
    public StraightLine {
        requireNonNull(period, "period");
        requireNonNull(proration, "proration");
    }

    /** By days of the calendar. */
    public static StraightLine over(ServicePeriod period) {
        return new StraightLine(period, DayCount.CIVIL_DAYS);
    }

    /** As {@link #over(ServicePeriod)}, between two ISO dates: the second is the day after the last. */
    public static StraightLine over(String start, String end) {
        return over(ServicePeriod.of(start, end));
    }

    /**
     * The same with days that count otherwise: 1,200.00 for 2026 by {@link DayCount#THIRTY_DAY_MONTHS} are 100.00 each month.
     */
    public StraightLine by(Proration newProration) {
        return new StraightLine(period, newProration);
    }

    @Override
    public Progress progress(Performance performance) {
        LocalDate day = performance.day();
        if (day.isBefore(period.start())) {
            return progress(0, Fraction.ZERO);
        }
        if (!day.isBefore(period.lastDay())) {
            return progress(period.days(), Fraction.ONE);
        }
        var served = new ServicePeriod(period.start(), day.plusDays(1));
        return progress(served.days(), proration.checkedPart(served, period));
    }

    private Progress progress(long days, Fraction share) {
        return new Progress(
                share,
                proration == DayCount.CIVIL_DAYS
                        ? Explanation.of("revenue.straight-line", "{0} of {1} days", days, period.days())
                        : Explanation.of(
                                "revenue.prorated", "{0} of {1} days, which are {2}", days, period.days(), share));
    }

    @Override
    public List<Clause> clauses() {
        return CLAUSES;
    }

    /** Refuses every fact: time passes by itself. */
    @Override
    public void check(PerformanceFact fact) {
        throw new InvalidArgumentException(
                "recognition.fact", "kind", "must not be given where time passes by itself", fact.kind());
    }

    /** For example {@code straight-line over [2026-01-01, 2027-01-01)}. */
    @Override
    public String toString() {
        return "straight-line over " + period;
    }
}
