package io.quittance.core.en16931;

import java.util.List;

/**
 * A rule that documents keep. One of a country or of a customer is added by {@link RuleSet#with}.
 */
public interface DocumentRule {
    /** The id by which a violation names it, such as {@code BR-CO-15}. */
    String id();

    /** Where a document breaks it, in the order of the document; empty where it does not. */
    List<RuleViolation> violations(BusinessGroup document);
}
