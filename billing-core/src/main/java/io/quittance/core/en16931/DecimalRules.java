package io.quittance.core.en16931;

import java.util.List;

/** Amounts have at most two decimal places, as they are written (BR-DEC). */
final class DecimalRules {
    private static final int MOST = 2;

    /** Rule, group, term. */
    private static final String TABLE = """
            BR-DEC-01 BG-20 BT-92
            BR-DEC-02 BG-20 BT-93
            BR-DEC-05 BG-21 BT-99
            BR-DEC-06 BG-21 BT-100
            BR-DEC-09 BG-22 BT-106
            BR-DEC-10 BG-22 BT-107
            BR-DEC-11 BG-22 BT-108
            BR-DEC-12 BG-22 BT-109
            BR-DEC-13 BG-22 BT-110
            BR-DEC-14 BG-22 BT-112
            BR-DEC-15 BG-22 BT-111
            BR-DEC-16 BG-22 BT-113
            BR-DEC-17 BG-22 BT-114
            BR-DEC-18 BG-22 BT-115
            BR-DEC-19 BG-23 BT-116
            BR-DEC-20 BG-23 BT-117
            BR-DEC-23 BG-25 BT-131
            BR-DEC-24 BG-27 BT-136
            BR-DEC-25 BG-27 BT-137
            BR-DEC-27 BG-28 BT-141
            BR-DEC-28 BG-28 BT-142
            """;

    private DecimalRules() {}

    static List<DocumentRule> all() {
        return TABLE.lines()
                .map(row -> row.split(" ", -1))
                .map(row -> rule(row[0], row[1], row[2]))
                .toList();
    }

    private static DocumentRule rule(String id, String group, String term) {
        return new PlaceRule(
                id,
                group,
                term,
                (place, document) -> place.number(term)
                        .filter(number -> number.scale() > MOST)
                        .map(number -> Wrong.decimals(MOST)));
    }
}
