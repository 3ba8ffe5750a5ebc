package io.quittance.core.pricing;

/** What of a charge is rounded. */
public enum RoundingMoment {
    /** Its sum, once. The default. */
    LINE,
    /**
     * Every step, and the line is the sum of what was rounded. A step that limits the sum of those before it, such as {@link
     * TimeAndMaterials#notToExceed()}, looks at the rounded ones, so that the limit holds for what is billed; so does one
     * inside a price that is itself a part of another, such as that of a time window, at those of its own price.
     */
    STEP
}
