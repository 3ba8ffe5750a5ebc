package io.quittance.kpi.scorecard;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.time.FiscalCalendar;
import io.quittance.kpi.time.PeriodLength;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The periods in each of which a target holds, such as every quarter of a fiscal year that begins in April.
 *
 * @param length of each
 * @param calendar whose periods they are
 */
public record EveryPeriod(PeriodLength length, FiscalCalendar calendar) implements Serializable {

    /** Checks that both are given. */
    public EveryPeriod {
        requireNonNull(length, "length");
        requireNonNull(calendar, "calendar");
    }

    /** The period that the day belongs to. */
    public ServicePeriod periodOf(LocalDate day) {
        return calendar.periodOf(length, day).period();
    }

    /** The last day of the period that the day belongs to: by then the target holds, or is missed. */
    public LocalDate lastDay(LocalDate day) {
        return periodOf(day).lastDay();
    }
}
