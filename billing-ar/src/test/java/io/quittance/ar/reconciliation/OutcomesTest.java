package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.journal.AccountKey;
import io.quittance.ar.journal.JournalEntry;
import io.quittance.ar.journal.JournalLine;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.reconciliation.AccountReconciliation.Status;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an account stands, in which order and words its differences are, and what is no difference at all. */
class OutcomesTest extends TwoSides {
    private static final ReconciliationPolicy TWO_DAYS = ReconciliationPolicy.STRICT.withTransitDays(2);

    private static AccountReconciliation outcome(String has, @Nullable Amount states, Difference... differences) {
        return new AccountReconciliation(Counterparty.CUSTOMER, "A", DATE, eur(has), states, List.of(differences));
    }

    /** What is only called otherwise is harmless beside what is in transit, too. */
    @Test
    void anotherReferenceAndMoneyOnItsWayAgreeWithTiming() {
        ledger("P1", "2026-03-10", "-50");
        stated("T1", "2026-03-10", "-50");
        ledger("R2", "2026-03-31", "7");
        stated("R2", "2026-04-01", "7");
        AccountReconciliation outcome = compared("-43", "-50");
        assertThat(rows(outcome)).containsExactly("REFERENCE P1 0", "TIMING R2 -7");
        assertThat(outcome.status()).isEqualTo(Status.AGREED_WITH_TIMING);
    }

    /** An account is inactive where neither side has anything: no balance, in whichever currency, and no difference. */
    @Test
    void anAccountWithABalanceOrADifferenceIsActive() {
        var why = Explanation.of("test.why", "because");
        var more = new Difference(DifferenceType.AMOUNT, "R1", eur("3"), List.of(), List.of(), why);
        var less = new Difference(DifferenceType.AMOUNT, "R2", eur("-3"), List.of(), List.of(), why);
        assertThat(outcome("0", null).isInactive()).isTrue();
        assertThat(outcome("0", eur("0")).isInactive()).isTrue();
        assertThat(outcome("0", Amount.of("0", "USD")).isInactive()).isTrue();
        assertThat(outcome("1", null).isInactive()).isFalse();
        assertThat(outcome("0", Amount.of("5", "USD")).isInactive()).isFalse();
        assertThat(outcome("0", eur("0"), more, less).isInactive()).isFalse();
    }

    @Test
    void saysNothingOfABalanceThatIsNotStated() {
        assertThat(outcome("10", null)).hasToString("CUSTOMER A at 2026-03-31: EUR 10.00, NOT_COMPARED");
    }

    /** 100.00 are missing, and no line says where the 7.00 come from. */
    @Test
    void whatIsAboutNoDocumentIsLast() {
        ledger("R1", "2026-03-02", "100");
        assertThat(rows(compared("100", "7"))).containsExactly("MISSING_AT_COUNTERPARTY R1 -100", "UNEXPLAINED - 7");
    }

    @ParameterizedTest(name = "{0} of R1 is stated as {1}: {2}")
    @CsvSource({
        "119.01, 119, reconciliation.rounding, 'EUR 119.01 is stated as EUR 119.00, which is rounded'",
        "119.02, 119, reconciliation.amount, EUR 119.02 is stated as EUR 119.00"
    })
    void anotherAmountIsSaidToBeRoundedOrNot(String has, String states, String key, String words) {
        ledger("R1", "2026-03-02", has);
        stated("R1", "2026-03-02", states);
        Explanation why = compared(has, states, ReconciliationPolicy.STRICT.withRoundingUnits(1))
                .differences()
                .get(0)
                .explanation();
        assertThat(why.key()).isEqualTo(key);
        assertThat(why).hasToString(words);
    }

    @ParameterizedTest(name = "stated of {0}: {1}")
    @CsvSource({
        "2026-03-30, reconciliation.not-posted-yet, P9 of 2026-03-30: EUR -4.00 is not in the ledger yet",
        "2026-03-29, reconciliation.not-posted, P9 of 2026-03-29: EUR -4.00 is not in the ledger"
    })
    void whatTheLedgerLacksIsSaidToBeOnItsWayOrNot(String date, String key, String words) {
        stated("P9", date, "-4");
        Explanation why = compared("0", "-4", TWO_DAYS).differences().get(0).explanation();
        assertThat(why.key()).isEqualTo(key);
        assertThat(why).hasToString(words);
    }

    /** With a line of 0.00 the ledger has nothing of R1: it is missing there, and not of another amount. */
    @Test
    void aLineOfNothingIsNoLineOfItsDocument() {
        ledger("R1", "2026-03-02", "0");
        ledger.add(new LedgerLine("P1", List.of(), DATE, eur("0"), eur("0"), true));
        stated("R1", "2026-03-02", "90");
        assertThat(rows(compared("0", "90"))).containsExactly("MISSING_IN_LEDGER R1 90");
    }

    /** An exchange difference is of no amount in the currency of the documents. */
    @Test
    void anExchangeDifferenceIsNoLineOfTheDocuments() {
        var gain = new JournalEntry(
                A,
                "e1",
                DATE,
                List.of(
                        new JournalLine(AccountKey.RECEIVABLES, Amount.of("3", "USD"), eur("0"), "R1"),
                        new JournalLine(AccountKey.EXCHANGE_GAINS, Amount.of("-3", "USD"), eur("0"), "R1")));
        LedgerAccount books = LedgerAccount.booked(
                "1200",
                Amount.of("0", "USD").getCurrency(),
                List.of(gain),
                line -> line.account().equals(AccountKey.RECEIVABLES),
                DATE);
        assertThat(books.lines()).containsExactly(LedgerLine.of("R1", DATE, Amount.of("3", "USD")));
        LedgerAccount documents = LedgerAccount.original(
                "1200",
                eur("0").getCurrency(),
                List.of(gain),
                line -> line.account().equals(AccountKey.RECEIVABLES),
                DATE);
        assertThat(documents.lines()).isEmpty();
    }

    /** 100.00 posted, and taken back twice by mistake: the second time is what differs. */
    @Test
    void whatIsTakenBackOnceTooOftenDiffers() {
        ledger("R1", "2026-03-02", "100");
        ledger("R1", "2026-03-03", "-100");
        ledger("R1", "2026-03-04", "-100");
        AccountReconciliation outcome = compared("-100", "0");
        assertThat(rows(outcome)).containsExactly("MISSING_AT_COUNTERPARTY R1 100");
        assertThat(outcome.differences().get(0).ledger()).containsExactly(ledger.get(2));
    }

    /** Of a debt that is contested as a whole nothing else is missing, nor on its way. */
    @ParameterizedTest
    @CsvSource({"2026-03-02", "2026-03-31"})
    void whatIsContestedAsAWholeIsOneDifference(LocalDate date) {
        ledger.add(new LedgerLine("R1", List.of(), date, eur("80"), eur("80"), false));
        assertThat(rows(compared("80", "0", TWO_DAYS))).containsExactly("IN_DISPUTE R1 -80");
    }

    /** 100.00 of which 20.00 are contested and 10.00 are given up: of the 90.00 the customer has 60.00, so 20.00 and 10.00 differ. */
    @Test
    void whatIsContestedOfADebtIsCountedOnceAmongItsMovements() {
        CustomerLedger customer = ledgerOf(
                new ReceivablePosted(receivable("R1", "2026-03-10", "100")),
                new DisputeOpened(A, dispute("R1", "20"), LocalDate.parse("2026-03-11")),
                ReceivableWrittenOff.of(
                        A,
                        id("R1"),
                        eur("10"),
                        ReceivableWrittenOff.Reason.SMALL_BALANCE,
                        LocalDate.parse("2026-03-12")));
        stated("R1", "2026-02-08", "60");
        AccountReconciliation outcome = Reconciliation.of(
                LedgerAccount.movements(customer, AsOf.endOf(DATE)),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("60")).with(stated),
                ReconciliationPolicy.STRICT);
        assertThat(rows(outcome)).containsExactly("AMOUNT R1 -10", "IN_DISPUTE R1 -20");
    }

    /** A liability that opened with -10.00 and is -80.00 now is a debt that opened with 10.00 and is 80.00 now. */
    @Test
    void theBooksOfACustomerAreMirroredWithWhatTheyOpenedWith() {
        stated("R1", "2026-03-02", "-70");
        StatedAccount books =
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("-80")).opening(eur("-10"));
        assertThat(books.with(stated).mirrored())
                .isEqualTo(StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("80"))
                        .opening(eur("10"))
                        .with(List.of(StatedLine.of("R1", LocalDate.parse("2026-03-02"), eur("70")))));
        assertThat(books.mirrored().statedLines()).isEmpty();
        assertThat(books.mirrored().balance()).isEqualTo(eur("80"));
    }
}
