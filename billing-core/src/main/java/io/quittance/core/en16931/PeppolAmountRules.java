package io.quittance.core.en16931;

import static io.quittance.core.en16931.Sums.number;

import io.quittance.core.explain.Explanation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of Peppol BIS Billing 3.0 about amounts, prices and periods; exact where the official ones leave 0.02. */
final class PeppolAmountRules {
    private static final String PREFIX = "PEPPOL-EN16931-";

    private PeppolAmountRules() {}

    static List<DocumentRule> all() {
        var all = new ArrayList<DocumentRule>();
        percentage(all, "BG-20", "BT-92", "BT-93", "BT-94");
        percentage(all, "BG-21", "BT-99", "BT-100", "BT-101");
        percentage(all, "BG-27", "BT-136", "BT-137", "BT-138");
        percentage(all, "BG-28", "BT-141", "BT-142", "BT-143");
        all.add(rule("R044", "BG-29", "price-charge", PeppolAmountRules::priceCharge));
        all.add(rule("R046", "BG-29", "BT-146", PeppolAmountRules::netPrice));
        all.add(rule("R110", "BG-26", "BT-134", PeppolAmountRules::startsWithin));
        all.add(rule("R111", "BG-26", "BT-135", PeppolAmountRules::endsWithin));
        all.add(rule("R120", "BG-25", "BT-131", PeppolAmountRules::lineNet));
        all.add(rule("R121", "BG-29", "BT-149", PeppolAmountRules::baseQuantity));
        all.add(rule("R130", "BG-25", "BG-29/BT-150", PeppolAmountRules::sameUnit));
        return all;
    }

    private static DocumentRule rule(String number, String group, String term, PlaceRule.Test test) {
        return new PlaceRule(PREFIX + number, group, term, test);
    }

    /** An amount that is a percentage names its base and is that, rounded. */
    private static void percentage(List<DocumentRule> all, String group, String amount, String base, String percent) {
        all.add(rule(
                "R040",
                group,
                amount,
                (place, document) -> place.has(base) && place.has(percent)
                        ? TotalRules.equal(
                                Sums.percent(number(place, base), number(place, percent), document),
                                number(place, amount))
                        : Optional.empty()));
        all.add(rule(
                "R041",
                group,
                base,
                (place, document) -> Wrong.unless(!place.has(percent) || place.has(base), Wrong.missing(base))));
        all.add(rule(
                "R042",
                group,
                percent,
                (place, document) -> Wrong.unless(!place.has(base) || place.has(percent), Wrong.missing(percent))));
    }

    private static Optional<Explanation> priceCharge(BusinessGroup price, BusinessGroup document) {
        return Wrong.unless(
                price.values("price-charge").stream()
                        .noneMatch(value -> value.text().equals("true")),
                Wrong.given("price-charge"));
    }

    private static Optional<Explanation> netPrice(BusinessGroup price, BusinessGroup document) {
        if (!price.has("BT-148")) {
            return Optional.empty();
        }
        BigDecimal discounts = price.values("BT-147").stream()
                .map(value -> new BigDecimal(value.text()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return TotalRules.equal(number(price, "BT-148").subtract(discounts), number(price, "BT-146"));
    }

    private static Optional<LocalDate> documentDate(BusinessGroup document, String term) {
        return document.group("BG-14").flatMap(period -> period.date(term));
    }

    private static Optional<Explanation> startsWithin(BusinessGroup period, BusinessGroup document) {
        Optional<LocalDate> first = documentDate(document, "BT-73");
        return period.date("BT-134")
                .filter(start -> first.isPresent() && start.isBefore(first.get()))
                .map(start -> Wrong.before(start, first.orElseThrow()));
    }

    private static Optional<Explanation> endsWithin(BusinessGroup period, BusinessGroup document) {
        Optional<LocalDate> last = documentDate(document, "BT-74");
        return period.date("BT-135")
                .filter(end -> last.isPresent() && end.isAfter(last.get()))
                .map(end -> Wrong.after(end, last.orElseThrow()));
    }

    private static Optional<Explanation> lineNet(BusinessGroup line, BusinessGroup document) {
        Optional<BusinessGroup> price = line.group("BG-29");
        BigDecimal base = price.flatMap(group -> group.number("BT-149")).orElse(BigDecimal.ONE);
        if (base.signum() == 0) {
            return Optional.empty(); // R121 says so
        }
        BigDecimal goods = number(line, "BT-129")
                .multiply(price.map(group -> number(group, "BT-146")).orElse(BigDecimal.ZERO));
        BigDecimal expected = Sums.round(goods, base, document)
                .add(Sums.of(line.groups("BG-28"), "BT-141"))
                .subtract(Sums.of(line.groups("BG-27"), "BT-136"));
        return TotalRules.equal(expected, number(line, "BT-131"));
    }

    private static Optional<Explanation> baseQuantity(BusinessGroup price, BusinessGroup document) {
        return price.number("BT-149").filter(base -> base.signum() <= 0).map(Wrong::notPositive);
    }

    private static Optional<Explanation> sameUnit(BusinessGroup line, BusinessGroup document) {
        Optional<String> unit = line.text("BT-130");
        Optional<String> base = line.group("BG-29").flatMap(price -> price.text("BT-150"));
        return unit.isPresent() && base.isPresent() && !unit.get().equals(base.get())
                ? Optional.of(Wrong.form(unit.get()))
                : Optional.empty();
    }
}
