package io.quittance.core.pricing;

/** What counts towards a minimum or a commitment. */
public enum SpendBasis {
    /** What is charged after discounts (FOCUS, spend agreements). The default. */
    AFTER_DISCOUNTS,
    /** What is charged before discounts, so that a discount is not eaten up by the true-up. */
    BEFORE_DISCOUNTS
}
