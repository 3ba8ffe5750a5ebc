package io.quittance.ar.matching;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes clues of a number that was found: one for each customer, since it does not say which is meant. */
final class Named {
    private Named() {}

    static List<Clue> clues(MatchRequest request, List<Numbered> found, Explanation why) {
        Map<CustomerId, List<Numbered>> byCustomer = new TreeMap<>();
        for (Numbered one : found) {
            if (request.isPayable(one.item())) {
                byCustomer
                        .computeIfAbsent(one.item().customer(), key -> new ArrayList<>())
                        .add(one);
            }
        }
        return byCustomer.values().stream().map(ofOne -> clue(ofOne, why)).toList();
    }

    private static Clue clue(List<Numbered> found, Explanation why) {
        List<OpenItem> items = found.stream().map(Numbered::item).toList();
        return found.stream().allMatch(Numbered::structured) ? Clue.reference(items, why) : Clue.number(items, why);
    }
}
