package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a tier of money costs: so many percent of what falls into it, and so much for the tier. Numbers that are equal make
 * equal rates.
 *
 * @param ratePercent zero or more; 19 means 19 %
 * @param flatFee due once the tier is entered, in the currency of the contract; zero where there is none
 */
public record TierRate(BigDecimal ratePercent, BigDecimal flatFee) implements Serializable {

    /** Checks both numbers. */
    public TierRate {
        Require.notNegative(ratePercent, "ratePercent");
        Require.notNegative(flatFee, "flatFee");
    }

    /** A rate without fee: {@code TierRate.ofPercent("2.9")} is 2.9 %. */
    public static TierRate ofPercent(String ratePercent) {
        return new TierRate(Require.decimal(ratePercent, "ratePercent"), BigDecimal.ZERO);
    }

    /** The same with a fee that is due once the tier is entered; zero or more. */
    public TierRate withFlatFee(BigDecimal newFlatFee) {
        return new TierRate(ratePercent, newFlatFee);
    }

    /** As {@link #withFlatFee(BigDecimal)}. */
    public TierRate withFlatFee(String newFlatFee) {
        return withFlatFee(Require.decimal(newFlatFee, "flatFee"));
    }

    /** What so much money in the tier costs, with the fee only where it is due. */
    Expression cost(Expression base, boolean feeDue) {
        Expression cost = base.percent(Expression.of(ratePercent));
        return feeDue && flatFee.signum() != 0 ? cost.plus(Expression.of(flatFee)) : cost;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TierRate that
                && ratePercent.compareTo(that.ratePercent) == 0
                && flatFee.compareTo(that.flatFee) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * ratePercent.stripTrailingZeros().hashCode()
                + flatFee.stripTrailingZeros().hashCode();
    }

    /** For example {@code 2.9 % + 0.30}. */
    @Override
    public String toString() {
        return ratePercent.toPlainString() + " %" + (flatFee.signum() == 0 ? "" : " + " + flatFee.toPlainString());
    }
}
