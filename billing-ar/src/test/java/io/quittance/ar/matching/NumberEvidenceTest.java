package io.quittance.ar.matching;

import static io.quittance.ar.matching.Books.book;
import static io.quittance.ar.matching.Books.item;
import static io.quittance.ar.matching.Books.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.receivable.OpenItem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberEvidenceTest {
    private static final OpenBook BOOK = book(
            item("A", "10001", "10.00"),
            item("A", "10001-2", "10.00"),
            item("A", "R-2026-77", "10.00", "RF18539007547034"),
            item("A", "INV 4711", "10.00"),
            item("A", "2026.0042", "10.00"),
            item("A", "20260301", "10.00"),
            item("A", "2026-04-01", "10.00"),
            item("A", "1234", "10.00", "010806817183"));

    private static List<String> named(int shortest, String text) {
        return new NumberEvidence(shortest)
                .look(new MatchRequest(paid("10.00").saying(text), BOOK)).stream()
                        .flatMap(clue -> clue.items().stream())
                        .map(OpenItem::id)
                        .map(Object::toString)
                        .toList();
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "invoice 10001 | 10001",
                "Rechnung:10001. | 10001",
                "100012 | 10001-2",
                "1000123 | ",
                "A10001 | ",
                "10 001 | ",
                "10.001,00 EUR | ",
                "INV-10001 | 10001",
                "EUR 10001.00 | ",
                "10001,50 EUR | ",
                "10001.5 | 10001",
                "10001,123 | ",
                "10001, 50 | 10001",
                "R-2026-77.50 | ",
                "on 2026-03-01 | ",
                "01.03.2026 | ",
                "2026-0301 | 20260301",
                "20260301 | 20260301",
                "20260401 | 2026-04-01",
                "2026-04-01 | 2026-04-01",
                "2026/04/01 | ",
                "10001-2 | 10001-2",
                "100012 10001/2 | 10001-2",
                "r2026/77 | R-2026-77",
                "R-2026-77 R-2026-77 | R-2026-77",
                "R 2026 77 | ",
                "inv 4711 | INV 4711",
                "INV4711 | INV 4711",
                "20260042 and 2026.0042 | 2026.0042",
                "2026 0042 | ",
                "1234 | ",
                "RF18 5390 0754 7034 | R-2026-77",
                "RF18-5390-0754-7034 | R-2026-77",
                "RF19 5390 0754 7034 | ",
                "RF18 5390 0754 7034 EUR | R-2026-77",
                "+++010/8068/17183+++ | 1234",
                "\uff11\uff10\uff10\uff10\uff11 | 10001"
            })
    void findsNumbersAsPeopleWriteThem(String text, String named) {
        assertThat(String.join(" ", named(NumberEvidence.USUAL, text))).isEqualTo(named == null ? "" : named);
    }

    /** What looks like a number, by chance, where an amount or a date is written. */
    private static final OpenBook DATES = book(
            item("A", "10002", "10.00"),
            item("A", "2026-0301", "10.00"),
            item("A", "0103-2026", "10.00"),
            item("A", "132026", "10.00"),
            item("A", "010326", "10.00"),
            item("A", "032026", "10.00"),
            item("A", "202604", "10.00"),
            item("A", "01202603", "10.00"),
            item("A", "202603017", "10.00"),
            item("A", "2026-05", "10.00"),
            item("A", "01.06.2026", "10.00"),
            item("A", "2026.004", "10.00"),
            item("A", "10003,50", "10.00"),
            item("A", "R-2026-07", "10.00"),
            item("A", "2026-08-10004", "10.00"),
            item("A", "RE-2026-09-01", "10.00"),
            item("A", "\u0661\u0660\u0660\u0660\u0665", "10.00"),
            item("A", "2026-55", "10.00"),
            item("A", "R.E-15-03-2026", "10.00"));

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "77,00 von 10002,00EUR | ",
                "\u20ac10002,00 | ",
                "10002,00\u20ac | ",
                "10002.000 | ",
                "10002.000KWD | ",
                "10002,- | ",
                "10002.-- EUR | ",
                "EUR 10002 | ",
                "EUR10002 | ",
                "10002 EUR | ",
                "10002 \u20ac | ",
                "10002 EUR 77,00 | 10002",
                "77,00 EUR 10002 | 10002",
                "10002,00 10002 | 10002",
                "10002-3 | 10002",
                "10002. | 10002",
                "10002, 00 | 10002",
                "\uff11\uff10\uff10\uff10\uff12\uff0c\uff10\uff10 | ",
                "\u0661\u0660\u0660\u0660\u0662,00 10002 | 10002",
                "2026-03-01 | ",
                "01-03-2026 | ",
                "1/3/2026 | ",
                "1.3.2026 | ",
                "01/03/26 | ",
                "26-03-01 | ",
                "03/2026 | ",
                "2026-04 | ",
                "2026/4 | ",
                "03/2026-04/2026 | ",
                "2026-03-01/2026-03-31 | ",
                "2026-03-01-7 | ",
                "2026-0301 | 2026-0301",
                "20260301 | 2026-0301",
                "0103-2026 | 0103-2026",
                "01032026 | 0103-2026",
                "132026 | 132026",
                "202604 | 202604",
                "2026-05 | 2026-05",
                "202605 | 2026-05",
                "2026/05 | ",
                "01.06.2026 | 01.06.2026",
                "1.6.2026 | ",
                "2026.004 | 2026.004",
                "10003,50 | 10003,50",
                "R-2026/07 | R-2026-07",
                "r2026/07 | R-2026-07",
                "2026/08/10004 | 2026-08-10004",
                "re-2026/09/01 | RE-2026-09-01",
                "2026-03-01 10002,00 | ",
                "10002,00 2026-03-01 | ",
                "\u0661\u0660\u0660\u0660\u0665 | \u0661\u0660\u0660\u0660\u0665",
                "\u0661\u0660\u0660\u0660\u0665,\u0660\u0660 | ",
                "2026/55 | 2026-55",
                "07/2026/55 | ",
                "re-15-03-2026 | R.E-15-03-2026",
                "re-15.03.2026 | "
            })
    void whatReadsAsAnAmountOrADateIsNone(String text, String named) {
        List<String> found = new NumberEvidence()
                .look(new MatchRequest(paid("10.00").saying(text), DATES)).stream()
                        .flatMap(clue -> clue.items().stream())
                        .map(OpenItem::id)
                        .map(Object::toString)
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(named == null ? "" : named);
    }

    /** Numbers that end in three digits or fewer, and others, before an amount or a date that is written beside them. */
    private static final OpenBook BESIDE = book(
            item("A", "RE-2026-042", "10.00"),
            item("A", "2026/123", "10.00"),
            item("A", "INV001", "10.00"),
            item("A", "RE 007", "10.00"),
            item("A", "10001", "10.00"),
            item("A", "12 345", "10.00"),
            item("A", "RE10A", "10.00"),
            item("A", "10004", "10.00", "PO-77777"));

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RE-2026-042 250,00 | RE-2026-042",
                "re/2026/042 250.00 EUR | RE-2026-042",
                "RNR 2026/123 150,00 | 2026/123",
                "2026/123 150 000,00 | 2026/123",
                "INV001 150.00 | INV001",
                "RE 007 150,00 | RE 007",
                "10001,15.03.2026 | 10001",
                "10001.15.03.26 | 10001",
                "10001,15.03 | ",
                "10001,15 15.03.2026 | ",
                "12 345 678,00 | ",
                "-12 345 678,00 | ",
                "12 345 | 12 345",
                "RE10A\u20ac50 | RE10A",
                "50\u20acRE10A | RE10A",
                "PO/77777 | 10004",
                "PO 77777 | "
            })
    void aNumberBesideAnAmountOrADateIsOne(String text, String named) {
        List<String> found = new NumberEvidence()
                .look(new MatchRequest(paid("10.00").saying(text), BESIDE)).stream()
                        .flatMap(clue -> clue.items().stream())
                        .map(OpenItem::id)
                        .map(Object::toString)
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(named == null ? "" : named);
    }

    @Test
    void findsSeveralInTheOrderInWhichTheyAreWritten() {
        assertThat(named(NumberEvidence.USUAL, "R-2026-77,10001/2026.0042"))
                .containsExactly("R-2026-77", "10001", "2026.0042");
    }

    /** A syllable of Hangul and the last part of another are one syllable where nothing stands between them; a number is found either way. */
    @Test
    void partsOfALetterThatStandTogetherAreOne() {
        assertThat(Words.normal("\uc480-\u11bf")).isEqualTo("\uc498");
        OpenBook book = book(item("A", "10\uc480-\u11bf01", "10.00"));
        for (String text : List.of("10\uc480-\u11bf01", "10\uc480\u11bf01", "10\uc49801")) {
            assertThat(new NumberEvidence().look(new MatchRequest(paid("10.00").saying(text), book)))
                    .hasSize(1);
        }
    }

    @Test
    void shorterNumbersCountWhereTheHostSaysSo() {
        assertThat(named(4, "1234")).containsExactly("1234");
        assertThat(named(5, "1234")).isEmpty();
        assertThat(named(1, "1234")).containsExactly("1234");
    }

    /** A reference that is known, wherever it is written, is a reference. */
    @Test
    void aStructuredReferenceInTheTextIsOne() {
        assertThat(new NumberEvidence().look(new MatchRequest(paid("1").saying("ref. RF18 5390 0754 7034"), BOOK)))
                .extracting(Clue::kind)
                .containsExactly(Clue.Kind.REFERENCE);
        assertThat(new NumberEvidence().look(new MatchRequest(paid("1").saying("10001"), BOOK)))
                .extracting(Clue::kind)
                .containsExactly(Clue.Kind.NUMBER);
    }

    /** Ten thousand characters of the shortest numbers, against names of two hundred. */
    @Test
    void longTextsTakeNoTime() {
        OpenBook book = book(item("A", "1".repeat(199) + "2", "1.00"));
        for (String text : List.of("1 ", "1 123 ", "1.123.", "1-", "1/2026-", "12,", "1EUR")) {
            BankTransaction longest = paid("1").saying(text.repeat(10_000 / text.length()));
            assertThat(new NumberEvidence().look(new MatchRequest(longest, book)))
                    .isEmpty();
        }
    }
}
