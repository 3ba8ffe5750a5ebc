package io.quittance.ar.risk;

import java.io.Serializable;

/**
 * What of an {@link Exposure} counts beside open items, orders and what is undelivered.
 *
 * @param onAccountLowers whether money on account lowers it
 * @param disputedCounts whether what is contested counts like all that is open
 */
public record ExposurePolicy(boolean onAccountLowers, boolean disputedCounts) implements Serializable {
    /** Money on account lowers it, what is contested counts. */
    public static final ExposurePolicy USUAL = new ExposurePolicy(true, true);
}
