package io.quittance.core.pricing;

/** What of a charge is rounded. */
public enum RoundingMoment {
    /** Its sum, once. The default. */
    LINE,
    /** Every step, and the line is the sum of what was rounded. */
    STEP
}
