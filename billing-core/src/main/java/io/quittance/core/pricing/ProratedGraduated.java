package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Seats that come and go, each priced by its tier for the part of the period that was left: with 10 up to 5 seats and 5
 * beyond, 7 seats from the middle of the period cost 2.5 × 10 + 1 × 5 = 30. Looks at {@link RatingInput#changes()} only.
 *
 * <p>What is added fills the tiers from the bottom by full units, each of which carries its share of the prorated units;
 * what is taken away empties the highest filled tiers first and takes its own prorated units from them. Per tier the amount
 * is min(cap, max(0, prorated units) × unit price + flat fee); the price is the sum over all tiers up to the highest level
 * that was reached. Flat fees are not prorated; the first tier's is due also where there were no seats, unless {@link
 * Conventions#firstFlatFeeAtZero()} says otherwise (Lago, prorated graduated; without its rounding up of the fifth
 * decimal).
 */
public final class ProratedGraduated implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;

    private final Tiers tiers;

    private ProratedGraduated(Tiers tiers) {
        this.tiers = requireNonNull(tiers, "tiers");
    }

    /** A price for each seat by its tier. */
    public static ProratedGraduated of(Tiers tiers) {
        return new ProratedGraduated(tiers);
    }

    /** The first tier: {@code ProratedGraduated.upTo("5", "10").then("5")}. */
    public static Tiers.Builder<ProratedGraduated> upTo(String upTo, String unitPrice) {
        return Tiers.builder(ProratedGraduated::new).upTo(upTo, unitPrice);
    }

    /** As {@link #upTo(String, String)}, with a fee or a cap. */
    public static Tiers.Builder<ProratedGraduated> upTo(String upTo, TierPrice price) {
        return Tiers.builder(ProratedGraduated::new).upTo(upTo, price);
    }

    /** The tiers, whose prices are for a unit that is there for the whole period. */
    public Tiers tiers() {
        return tiers;
    }

    /**
     * A step for each tier up to the highest level that was reached; its quantity is the prorated units.
     *
     * @throws IllegalArgumentException if a change takes away more than there is
     */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        SeatDays seats = SeatDays.of(SeatDays.changes(input));
        Fraction peak = seats.peak();
        Conventions conventions = input.conventions();
        var steps = new ArrayList<Step>();
        for (TierSpan<TierPrice> tier : tiers.spans()) {
            if (tier.isEntered(peak, conventions.tierBound())) {
                Expression units = seats.unitsIn(tier);
                Expression cost = tier.price().cost(units, conventions.isFlatFeeDue(peak));
                steps.add(tier.step("charge.prorated-graduated", units.value(), cost));
            }
        }
        return ChargeBreakdown.of(steps);
    }

    /**
     * Refuses conversion, free and committed units and a meter that takes anything but the sum, of which no single change knows,
     * and several meters.
     */
    @Override
    public void check(Metering metering) {
        metering.requireAsMetered();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProratedGraduated that && tiers.equals(that.tiers);
    }

    @Override
    public int hashCode() {
        return tiers.hashCode();
    }

    /** For example {@code prorated graduated: up to 5: 10 per unit, beyond: 5 per unit}. */
    @Override
    public String toString() {
        return "prorated graduated: " + tiers;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return of(tiers);
    }
}
