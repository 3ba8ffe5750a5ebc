package io.quittance.core.pricing;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The amount was computed elsewhere, for example by a marketplace or a rating system that stays: the sum of the events'
 * quantities is the price, times a multiplier where one was agreed. Amounts of 12.34 and -2.34 at a multiplier of 1.1 cost
 * 11.
 *
 * <p>The quantity of the charge is an amount in the currency of the contract, and may be negative, where more was taken back
 * than charged (Lago, dynamic charges; OpenMeter, dynamic price with multiplier).
 */
public final class Dynamic implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final BigDecimal multiplier;

    private Dynamic(BigDecimal multiplier) {
        this.multiplier = Require.notNegative(multiplier, "multiplier");
    }

    /** The amount as it was computed. */
    public static Dynamic asComputed() {
        return new Dynamic(BigDecimal.ONE);
    }

    /** So many times the amount that was computed; zero or more. */
    public static Dynamic times(BigDecimal multiplier) {
        return new Dynamic(multiplier);
    }

    /** As {@link #times(BigDecimal)}, from text such as {@code 1.1}. */
    public static Dynamic times(String multiplier) {
        return times(Require.decimal(multiplier, "multiplier"));
    }

    /** How many times the amount is charged; 1 where nothing else was agreed. */
    public BigDecimal multiplier() {
        return multiplier;
    }

    /** One step, {@code amount}: {@code 10 × 1.1 = 11}. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Expression amount = Expression.of(input.signedQuantity());
        Step step = multiplier.compareTo(BigDecimal.ONE) == 0
                ? step(input, amount, "charge.dynamic", "as computed: {1}")
                : step(input, amount.times(Expression.of(multiplier)), "charge.dynamic.multiplied", "{0} = {1}");
        return ChargeBreakdown.of(step);
    }

    private static Step step(RatingInput input, Expression formula, String key, String pattern) {
        return Step.of("amount", input.signedQuantity(), formula, key, pattern);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dynamic that && multiplier.compareTo(that.multiplier) == 0;
    }

    @Override
    public int hashCode() {
        return multiplier.stripTrailingZeros().hashCode();
    }

    /** For example {@code 1.1 × the amount computed}. */
    @Override
    public String toString() {
        return multiplier.toPlainString() + " × the amount computed";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Dynamic(multiplier);
    }
}
