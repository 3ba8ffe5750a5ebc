package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;

/**
 * A charge that is due, and days for which it is; a charge that rests in between is due for the days before and after.
 *
 * @param charge that of the terms; {@code terms.minimum} and {@code terms.commitment} are what is agreed for all charges of a
 *     period, and may come to nothing
 * @param days the days, also where its price changes within them
 */
public record DueCharge(ChargeId charge, ServicePeriod days) implements Serializable {
    /** Checks that both are there. */
    public DueCharge {
        requireNonNull(charge, "charge");
        requireNonNull(days, "days");
    }

    /** For example {@code platform [2026-01-01, 2026-02-01)}. */
    @Override
    public String toString() {
        return charge + " " + days;
    }
}
