package io.quittance.ar.matching;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.matching.Books.account;
import static io.quittance.ar.matching.Books.item;
import static io.quittance.ar.matching.Books.name;
import static io.quittance.ar.matching.Books.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Books of a few customers, with amounts, names and references that meet often, and transactions that say much or little. */
class MatchingLawsTest {
    private static final PaymentMatcher MATCHER = PaymentMatcher.standard()
            .fitting(WithinTolerance.exact().upTo(eur("1.00")), new ExactSubset())
            .applyingFrom(Confidence.LOW);
    private static final List<KnownPayer> PAYERS = List.of(
            account("A", "DE1"), account("B", "DE2"), account("C", "DE2"), name("A", "Acme Ltd"), name("C", "Acme"));

    @Provide
    Arbitrary<List<OpenItem>> items() {
        Arbitrary<Integer> euros = Arbitraries.integers().between(1, 12);
        Arbitrary<String> customer = Arbitraries.of("A", "B", "C");
        Arbitrary<List<String>> references = Arbitraries.of(
                        StructuredReference.creditor("1").value(),
                        StructuredReference.belgian("7").value(),
                        "PO-700")
                .list()
                .ofMaxSize(2);
        return Combinators.combine(customer, euros, references)
                .as((whose, open, also) -> new Object[] {whose, open, also})
                .list()
                .ofMaxSize(9)
                .map(MatchingLawsTest::numbered);
    }

    @SuppressWarnings("unchecked") // as they are combined above
    private static List<OpenItem> numbered(List<Object[]> drawn) {
        var items = new ArrayList<OpenItem>();
        for (Object[] one : drawn) {
            items.add(item(
                    (String) one[0],
                    "R-100" + items.size(),
                    one[1] + ".00",
                    ((List<String>) one[2]).toArray(String[]::new)));
        }
        return items;
    }

    @Provide
    Arbitrary<BankTransaction> transactions() {
        Arbitrary<String> words = Arbitraries.of(
                        "R-1000",
                        "r1001",
                        "R/1002",
                        "PO-700",
                        "RF53 1",
                        StructuredReference.belgian("7").written(),
                        "and",
                        "1003")
                .list()
                .ofMaxSize(4)
                .map(list -> String.join(" ", list));
        Arbitrary<String> references = Arbitraries.of(
                "",
                StructuredReference.creditor("1").written(),
                "RF99 1",
                StructuredReference.belgian("9").value());
        Arbitrary<Payer> payers = Arbitraries.of(
                Payer.ofAccount("de 1"), Payer.ofAccount("DE2"), Payer.named("ACME, LTD"), Payer.named("Nobody"));
        return Combinators.combine(Arbitraries.integers().between(1, 30), words, references, payers)
                .as((euros, text, reference, payer) ->
                        paid(euros + ".00").saying(text).referring(reference).from(payer));
    }

    @Property
    void theOrderOfItemsAndPayersChangesNothing(
            @ForAll("items") List<OpenItem> items,
            @ForAll("transactions") BankTransaction transaction,
            @ForAll Random random) {
        var others = new ArrayList<>(items);
        Collections.shuffle(others, random);
        var payers = new ArrayList<>(PAYERS);
        Collections.shuffle(payers, random);
        assertThat(MATCHER.match(transaction, OpenBook.of(others, payers)))
                .isEqualTo(MATCHER.match(transaction, OpenBook.of(items, PAYERS)));
    }

    @Property
    void noCandidateExceedsWhatIsOpenOrWhatWasPaid(
            @ForAll("items") List<OpenItem> items, @ForAll("transactions") BankTransaction transaction) {
        OpenBook book = OpenBook.of(items, PAYERS);
        for (Candidate candidate : MATCHER.match(transaction, book).candidates()) {
            Amount left = transaction.amount();
            for (Remittance remittance : candidate.remittances()) {
                Amount named = remittance.amount().orElseThrow();
                assertThat(candidate.items())
                        .anyMatch(
                                item -> item.id().equals(remittance.item()) && named.isLessThanOrEqualTo(item.open()));
                left = left.subtract(named);
            }
            assertThat(left.signum()).isNotNegative();
            Allocation allocation = Allocation.of(candidate.payment(), items, new AsRemitted());
            assertThat(allocation.unapplied()).isEqualTo(left);
        }
    }

    /** The first is surer than every other one, and what it names is open. */
    @Property
    void whatIsMatchedIsSurerThanAllElse(
            @ForAll("items") List<OpenItem> items, @ForAll("transactions") BankTransaction transaction) {
        Match match = MATCHER.match(transaction, OpenBook.of(items, PAYERS));
        match.matched().ifPresent(first -> {
            assertThat(items).containsAll(first.items());
            assertThat(match.candidates().stream().skip(1))
                    .allMatch(other -> other.confidence().compareTo(first.confidence()) < 0);
        });
    }

    private static final List<String> LIKE_FIGURES = List.of(
            "10002",
            "10003",
            "2026-0301",
            "0103-2026",
            "132026",
            "010326",
            "032026",
            "202603",
            "20260301",
            "01202603",
            "1000200");

    @Provide
    Arbitrary<String> figures() {
        Arbitrary<String> amounts = Combinators.combine(
                        Arbitraries.of("", "EUR ", "EUR", "\u20ac", "USD "),
                        Arbitraries.of("10002", "10003", "10.002", "10 002", "10'003"),
                        Arbitraries.of(",00", ".00", ".000", ",50", ",-"),
                        Arbitraries.of("", "EUR", " EUR", "\u20ac", "KWD", "."))
                .as((before, number, decimals, after) -> before + number + decimals + after);
        Arbitrary<String> whole =
                Arbitraries.of("EUR 10002", "10003 EUR", "\u20ac10002", "10003 \u20ac", "\u00a310002");
        Arbitrary<String> dates = Combinators.combine(
                        Arbitraries.of(
                                "2026@03@01", "01@03@2026", "1@3@2026", "01@03@26", "03@2026", "2026@03", "3@2026"),
                        Arbitraries.of("-", "/", ".", "_"),
                        Arbitraries.of("", "/2026-03-31", ".", "T10:00"))
                .as((date, sign, after) -> date.replace("@", sign) + after);
        return Arbitraries.oneOf(amounts, whole, dates);
    }

    /** An amount or a date that is written beside the rest names nothing: the candidates are as sure as they were. */
    @Property
    void anAmountOrADateMakesNothingSurer(
            @ForAll("figures") String figure,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 10) Integer> chosen,
            @ForAll @IntRange(min = 0, max = 10) int written,
            @ForAll boolean known) {
        List<OpenItem> items = chosen.stream()
                .distinct()
                .map(index -> item("A", LIKE_FIGURES.get(index), "77.00"))
                .toList();
        OpenBook book = OpenBook.of(items, PAYERS);
        BankTransaction transaction = known ? paid("77.00").from(Payer.ofAccount("DE1")) : paid("77.00");
        String number = LIKE_FIGURES.get(written);
        assertThat(candidates(transaction.saying(number + ", rent, " + figure), book))
                .isEqualTo(candidates(transaction.saying(number + ", rent"), book));
        assertThat(candidates(transaction.saying(figure + " of " + number), book))
                .isEqualTo(candidates(transaction.saying("of " + number), book));
    }

    private static List<String> candidates(BankTransaction transaction, OpenBook book) {
        return MATCHER.match(transaction, book).candidates().stream()
                .map(Candidate::toString)
                .toList();
    }

    /** A wrong check digit makes of a reference that is known one that says nothing. */
    @Property
    void aWrongOrUnknownReferenceIsNeverEvidence(
            @ForAll("items") List<OpenItem> items,
            @ForAll @IntRange(min = 1, max = 9_999) int number,
            @ForAll @IntRange(min = 1, max = 96) int off) {
        OpenBook book = OpenBook.of(items, PAYERS);
        String right = StructuredReference.creditor("9" + number).value();
        int digits = (Integer.parseInt(right.substring(2, 4)) + off) % 97;
        String wrong = "RF" + (digits < 10 ? "0" : "") + digits + right.substring(4);
        Match without = MATCHER.match(paid("7.00"), book);
        assertThat(MATCHER.match(paid("7.00").referring(right), book).candidates().stream()
                        .map(Candidate::toString))
                .isEqualTo(
                        without.candidates().stream().map(Candidate::toString).toList());
        assertThat(MATCHER.match(paid("7.00").referring(wrong), book).outcome()).isEqualTo(without.outcome());
    }

    @Property
    void noTextIsTooOdd(
            @ForAll String text, @ForAll @Size(max = 3) List<String> words, @ForAll("items") List<OpenItem> items) {
        OpenBook book = OpenBook.of(items, PAYERS);
        BankTransaction odd =
                paid("7.00").saying(text + " " + String.join("\n", words)).referring(text);
        assertThat(MATCHER.match(odd, book).candidates()).isNotNull();
        assertThat(Words.names(text)).doesNotContain("");
        assertThat(Words.normal(Words.normal(text))).isEqualTo(Words.normal(text));
    }
}
