package io.quittance.core.en16931;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that a document is checked by, without XML. They are exact: what the official artefacts let be off by up to 1.00, or 0.02,
 * is a violation here, so a document without violations is valid there, but not the other way round.
 *
 * <p>{@link #EN16931} has those of the validation artefacts 1.3.16 but code lists (BR-CL) and what only XML can get wrong
 * (UBL-, CII-), and BR-CO-25, which the standard has and those artefacts do not. {@link #PEPPOL_BIS3} adds those of Peppol BIS Billing
 * 3.0 (3.0.21) but check digits of identifiers, code lists and rules of single countries.
 */
public final class RuleSet {
    /** The European standard. */
    public static final RuleSet EN16931 = new RuleSet(
            "EN 16931",
            joined(List.of(
                    PresenceRules.all(),
                    DecimalRules.all(),
                    PriceRules.all(),
                    PeriodRules.all(),
                    PartyRules.all(),
                    PaymentRules.all(),
                    TotalRules.all(),
                    TaxCategoryRules.all(),
                    TaxRules.all())));

    /** The European standard as the Peppol network uses it. */
    public static final RuleSet PEPPOL_BIS3 = new RuleSet(
            "Peppol BIS Billing 3.0",
            joined(List.of(EN16931.rules, PeppolRules.all(), PeppolAmountRules.all(), CurrencyRules.all())));

    private final String name;
    private final List<DocumentRule> rules;

    private RuleSet(String name, List<DocumentRule> rules) {
        this.name = Require.id(name, "name");
        this.rules = List.copyOf(rules);
    }

    private static List<DocumentRule> joined(List<List<DocumentRule>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** This set and more rules, such as those of a country, under a name of its own. */
    public RuleSet with(String newName, DocumentRule... more) {
        return new RuleSet(newName, joined(List.of(rules, List.of(more))));
    }

    /** How it is called. */
    public String name() {
        return name;
    }

    /** The ids of its rules, each once, in the order in which they are checked. */
    public List<String> ruleIds() {
        return rules.stream().map(DocumentRule::id).distinct().toList();
    }

    /** The rules that a document breaks, in the order of the rules; empty if it keeps all. */
    public List<RuleViolation> check(BusinessGroup document) {
        Require.that(
                requireNonNull(document, "document").id().equals(Vocabulary.DOCUMENT),
                "en16931.document",
                "document",
                "must be a whole document",
                document.id());
        var violations = new ArrayList<RuleViolation>();
        for (DocumentRule rule : rules) {
            violations.addAll(rule.violations(document));
        }
        return List.copyOf(violations);
    }

    @Override
    public String toString() {
        return name;
    }
}
