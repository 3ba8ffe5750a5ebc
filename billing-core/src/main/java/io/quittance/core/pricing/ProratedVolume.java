package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Seats that come and go, all priced by the tier that they reach, for the part of the period that was left: with 10 up to 5
 * seats and 5 beyond, 7 seats from the middle of the period are 3.5 prorated seats at 5 and cost 17.5.
 *
 * <p>The tier is chosen by full units, which are {@link RatingInput#quantity()}: for an input of changes, the level after
 * the last of them. Its price is applied to the prorated units of all {@link RatingInput#changes()}: the amount is min(cap,
 * max(0, prorated units) × unit price + flat fee). The flat fee is not prorated. Where there were no seats the first tier's
 * is due, unless {@link Conventions#firstFlatFeeAtZero()} says otherwise. A bound belongs to the tier that it ends, or to
 * the next by {@link Conventions#tierBound()} (Lago, prorated volume).
 */
public final class ProratedVolume implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final Tiers tiers;

    private ProratedVolume(Tiers tiers) {
        this.tiers = requireNonNull(tiers, "tiers");
    }

    /** A price for all seats by the tier that they reach. */
    public static ProratedVolume of(Tiers tiers) {
        return new ProratedVolume(tiers);
    }

    /** The first tier: {@code ProratedVolume.upTo("5", "10").then("5")}. */
    public static Tiers.Builder<ProratedVolume> upTo(String upTo, String unitPrice) {
        return Tiers.builder(ProratedVolume::new).upTo(upTo, unitPrice);
    }

    /** As {@link #upTo(String, String)}, with a fee or a cap. */
    public static Tiers.Builder<ProratedVolume> upTo(String upTo, TierPrice price) {
        return Tiers.builder(ProratedVolume::new).upTo(upTo, price);
    }

    /** The tiers, whose prices are for a unit that is there for the whole period. */
    public Tiers tiers() {
        return tiers;
    }

    /** One step, for the tier that is reached; its quantity is the prorated units. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Fraction seats = input.quantity();
        Conventions conventions = input.conventions();
        TierSpan<TierPrice> tier = TierSpan.of(seats, tiers.spans(), conventions.tierBound());
        Expression units = SeatDays.units(SeatDays.changesUpTo(input));
        boolean feeDue = conventions.isFlatFeeDue(seats.max(units.value()));
        return ChargeBreakdown.of(
                tier.step("charge.prorated-volume", units.value(), tier.price().cost(units, feeDue)));
    }

    /** Refuses conversion, increments, free and committed units, of which no single change knows, and several meters. */
    @Override
    public void check(Metering metering) {
        metering.requireEvents(Inner.SUM);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProratedVolume that && tiers.equals(that.tiers);
    }

    @Override
    public int hashCode() {
        return tiers.hashCode();
    }

    /** For example {@code prorated volume: up to 5: 10 per unit, beyond: 5 per unit}. */
    @Override
    public String toString() {
        return "prorated volume: " + tiers;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(tiers);
    }
}
