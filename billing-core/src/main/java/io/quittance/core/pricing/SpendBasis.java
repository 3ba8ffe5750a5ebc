package io.quittance.core.pricing;

/**
 * What counts towards a minimum, of a charge or of all charges, and towards a {@link TermCommitment}. With 50 % off 100 used
 * and a commitment of 80 over the term, 30 are lacking after discounts and nothing before them.
 *
 * <p>A charge's own {@link Commitment} does not look at it: it is about the price as it stands at its stage, of which what
 * lies above costs more, so what counts is what is charged. With 50 % off 100 used, a commitment of 80 with a true-up costs
 * 80 by either basis; where the terms put {@link RatingStage#COMMITMENT} before {@link RatingStage#DISCOUNTS}, it is compared
 * with the 100, and 50 are charged.
 */
public enum SpendBasis {
    /** What is charged after discounts (FOCUS, spend agreements). The default. */
    AFTER_DISCOUNTS,
    /**
     * What would be charged without discounts, so that a discount is not eaten up by the true-up: 200 less 50 %, at most 80,
     * count as 80, and 2 x 10.01 less 50 % each count as 20.02.
     */
    BEFORE_DISCOUNTS
}
