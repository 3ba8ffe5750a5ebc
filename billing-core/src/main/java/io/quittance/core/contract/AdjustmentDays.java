package io.quittance.core.contract;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days on which prices are adjusted: the boundaries of a schedule, from a first day on. */
final class AdjustmentDays {
    private static final int MOST = 10_000;

    private AdjustmentDays() {}

    /** Those up to a day, the day itself included. */
    static List<LocalDate> upTo(LocalDate day, Schedule boundaries, LocalDate from) {
        return between(from, Dates.inCalendar(day, "day"), boundaries, "day");
    }

    /** Those that belong to some days. */
    static List<LocalDate> within(ServicePeriod days, Schedule boundaries, LocalDate from) {
        LocalDate first = from.isAfter(days.start()) ? from : days.start();
        return between(first, days.lastDay(), boundaries, "days");
    }

    /** The first of them; empty if it lies after the year 9999. */
    static Optional<LocalDate> first(Schedule boundaries, LocalDate from) {
        long number = boundaries.numberOf(from) + (boundaries.isBoundary(from) ? 0 : 1);
        return number <= boundaries.numberOf(ContractHistory.FOREVER)
                ? Optional.of(boundaries.boundary(number))
                : Optional.empty();
    }

    private static List<LocalDate> between(LocalDate first, LocalDate last, Schedule boundaries, String argument) {
        long begin = boundaries.numberOf(first) + (boundaries.isBoundary(first) ? 0 : 1);
        long end = boundaries.numberOf(last);
        Require.that(
                end - begin < MOST,
                "escalation.adjustments",
                argument,
                "must not need more than " + MOST + " adjustments",
                end - begin + 1);
        var days = new ArrayList<LocalDate>();
        for (long number = begin; number <= end; number++) {
            days.add(boundaries.boundary(number));
        }
        return List.copyOf(days);
    }
}
