package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Expression;
import io.quittance.core.explain.Step;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What it cost to buy, sold on with a surcharge. By mark-up the surcharge is a percentage of the cost: 100 at 25 % are
 * 125. By margin it is a percentage of the price: 100 at 25 % are 133.33…, of which a quarter is 33.33….
 *
 * <p>Mark-up: cost × (1 + p/100). Margin: cost / (1 − p/100). The cost is the quantity of the charge, in the currency of
 * the contract; a credit from the supplier, which is negative, is passed on by the same formula. The price is exact, also
 * where a margin gives a fraction without an end.
 */
public final class CostPlus implements ChargeModel, Serializable {
    private static final long serialVersionUID = 1L;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the percentage is a percentage of. */
    public enum Surcharge {
        /** Of the cost. */
        MARKUP,
        /** Of the price. */
        MARGIN
    }

    private final Surcharge surcharge;
    private final BigDecimal percent;

    private CostPlus(Surcharge surcharge, BigDecimal percent) {
        this.surcharge = requireNonNull(surcharge, "surcharge");
        this.percent = Require.notNegative(percent, "percent");
        Require.that(
                surcharge == Surcharge.MARKUP || percent.compareTo(HUNDRED) < 0,
                "cost-plus.margin",
                "percent",
                "must be less than 100 for a margin",
                percent.toPlainString());
    }

    /** A surcharge of so many percent, zero or more; less than 100 for a margin. */
    public static CostPlus of(Surcharge surcharge, BigDecimal percent) {
        return new CostPlus(surcharge, percent);
    }

    /** A surcharge of so many percent of the cost: {@code markup("25")}. */
    public static CostPlus markup(String percent) {
        return of(Surcharge.MARKUP, Require.decimal(percent, "percent"));
    }

    /** A surcharge of so many percent of the price: {@code margin("25")}. */
    public static CostPlus margin(String percent) {
        return of(Surcharge.MARGIN, Require.decimal(percent, "percent"));
    }

    /** What the percentage is a percentage of. */
    public Surcharge surcharge() {
        return surcharge;
    }

    /** The surcharge in percent. */
    public BigDecimal percent() {
        return percent;
    }

    /** One step, {@code cost}: {@code 100 + (25% of 100) = 125}, or {@code (100 × 100) / (100 - 25) = 400/3}. */
    @Override
    public ChargeBreakdown price(RatingInput input) {
        Expression cost = Expression.of(input.signedQuantity());
        Expression rate = Expression.of(percent);
        Expression hundred = Expression.of(HUNDRED);
        Step step = switch (surcharge) {
            case MARKUP -> step(input, cost.plus(cost.percent(rate)), "charge.cost-plus.markup");
            case MARGIN -> step(input, cost.times(hundred).dividedBy(hundred.minus(rate)), "charge.cost-plus.margin");
        };
        return ChargeBreakdown.of(step);
    }

    private static Step step(RatingInput input, Expression formula, String key) {
        return Step.of("cost", input.signedQuantity(), formula, key, "{0} = {1}");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CostPlus that && surcharge == that.surcharge && percent.compareTo(that.percent) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(surcharge.name(), percent.stripTrailingZeros());
    }

    /** For example {@code cost + 25% markup}. */
    @Override
    public String toString() {
        return "cost + " + percent.toPlainString() + "% " + (surcharge == Surcharge.MARKUP ? "markup" : "margin");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new CostPlus(surcharge, percent);
    }
}
