package io.quittance.core.pricing;

/**
 * What a minimum is in a period that is served in part. It holds for all that lifts a price: {@link SpendMinimum}, the {@link
 * Commitment} of a charge, and the minimum of each period in a {@link TermCommitment}.
 */
public enum MinimumProration {
    /** So many days of the period's days of it: 15 of 31 days of 1000.00 are 483.87. The default. */
    BY_DAYS,
    /** The whole of it. */
    NONE
}
