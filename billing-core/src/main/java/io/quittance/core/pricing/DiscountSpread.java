package io.quittance.core.pricing;

/** How a discount on several charges is divided among them. */
public enum DiscountSpread {
    /**
     * In proportion to what is left of each, in whole units of the rounding; the shares add up to the discount to the last
     * unit, ties go to the earlier charge. The default.
     */
    LARGEST_REMAINDER,
    /**
     * In proportion to what is left of each, exactly; each line is rounded afterwards. What the rounded lines take off may
     * differ from the discount by up to half a unit for each line, either way, while the exact shares are what counts as used
     * of it. 10.00 off three charges of 10.00 are shares of 10/3: three lines of 6.67, which take 9.99 off, and 10 used, so
     * nothing is left for the next period; off six of them, six lines of 8.33 take 10.02 off. Over all periods the shares add
     * up to the discount at most (Lago).
     */
    EXACT,
    /** A percentage is taken of each charge and rounded there; the sum may differ from the percentage of the sum. */
    PER_LINE
}
