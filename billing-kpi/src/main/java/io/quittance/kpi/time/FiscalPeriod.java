package io.quittance.kpi.time;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A month, quarter or year of a {@link FiscalCalendar}, with the name that people call it by.
 *
 * @param name such as {@code FY2027}, {@code FY2027 Q1} or {@code 2026-04}
 * @param period its days
 */
public record FiscalPeriod(String name, ServicePeriod period) implements Serializable {

    /** Checks that it has a name. */
    public FiscalPeriod {
        Require.id(name, "name");
        requireNonNull(period, "period");
    }

    /** Its last day, such as the end of the fiscal year. */
    public LocalDate lastDay() {
        return period.lastDay();
    }

    /** Its name and its days. */
    @Override
    public String toString() {
        return name + " " + period;
    }
}
