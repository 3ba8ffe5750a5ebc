package io.quittance.ar.risk;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.List;

/**
 * Customers for whom all of some conditions hold are of a class.
 *
 * @param riskClass its name, 1 to 200 characters
 * @param conditions one or more; all must hold
 */
public record RiskRule(String riskClass, List<RiskCondition> conditions) implements Serializable {
    /** Copies the conditions. */
    public RiskRule {
        Require.id(riskClass, "riskClass");
        conditions = Require.notEmpty(List.copyOf(conditions), "conditions");
    }

    /** A class and what must hold for it, all together. */
    public static RiskRule of(String riskClass, RiskCondition... conditions) {
        return new RiskRule(riskClass, List.of(conditions));
    }

    /** Whether all conditions hold. */
    public boolean holds(PaymentBehavior behavior) {
        return conditions.stream().allMatch(condition -> condition.holds(behavior));
    }
}
