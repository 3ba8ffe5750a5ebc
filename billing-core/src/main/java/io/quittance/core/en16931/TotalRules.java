package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The totals add up, exactly (BR-CO-10 to BR-CO-17). */
final class TotalRules {
    private TotalRules() {}

    static List<DocumentRule> all() {
        return List.of(
                sum("BR-CO-10", "BT-106", document -> Sums.of(document.groups("BG-25"), "BT-131"), "BG-25"),
                sumOf("BR-CO-11", "BT-107", "BG-20", "BT-92"),
                sumOf("BR-CO-12", "BT-108", "BG-21", "BT-99"),
                sum(
                        "BR-CO-13",
                        "BT-109",
                        document -> Sums.total(document, "BT-106")
                                .subtract(Sums.total(document, "BT-107"))
                                .add(Sums.total(document, "BT-108")),
                        "BG-22"),
                sum("BR-CO-14", "BT-110", document -> Sums.of(document.groups("BG-23"), "BT-117"), "BG-23"),
                PlaceRule.onDocument("BR-CO-15", "BG-22/BT-112", TotalRules::withTax),
                sum(
                        "BR-CO-16",
                        "BT-115",
                        document -> Sums.total(document, "BT-112")
                                .subtract(Sums.total(document, "BT-113"))
                                .add(Sums.total(document, "BT-114")),
                        "BG-22"),
                new PlaceRule("BR-CO-17", "BG-23", "BT-117", TotalRules::taxOfGroup));
    }

    /** A total of the document, which is only looked at where there is a group of the kind that it is made of. */
    private static DocumentRule sum(
            String id, String term, Function<BusinessGroup, BigDecimal> expected, String onlyWith) {
        return PlaceRule.onDocument(
                id,
                "BG-22/" + term,
                document -> document.groups(onlyWith).isEmpty()
                        ? Optional.empty()
                        : equal(expected.apply(document), Sums.total(document, term)));
    }

    /** The sum of allowances or charges, which is stated where there are any, even if it is 0. */
    private static DocumentRule sumOf(String id, String term, String group, String amount) {
        return PlaceRule.onDocument(id, "BG-22/" + term, document -> {
            List<BusinessGroup> parts = document.groups(group);
            Optional<BusinessGroup> totals = document.group("BG-22");
            if (totals.isEmpty()) {
                return Optional.empty(); // that they are missing is for another rule to say
            }
            return !parts.isEmpty() && !totals.get().has(term)
                    ? Optional.of(Wrong.missing(term))
                    : equal(Sums.of(parts, amount), Sums.total(document, term));
        });
    }

    /** Without tax and the tax in the currency of the document, of which there is one. */
    private static Optional<Explanation> withTax(BusinessGroup document) {
        int totals = document.text("BT-5")
                .map(currency -> totalsIn(currency, document))
                .orElse(1);
        if (totals > 1) {
            return Optional.of(Wrong.count("tax-total", "1", totals));
        }
        BigDecimal expected = Sums.total(document, "BT-109").add(Sums.total(document, "BT-110"));
        return document.group("BG-22").isEmpty() ? Optional.empty() : equal(expected, Sums.total(document, "BT-112"));
    }

    /** How many tax totals are in a currency: of those that are listed, or of the two that the terms imply. */
    private static int totalsIn(String currency, BusinessGroup document) {
        List<BusinessGroup> listed = document.groups("tax-total");
        if (listed.isEmpty()) {
            boolean twice = document.text("BT-6").filter(currency::equals).isPresent()
                    && document.group("BG-22")
                            .filter(totals -> totals.has("BT-111"))
                            .isPresent();
            return twice ? 2 : 1;
        }
        return (int) listed.stream()
                .filter(total -> total.values("tax-amount").stream()
                        .anyMatch(value ->
                                value.qualifier().filter(currency::equals).isPresent()))
                .count();
    }

    static Optional<Explanation> equal(BigDecimal expected, BigDecimal actual) {
        return Wrong.unless(expected.compareTo(actual) == 0, Wrong.not(expected, actual));
    }

    private static Optional<Explanation> taxOfGroup(BusinessGroup group, BusinessGroup document) {
        return equal(
                Sums.percent(Sums.number(group, "BT-116"), Sums.number(group, "BT-119"), document),
                Sums.number(group, "BT-117"));
    }
}
