package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Identifiers of parties and items. */
final class PartyRules {
    private static final Set<String> COUNTRIES = countries();

    private PartyRules() {}

    static List<DocumentRule> all() {
        return List.of(
                vatId("BG-4", "BT-31"),
                vatId("BG-11", "BT-63"),
                vatId("BG-7", "BT-48"),
                scheme("BR-62", "BG-4", "BT-34"),
                scheme("BR-63", "BG-7", "BT-49"),
                scheme("BR-64", "BG-31", "BT-157"),
                scheme("BR-65", "BG-31", "BT-158"));
    }

    /** Greece writes EL, Northern Ireland XI, Kosovo 1A. */
    private static Set<String> countries() {
        var codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.addAll(Set.of("EL", "XI", "1A"));
        return Set.copyOf(codes);
    }

    private static DocumentRule vatId(String party, String term) {
        return new PlaceRule(
                "BR-CO-09",
                party,
                term,
                (group, document) -> group.text(term)
                        .filter(id -> id.length() < 2 || !COUNTRIES.contains(id.substring(0, 2)))
                        .map(id -> Wrong.form("a number that begins with the code of a country (ISO 3166-1)")));
    }

    private static DocumentRule scheme(String id, String group, String term) {
        return new PlaceRule(id, group, term, (place, document) -> missingScheme(place, term));
    }

    private static Optional<Explanation> missingScheme(BusinessGroup group, String term) {
        return group.values(term).stream()
                .filter(value -> value.qualifier().isEmpty())
                .findFirst()
                .map(value -> Explanation.of("rule.scheme", "{0} must name its scheme", Vocabulary.named(term)));
    }
}
