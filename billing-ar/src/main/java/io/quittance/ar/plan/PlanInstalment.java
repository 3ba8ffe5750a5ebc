package io.quittance.ar.plan;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One payment of a plan.
 *
 * @param dueDate the last day on which it is paid on time
 * @param principal the part of the debt that it pays, 0 or more
 * @param interest that is paid with it, 0 or more
 */
public record PlanInstalment(LocalDate dueDate, Amount principal, Amount interest) implements Serializable {
    /** Checks the parts: whole minor units of one currency, more than nothing together. */
    public PlanInstalment {
        Dates.inCalendar(dueDate, "dueDate");
        MinorUnits.require(principal, "principal");
        MinorUnits.require(interest, principal.getCurrency(), "interest");
        Require.that(principal.signum() >= 0, "plan.principal", "principal", "must not be negative", principal);
        Require.that(interest.signum() >= 0, "plan.interest", "interest", "must not be negative", interest);
        Require.that(
                principal.signum() + interest.signum() > 0,
                "plan.instalment",
                "instalment",
                "must be more than 0",
                principal + " on " + dueDate);
    }

    /** What is to be paid: principal and interest. */
    public Amount total() {
        return principal.add(interest);
    }
}
