package io.quittance.core.pricing;

/** To which tier a quantity belongs that equals the bound of one. */
public enum TierBound {
    /** To the tier that ends there: with tiers up to 10 and beyond, 10 is in the first. The default, as in Stripe. */
    INCLUSIVE,
    /** To the tier that begins there: with tiers up to 10 and beyond, 10 is in the second. */
    EXCLUSIVE
}
