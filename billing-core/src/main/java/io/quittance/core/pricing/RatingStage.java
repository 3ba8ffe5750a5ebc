package io.quittance.core.pricing;

import io.quittance.core.internal.Require;
import java.util.EnumSet;
import java.util.List;

/**
 * The stages through which a charge is rated, in the order of this library. Terms may order them otherwise, as long as what
 * concerns the quantity comes before {@link #PRICE} and what concerns the amount after it. Prepaid balances come last,
 * since they pay a price and do not change it.
 */
public enum RatingStage {
    /** The metered quantity is converted to the unit of the charge. */
    CONVERSION,
    /** Free units are taken off the quantity. */
    FREE_UNITS,
    /** The charge model prices what is left. */
    PRICE,
    /** Discounts are taken off. */
    DISCOUNTS,
    /** What lies above the maximum is taken off. */
    MAXIMUM,
    /** The overage surcharge is added, and the true-up to the commitment; what a term draws down pays after all stages. */
    COMMITMENT,
    /** The true-up to the minimum is added. */
    MINIMUM;

    /** The order of this library. */
    static final List<RatingStage> STANDARD = List.of(values());

    /** The order, if every stage occurs once and none is on the wrong side of the price. */
    static List<RatingStage> checked(List<RatingStage> order) {
        List<RatingStage> copy = List.copyOf(order);
        Require.that(
                copy.size() == STANDARD.size() && EnumSet.copyOf(copy).size() == STANDARD.size(),
                "stages.missing",
                "stages",
                "must be each of " + STANDARD + " once",
                copy);
        int price = copy.indexOf(PRICE);
        for (RatingStage stage : copy) {
            boolean ofQuantity = stage == CONVERSION || stage == FREE_UNITS;
            Require.that(
                    (copy.indexOf(stage) < price) == ofQuantity, // the price is not before itself
                    "stages.order",
                    "stages",
                    "must have " + stage + (ofQuantity ? " before " : " after ") + PRICE,
                    copy);
        }
        return copy;
    }
}
