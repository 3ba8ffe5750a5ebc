package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.BusinessGroup.Value;
import io.quittance.core.en16931.DocumentRule;
import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What no document of EN 16931 can carry, in whatever syntax. */
final class CarryRules {
    /** May stand in a group more than once; several price discounts are written as their sum, several reasons as one text. */
    private static final Set<String> REPEATED_TERMS = Set.of("BT-29", "BT-120", "BT-147", "BT-158");

    /** May stand in a document, or in a group, more than once. */
    private static final Set<String> REPEATED_GROUPS =
            Set.of("BG-1", "BG-3", "BG-17", "BG-20", "BG-21", "BG-23", "BG-24", "BG-25", "BG-27", "BG-28", "BG-32");

    /** Facts of a syntax, which the writer makes itself. */
    private static final Set<String> OF_SYNTAX = Set.of("syntax-kind", "tax-total", "price-charge");

    private static final Set<String> AMOUNTS = Set.of(
            ("BT-92 BT-93 BT-99 BT-100 BT-106 BT-107 BT-108 BT-109 BT-110 BT-112 BT-113 BT-114 BT-115 BT-116 BT-117"
                            + " BT-131 BT-136 BT-137 BT-141 BT-142")
                    .split(" ", -1));

    static final List<DocumentRule> ALL = List.of(
            new GroupRule("einvoice.once", CarryRules::once),
            new GroupRule("einvoice.syntax", CarryRules::facts),
            new GroupRule("einvoice.currency", CarryRules::currency),
            new GroupRule("einvoice.attachment", CarryRules::attachment),
            new GroupRule("einvoice.character", CarryRules::characters));

    private CarryRules() {}

    /** So a line with the taxes of several authorities, or an allowance with several categories, is refused. */
    private static void once(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        for (String term : group.terms()) {
            int count = group.values(term).size();
            if (count > 1 && !REPEATED_TERMS.contains(term)) {
                wrong.accept(term, count(term, count));
            }
        }
        for (String inner : group.groupIds()) {
            int count = group.groups(inner).size();
            if (count > 1 && !REPEATED_GROUPS.contains(inner) && !OF_SYNTAX.contains(inner)) {
                wrong.accept(inner, count(inner, count));
            }
        }
    }

    private static Explanation count(String what, int count) {
        return Explanation.of("einvoice.once", "{0} can stand there once, not {1} times", what, count);
    }

    private static void facts(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        OF_SYNTAX.stream()
                .sorted()
                .filter(fact -> group.has(fact) || !group.groups(fact).isEmpty())
                .forEach(fact -> wrong.accept(
                        fact,
                        Explanation.of("einvoice.syntax", "{0} must not be given: it follows from the terms", fact)));
    }

    /** CII names a currency only beside the tax total, so that another one would be lost. */
    private static void currency(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        for (String term : group.terms()) {
            if (AMOUNTS.contains(term)) {
                inCurrency(group, term, "BT-5", document, wrong);
            } else if (term.equals("BT-111")) {
                inCurrency(group, term, "BT-6", document, wrong);
            }
        }
    }

    private static void inCurrency(
            BusinessGroup group,
            String term,
            String of,
            BusinessGroup document,
            BiConsumer<String, Explanation> wrong) {
        String expected = document.text(of).orElse("");
        boolean other = group.values(term).stream()
                .anyMatch(value -> value.qualifier().isPresent()
                        && !value.qualifier().get().equals(expected));
        if (expected.isEmpty()) {
            wrong.accept(term, Explanation.of("einvoice.currency", "must not be given without its currency, {0}", of));
        } else if (other) {
            wrong.accept(
                    term, Explanation.of("einvoice.currency", "must be in {0}, the currency of {1}", expected, of));
        }
    }

    private static void attachment(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        for (String attribute : List.of("BT-125-1", "BT-125-2")) {
            if (group.has("BT-125") && !group.has(attribute)) {
                wrong.accept(
                        attribute,
                        Explanation.of("einvoice.attachment", "{0} must be given with what is attached", attribute));
            }
        }
    }

    private static void characters(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        for (String term : group.terms()) {
            for (Value value : group.values(term)) {
                Optional<String> unwritable = Characters.unwritable(value.text())
                        .or(() -> value.qualifier().flatMap(Characters::unwritableInAttribute))
                        .or(() -> term.startsWith("BT-125-")
                                ? Characters.unwritableInAttribute(value.text())
                                : Optional.empty());
                unwritable.ifPresent(code -> wrong.accept(
                        term,
                        Explanation.of(
                                "einvoice.character", "must have no {0}, which XML 1.0 cannot carry there", code)));
            }
        }
    }
}
