package io.quittance.ar.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What reads as an amount or as a date in a text, and is therefore no number of a document. */
final class Figures {
    private static final String DECIMALS = "[.,](?:[0-9]{2,3}(?![0-9])|[-\u2013\u2014]{1,2}(?!\\p{N}))";

    /** The groups of thousands, divided by spaces, neither go on from a number, as 042 of RE-042, nor begin with zero. */
    private static final String SPACED =
            "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][-/_.])(?!0)[0-9]{1,3}+(?: [0-9]{3}(?![0-9]))++";

    /** With decimal places, or with dividers of thousands; letters may follow, as those of a currency do. */
    private static final Pattern AMOUNT = Pattern.compile("(?<![0-9])(?:"
            + "[0-9]{1,3}+(?:[.,'\u2019][0-9]{3}(?![0-9]))++(?:" + DECIMALS + ")?"
            + "|" + SPACED + DECIMALS
            + "|[0-9]++" + DECIMALS + ")");

    private static final String PART = "[-./_]";
    private static final String OF_31 = "(?:0?[1-9]|[12][0-9]|3[01])";
    private static final String OF_12 = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)[0-9]{2}";
    private static final String YEARS = "(?:" + YEAR + "|[0-9]{2})";

    private static final Pattern DAY = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + YEARS + PART + OF_31 + PART + OF_31
            + "|" + OF_31 + PART + OF_31 + PART + YEARS + ")(?!\\p{N})");

    private static final Pattern MONTH = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + YEAR + PART + OF_12 + "|" + OF_12 + PART + YEAR + ")(?![\\p{L}\\p{N}])");

    private enum Kind {
        AMOUNT,
        DAY,
        MONTH
    }

    private record Figure(Kind kind, int begin, int end) {}

    private final String text;
    private final List<Figure> figures;

    private Figures(String text, List<Figure> figures) {
        this.text = text;
        this.figures = figures;
    }

    /**
     * The figures of a text.
     *
     * @param text in capitals
     * @param currency the code of the money
     */
    static Figures of(String text, String currency) {
        String digits = plain(text);
        List<Figure> days = all(DAY, Kind.DAY, digits);
        var figures = new ArrayList<Figure>();
        for (Figure amount : all(AMOUNT, Kind.AMOUNT, digits)) {
            if (days.stream().noneMatch(day -> amount.begin < day.begin && day.begin < amount.end)) {
                figures.add(amount); // else it is the end of a number and the beginning of a day: 10001,15.03.2026
            }
        }
        figures.addAll(all(beside(currency), Kind.AMOUNT, digits));
        figures.addAll(days);
        figures.addAll(all(MONTH, Kind.MONTH, digits));
        return new Figures(text, List.copyOf(figures));
    }

    /** Digits beside a currency, unless that belongs to a number with decimal places on its other side. */
    private static Pattern beside(String currency) {
        String code = "(?:\\p{Sc}|(?<!\\p{L})" + Pattern.quote(currency) + "(?!\\p{L}))";
        return Pattern.compile("(?<![\\p{L}\\p{N}])[0-9]++ ?" + code + "(?! ?[0-9]++[.,][0-9]{2,3}(?![0-9]))"
                + "|(?<![.,][0-9]{2,3} ?)" + code + " ?[0-9]++");
    }

    /** The same text with the digits of all scripts as 0 to 9. */
    private static String plain(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                plain.setCharAt(i, (char) ('0' + digit));
            }
        }
        return plain.toString();
    }

    private static List<Figure> all(Pattern pattern, Kind kind, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> new Figure(kind, found.start(), found.end()))
                .toList();
    }

    /**
     * Whether a number may be read between two places of the text: no figure stands there, or the number is written as the figure is.
     *
     * @param written the number as the receivable has it
     */
    boolean leave(int begin, int end, String written) {
        return figures.stream()
                .filter(figure -> figure.begin < end && begin < figure.end)
                .allMatch(figure -> begin <= figure.begin
                        && figure.end <= end
                        && (isLonger(figure, begin, end)
                                || Words.capitals(written).contains(text.substring(figure.begin, figure.end))));
    }

    /** Whether the number has more than the date, so that it is not read as one: letters before a day, anything beside a month. */
    private boolean isLonger(Figure figure, int begin, int end) {
        return switch (figure.kind) {
            case AMOUNT -> false;
            case DAY -> text.substring(begin, figure.begin).codePoints().anyMatch(Character::isLetter);
            case MONTH -> begin < figure.begin || figure.end < end;
        };
    }
}
