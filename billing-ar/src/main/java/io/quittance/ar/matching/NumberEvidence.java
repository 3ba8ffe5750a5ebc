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
 * <p>What reads as an amount or as a date is none: neither 10002 in {@code 10002,00EUR} nor 20260301 in {@code 2026-03-01}, unless the
 * number itself is written so, sign by sign. An amount has two or three decimal places, or {@code ,-} in their place, or the currency of
 * the money or the sign of one beside it; its groups of thousands, where spaces divide them, begin where no number goes on: {@code
 * RE-2026-042 250,00} is a number and an amount, and {@code 10001,15.03.2026} a number and a date. A date is a day, a month and a year,
 * or a month and a year; a month and a year that are a part of a longer number, as in {@code R-2026/03} or {@code 2026/03/10002}, are
 * none. Digits alone, as in {@code 20260301}, are a number.
 * Structured references prove themselves.
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
        return request.transaction()
                .text()
                .map(Words::capitals)
                .map(text -> look(request, Words.runs(text), Figures.of(text, currency(request))))
                .orElse(List.of());
    }

    private static String currency(MatchRequest request) {
        return request.transaction().amount().getCurrency().getCurrencyCode();
    }

    private List<Clue> look(MatchRequest request, List<Words.Run> runs, Figures figures) {
        var clues = new ArrayList<Clue>();
        int at = 0;
        while (at < runs.size()) {
            Found found = longest(request, runs, at, figures);
            clues.addAll(found.clues);
            at = found.next;
        }
        return clues.stream().distinct().toList();
    }

    /** What is named from a run on, and the run after it. */
    private record Found(List<Clue> clues, int next) {}

    private Found longest(MatchRequest request, List<Words.Run> runs, int from, Figures figures) {
        var found = new Found(List.of(), from + 1);
        var number = new StringBuilder();
        var signs = new StringBuilder();
        int begin = runs.get(from).begin();
        for (int i = from; i < runs.size(); i++) {
            Words.Run run = runs.get(i);
            number.append(run.characters());
            String characters = Words.joined(number.toString());
            if (characters.length() > request.book().longestNumber()) {
                break;
            }
            if (i > from) {
                signs.append(run.before());
            }
            if (characters.length() >= shortest) {
                List<Numbered> numbered = request.book().numbered(characters).stream()
                        .filter(one -> one.allows(signs.toString()))
                        .filter(one -> one.structured() || figures.leave(begin, run.end(), one.written()))
                        .toList();
                List<Clue> clues = clues(request, numbered);
                found = clues.isEmpty() ? found : new Found(clues, i + 1);
            }
        }
        return found;
    }

    private static List<Clue> clues(MatchRequest request, List<Numbered> numbered) {
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
