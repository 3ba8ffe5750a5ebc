package io.quittance.core.pricing;

/**
 * Turns a quantity into a price. Implementations are immutable and give equal answers to equal questions.
 *
 * <p>The price is exact, in the currency of the contract: rounding belongs to the invoice line.
 */
@FunctionalInterface
public interface ChargeModel {

    /**
     * Prices what was used in one service period.
     *
     * @return one step per part of the price, in the order in which a customer would read them; never empty
     */
    ChargeBreakdown price(RatingInput input);
}
