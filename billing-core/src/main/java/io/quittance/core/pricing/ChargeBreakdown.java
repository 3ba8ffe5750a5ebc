package io.quittance.core.pricing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * An exact price and the steps that make it up.
 *
 * @param steps in reading order, at least one
 */
public record ChargeBreakdown(List<Step> steps) implements Serializable {

    /**
     * One part of a price.
     *
     * @param quantity the units that this step prices, zero or more
     * @param amount what they cost, exactly, in the currency of the contract
     * @param explanation how the amount came about
     */
    public record Step(BigDecimal quantity, Fraction amount, Explanation explanation) implements Serializable {

        /** Checks the quantity. */
        public Step {
            Require.notNegative(quantity, "quantity");
            requireNonNull(amount, "amount");
            requireNonNull(explanation, "explanation");
        }
    }

    /** Copies the steps. */
    public ChargeBreakdown {
        steps = Require.notEmpty(List.copyOf(steps), "steps");
    }

    /** The price: the sum of all steps, exactly. */
    public Fraction total() {
        return steps.stream().map(Step::amount).reduce(Fraction.ZERO, Fraction::plus);
    }
}
