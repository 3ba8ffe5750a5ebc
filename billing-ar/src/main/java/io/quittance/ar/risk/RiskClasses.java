package io.quittance.ar.risk;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The risk class of a customer by rules that are data: that of the first rule that holds, in their order, or else the usual one. Put the most severe class
 * first; a class may have several rules, of which one is enough.
 *
 * @param rules one or more, in the order in which they are tried
 * @param otherwise the class where none holds
 */
public record RiskClasses(List<RiskRule> rules, String otherwise) implements Serializable {
    /** Copies the rules. */
    public RiskClasses {
        rules = Require.notEmpty(List.copyOf(rules), "rules");
        Require.id(otherwise, "otherwise");
        for (int i = 0; i < rules.size(); i++) {
            Require.that(
                    rules.indexOf(rules.get(i)) == i,
                    "risk.rule-twice",
                    "rules[" + i + "]",
                    "must not be there before",
                    rules.get(i));
        }
    }

    /** Rules, and the class where none holds. */
    public static RiskClasses of(List<RiskRule> rules, String otherwise) {
        return new RiskClasses(rules, otherwise);
    }

    /** The class of a customer, with a reason for each condition of each rule that was tried. */
    public RiskAssessment assess(PaymentBehavior behavior) {
        var reasons = new ArrayList<Explanation>();
        for (RiskRule rule : rules) {
            rule.conditions().forEach(condition -> reasons.add(condition.explain(behavior)));
            if (rule.holds(behavior)) {
                reasons.add(Explanation.of("risk.class", "class {0}: {1}", rule.riskClass(), rule.conditions()));
                return new RiskAssessment(behavior, rule.riskClass(), reasons);
            }
        }
        reasons.add(Explanation.of("risk.otherwise", "class {0}: no rule holds", otherwise));
        return new RiskAssessment(behavior, otherwise, reasons);
    }
}
