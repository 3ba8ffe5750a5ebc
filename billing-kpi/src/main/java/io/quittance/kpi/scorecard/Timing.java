package io.quittance.kpi.scorecard;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is of the time that its target asks for. A target with a deadline is judged for good by the value of the period that ends on it, one that holds in every
 * period by the value of such a period. A value of an earlier time, or of the beginning of a period, says how it stands at its end: the target is still running. A value
 * without a period is of the time that it is asked for.
 */
final class Timing {
    private final Target target;
    private final @Nullable ServicePeriod actual;
    private final @Nullable ServicePeriod baseline;
    private final @Nullable LocalDate asOf;

    Timing(Target target, @Nullable ServicePeriod actual, @Nullable ServicePeriod baseline, @Nullable LocalDate asOf) {
        this.target = target;
        this.actual = actual;
        this.baseline = baseline;
        this.asOf = asOf;
    }

    /** Refuses a value of a time that the target is not about. */
    void check() {
        if (actual != null) {
            check(actual);
        }
    }

    /** The day as of whose end it is judged: that of the question, else the last of a value that is of an earlier time; empty where it is judged for good. */
    Optional<LocalDate> judged() {
        return Optional.ofNullable(asOf).or(this::early);
    }

    /** Whether the day by which it must be met has passed. */
    boolean isOver() {
        return judged().flatMap(day -> lastDay().map(end -> !day.isBefore(end))).orElse(true);
    }

    /** Whether the time is over and the value is of an earlier one, so that nobody knows what was reached: of a target of every month, that of January at the end of February. */
    boolean isOutOfDate() {
        return isOver() && (early().isPresent() || isOfPeriodBefore());
    }

    /** Whether the period after that of the value has ended by the day of the question, and the target held in it, too. */
    private boolean isOfPeriodBefore() {
        Optional<LocalDate> next = target.every()
                .flatMap(every ->
                        lastDayOfActual().map(day -> every.periodOf(day).end()).map(every::lastDay));
        return Optional.ofNullable(asOf)
                .flatMap(day -> next.filter(end -> !end.isAfter(day)))
                .isPresent();
    }

    /** The day by which it must be met: the deadline, or the end of the period that the value belongs to. */
    Optional<LocalDate> lastDay() {
        return target.deadline()
                .or(() -> target.every().flatMap(every -> lastDayOfActual().map(every::lastDay)));
    }

    private Optional<LocalDate> lastDayOfActual() {
        return Optional.ofNullable(actual).map(ServicePeriod::lastDay);
    }

    /** The last day of a value that is of an earlier time than that by which the target must be met. */
    private Optional<LocalDate> early() {
        return lastDayOfActual().filter(day -> lastDay().filter(day::isBefore).isPresent());
    }

    private void check(ServicePeriod given) {
        LocalDate last = given.lastDay();
        Require.that(
                target.deadline().isEmpty() || !last.isAfter(target.deadline().get()),
                "target.deadline",
                "actual",
                "must not be of a time after the deadline",
                last);
        Require.that(
                asOf == null || !last.isAfter(asOf),
                "target.as-of",
                "actual",
                "must not be of a time after the day of the question",
                last);
        target.every().ifPresent(every -> requireBeginning(given, every.periodOf(last)));
        if (baseline != null) {
            requireAfter(given, baseline);
        }
    }

    private static void requireBeginning(ServicePeriod given, ServicePeriod whole) {
        Require.that(
                given.start().equals(whole.start()),
                "target.period",
                "actual",
                "must be of " + whole + " or of its beginning",
                given);
    }

    private void requireAfter(ServicePeriod given, ServicePeriod before) {
        Require.that(
                !given.start().isBefore(before.end()),
                "target.period",
                "actual",
                "must be of a time after the baseline's, " + before,
                given);
        if (target.rule() == MeasuringRule.VALUE_AT_END) {
            target.deadline()
                    .ifPresent(day -> Require.that(
                            isAsLong(given, before) || isBeginning(given, before, day.plusDays(1)),
                            "target.period",
                            "actual",
                            "must be of a period as long as the baseline's, " + before + ", or of the beginning of one",
                            given));
            target.every()
                    .ifPresent(every -> Require.that(
                            isAsLong(every.periodOf(given.lastDay()), before),
                            "target.period",
                            "baseline",
                            "must be as long as " + every.periodOf(given.lastDay())
                                    + ", in which the target is to hold",
                            before));
        }
    }

    /** In months where both are of whole months, a quarter and a quarter; else in days. */
    private static boolean isAsLong(ServicePeriod one, ServicePeriod other) {
        boolean areOfMonths = months(one) > 0 && months(other) > 0;
        return areOfMonths ? months(one) == months(other) : one.days() == other.days();
    }

    /** Whether it begins when one of the periods does that lead, each as long as the baseline's, up to the end, and is shorter. */
    private static boolean isBeginning(ServicePeriod given, ServicePeriod before, LocalDate end) {
        LocalDate start = end;
        while (start.isAfter(given.start())) {
            LocalDate previous = start;
            start = months(before) > 0 ? start.minusMonths(months(before)) : start.minusDays(before.days());
            if (start.equals(given.start())) {
                // the one that ends with the time of the target must be there as a whole
                return given.end().isBefore(previous);
            }
        }
        return given.start().equals(before.end());
    }

    /** How many whole months, from a day of one to the same day of another; 0 if it is not of whole months. */
    private static long months(ServicePeriod period) {
        long months = ChronoUnit.MONTHS.between(period.start(), period.end());
        return period.start().plusMonths(months).equals(period.end()) ? months : 0;
    }
}
