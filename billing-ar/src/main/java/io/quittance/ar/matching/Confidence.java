package io.quittance.ar.matching;

/** How sure a match is, from the least to the most; docs/payments.md has the table of what gives which. */
public enum Confidence {
    /** To look at: only the amount, or only the payer. */
    LOW,
    /** Likely: a number in the text, or one of several that fit. */
    MEDIUM,
    /** Payer and number, payer and amount, or several numbers and their amount. */
    HIGH,
    /** A structured reference that is known, and no more money than it asks for. */
    CERTAIN
}
