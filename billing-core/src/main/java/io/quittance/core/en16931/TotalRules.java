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
                sum("BR-CO-11", "BT-107", document -> Sums.of(document.groups("BG-20"), "BT-92"), "BG-22"),
                sum("BR-CO-12", "BT-108", document -> Sums.of(document.groups("BG-21"), "BT-99"), "BG-22"),
                sum(
                        "BR-CO-13",
                        "BT-109",
                        document -> Sums.total(document, "BT-106")
                                .subtract(Sums.total(document, "BT-107"))
                                .add(Sums.total(document, "BT-108")),
                        "BG-22"),
                sum("BR-CO-14", "BT-110", document -> Sums.of(document.groups("BG-23"), "BT-117"), "BG-23"),
                new PlaceRule("BR-CO-15", Vocabulary.DOCUMENT, "BG-22/BT-112", (document, same) -> withTax(document)),
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
        return new PlaceRule(
                id,
                Vocabulary.DOCUMENT,
                "BG-22/" + term,
                (document, same) -> document.groups(onlyWith).isEmpty()
                        ? Optional.empty()
                        : equal(expected.apply(document), Sums.total(document, term)));
    }

    /** Without tax and the tax in the currency of the document, of which there is one. */
    private static Optional<Explanation> withTax(BusinessGroup document) {
        long totals = document.text("BT-5").stream()
                .flatMap(currency -> document.groups("tax-total").stream()
                        .filter(total -> total.values("tax-amount").stream()
                                .anyMatch(value -> value.qualifier()
                                        .filter(currency::equals)
                                        .isPresent())))
                .count();
        if (totals > 1) {
            return Optional.of(Wrong.count("tax-total", "1", (int) totals));
        }
        BigDecimal expected = Sums.total(document, "BT-109").add(Sums.total(document, "BT-110"));
        return document.group("BG-22").isEmpty() ? Optional.empty() : equal(expected, Sums.total(document, "BT-112"));
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
