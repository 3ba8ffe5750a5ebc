package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A bound of a measure, itself included. At least 30 days beyond terms holds for 30 and for 30.5; a value that is unknown is within no bound.
 *
 * @param measure what is bounded
 * @param bound from which side
 * @param threshold 0 or more, in the unit of the measure
 */
public record RiskCondition(RiskMeasure measure, Bound bound, BigDecimal threshold) implements Serializable {
    /** From which side a value is bounded. */
    public enum Bound {
        /** The threshold or more. */
        AT_LEAST,
        /** The threshold or less. */
        AT_MOST
    }

    /** Checks the parts; equal numbers are equal thresholds, 30 and 30.0. */
    public RiskCondition {
        requireNonNull(measure, "measure");
        requireNonNull(bound, "bound");
        threshold = Require.plain(Require.notNegative(threshold, "threshold"));
    }

    /** The threshold or more, for example {@code atLeast(RiskMeasure.RETURNED_PAYMENTS, "2")}. */
    public static RiskCondition atLeast(RiskMeasure measure, String threshold) {
        return new RiskCondition(measure, Bound.AT_LEAST, Require.decimal(threshold, "threshold"));
    }

    /** The threshold or less. */
    public static RiskCondition atMost(RiskMeasure measure, String threshold) {
        return new RiskCondition(measure, Bound.AT_MOST, Require.decimal(threshold, "threshold"));
    }

    /** Whether a customer's value is known and within the bound. */
    public boolean holds(PaymentBehavior behavior) {
        Optional<Fraction> value = measure.of(behavior);
        if (value.isEmpty()) {
            return false;
        }
        int order = value.get().compareTo(Fraction.of(threshold));
        return bound == Bound.AT_LEAST ? order >= 0 : order <= 0;
    }

    /** The value and the bound. */
    public Explanation explain(PaymentBehavior behavior) {
        Optional<Fraction> value = measure.of(behavior);
        if (value.isEmpty()) {
            return Explanation.of(
                    "risk.unknown", "{0} is unknown: nothing was settled in {1}", measure.words(), behavior.period());
        }
        return Explanation.of(
                holds(behavior) ? "risk.holds" : "risk.fails",
                holds(behavior) ? "{0} of {1} is {2} {3}" : "{0} of {1} is not {2} {3}",
                measure.words(),
                value.get(),
                bound == Bound.AT_LEAST ? "at least" : "at most",
                threshold);
    }

    /** For example {@code returned payments at least 2}. */
    @Override
    public String toString() {
        return measure.words() + (bound == Bound.AT_LEAST ? " at least " : " at most ") + threshold.toPlainString();
    }
}
