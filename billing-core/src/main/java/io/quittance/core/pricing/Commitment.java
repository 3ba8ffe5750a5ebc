package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer commits to use in a period: what lies above costs {@code overageFactor} times its price, and where less is
 * used, a true-up lifts the price to the commitment if that was agreed.
 *
 * <p>A commitment of 10 with an overage factor of 2: a price of 16 becomes 10 + 6 × 2 = 22; a price of 4 stays, or becomes 10
 * with a true-up. The amount is always what was utilised, plus the overage, plus the true-up.
 *
 * <p>The price is what the stages before add up to, whatever {@link Conventions#spendBasis()} says: with 50 % off 100 used, a
 * commitment of 80 with a true-up lifts 50 to 80. Where the terms put {@link RatingStage#COMMITMENT} before {@link
 * RatingStage#DISCOUNTS}, nothing is lifted, and 50 are charged.
 *
 * <p>Where only a part of the period is served, the commitment is prorated by days like a {@link SpendMinimum}, unless {@link
 * Conventions#minimumProration()} says otherwise; that of units in units, which are priced then. It is prorated as a whole:
 * what is lifted to it, and what lies above it. Of 1000 with an overage factor of 2, 15 of 31 days are 483.87; prices of 200
 * and 600 become 483.87, with a true-up, and 716.13.
 */
public final class Commitment implements Serializable {
    /** In what a commitment is given. */
    public enum Kind {
        /** In money. */
        AMOUNT,
        /** In units, which are worth what the charge model asks for them. */
        QUANTITY
    }

    /** The names of the steps: what was utilised is the price itself. */
    static final String OVERAGE = "overage";

    static final String TRUE_UP = "true-up";

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final BigDecimal value;
    private final BigDecimal overageFactor;
    private final boolean trueUp;

    private Commitment(Kind kind, BigDecimal value, BigDecimal overageFactor, boolean trueUp) {
        this.kind = requireNonNull(kind, "kind");
        this.value = Require.notNegative(value, "commitment");
        this.overageFactor = Require.notNegative(overageFactor, "overageFactor");
        this.trueUp = trueUp;
    }

    /** A commitment in money, zero or more; overage at the same price, no true-up. */
    public static Commitment ofAmount(BigDecimal amount) {
        return new Commitment(Kind.AMOUNT, amount, BigDecimal.ONE, false);
    }

    /** As {@link #ofAmount(BigDecimal)}, from text. */
    public static Commitment ofAmount(String amount) {
        return ofAmount(Require.decimal(amount, "commitment"));
    }

    /** A commitment in units of the charge, zero or more; overage at the same price, no true-up. */
    public static Commitment ofQuantity(BigDecimal quantity) {
        return new Commitment(Kind.QUANTITY, quantity, BigDecimal.ONE, false);
    }

    /** As {@link #ofQuantity(BigDecimal)}, from text. */
    public static Commitment ofQuantity(String quantity) {
        return ofQuantity(Require.decimal(quantity, "commitment"));
    }

    /** The same, where what lies above costs so many times its price: 1.5 is half as much again. */
    public Commitment overageFactor(BigDecimal newFactor) {
        return new Commitment(kind, value, newFactor, trueUp);
    }

    /** As {@link #overageFactor(BigDecimal)}, from text. */
    public Commitment overageFactor(String newFactor) {
        return overageFactor(Require.decimal(newFactor, "overageFactor"));
    }

    /** The same, with or without a true-up where less is used. */
    public Commitment withTrueUp(boolean lifted) {
        return new Commitment(kind, value, overageFactor, lifted);
    }

    /** In what {@link #value()} is given. */
    public Kind kind() {
        return kind;
    }

    /** Money or units. */
    public BigDecimal value() {
        return value;
    }

    /** How many times its price what lies above costs. */
    public BigDecimal overageFactor() {
        return overageFactor;
    }

    /** Whether the price is lifted to the commitment where less is used. */
    public boolean trueUp() {
        return trueUp;
    }

    /**
     * The commitment of the days that are served, in money or units, exactly: 15 of 31 days of 1000 are 15000/31.
     *
     * @throws io.quittance.core.error.InvalidArgumentException if the strategy gives no part from 0 to 1
     */
    public Expression prorated(ServedPart part) {
        return part.of(value);
    }

    /**
     * What the commitment is worth in money: units are priced as those that are used, by a model that is believed no more
     * ({@link ChargeBreakdown#by}). At 0.10 for up to 1000 units and 0.08 beyond, 1500 units are worth 140.
     *
     * @param agreed what {@link #prorated} answers, in money or units
     * @param rounding of each step, if the conventions say so
     * @throws io.quittance.core.error.InvalidArgumentException if the model refuses the units, or its answer is refused
     */
    public Expression worth(Expression agreed, ChargeModel model, Conventions conventions, Rounding rounding) {
        if (kind == Kind.AMOUNT) {
            return agreed;
        }
        RatingInput units = RatingInput.none().withQuantity(agreed.value()).withConventions(conventions);
        return Expression.of(ChargeBreakdown.by(model, units, rounding).total());
    }

    /** As {@link #steps(Fraction, Expression, boolean)}, for a commitment of which only the worth is known. */
    public List<Step> steps(Fraction price, Fraction committed, boolean closing) {
        return steps(price, Expression.of(committed), closing);
    }

    /**
     * What is added to a price: the surcharge on what lies above the commitment, and the true-up to it.
     *
     * @param price what the steps before add up to
     * @param committed what the commitment is {@link #worth}, and how it came about
     * @param closing whether the period ends; a true-up is due only then
     */
    public List<Step> steps(Fraction price, Expression committed, boolean closing) {
        Expression zero = Expression.of(0);
        Fraction worth = committed.value();
        Expression above = Expression.total().minus(committed).max(zero);
        Step overage = Step.after(
                price,
                OVERAGE,
                Fraction.ZERO,
                above.times(Expression.of(overageFactor.subtract(BigDecimal.ONE))),
                "charge.overage",
                "above the commitment of {0} at {1} times the price: {3}",
                committed,
                overageFactor);
        if (!trueUp || !closing || price.compareTo(worth) >= 0) {
            return List.of(overage);
        }
        return List.of(
                overage,
                Step.after(
                        price,
                        TRUE_UP,
                        Fraction.ZERO,
                        committed.minus(Expression.total()).max(zero),
                        "charge.true-up",
                        "true-up to the commitment of {0}: {2}",
                        committed));
    }

    /** The part of a price that lies within the commitment. */
    public static Fraction utilised(Fraction price, Fraction committed) {
        return price.min(committed);
    }

    /** What the part above the commitment costs, with its surcharge. */
    public Fraction overage(Fraction price, Fraction committed) {
        return price.minus(committed).max(Fraction.ZERO).times(Fraction.of(overageFactor));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Commitment that
                && kind == that.kind
                && value.compareTo(that.value) == 0
                && overageFactor.compareTo(that.overageFactor) == 0
                && trueUp == that.trueUp;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), value.stripTrailingZeros(), overageFactor.stripTrailingZeros(), trueUp);
    }

    /** For example {@code 10 committed, overage at 2 times the price, with true-up}. */
    @Override
    public String toString() {
        return value.toPlainString()
                + (kind == Kind.QUANTITY ? " units" : "")
                + " committed, overage at " + overageFactor.toPlainString() + " times the price"
                + (trueUp ? ", with true-up" : "");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Commitment(kind, value, overageFactor, trueUp);
    }
}
