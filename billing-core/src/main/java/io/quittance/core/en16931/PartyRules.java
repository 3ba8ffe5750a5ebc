package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Identifiers of parties and items. */
final class PartyRules {
    /** ISO 3166-1 as of 2026, whatever the JDK knows, and EL for Greece, XI for Northern Ireland, 1A for Kosovo. */
    private static final Set<String> COUNTRIES = Set.of("""
            1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
            BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC
            EE EG EH EL ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
            HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
            LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY
            MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
            RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
            TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW""".split("\\s", -1));

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
