package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How and when to pay. */
final class PaymentRules {
    private static final Set<String> TRANSFERS = Set.of("30", "58");
    private static final int LONGEST_CARD = 10;

    private PaymentRules() {}

    static List<DocumentRule> all() {
        return List.of(
                new PlaceRule("BR-51", "BG-18", "BT-87", PaymentRules::card),
                new PlaceRule("BR-61", "BG-16", "BG-17/BT-84", PaymentRules::account),
                PlaceRule.onDocument("BR-CO-25", "BT-9", PaymentRules::due));
    }

    /** The first 6 and the last 4 digits at most. */
    private static Optional<Explanation> card(BusinessGroup card, BusinessGroup document) {
        return card.text("BT-87")
                .filter(number -> number.replaceAll("[^0-9]", "").length() > LONGEST_CARD)
                .map(number -> Wrong.form("at most the first 6 and the last 4 digits"));
    }

    private static Optional<Explanation> account(BusinessGroup instruction, BusinessGroup document) {
        boolean transfer = instruction.text("BT-81").filter(TRANSFERS::contains).isPresent();
        boolean known = instruction.groups("BG-17").stream().anyMatch(account -> account.has("BT-84"));
        return Wrong.unless(!transfer || known, Wrong.missing("BT-84"));
    }

    private static Optional<Explanation> due(BusinessGroup document) {
        return Wrong.unless(
                Sums.total(document, "BT-115").signum() <= 0 || document.hasAny("BT-9", "BT-20"),
                Wrong.missing("BT-9", "BT-20"));
    }
}
