package io.quittance.ar.discount;

/** Where the amount due is rounded, of which the discount is what is left. */
public enum DiscountScope {
    /** Once for the document: the usual, and what is paid. */
    DOCUMENT,
    /** On each line, where a tax report wants the discount by line: up to half a minor unit for each line away from the document. */
    LINE
}
