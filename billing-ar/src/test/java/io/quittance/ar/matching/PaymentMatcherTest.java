package io.quittance.ar.matching;

import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.matching.Books.account;
import static io.quittance.ar.matching.Books.book;
import static io.quittance.ar.matching.Books.item;
import static io.quittance.ar.matching.Books.name;
import static io.quittance.ar.matching.Books.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.matching.Match.Outcome;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentMatcherTest {
    private static final PaymentMatcher MATCHER = PaymentMatcher.standard();
    /** The example of ISO 11649 as banks show it. */
    private static final String REFERENCE = "RF18539007547034";

    private static final Payer OF_A = Payer.named("Acme Ltd").withAccount("DE02 1203 0000 0000 2020 51");
    private static final KnownPayer ACCOUNT_OF_A = account("A", "DE02120300000000202051");

    private static void assertMatch(Match match, Outcome outcome, String... candidates) {
        assertThat(match.candidates()).extracting(Candidate::toString).containsExactly(candidates);
        assertThat(match.outcome()).isEqualTo(outcome);
        assertThat(match.payment().isPresent()).isEqualTo(outcome == Outcome.MATCHED);
    }

    private static List<String> reasons(Match match) {
        return match.candidates().get(0).reasons().stream()
                .map(Explanation::text)
                .toList();
    }

    @Test
    void aStructuredReferenceIsCertain() {
        OpenBook book = book(item("A", "10001", "100.00", REFERENCE), item("B", "10002", "100.00"));
        Match match = MATCHER.match(paid("100.00").referring("RF18 5390 0754 7034"), book);
        assertMatch(match, Outcome.MATCHED, "CERTAIN: customer A for [10001]");
        assertThat(reasons(match)).containsExactly("reference RF18539007547034 is known", "EUR 100.00 are open");
    }

    /** 60.00 of 100.00 are a part of it; of 130.00, 100.00 are for it, and 30.00 stay on account. */
    @Test
    void aReferenceSaysWhatItIsForWhateverTheAmount() {
        OpenBook book = book(item("A", "10001", "100.00", REFERENCE));
        Match part = MATCHER.match(paid("60.00").referring(REFERENCE), book);
        assertMatch(part, Outcome.MATCHED, "CERTAIN: customer A for [10001]");
        assertThat(part.payment().map(Payment::remittances))
                .contains(List.of(Remittance.of(id("10001"), eur("60.00"))));
        Match more = MATCHER.match(paid("130.00").referring(REFERENCE), book);
        assertMatch(more, Outcome.MATCHED, "HIGH: customer A for [10001]");
        assertThat(reasons(more)).contains("EUR 100.00 are open, another amount than paid");
        Payment payment = more.payment().orElseThrow();
        Allocation allocation = Allocation.of(payment, book.items(), new AsRemitted());
        assertThat(allocation.lines()).hasToString("[EUR 100.00 to 10001]");
        assertThat(allocation.unapplied()).isEqualTo(eur("30"));
    }

    /** Both are named beyond doubt, and 100.00 are either: neither is certain. */
    @Test
    void oneOfTwoReferencesIsNotGuessedAt() {
        OpenBook book = book(item("A", "10001", "100.00", REFERENCE), item("A", "10002", "100.00", "010806817183"));
        BankTransaction both = paid("100.00").referring(REFERENCE).saying("+++010/8068/17183+++");
        assertMatch(
                MATCHER.match(both, book),
                Outcome.AMBIGUOUS,
                "HIGH: customer A for [10001]",
                "HIGH: customer A for [10002]");
    }

    @Test
    void aWrongOrUnknownReferenceSaysNothing() {
        OpenBook book = book(item("A", "10001", "99.00", REFERENCE, "RF19539007547034"));
        for (String reference : new String[] {"RF19 5390 0754 7034", "RF48 1000 0", "10001", "   "}) {
            assertMatch(MATCHER.match(paid("100.00").referring(reference), book), Outcome.UNKNOWN);
        }
    }

    /** 010806817183 has the check digits of a Belgian reference by accident, as one number in 97 does. */
    @Test
    void aNumberThatLooksLikeAReferenceIsANumber() {
        OpenBook book = book(item("A", "010806817183", "80.00"));
        assertMatch(
                MATCHER.match(paid("80.00").saying("010806817183"), book),
                Outcome.UNSURE,
                "MEDIUM: customer A for [010806817183]");
        assertMatch(MATCHER.match(paid("70.00").referring("010806817183"), book), Outcome.UNKNOWN);
        assertMatch(
                MATCHER.match(paid("80.00").saying("010806817183"), book(item("A", "10001", "80.00", "010806817183"))),
                Outcome.MATCHED,
                "CERTAIN: customer A for [10001]");
    }

    /** A reference that several items of a customer have is that of the customer; the amount says for which of them. */
    @Test
    void aReferenceOfSeveralItemsIsThatOfTheirCustomer() {
        OpenBook book = book(item("A", "10001", "100.00", REFERENCE), item("A", "10002", "80.00", REFERENCE));
        assertMatch(
                MATCHER.match(paid("80.00").referring(REFERENCE), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10002]");
        assertMatch(
                MATCHER.match(paid("180.00").referring(REFERENCE), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10001, 10002]");
        assertMatch(
                MATCHER.match(paid("70.00").referring(REFERENCE), book),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10001]",
                "MEDIUM: customer A for [10002]");
    }

    @Test
    void aNumberAloneIsLikelyAndWithThePayerSure() {
        OpenBook book =
                book(item("A", "10001", "100.00"), item("A", "10002", "80.00"), ACCOUNT_OF_A, name("A", "Acme Ltd"));
        BankTransaction transaction = paid("80.00").saying("your invoice 10002, thank you");
        assertMatch(MATCHER.match(transaction, book), Outcome.UNSURE, "MEDIUM: customer A for [10002]");
        assertMatch(
                MATCHER.applyingFrom(Confidence.MEDIUM).match(transaction, book),
                Outcome.MATCHED,
                "MEDIUM: customer A for [10002]");
        Match byAccount = MATCHER.match(transaction.from(Payer.ofAccount("de02 1203 0000 0000 2020 51")), book);
        assertMatch(byAccount, Outcome.MATCHED, "HIGH: customer A for [10002]");
        assertThat(reasons(byAccount))
                .containsExactly("10002 is written", "the account is known for A", "EUR 80.00 are open");
        assertMatch(
                MATCHER.match(transaction.from(Payer.named("ACME LTD.")), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10002]");
    }

    @Test
    void severalNumbersAndTheirSumAreSure() {
        OpenBook book = book(item("A", "10001", "100.00"), item("A", "10002", "80.00"), item("A", "10003", "50.00"));
        Match match = MATCHER.match(paid("180.00").saying("10001 + 10002"), book);
        assertMatch(match, Outcome.MATCHED, "HIGH: customer A for [10001, 10002]");
        assertThat(match.payment().map(Payment::remittances))
                .contains(List.of(Remittance.of(id("10001"), eur("100.00")), Remittance.of(id("10002"), eur("80.00"))));
        Match two = MATCHER.match(paid("150.00").saying("10001, 10002, 10003"), book);
        assertMatch(two, Outcome.MATCHED, "HIGH: customer A for [10001, 10003]");
        assertThat(reasons(two))
                .containsExactly("10001 is written", "10003 is written", "2 items add up to EUR 150.00");
        assertMatch(
                MATCHER.match(paid("170.00").saying("10001, 10002"), book),
                Outcome.UNSURE,
                "MEDIUM: customer A for [10001, 10002]");
    }

    /** An order of two invoices; beside the number of one of them it says nothing of the other. */
    @Test
    void anOrderNamesItsInvoicesAndTheAmountChooses() {
        OpenBook book =
                book(item("A", "10001", "100.00", "PO-777"), item("A", "10002", "80.00", "PO-777"), ACCOUNT_OF_A);
        assertMatch(
                MATCHER.match(paid("80.00").from(OF_A).saying("order PO-777"), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10002]");
        assertMatch(
                MATCHER.match(paid("60.00").from(OF_A).saying("order PO-777"), book),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10001]",
                "MEDIUM: customer A for [10002]");
        assertMatch(
                MATCHER.match(paid("80.00").from(OF_A).saying("order PO-777, invoice 10001"), book),
                Outcome.UNSURE,
                "MEDIUM: customer A for [10001]");
    }

    @Test
    void aKnownAccountAndAnAmountThatFitsOneItemAreSure() {
        OpenBook book = book(item("A", "10001", "100.00"), item("B", "10002", "100.00"), ACCOUNT_OF_A);
        assertMatch(MATCHER.match(paid("100.00").from(OF_A), book), Outcome.MATCHED, "HIGH: customer A for [10001]");
        Match other = MATCHER.match(paid("70.00").from(OF_A), book);
        assertMatch(other, Outcome.UNSURE, "LOW: customer A for []");
        assertThat(reasons(other))
                .containsExactly("the account is known for A", "the amount fits nothing that is open");
        assertThat(MATCHER.applyingFrom(Confidence.LOW)
                        .match(paid("70.00").from(OF_A), book)
                        .payment()
                        .map(Payment::remittances))
                .contains(List.of());
    }

    @Test
    void twoItemsAlikeAreNotGuessedAt() {
        OpenBook book = book(item("A", "10001", "80.00"), item("A", "10002", "80.00"), ACCOUNT_OF_A);
        assertMatch(
                MATCHER.applyingFrom(Confidence.LOW).match(paid("80.00").from(OF_A), book),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10001]",
                "MEDIUM: customer A for [10002]");
        assertMatch(
                MATCHER.match(paid("160.00").from(OF_A), book), Outcome.MATCHED, "HIGH: customer A for [10001, 10002]");
    }

    /** 150.00 are 100.00 and 50.00; with another 70.00 they are 80.00 and 70.00 as well. */
    @Test
    void theOnlySetThatAddsUpIsSureAndTwoAreNot() {
        OpenBook one = book(
                item("A", "10001", "100.00"), item("A", "10002", "80.00"), item("A", "10003", "50.00"), ACCOUNT_OF_A);
        Match only = MATCHER.match(paid("150.00").from(OF_A), one);
        assertMatch(only, Outcome.MATCHED, "HIGH: customer A for [10001, 10003]");
        assertThat(reasons(only)).contains("2 items add up to EUR 150.00");
        OpenBook two = book(
                item("A", "10001", "100.00"),
                item("A", "10002", "80.00"),
                item("A", "10003", "50.00"),
                item("A", "10004", "70.00"),
                ACCOUNT_OF_A);
        assertMatch(
                MATCHER.match(paid("150.00").from(OF_A), two),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10001, 10003]",
                "MEDIUM: customer A for [10002, 10004]");
    }

    /** 77.00 are the first of three, and the two others as well: what is found first hides nothing. */
    @Test
    void anItemAndASetOfOthersAreNotGuessedAt() {
        OpenBook book = book(
                item("A", "10002", "77.00"), item("A", "10003", "40.00"), item("A", "10004", "37.00"), ACCOUNT_OF_A);
        assertMatch(
                MATCHER.match(paid("77.00").from(OF_A), book),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10002]",
                "MEDIUM: customer A for [10003, 10004]");
        BankTransaction naming = paid("77.00").saying("10002 10003 10004");
        assertMatch(
                MATCHER.match(naming.from(OF_A), book),
                Outcome.AMBIGUOUS,
                "HIGH: customer A for [10002]",
                "HIGH: customer A for [10003, 10004]");
        assertMatch(
                MATCHER.applyingFrom(Confidence.MEDIUM).match(naming, book),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10002]",
                "MEDIUM: customer A for [10003, 10004]");
        assertMatch(
                MATCHER.fitting(WithinTolerance.exact()).match(paid("77.00").from(OF_A), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10002]");
    }

    /** Whoever writes one number, or two, means them, whatever else adds up. */
    @Test
    void whatIsWrittenCountsBeforeWhatAddsUp() {
        OpenBook book = book(
                item("A", "10002", "77.00"), item("A", "10003", "40.00"), item("A", "10004", "37.00"), ACCOUNT_OF_A);
        assertMatch(
                MATCHER.match(paid("77.00").from(OF_A).saying("10002"), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10002]");
        assertMatch(
                MATCHER.match(paid("77.00").from(OF_A).saying("10003 10004"), book),
                Outcome.MATCHED,
                "HIGH: customer A for [10003, 10004]");
    }

    /** 100.00 are 99.50 within the tolerance, and 60.00 and 40.00 to the cent. */
    @Test
    void aToleranceHidesNoSet() {
        OpenBook book = book(
                item("A", "10001", "99.50"), item("A", "10002", "60.00"), item("A", "10003", "40.00"), ACCOUNT_OF_A);
        assertMatch(
                MATCHER.fitting(WithinTolerance.exact().upTo(eur("1.00")), new ExactSubset())
                        .match(paid("100.00").from(OF_A), book),
                Outcome.AMBIGUOUS,
                "MEDIUM: customer A for [10001]",
                "MEDIUM: customer A for [10002, 10003]");
    }

    /** The amount of somebody's order, or the day of a rent, is no number of an invoice. */
    @Test
    void anAmountOrADateNamesNothing() {
        OpenBook book = book(
                item("A", "10002", "77.00"),
                item("A", "2026-0301", "77.00"),
                item("A", "032026", "77.00"),
                ACCOUNT_OF_A);
        for (String text : List.of("77,00 von 10002,00EUR", "rent of 2026-03-01", "rent 03/2026")) {
            assertMatch(
                    MATCHER.match(paid("77.00").from(OF_A).saying(text), book),
                    Outcome.AMBIGUOUS,
                    "MEDIUM: customer A for [032026]",
                    "MEDIUM: customer A for [10002]",
                    "MEDIUM: customer A for [2026-0301]");
        }
    }

    @Test
    void aNameIsLessThanAnAccount() {
        OpenBook book = book(item("A", "10001", "80.00"), name("A", "M\u00fcller, Hans"));
        assertMatch(
                MATCHER.match(paid("80.00").from(Payer.named("HANS MUELLER")), book),
                Outcome.UNSURE,
                "MEDIUM: customer A for [10001]");
        assertMatch(
                MATCHER.match(paid("70.00").from(Payer.named("HANS MUELLER")), book),
                Outcome.UNSURE,
                "LOW: customer A for []");
    }

    @Test
    void anAccountOfTwoCustomersLeavesBoth() {
        OpenBook book = book(
                item("A", "10001", "80.00"),
                item("B", "10002", "80.00"),
                ACCOUNT_OF_A,
                account("B", "DE02120300000000202051"));
        assertMatch(
                MATCHER.match(paid("80.00").from(OF_A), book),
                Outcome.AMBIGUOUS,
                "HIGH: customer A for [10001]",
                "HIGH: customer B for [10002]");
        assertMatch(
                MATCHER.match(paid("80.00").from(OF_A).saying("10002"), book),
                Outcome.MATCHED,
                "HIGH: customer B for [10002]",
                "LOW: customer A for [10001]");
    }

    /** What is written counts before who pays: A's account with B's number is for somebody to look at. */
    @Test
    void whatIsWrittenCountsBeforeWhoPays() {
        OpenBook book = book(item("A", "10001", "80.00"), item("B", "10002", "80.00"), ACCOUNT_OF_A);
        assertMatch(
                MATCHER.match(paid("80.00").from(OF_A).saying("10002"), book),
                Outcome.UNSURE,
                "MEDIUM: customer B for [10002]",
                "LOW: customer A for [10001]");
    }

    /** Neither has a letter or a digit, which would make them one. */
    @Test
    void anAccountOfSignsIsKnownForNobody() {
        OpenBook book = book(item("A", "10001", "80.00"), account("A", "--"));
        assertMatch(MATCHER.match(paid("70.00").from(Payer.ofAccount("***")), book), Outcome.UNKNOWN);
    }

    @Test
    void theAmountAloneIsAskedOfItsCurrency() {
        OpenItem dollars = OpenItem.of(
                Receivable.of(id("10002"), CustomerId.of("B"), Books.DAY, Books.DAY, Amount.of("80.00", "USD")));
        assertMatch(
                MATCHER.match(paid("80.00"), book(item("A", "10001", "80.00"), dollars)),
                Outcome.UNSURE,
                "LOW: customer A for [10001]");
    }

    @Test
    void theAmountAloneIsSomethingToLookAt() {
        OpenBook book = book(item("A", "10001", "80.00"), item("B", "10002", "80.00"), item("B", "10003", "70.00"));
        assertMatch(
                MATCHER.match(paid("80.00"), book),
                Outcome.AMBIGUOUS,
                "LOW: customer A for [10001]",
                "LOW: customer B for [10002]");
        assertMatch(MATCHER.match(paid("70.00"), book), Outcome.UNSURE, "LOW: customer B for [10003]");
        assertMatch(MATCHER.match(paid("150.00"), book), Outcome.UNKNOWN);
    }

    /** 99.00 of 100.00 with a tolerance of 1.00: what was paid is for it, a cent less is a part. */
    @Test
    void theToleranceIsIncluded() {
        OpenBook book = book(item("A", "10001", "100.00"), ACCOUNT_OF_A);
        PaymentMatcher tolerant = MATCHER.fitting(WithinTolerance.exact().upTo(eur("1.00")), new ExactSubset());
        Match match = tolerant.match(paid("99.00").from(OF_A), book);
        assertMatch(match, Outcome.MATCHED, "HIGH: customer A for [10001]");
        assertThat(reasons(match)).contains("EUR 100.00 are open, EUR 1.00 more than paid");
        assertMatch(tolerant.match(paid("98.99").from(OF_A), book), Outcome.UNSURE, "LOW: customer A for []");
        assertMatch(tolerant.match(paid("101.00").from(OF_A), book), Outcome.MATCHED, "HIGH: customer A for [10001]");
    }

    @Test
    void itemsInOtherCurrenciesAreNotPaid() {
        OpenBook book = book(item("A", "10001", "80.00", REFERENCE), ACCOUNT_OF_A);
        BankTransaction dollars = BankTransaction.of(paid("1").id(), Books.DAY, Amount.of("80.00", "USD"))
                .from(OF_A)
                .referring(REFERENCE)
                .saying("10001");
        assertMatch(MATCHER.match(dollars, book), Outcome.UNSURE, "LOW: customer A for []");
    }

    /** The e-mail address of a wallet, which the host keeps, is as good as an account. */
    @Test
    void aHostAddsEvidenceOfItsOwn() {
        OpenBook book = book(item("A", "10001", "80.00"));
        Evidence wallet = request -> request.transaction().text().filter("pay@acme.example"::equals).stream()
                .map(any -> Clue.account(CustomerId.of("A"), Explanation.of("acme.wallet", "wallet {0}", "of A")))
                .toList();
        Match match = MATCHER.with(wallet).match(paid("80.00").saying("pay@acme.example"), book);
        assertMatch(match, Outcome.MATCHED, "HIGH: customer A for [10001]");
        assertThat(reasons(match)).contains("wallet of A");
        Evidence stale = request ->
                List.of(Clue.number(List.of(item("A", "10001", "90.00")), Explanation.of("acme.stale", "stale")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATCHER.with(stale).match(paid("80.00"), book))
                .withMessage("clue.items must be open items of the book in EUR, but was 10001");
    }

    /** Rounded up to whole euros, as somebody pays who has no coins. */
    @Test
    void aHostAddsWaysToFitOfItsOwn() {
        OpenBook book = book(item("A", "10001", "79.40"), item("A", "10002", "78.40"), ACCOUNT_OF_A);
        AmountFit wholeEuros = (items, money) -> items.stream()
                .filter(item ->
                        item.open().rounded(Rounding.of(0, RoundingMode.UP)).isEqualTo(money))
                .map(item -> new FittingItems(List.of(item), Explanation.of("acme.coins", "in whole euros")))
                .toList();
        Match match = MATCHER.fitting(WithinTolerance.exact(), wholeEuros)
                .match(paid("80.00").from(OF_A), book);
        assertMatch(match, Outcome.MATCHED, "HIGH: customer A for [10001]");
        AmountFit stale = (items, money) ->
                List.of(new FittingItems(List.of(item("A", "10001", "80.00")), Explanation.of("acme.stale", "stale")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATCHER.fitting(stale).match(paid("80.00").from(OF_A), book))
                .withMessage("fit.items must be among the items that were asked about, but was 10001");
    }

    @Test
    void manyCandidatesAreCutToTheSurest() {
        Object[] items = new Object[150];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("C" + i, "R-" + i, "9.99");
        }
        Match match = MATCHER.match(paid("9.99"), book(items));
        assertThat(match.candidates()).hasSize(PaymentMatcher.MOST);
        assertThat(match.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void thePaymentKeepsWhatTheBankSaid() {
        OpenBook book = book(item("A", "10001", "80.00", REFERENCE));
        Payment payment = MATCHER.match(
                        paid("80.00").from(OF_A).referring(REFERENCE).saying("thanks"), book)
                .payment()
                .orElseThrow();
        assertThat(payment.id()).hasToString("B-1");
        assertThat(payment.customer()).isEqualTo(CustomerId.of("A"));
        assertThat(payment.valueDate()).isEqualTo(Books.DAY);
        assertThat(payment.payer()).contains(OF_A);
        assertThat(payment.reference()).hasToString("Optional[RF18539007547034]");
        assertThat(payment.text()).contains("thanks");
    }

    @Test
    void areValuesThatCanBeStored() throws Exception {
        OpenBook book = book(item("A", "10001", "80.00", REFERENCE), ACCOUNT_OF_A, name("A", "Acme"));
        BankTransaction transaction =
                paid("80.00").from(OF_A).referring(REFERENCE).saying("10001");
        PaymentMatcher matcher = MATCHER.fitting(WithinTolerance.exact().upTo(eur("1")));
        Match match = matcher.match(transaction, book);
        assertThat(copy(matcher).match(copy(transaction), copy(book))).isEqualTo(match);
        assertThat(copy(matcher)).isEqualTo(matcher).hasSameHashCodeAs(matcher).isNotEqualTo(MATCHER);
        assertThat(copy(book)).isEqualTo(book).hasSameHashCodeAs(book).hasToString("1 open items, 2 known payers");
        assertThat(copy(transaction)).isEqualTo(transaction).hasSameHashCodeAs(transaction);
        assertThat(copy(match)).isEqualTo(match);
        assertThat(transaction).hasToString("transaction B-1: EUR 80.00 on 2026-03-10");
    }

    @Test
    void refusesWhatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paid("0.00"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paid("1.00").saying("a".repeat(10_001)))
                .withMessage("text must have at most 10000 characters, but was 10001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(item("A", "10001", "1"), item("A", "10001", "2")))
                .withMessage("items must have unique ids for each customer, but was 10001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactSubset(11))
                .withMessage("most must be from 2 to 10, but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberEvidence(0))
                .withMessage("shortest must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clue.number(
                        List.of(item("A", "10001", "1"), item("B", "10002", "1")), Explanation.of("a.b", "why")))
                .withMessage("items must be of customer A, but was 10002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentMatcher.of())
                .withMessage("evidence must not be empty");
    }
}
