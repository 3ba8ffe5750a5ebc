package io.quittance.ar.matching;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.matching.Books.account;
import static io.quittance.ar.matching.Books.book;
import static io.quittance.ar.matching.Books.item;
import static io.quittance.ar.matching.Books.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.PaymentId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingValuesTest {
    private static BankTransaction transaction(
            String id, int daysLater, String amount, String payer, String reference, String text) {
        return BankTransaction.of(PaymentId.of(id), Books.DAY.plusDays(daysLater), eur(amount))
                .from(Payer.named(payer))
                .referring(reference)
                .saying(text);
    }

    @Test
    void aTransactionDiffersByEachOfItsParts() {
        BankTransaction one = transaction("B-1", 0, "80.00", "Acme", "RF18539007547034", "10001");
        assertThat(one)
                .isEqualTo(transaction("B-1", 0, "80", "Acme", "RF18539007547034", "10001"))
                .isNotEqualTo(transaction("B-2", 0, "80.00", "Acme", "RF18539007547034", "10001"))
                .isNotEqualTo(transaction("B-1", 1, "80.00", "Acme", "RF18539007547034", "10001"))
                .isNotEqualTo(transaction("B-1", 0, "80.01", "Acme", "RF18539007547034", "10001"))
                .isNotEqualTo(transaction("B-1", 0, "80.00", "Acme Ltd", "RF18539007547034", "10001"))
                .isNotEqualTo(transaction("B-1", 0, "80.00", "Acme", "RF19539007547034", "10001"))
                .isNotEqualTo(transaction("B-1", 0, "80.00", "Acme", "RF18539007547034", "10002"))
                .isNotEqualTo("transaction B-1: EUR 80.00 on 2026-03-10");
    }

    @Test
    void aBookDiffersByItemsAndPayers() {
        KnownPayer acme = name("A", "Acme");
        OpenBook book = book(item("A", "10001", "80.00"), item("B", "10002", "70.00"), acme);
        assertThat(book)
                .isEqualTo(book(item("B", "10002", "70.00"), item("A", "10001", "80.00"), acme))
                .isNotEqualTo(book(item("A", "10001", "80.00"), item("B", "10002", "70.01"), acme))
                .isNotEqualTo(book(item("A", "10001", "80.00"), item("B", "10002", "70.00"), name("B", "Acme")))
                .isNotEqualTo("2 open items, 1 known payers");
        KnownPayer account = account("A", "DE02120300000000202051");
        assertThat(book(acme, account).payers()).containsExactly(acme, account);
    }

    @Test
    void aMatcherDiffersByEvidenceFitsAndConfidence() {
        PaymentMatcher matcher = PaymentMatcher.of(new NumberEvidence(4)).fitting(WithinTolerance.exact());
        assertThat(matcher)
                .isEqualTo(PaymentMatcher.of(new NumberEvidence(4)).fitting(WithinTolerance.exact()))
                .isNotEqualTo(PaymentMatcher.of(new NumberEvidence(5)).fitting(WithinTolerance.exact()))
                .isNotEqualTo(PaymentMatcher.of(new NumberEvidence(4)).fitting(new ExactSubset()))
                .isNotEqualTo(matcher.applyingFrom(Confidence.MEDIUM))
                .isNotEqualTo(matcher.toString())
                .hasToString("matcher by [NumberEvidence[shortest=4]] and [within []], applying from HIGH");
    }

    @Test
    void aToleranceDiffersByLimitsAndPercent() {
        WithinTolerance tolerance = WithinTolerance.exact().upTo(eur("1")).upToPercent(new BigDecimal("2"));
        assertThat(tolerance)
                .isNotEqualTo(WithinTolerance.exact().upTo(eur("2")).upToPercent(new BigDecimal("2")))
                .isNotEqualTo(WithinTolerance.exact().upTo(eur("1")).upToPercent(new BigDecimal("3")))
                .isNotEqualTo("within [EUR 1.00] and 2 %");
        assertThat(WithinTolerance.exact().upTo(eur("1"))).hasToString("within [EUR 1.00]");
    }

    @Test
    void aSetHasTwoToTenItems() {
        assertThat(List.of(new ExactSubset(2), new ExactSubset(10)))
                .extracting(ExactSubset::most)
                .containsExactly(2, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactSubset(1))
                .withMessage("most must be from 2 to 10, but was 1");
    }

    /** What stands at the end is no run, and what stands before one belongs to it. */
    @Test
    void runsAreOfLettersAndDigits() {
        assertThat(Words.runs("RE-10001.."))
                .containsExactly(new Words.Run("", "RE", 0), new Words.Run("-", "10001", 3));
        assertThat(Words.runs("..")).isEmpty();
    }
}
