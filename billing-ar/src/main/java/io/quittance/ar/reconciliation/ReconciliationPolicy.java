package io.quittance.ar.reconciliation;

import io.quittance.core.internal.Require;
import java.io.Serializable;

/**
 * What is usual between two sides.
 *
 * @param transitDays how many days before the date something of one side may be that the other does not have yet, so that it counts as in transit: with 2
 *     and 31 March, what is of 30 or 31 March; 0 if nothing is presumed
 * @param roundingUnits by how many minor units the amounts of one document may differ, so that it counts as rounding; 0 for none
 */
public record ReconciliationPolicy(int transitDays, long roundingUnits) implements Serializable {
    /** Nothing is presumed, and every cent counts. */
    public static final ReconciliationPolicy STRICT = new ReconciliationPolicy(0, 0);

    private static final int MOST_DAYS = 366;

    /** Checks the bounds. */
    public ReconciliationPolicy {
        Require.that(
                transitDays >= 0 && transitDays <= MOST_DAYS,
                "reconciliation.transit-days",
                "transitDays",
                "must be between 0 and " + MOST_DAYS,
                transitDays);
        Require.that(
                roundingUnits >= 0, "reconciliation.rounding", "roundingUnits", "must not be negative", roundingUnits);
    }

    /** The same, with so many days in which something may be in transit. */
    public ReconciliationPolicy withTransitDays(int days) {
        return new ReconciliationPolicy(days, roundingUnits);
    }

    /** The same, with so many minor units by which amounts may be rounded. */
    public ReconciliationPolicy withRoundingUnits(long units) {
        return new ReconciliationPolicy(transitDays, units);
    }
}
