package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a customer's orders wait, as data. It decides nothing by itself: the host places and releases the {@link CreditHold}.
 *
 * @param onExceededLimit whether a limit that is exceeded holds
 * @param conditions of the customer's payments, each of which holds by itself, for example at least 60 oldest overdue days
 * @param riskClasses those whose customers wait, by name
 */
public record HoldPolicy(boolean onExceededLimit, List<RiskCondition> conditions, Set<String> riskClasses)
        implements Serializable {
    /** Copies the parts; a policy that never holds is refused. */
    public HoldPolicy {
        conditions = List.copyOf(conditions);
        riskClasses.forEach(riskClass -> Require.id(riskClass, "riskClasses"));
        riskClasses = Collections.unmodifiableSet(new TreeSet<>(riskClasses));
        Require.that(
                onExceededLimit || !conditions.isEmpty() || !riskClasses.isEmpty(),
                "hold.policy",
                "conditions",
                "must not be empty where neither a limit nor a class holds",
                conditions);
    }

    /**
     * Why the orders of a customer wait.
     *
     * @param check of the customer's limit, with the order that is to be accepted
     * @param assessment of the customer's payments
     * @return a reason for each limit that is exceeded, each condition and the class that hold; empty where nothing holds
     */
    public List<Explanation> reasons(CreditCheck check, RiskAssessment assessment) {
        requireNonNull(assessment, "assessment");
        var reasons = new ArrayList<Explanation>();
        if (onExceededLimit) {
            check.exceeded().forEach(limit -> reasons.add(limit.explanation()));
        }
        for (RiskCondition condition : conditions) {
            if (condition.holds(assessment.behavior())) {
                reasons.add(condition.explain(assessment.behavior()));
            }
        }
        if (riskClasses.contains(assessment.riskClass())) {
            reasons.add(Explanation.of("hold.class", "class {0} is one of {1}", assessment.riskClass(), riskClasses));
        }
        return List.copyOf(reasons);
    }
}
