package io.quittance.ar.matching;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of documents that the payer wrote: {@code your invoices R-2026-10001 and r2026/10002} names both. A number is compared by its
 * letters and digits; between them may stand {@code - / _}, or nothing, or the signs that the number itself has. It must begin and
 * end where letters and digits do: 10001 is not found in 100012. Of numbers that begin at one place the longest counts. A
 * structured reference that is known is found in any groups of characters.
 *
 * @param shortest the fewest letters and digits that a number must have to count, at least 1; shorter ones are found in any text
 */
public record NumberEvidence(int shortest) implements Evidence, Serializable {
    /** The fewest letters and digits unless told otherwise, as in Business Central (ar.md 4.6). */
    public static final int USUAL = 5;

    /** Checks the length. */
    public NumberEvidence {
        Require.that(shortest >= 1, "matching.shortest", "shortest", "must be at least 1", shortest);
    }

    /** With at least {@value #USUAL} letters and digits. */
    public NumberEvidence() {
        this(USUAL);
    }

    @Override
    public List<Clue> look(MatchRequest request) {
        List<Words.Run> runs = request.transaction().text().map(Words::runs).orElse(List.of());
        var clues = new ArrayList<Clue>();
        int at = 0;
        while (at < runs.size()) {
            Found found = longest(request, runs, at);
            clues.addAll(found.clues);
            at = found.next;
        }
        return clues.stream().distinct().toList();
    }

    /** What is named from a run on, and the run after it. */
    private record Found(List<Clue> clues, int next) {}

    private Found longest(MatchRequest request, List<Words.Run> runs, int from) {
        var found = new Found(List.of(), from + 1);
        var number = new StringBuilder();
        var signs = new StringBuilder();
        for (int i = from; i < runs.size(); i++) {
            number.append(runs.get(i).characters());
            if (number.length() > request.book().longestNumber()) {
                break;
            }
            if (i > from) {
                signs.append(runs.get(i).before());
            }
            if (number.length() >= shortest) {
                List<Clue> clues = named(request, number.toString(), signs.toString());
                found = clues.isEmpty() ? found : new Found(clues, i + 1);
            }
        }
        return found;
    }

    private static List<Clue> named(MatchRequest request, String number, String signs) {
        List<Numbered> numbered = request.book().numbered(number).stream()
                .filter(one -> one.allows(signs))
                .toList();
        return numbered.isEmpty()
                ? List.of()
                : Named.clues(
                        request,
                        numbered,
                        Explanation.of(
                                "matching.number",
                                "{0} is written",
                                numbered.get(0).written()));
    }
}
