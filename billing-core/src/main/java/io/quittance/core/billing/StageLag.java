package io.quittance.core.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * How long a bill waited for a stage.
 *
 * @param stage the stage that ended the wait
 * @param cause what it waited for
 * @param days calendar days since the stage before; negative for the billing day of what is billed in advance, and for that alone
 * @param businessDays those after the day of the stage before, up to and including that of this one, on which business is done
 */
public record StageLag(CycleStage stage, String cause, long days, long businessDays) implements Serializable {
    /** Checks that all is there, and that only the wait for a billing day is negative. */
    public StageLag {
        requireNonNull(stage, "stage");
        Require.id(cause, "cause");
        Require.that(
                days >= 0 || stage == CycleStage.BILLING_DAY,
                "lag.negative",
                "days",
                "must not be negative but for the billing day",
                days);
        Require.that(
                Math.abs(businessDays) <= Math.abs(days) && Long.signum(businessDays) * Long.signum(days) >= 0,
                "lag.business-days",
                "businessDays",
                "must be a part of the " + days + " days",
                businessDays);
    }

    /** For example {@code DRAFT 3 days, 1 business days: run}. */
    @Override
    public String toString() {
        return stage + " " + days + " days, " + businessDays + " business days: " + cause;
    }
}
