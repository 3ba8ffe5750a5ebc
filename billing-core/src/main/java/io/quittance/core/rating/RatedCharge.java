package io.quittance.core.rating;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.explain.Step;
import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.ChargeBreakdown;
import io.quittance.core.schedule.ServicePeriod;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one charge costs for one period, and why: the steps that made its quantity, and those that made its amount, from the
 * price to the rounding and to what was billed before. 159 minutes at 0.045 are exactly 7.155 and, half up to the cent, 7.16;
 * the rounding difference is 0.005.
 *
 * <p>The amount is the sum of its steps, and {@link #replayed()} computes it again from their formulas alone.
 */
public final class RatedCharge implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChargeId charge;
    private final String name;
    private final String unit;
    private final ServicePeriod period;
    private final String terms;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<Step> quantitySteps;

    private final ChargeBreakdown breakdown;
    private final Amount amount;
    private final Rounding rounding;

    private RatedCharge(
            ChargeId charge,
            String name,
            String unit,
            ServicePeriod period,
            String terms,
            List<Step> quantitySteps,
            ChargeBreakdown breakdown,
            Amount amount,
            Rounding rounding) {
        this.charge = requireNonNull(charge, "charge");
        this.name = Require.id(name, "name");
        this.unit = Require.id(unit, "unit");
        this.period = requireNonNull(period, "period");
        this.terms = Require.id(terms, "terms");
        this.quantitySteps = List.copyOf(quantitySteps);
        this.breakdown = requireNonNull(breakdown, "breakdown");
        this.amount = requireNonNull(amount, "amount");
        this.rounding = requireNonNull(rounding, "rounding");
        requireSum(breakdown.total());
    }

    private void requireSum(Fraction total) {
        if (!amount.toFraction().equals(total)) {
            throw new InvalidArgumentException(
                    "charge.amount", "amount", "must be the sum of its steps, " + total, amount);
        }
        Fraction replayed = breakdown.replayed();
        if (!replayed.equals(total)) {
            throw new InvalidArgumentException(
                    "charge.replay", "breakdown", "must have formulas that add up to " + total, replayed);
        }
    }

    /** The charge that a line became. */
    static RatedCharge of(ChargeLine line, CurrencyUnit currency, Rounding rounding) {
        ChargeBreakdown breakdown = ChargeBreakdown.of(line.amount());
        Amount amount = breakdown.total().round(rounding, currency);
        return new RatedCharge(
                line.id(),
                line.name(),
                line.unit(),
                line.days(),
                line.terms(),
                line.quantity(),
                breakdown,
                amount,
                rounding);
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

    /** The key of the terms that say so: the amendment that brought them, or {@value TermsVersion#SIGNED}. */
    public String terms() {
        return terms;
    }

    /** What was priced, in the charge's unit: what was metered, after conversion and free units. */
    public Fraction quantity() {
        return Step.total(quantitySteps);
    }

    /** How the quantity came about, from the metered one; empty for what no meter measures. */
    public List<Step> quantitySteps() {
        return quantitySteps;
    }

    /** The amount and its steps: price, discounts, maximum, true-ups, rounding, and what was billed before. */
    public ChargeBreakdown breakdown() {
        return breakdown;
    }

    /** What this run bills; negative where earlier runs billed more than the period costs now. */
    public Amount amount() {
        return amount;
    }

    /** What the period costs so far, rounded: what this run bills and earlier runs billed. */
    public Amount total() {
        return amount.add(billedBefore());
    }

    /** What earlier runs billed for the period. */
    public Amount billedBefore() {
        Fraction billed = sum(step -> step.part().equals(ChargeLine.BILLED)).negated();
        return billed.round(rounding, amount.getCurrency());
    }

    /** The part of what earlier runs billed that the period still costs, and that this bill therefore credits. */
    public Amount credited() {
        return billedBefore().min(total());
    }

    /** What earlier runs billed beyond what the period costs, and that must be given back; zero or more. */
    public Amount excess() {
        return billedBefore().subtract(credited());
    }

    /** The rule that rounded the amount. */
    public Rounding rounding() {
        return rounding;
    }

    /** What rounding added to the exact price; negative where it took away. */
    public Fraction roundingDifference() {
        return sum(step -> step.explanation().key().startsWith("charge.rounded."));
    }

    /** The amount, computed again from the formulas of the steps alone. */
    public Fraction replayed() {
        return breakdown.replayed();
    }

    private Fraction sum(Predicate<Step> which) {
        return Step.total(breakdown.steps().stream().filter(which).toList());
    }

    /** How quantity and amount came about, step by step; a quantity that is as it was metered needs no explanation. */
    public List<Explanation> explanations() {
        Stream<Step> quantity = quantitySteps.size() > 1 ? quantitySteps.stream() : Stream.empty();
        return Stream.concat(quantity, breakdown.steps().stream())
                .map(Step::explanation)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatedCharge that
                && charge.equals(that.charge)
                && name.equals(that.name)
                && unit.equals(that.unit)
                && period.equals(that.period)
                && terms.equals(that.terms)
                && quantitySteps.equals(that.quantitySteps)
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

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new RatedCharge(charge, name, unit, period, terms, quantitySteps, breakdown, amount, rounding);
    }
}
