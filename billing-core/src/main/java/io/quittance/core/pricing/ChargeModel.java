package io.quittance.core.pricing;

import io.quittance.core.bulk.CompiledPrice;
import java.util.Optional;

/**
 * Turns what was used in a period into a price. Implementations are immutable and give equal answers to equal questions;
 * check yours with {@code ChargeModelContract} from billing-testkit.
 *
 * <p>The price is exact, in the currency of the contract: rounding belongs to the invoice line. A model is always asked for
 * the whole usage of a period so far; where part of it was billed before, the difference of two prices is billed ({@link
 * ChargeBreakdown#since}), so that a period costs the same in however many runs it is billed.
 */
@FunctionalInterface
public interface ChargeModel {

    /**
     * Prices what was used in one service period.
     *
     * @return one step per part of the price, in the order in which a customer would read them; never empty
     * @throws IllegalArgumentException if the model cannot price the input, such as a negative quantity
     */
    ChargeBreakdown price(RatingInput input);

    /**
     * Refuses to price a charge whose quantity comes about in a way that this model would have to ignore. A charge asks when it
     * is made.
     *
     * <p>What is here accepts whatever makes one quantity of one meter, as suits a model that prices {@link
     * RatingInput#quantity()}, which is converted and less what is free. A model that looks at single events says {@link
     * Metering#requireAsMetered()}; one that names meters, {@link Metering#requireMeter}; one with a model inside it asks that
     * model too, with {@link Metering#inside}. An override that says neither {@link Metering#requireOneMeter()} nor {@link
     * Metering#requireAsMetered()} says that the model prices several meters, by {@link RatingInput#peaks()}.
     *
     * @throws IllegalArgumentException if something of it would be ignored
     */
    default void check(Metering metering) {
        metering.requireOneMeter();
    }

    /**
     * The same prices for the bulk door, where the price depends on the quantity alone and is made of straight pieces;
     * empty for all other models, which {@link ModelPrice} asks line by line.
     *
     * @param conventions under which they hold
     * @param quantityScale how many decimal places quantities have, 0 to 18
     */
    default Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
        return Optional.empty();
    }
}
