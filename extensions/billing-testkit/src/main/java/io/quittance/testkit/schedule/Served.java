package io.quittance.testkit.schedule;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;

/**
 * What a proration is asked about.
 *
 * @param service the days that are served, within the period
 * @param period the whole period around them
 */
public record Served(ServicePeriod service, ServicePeriod period) {

    /** Checks that both are there. */
    public Served {
        requireNonNull(service, "service");
        requireNonNull(period, "period");
    }

    /** For example {@code [2026-01-15, 2026-02-01) of [2026-01-01, 2026-02-01)}. */
    @Override
    public String toString() {
        return service + " of " + period;
    }
}
