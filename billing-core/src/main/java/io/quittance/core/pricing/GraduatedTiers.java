package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each unit costs what its tier says: with 1000 units at 0.10 and 0.08 beyond, 1001 units cost 100.08. A tier's flat fee is
 * due once the tier is entered, the first tier's also where nothing was used, unless {@link
 * Conventions#firstFlatFeeAtZero()} says otherwise.
 *
 * <p>Per tier the amount is min(cap, units × unit price + flat fee); the price is the sum over all tiers entered. Bounds
 * belong to the tier that they end (Stripe, tiered pricing: {@code up_to} is inclusive).
 */
public final class GraduatedTiers implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final Tiers tiers;

    private GraduatedTiers(Tiers tiers) {
        this.tiers = requireNonNull(tiers, "tiers");
    }

    /** A price for each unit by its tier. */
    public static GraduatedTiers of(Tiers tiers) {
        return new GraduatedTiers(tiers);
    }

    /** The first tier: {@code GraduatedTiers.upTo("1000", "0.10").then("0.08")}. */
    public static Tiers.Builder<GraduatedTiers> upTo(String upTo, String unitPrice) {
        return Tiers.builder(GraduatedTiers::new).upTo(upTo, unitPrice);
    }

    /** As {@link #upTo(String, String)}, with a fee or a cap. */
    public static Tiers.Builder<GraduatedTiers> upTo(String upTo, TierPrice price) {
        return Tiers.builder(GraduatedTiers::new).upTo(upTo, price);
    }

    /** The tiers. */
    public Tiers tiers() {
        return tiers;
    }

    /** A step for each tier that is entered. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction quantity = input.quantity();
        Conventions conventions = input.conventions();
        var steps = new ArrayList<Step>();
        for (TierSpan<TierPrice> tier : tiers.spans()) {
            if (tier.isEntered(quantity, conventions.tierBound())) {
                Fraction units = tier.unitsOf(quantity);
                Expression cost = tier.price().cost(Expression.of(units), conventions.isFlatFeeDue(quantity));
                steps.add(tier.step("charge.graduated", units, cost));
            }
        }
        return ChargeBreakdown.of(steps);
    }

    /** A piece for each tier, and one more where a tier reaches its cap; none where every step is rounded. */
    @Override
    public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
        return conventions.roundingMoment() == RoundingMoment.LINE
                ? Optional.of(CompiledTiers.graduated(tiers, conventions, quantityScale))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GraduatedTiers that && tiers.equals(that.tiers);
    }

    @Override
    public int hashCode() {
        return tiers.hashCode();
    }

    /** For example {@code graduated: up to 1000: 0.10 per unit, beyond: 0.08 per unit}. */
    @Override
    public String toString() {
        return "graduated: " + tiers;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(tiers);
    }
}
