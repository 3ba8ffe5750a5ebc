package io.quittance.ar.dunning;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How late something is, without the days on which it was agreed to wait (ar.md 4.16). What was due on 1 October, with 3 days of grace, is 2 days delinquent on
 * 6 October; with a pause from that day up to 30 October it still is on 30 October, and 3 days on 31 October.
 *
 * <p>The step from one day to the next counts unless it begins in a pause: by the start day of a pause all days before it count, and up to its end none
 * more do. So the days of a pause are those of a period, whose end is not one of them.
 *
 * @param dueDate the last day on which it is paid on time
 * @param asOf the day of the question
 * @param graceDays up to how many days late costs nothing, 0 to 3650
 * @param pauses in any order; days that several have count once, days before the due date and from {@code asOf} on not at all
 */
public record Delinquency(LocalDate dueDate, LocalDate asOf, int graceDays, List<ServicePeriod> pauses)
        implements Serializable {
    /** More would be no grace but another due date. */
    static final int MAX_DAYS = 3_650;

    /** Checks the dates; copies the pauses. */
    public Delinquency {
        Dates.inCalendar(dueDate, "dueDate");
        Dates.inCalendar(asOf, "asOf");
        Require.that(
                graceDays >= 0 && graceDays <= MAX_DAYS,
                "dunning.grace",
                "graceDays",
                "must be between 0 and " + MAX_DAYS,
                graceDays);
        pauses = List.copyOf(pauses);
    }

    /** Without grace and pauses. */
    public static Delinquency of(LocalDate dueDate, LocalDate asOf) {
        return new Delinquency(dueDate, asOf, 0, List.of());
    }

    /** Whole days from the due date on: 0 on it, negative before. */
    public long pastDueDays() {
        return ChronoUnit.DAYS.between(dueDate, asOf);
    }

    /** How many of {@link #pastDueDays} were paused; 0 or more. */
    public long pausedDays() {
        if (pauses.isEmpty() || !dueDate.isBefore(asOf)) {
            return 0;
        }
        var late = new ServicePeriod(dueDate, asOf);
        return ServicePeriod.merged(pauses).stream()
                .flatMap(pause -> pause.intersection(late).stream())
                .mapToLong(ServicePeriod::days)
                .sum();
    }

    /** {@link #pastDueDays} without those that were paused: what a level asks for. Negative before the due date. */
    public long countedDays() {
        return pastDueDays() - pausedDays();
    }

    /** {@link #countedDays} without the days of grace; 0 or more. */
    public long delinquentDays() {
        return Math.max(0, countedDays() - graceDays);
    }
}
