package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.DocumentRule;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A rule that looks at every group of a document. */
final class GroupRule implements DocumentRule {
    /** Looks at one group. */
    @FunctionalInterface
    interface Look {
        /**
         * Finds what is wrong.
         *
         * @param wrong takes the term or group that it is about, and what is wrong
         */
        void at(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong);
    }

    private final String id;
    private final Look look;

    GroupRule(String id, Look look) {
        this.id = id;
        this.look = look;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<RuleViolation> violations(BusinessGroup document) {
        var violations = new ArrayList<RuleViolation>();
        for (Located place : Located.all(document)) {
            look.at(
                    place.group(),
                    document,
                    (where, what) -> violations.add(new RuleViolation(id, place.to(where), what)));
        }
        return violations;
    }
}
