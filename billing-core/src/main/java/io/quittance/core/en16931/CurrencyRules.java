package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of Peppol BIS Billing 3.0 about the currencies of amounts and about tax totals. */
final class CurrencyRules {
    private static final String PREFIX = "PEPPOL-EN16931-";
    /** The only amounts that may be in the second currency. */
    private static final Set<String> SECOND = Set.of("BT-111", "tax-amount");

    private CurrencyRules() {}

    static List<DocumentRule> all() {
        return List.of(
                new OneCurrency(),
                onDocument("R053", document -> count(document, true, 1, "1")),
                onDocument("R054", CurrencyRules::secondTotal),
                onDocument("R055", CurrencyRules::sameSign));
    }

    private static DocumentRule onDocument(String number, PlaceRule.DocumentTest test) {
        return PlaceRule.onDocument(PREFIX + number, "tax-total", test);
    }

    /** All amounts are in the currency of the document, but the tax in its own. */
    private static final class OneCurrency implements DocumentRule {
        @Override
        public String id() {
            return PREFIX + "R051";
        }

        @Override
        public List<RuleViolation> violations(BusinessGroup document) {
            var violations = new ArrayList<RuleViolation>();
            document.text("BT-5").ifPresent(currency -> add(Place.of(document), currency, violations));
            return violations;
        }

        private void add(Place place, String currency, List<RuleViolation> violations) {
            BusinessGroup group = place.group();
            for (String term : group.terms()) {
                boolean other = Vocabulary.term(term).kind() == Vocabulary.Kind.AMOUNT
                        && !SECOND.contains(term)
                        && group.values(term).stream()
                                .anyMatch(value -> value.qualifier()
                                        .filter(code -> !code.equals(currency))
                                        .isPresent());
                if (other) {
                    violations.add(new RuleViolation(id(), place.to(term), Wrong.form("in " + currency)));
                }
            }
            for (String inner : group.groupIds()) {
                List<BusinessGroup> groups = group.groups(inner);
                for (int i = 0; i < groups.size(); i++) {
                    add(new Place(place.to(inner + "[" + (i + 1) + "]"), groups.get(i)), currency, violations);
                }
            }
        }
    }

    /** How many tax totals a document has, with groups or without: those that it lists, or those that its terms imply. */
    private static int totals(BusinessGroup document, boolean withGroups) {
        List<BusinessGroup> listed = document.groups("tax-total");
        if (!listed.isEmpty()) {
            return (int) listed.stream()
                    .filter(total -> (Sums.number(total, "tax-subtotals").signum() > 0) == withGroups)
                    .count();
        }
        boolean second =
                document.group("BG-22").filter(totals -> totals.has("BT-111")).isPresent();
        return withGroups ? Math.min(document.groups("BG-23").size(), 1) : second ? 1 : 0;
    }

    private static Optional<Explanation> count(
            BusinessGroup document, boolean withGroups, int expected, String written) {
        int count = totals(document, withGroups);
        return Wrong.unless(count == expected, Wrong.count("tax-total", written, count));
    }

    private static Optional<Explanation> secondTotal(BusinessGroup document) {
        return document.has("BT-6") ? count(document, false, 1, "1") : count(document, false, 0, "0");
    }

    private static Optional<Explanation> sameSign(BusinessGroup document) {
        BigDecimal tax = Sums.total(document, "BT-110");
        BigDecimal second = Sums.total(document, "BT-111");
        return Wrong.unless(
                !document.has("BT-6") || tax.signum() * second.signum() >= 0,
                Explanation.of("rule.sign", "{0} must have the sign of {1}", second, tax));
    }
}
