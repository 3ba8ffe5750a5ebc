package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.bulk.CompiledPrice;
import io.quittance.core.explain.Expression;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All units cost what the tier says that the quantity reaches: with 2 up to 100 and 1 beyond, 100 units cost 200 and 101
 * cost 101. The price may therefore fall where a bound is passed, and a later run of the same period may take back what an
 * earlier one billed.
 *
 * <p>The amount is min(cap, quantity × unit price + flat fee), all of the one tier. A bound belongs to the tier that it
 * ends, so that 100.5 is in the tier above 100, or to the next by {@link Conventions#tierBound()}. Where nothing was used
 * the first tier's flat fee is due, unless {@link Conventions#firstFlatFeeAtZero()} says otherwise (Stripe, tiered
 * pricing, volume; Lago and OpenMeter for the fee at zero).
 */
public final class VolumeTiers implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final Tiers tiers;

    private VolumeTiers(Tiers tiers) {
        this.tiers = requireNonNull(tiers, "tiers");
    }

    /** A price for all units by the tier that they reach. */
    public static VolumeTiers of(Tiers tiers) {
        return new VolumeTiers(tiers);
    }

    /** The first tier: {@code VolumeTiers.upTo("100", "2").then("1")}. */
    public static Tiers.Builder<VolumeTiers> upTo(String upTo, String unitPrice) {
        return Tiers.builder(VolumeTiers::new).upTo(upTo, unitPrice);
    }

    /** As {@link #upTo(String, String)}, with a fee or a cap. */
    public static Tiers.Builder<VolumeTiers> upTo(String upTo, TierPrice price) {
        return Tiers.builder(VolumeTiers::new).upTo(upTo, price);
    }

    /** The tiers. */
    public Tiers tiers() {
        return tiers;
    }

    /** One step, for the tier that is reached. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction quantity = input.quantity();
        Conventions conventions = input.conventions();
        TierSpan<TierPrice> tier = TierSpan.of(quantity, tiers.spans(), conventions.tierBound());
        Expression cost = tier.price().cost(Expression.of(quantity), conventions.isFlatFeeDue(quantity));
        return ChargeBreakdown.of(tier.step("charge.volume", quantity, cost));
    }

    /** A piece for each tier, and one more where a tier reaches its cap. */
    @Override
    public Optional<CompiledPrice> compiled(Conventions conventions, int quantityScale) {
        return Optional.of(CompiledTiers.volume(tiers, conventions, quantityScale));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VolumeTiers that && tiers.equals(that.tiers);
    }

    @Override
    public int hashCode() {
        return tiers.hashCode();
    }

    /** For example {@code volume: up to 100: 2 per unit, beyond: 1 per unit}. */
    @Override
    public String toString() {
        return "volume: " + tiers;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(tiers);
    }
}
