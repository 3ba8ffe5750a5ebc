package io.quittance.core.rating;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one charge costs for one period, and why. 159 minutes at 0.045 are exactly 7.155 and, half up to the cent, 7.16;
 * the rounding difference is 0.005.
 */
public final class RatedCharge implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChargeId charge;
    private final String name;
    private final String unit;
    private final ServicePeriod period;
    private final Fraction quantity;
    private final ChargeBreakdown breakdown;
    private final Amount amount;
    private final Rounding rounding;

    private RatedCharge(
            ChargeId charge,
            String name,
            String unit,
            ServicePeriod period,
            Fraction quantity,
            ChargeBreakdown breakdown,
            Amount amount,
            Rounding rounding) {
        this.charge = charge;
        this.name = name;
        this.unit = unit;
        this.period = period;
        this.quantity = quantity;
        this.breakdown = breakdown;
        this.amount = amount;
        this.rounding = rounding;
    }

    /** Rounds the breakdown's exact price, once. */
    static RatedCharge of(
            ChargeId charge,
            String name,
            String unit,
            ServicePeriod period,
            Fraction quantity,
            ChargeBreakdown breakdown,
            CurrencyUnit currency,
            Rounding rounding) {
        Amount amount = requireNonNull(breakdown, "breakdown").total().round(rounding, currency);
        return new RatedCharge(charge, name, unit, period, quantity, breakdown, amount, rounding);
    }

    /** The charge of the contract. */
    public ChargeId charge() {
        return charge;
    }

    /** What the customer reads (EN 16931 BT-153). */
    public String name() {
        return name;
    }

    /** The unit code of the quantity (EN 16931 BT-130). */
    public String unit() {
        return unit;
    }

    /** The days that the charge covers. */
    public ServicePeriod period() {
        return period;
    }

    /** What was used in the period, in the charge's unit. */
    public Fraction quantity() {
        return quantity;
    }

    /** The exact price and its steps. */
    public ChargeBreakdown breakdown() {
        return breakdown;
    }

    /** The price, rounded by {@link #rounding()}. */
    public Amount amount() {
        return amount;
    }

    /** The rule that rounded the price. */
    public Rounding rounding() {
        return rounding;
    }

    /** What rounding added to the exact price; negative where it took away. */
    public Fraction roundingDifference() {
        return amount.toFraction().minus(breakdown.total());
    }

    /** How the amount came about, step by step, and its rounding last if it changed anything. */
    public List<Explanation> explanations() {
        var reasons = new ArrayList<Explanation>();
        breakdown.steps().forEach(step -> reasons.add(step.explanation()));
        Fraction exact = breakdown.total();
        if (roundingDifference().signum() != 0) {
            reasons.add(Explanation.of(
                    "charge.rounded",
                    "{0} rounded to {1} ({2})",
                    exact,
                    rounding.round(amount.toBigDecimal()),
                    rounding));
        }
        return List.copyOf(reasons);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatedCharge that
                && charge.equals(that.charge)
                && name.equals(that.name)
                && unit.equals(that.unit)
                && period.equals(that.period)
                && quantity.equals(that.quantity)
                && breakdown.equals(that.breakdown)
                && amount.equals(that.amount)
                && rounding.equals(that.rounding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(charge, period, amount);
    }

    @Override
    public String toString() {
        return charge + " " + period + ": " + amount;
    }
}
