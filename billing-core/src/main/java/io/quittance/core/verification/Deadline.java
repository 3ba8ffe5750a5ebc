package io.quittance.core.verification;

import static java.util.Objects.requireNonNull;

import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * By when something should be invoiced.
 *
 * @param days for which it is due
 * @param target the last day that is on time
 */
public record Deadline(ServicePeriod days, LocalDate target) implements Serializable {
    /** Checks that both are there. */
    public Deadline {
        requireNonNull(days, "days");
        requireNonNull(target, "target");
    }
}
