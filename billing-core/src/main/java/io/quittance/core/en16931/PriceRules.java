package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Optional;

/** Prices are not negative. */
final class PriceRules {
    private PriceRules() {}

    static List<DocumentRule> all() {
        return List.of(
                new PlaceRule("BR-27", "BG-29", "BT-146", (price, document) -> notNegative(price, "BT-146")),
                new PlaceRule("BR-28", "BG-29", "BT-148", (price, document) -> notNegative(price, "BT-148")));
    }

    private static Optional<Explanation> notNegative(BusinessGroup price, String term) {
        return price.number(term).filter(number -> number.signum() < 0).map(Wrong::negative);
    }
}
