package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about taxes that are not those of every category: rates, what lies outside, between countries, Italian split payment. */
final class TaxRules {
    private static final String OUTSIDE = "O";

    private TaxRules() {}

    static List<DocumentRule> all() {
        return List.of(
                new PlaceRule("BR-48", "BG-23", "BT-119", TaxRules::rateOfGroup),
                required("BR-53", "BG-22/BT-111", document -> !document.has("BT-6") || hasTotal(document), "BT-111"),
                PlaceRule.onDocument("BR-CO-03", "BT-7", TaxRules::taxPoint),
                required(
                        "BR-IC-11",
                        "BG-13/BT-72",
                        document -> !isCrossBorder(document) || hasDays(document),
                        "BT-72",
                        "BG-14"),
                required(
                        "BR-IC-12", "BG-15/BT-80", document -> !isCrossBorder(document) || hasPlace(document), "BT-80"),
                new PlaceRule("BR-O-11", "document", "BG-23", TaxRules::onlyGroup),
                onlyOutside("BR-O-12", Taxable.Kind.LINE),
                onlyOutside("BR-O-13", Taxable.Kind.ALLOWANCE),
                onlyOutside("BR-O-14", Taxable.Kind.CHARGE),
                PlaceRule.onDocument("BR-B-01", "BG-4", TaxRules::domesticItalian),
                PlaceRule.onDocument("BR-B-02", "BG-23", TaxRules::splitOrStandard));
    }

    private static DocumentRule required(String id, String path, Predicate<BusinessGroup> kept, String... missing) {
        return PlaceRule.onDocument(id, path, document -> Wrong.unless(kept.test(document), Wrong.missing(missing)));
    }

    private static Optional<Explanation> rateOfGroup(BusinessGroup group, BusinessGroup document) {
        return Wrong.unless(group.has("BT-119") || is(group, OUTSIDE), Wrong.missing("BT-119"));
    }

    private static boolean is(BusinessGroup group, String category) {
        return group.text("BT-118").filter(category::equals).isPresent();
    }

    private static boolean hasTotal(BusinessGroup document) {
        return document.group("BG-22").filter(totals -> totals.has("BT-111")).isPresent();
    }

    private static Optional<Explanation> taxPoint(BusinessGroup document) {
        return Wrong.unless(!document.has("BT-7") || !document.has("BT-8"), Wrong.given("BT-8"));
    }

    private static boolean isCrossBorder(BusinessGroup document) {
        return document.groups("BG-23").stream().anyMatch(group -> is(group, "K"));
    }

    private static boolean hasDays(BusinessGroup document) {
        return document.group("BG-13").filter(delivery -> delivery.has("BT-72")).isPresent()
                || document.group("BG-14")
                        .filter(period -> period.hasAny("BT-73", "BT-74"))
                        .isPresent();
    }

    private static boolean hasPlace(BusinessGroup document) {
        return document.group("BG-13")
                .flatMap(delivery -> delivery.group("BG-15"))
                .filter(address -> address.has("BT-80"))
                .isPresent();
    }

    private static boolean isOutside(BusinessGroup document) {
        return document.groups("BG-23").stream().anyMatch(group -> is(group, OUTSIDE));
    }

    private static Optional<Explanation> onlyGroup(BusinessGroup document, BusinessGroup same) {
        int count = document.groups("BG-23").size();
        return Wrong.unless(!isOutside(document) || count == 1, Wrong.count("BG-23", "1", count));
    }

    private static DocumentRule onlyOutside(String id, Taxable.Kind kind) {
        return new DocumentRule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<RuleViolation> violations(BusinessGroup document) {
                var violations = new ArrayList<RuleViolation>();
                if (isOutside(document)) {
                    for (Taxable amount : Taxable.all(document)) {
                        if (amount.kind() == kind && !amount.isOf(OUTSIDE)) {
                            violations.add(new RuleViolation(id, amount.place().to(kind.category()), Wrong.form("O")));
                        }
                    }
                }
                return violations;
            }
        };
    }

    private static boolean isUsed(BusinessGroup document, String category) {
        return Taxable.all(document).stream().anyMatch(amount -> amount.isOf(category))
                || document.groups("BG-23").stream().anyMatch(group -> is(group, category));
    }

    /** Split payment is for invoices within Italy. */
    private static Optional<Explanation> domesticItalian(BusinessGroup document) {
        boolean abroad = Stream.of(
                        country(document, "BG-4", "BG-5", "BT-40"), country(document, "BG-7", "BG-8", "BT-55"))
                .anyMatch(country -> country.filter("IT"::equals).isEmpty());
        return Wrong.unless(!isUsed(document, "B") || !abroad, Wrong.form("IT"));
    }

    static Optional<String> country(BusinessGroup document, String party, String address, String term) {
        return document.group(party).flatMap(group -> group.group(address)).flatMap(place -> place.text(term));
    }

    private static Optional<Explanation> splitOrStandard(BusinessGroup document) {
        return Wrong.unless(
                !isUsed(document, "B") || !isUsed(document, "S"),
                Explanation.of("rule.split-payment", "categories B and S must not stand in one document"));
    }
}
