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
 * <p>What reads as an amount or as a date is none: neither 10002 in {@code EUR 10002.00} nor 20260301 in {@code 2026-03-01}, unless the
 * number itself is written so.
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
            if (number.length() >= shortest && !isAmount(runs, i)) {
                String divided = isDate(runs.subList(from, i + 1)) ? signs.toString() : "";
                List<Clue> clues = named(request, number.toString(), signs.toString(), divided);
                found = clues.isEmpty() ? found : new Found(clues, i + 1);
            }
        }
        return found;
    }

    /** Whether two decimal places follow the digits that end here. */
    private static boolean isAmount(List<Words.Run> runs, int last) {
        if (last + 1 == runs.size() || !isDigits(runs.get(last))) {
            return false;
        }
        Words.Run next = runs.get(last + 1);
        return (next.before().equals(".") || next.before().equals(","))
                && isDigits(next)
                && next.characters().length() == 2;
    }

    /** Whether these are year, month and day, or day, month and year, with one sign between them. */
    private static boolean isDate(List<Words.Run> runs) {
        if (runs.size() != 3
                || !runs.stream().allMatch(NumberEvidence::isDigits)
                || !runs.get(1).before().equals(runs.get(2).before())) {
            return false;
        }
        String first = runs.get(0).characters();
        String second = runs.get(1).characters();
        String third = runs.get(2).characters();
        return second.length() == 2
                && ((first.length() == 4 && third.length() == 2) || (first.length() == 2 && third.length() == 4));
    }

    private static boolean isDigits(Words.Run run) {
        return run.characters().chars().allMatch(Character::isDigit);
    }

    /** Those of this number that may be written with the signs, and have those by which it is divided as a date is. */
    private static List<Clue> named(MatchRequest request, String number, String signs, String divided) {
        List<Numbered> numbered = request.book().numbered(number).stream()
                .filter(one -> one.allows(signs)
                        && divided.chars().allMatch(sign -> one.written().indexOf(sign) >= 0))
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
