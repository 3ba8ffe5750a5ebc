package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.DocumentRule;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.BiConsumer;

/** What XRechnung wants to be there beyond EN 16931. */
final class XRechnungRules {
    /** Rule, and what must be there, as a path of groups to a term or group. */
    private static final String REQUIRED = """
            BR-DE-1 BG-16
            BR-DE-2 BG-4/BG-6
            BR-DE-3 BG-4/BG-5/BT-37
            BR-DE-4 BG-4/BG-5/BT-38
            BR-DE-5 BG-4/BG-6/BT-41
            BR-DE-6 BG-4/BG-6/BT-42
            BR-DE-7 BG-4/BG-6/BT-43
            BR-DE-8 BG-7/BG-8/BT-52
            BR-DE-9 BG-7/BG-8/BT-53
            BR-DE-15 BT-10
            PEPPOL-EN16931-R010 BG-7/BT-49
            PEPPOL-EN16931-R020 BG-4/BT-34
            """;

    /** Not subject to the tax. */
    private static final String OUTSIDE = "O";

    private static final Set<String> TYPES = Set.of("326", "380", "381", "384", "389", "875", "876", "877");

    private XRechnungRules() {}

    static RuleSet set() {
        var rules = new ArrayList<DocumentRule>();
        REQUIRED.lines().map(XRechnungRules::required).forEach(rules::add);
        rules.add(within("BR-DE-10", "BG-15", "BT-77"));
        rules.add(within("BR-DE-11", "BG-15", "BT-78"));
        rules.add(within("BR-DE-14", "BG-23", "BT-119"));
        rules.add(new GroupRule("BR-DE-16", XRechnungRules::sellerIsKnown));
        rules.add(new GroupRule("BR-DE-17", XRechnungRules::type));
        return RuleSet.EN16931.with("XRechnung 3.0", rules.toArray(new DocumentRule[0]));
    }

    /** A term of every group of a kind. */
    private static DocumentRule within(String id, String kind, String term) {
        return new GroupRule(id, (group, document, wrong) -> {
            if (group.id().equals(kind) && !group.has(term)) {
                wrong.accept(term, missing(term));
            }
        });
    }

    /** Whoever sells something that is within the scope of the tax is known to the tax office, or is represented. */
    private static void sellerIsKnown(
            BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        if (group.id().equals("BG-4")
                && !group.hasAny("BT-31", "BT-32")
                && document.groups("BG-11").isEmpty()
                && document.groups("BG-23").stream()
                        .anyMatch(tax ->
                                tax.text("BT-118").filter(OUTSIDE::equals).isEmpty())) {
            wrong.accept("BT-31", missing("BT-31 / BT-32 / BG-11"));
        }
    }

    private static void type(BusinessGroup group, BusinessGroup document, BiConsumer<String, Explanation> wrong) {
        group.text("BT-3")
                .filter(code -> !TYPES.contains(code))
                .ifPresent(code -> wrong.accept(
                        "BT-3",
                        Explanation.of("einvoice.code", "must be {0}, not {1}", "a document type of XRechnung", code)));
    }

    private static DocumentRule required(String row) {
        String[] parts = row.split(" ", -1);
        return new GroupRule(parts[0], (group, document, wrong) -> {
            if (group.id().equals(Located.DOCUMENT) && !has(document, parts[1])) {
                wrong.accept(parts[1], missing(parts[1].substring(parts[1].lastIndexOf('/') + 1)));
            }
        });
    }

    private static boolean has(BusinessGroup group, String path) {
        int slash = path.indexOf('/');
        return slash < 0
                ? group.has(path) || !group.groups(path).isEmpty()
                : group.group(path.substring(0, slash))
                        .filter(inner -> has(inner, path.substring(slash + 1)))
                        .isPresent();
    }

    private static Explanation missing(String what) {
        return Explanation.of("rule.missing", "{0} must be given", what);
    }
}
