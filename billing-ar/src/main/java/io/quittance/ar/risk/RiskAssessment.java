package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;

/**
 * The risk class of a customer and why.
 *
 * @param behavior what it goes by
 * @param riskClass the class
 * @param reasons a reason for each condition that was tried, and last the rule that decided
 */
public record RiskAssessment(PaymentBehavior behavior, String riskClass, List<Explanation> reasons)
        implements Serializable {
    /** Copies the reasons. */
    public RiskAssessment {
        requireNonNull(behavior, "behavior");
        Require.id(riskClass, "riskClass");
        reasons = Require.notEmpty(List.copyOf(reasons), "reasons");
    }
}
