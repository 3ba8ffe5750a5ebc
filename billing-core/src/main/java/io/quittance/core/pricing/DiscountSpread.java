package io.quittance.core.pricing;

/** How a discount on several charges is divided among them. */
public enum DiscountSpread {
    /**
     * In proportion to what is left of each, in whole units of the rounding; the shares add up to the discount to the last
     * unit, ties go to the earlier charge. The default.
     */
    LARGEST_REMAINDER,
    /** In proportion to what is left of each, exactly; each line is rounded afterwards, so that their sum may differ by a unit. */
    EXACT,
    /** A percentage is taken of each charge and rounded there; the sum may differ from the percentage of the sum. */
    PER_LINE
}
