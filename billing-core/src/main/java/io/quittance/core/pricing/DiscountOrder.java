package io.quittance.core.pricing;

/** Which of several discounts apply first; those of one kind apply as listed. 100 less 10 and 20 % is 72 or 70. */
public enum DiscountOrder {
    /** As listed. The default. */
    AS_LISTED,
    /** Percentages, then amounts. */
    PERCENTAGES_FIRST,
    /** Amounts, then percentages. */
    AMOUNTS_FIRST
}
