package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.ReceivableWrittenOff.Reason;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100.00 of which 60.00 are written off on 1 March as uncollectible and 40.00 on 1 April for insolvency. */
class RecoveryTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final PaymentId P1 = PaymentId.of("P1");
    private static final LocalDate JUNE_10 = LocalDate.parse("2026-06-10");
    private static final CustomerLedger OWED =
            post(Ledger.empty("EUR").customer(A), "R1", new ReceivablePosted(receivable("R1", "2026-01-31", "100")));
    private static final CustomerLedger GIVEN_UP = written(
            written(OWED, "W1", "60", Reason.UNCOLLECTIBLE, "2026-03-01"), "W2", "40", Reason.INSOLVENCY, "2026-04-01");

    private static CustomerLedger post(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOW)).ledger();
    }

    private static CustomerLedger written(
            CustomerLedger ledger, String key, String amount, Reason reason, String date) {
        return post(ledger, key, ReceivableWrittenOff.of(A, id("R1"), eur(amount), reason, LocalDate.parse(date)));
    }

    private static CustomerLedger paid(CustomerLedger ledger, String amount) {
        return post(ledger, "P1", new PaymentReceived(payment("P1", "2026-06-10", amount)));
    }

    private static CustomerLedger recovered(CustomerLedger ledger) {
        List<LedgerFact> facts = Recovery.of(ledger, P1, id("R1"), JUNE_10);
        for (int i = 0; i < facts.size(); i++) {
            ledger = post(ledger, "X" + i, facts.get(i));
        }
        return ledger;
    }

    /** 30.00 come: the 40.00 of April are taken back, and 10.00 given up again as insolvent. */
    @Test
    void theLatestIsTakenBackFirstAndTheRestGivenUpAgain() {
        List<LedgerFact> facts = Recovery.of(paid(GIVEN_UP, "30"), P1, id("R1"), JUNE_10);
        assertThat(facts).hasSize(3);
        assertThat(facts.get(0)).isEqualTo(new EntryReversed(A, EntryKey.of("W2"), JUNE_10));
        assertThat(((PaymentAllocated) facts.get(1)).settlement().applied()).isEqualTo(eur("30"));
        assertThat(facts.get(2)).isEqualTo(ReceivableWrittenOff.of(A, id("R1"), eur("10"), Reason.INSOLVENCY, JUNE_10));
        assertThat(((PaymentAllocated) facts.get(1)).allocation().lines().get(0).explanation())
                .hasToString("EUR 30.00 of what was written off of R1");
    }

    @Test
    void theDebtIsPaidAndNothingIsOpen() {
        CustomerLedger after = recovered(paid(GIVEN_UP, "30"));
        assertThat(after.openItems()).isEmpty();
        assertThat(after.unapplied(P1)).isEqualTo(eur("0"));
        assertThat(after.asOf(AsOf.endOf(LocalDate.parse("2026-05-01"))).open()).isEqualTo(eur("0"));
    }

    /** 70.00: both are taken back, and 30.00 of the 60.00 of March given up again. */
    @Test
    void severalAreTakenBack() {
        List<LedgerFact> facts = Recovery.of(paid(GIVEN_UP, "70"), P1, id("R1"), JUNE_10);
        assertThat(facts.subList(0, 2))
                .containsExactly(
                        new EntryReversed(A, EntryKey.of("W2"), JUNE_10),
                        new EntryReversed(A, EntryKey.of("W1"), JUNE_10));
        assertThat(facts.get(3))
                .isEqualTo(ReceivableWrittenOff.of(A, id("R1"), eur("30"), Reason.UNCOLLECTIBLE, JUNE_10));
    }

    @Test
    void allThatCameIsNotGivenUpAgainAndMoreStaysOnAccount() {
        CustomerLedger exactly = paid(GIVEN_UP, "40");
        assertThat(Recovery.of(exactly, P1, id("R1"), JUNE_10)).hasSize(2);
        CustomerLedger more = recovered(paid(GIVEN_UP, "120"));
        assertThat(more.unapplied(P1)).isEqualTo(eur("20"));
        assertThat(more.openItems()).isEmpty();
    }

    /** What was given up again is recovered by what comes next, and not what was taken back before. */
    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        CustomerLedger once = recovered(paid(GIVEN_UP, "30"));
        CustomerLedger next = post(once, "P2", new PaymentReceived(payment("P2", "2026-06-20", "15")));
        List<LedgerFact> facts = Recovery.of(next, PaymentId.of("P2"), id("R1"), LocalDate.parse("2026-06-20"));
        assertThat(facts.get(0)).isEqualTo(new EntryReversed(A, EntryKey.of("X2"), LocalDate.parse("2026-06-20")));
        assertThat(facts.get(1)).isEqualTo(new EntryReversed(A, EntryKey.of("W1"), LocalDate.parse("2026-06-20")));
        assertThat(((ReceivableWrittenOff) facts.get(3)).amount()).isEqualTo(eur("55"));
    }

    @Test
    void whatIsGivenUpLaterIsNotRecovered() {
        CustomerLedger later = written(
                post(
                        Ledger.empty("EUR").customer(A),
                        "R1",
                        new ReceivablePosted(receivable("R1", "2026-01-31", "100"))),
                "W1",
                "60",
                Reason.SMALL_BALANCE,
                "2026-06-11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(paid(later, "30"), P1, id("R1"), JUNE_10))
                .withMessage("item must be written off by 2026-06-10 in part at least, but was R1");
    }

    @Test
    void refusesWhatBringsNothing() {
        CustomerLedger spent = recovered(paid(GIVEN_UP, "30"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(spent, P1, id("R1"), JUNE_10))
                .withMessage("payment must have money on account on each day from 2026-06-10 on, but was P1");
        CustomerLedger early = paid(GIVEN_UP, "30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(early, P1, id("R1"), JUNE_10.minusDays(1)))
                .withMessageStartingWith("payment must have money on account on each day from 2026-06-09 on");
        var credit = Credit.of(P1, A, JUNE_10, eur("30"));
        CustomerLedger credited = post(GIVEN_UP, "P1", new CreditPosted(credit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(credited, P1, id("R1"), JUNE_10))
                .withMessage("payment must be money and not a credit, but was P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(GIVEN_UP, P1, id("R1"), JUNE_10))
                .withMessageContaining("P1");
    }

    @Test
    void needsAllEntries() {
        CustomerLedger folded = CustomerLedger.of(GIVEN_UP.snapshot());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(paid(folded, "30"), P1, id("R1"), JUNE_10))
                .withMessageStartingWith("ledger must have all entries");
    }

    /** P0 has money too, and is the older: what recovers the debt is the payment that is named. */
    @Test
    void theMoneyIsThatOfThePaymentThatIsNamed() {
        CustomerLedger two = post(GIVEN_UP, "P0", new PaymentReceived(payment("P0", "2026-06-01", "25")));
        List<LedgerFact> facts = Recovery.of(paid(two, "30"), P1, id("R1"), JUNE_10);
        assertThat(((PaymentAllocated) facts.get(1)).allocation().payment()).isEqualTo(P1);
        assertThat(((PaymentAllocated) facts.get(1)).settlement().applied()).isEqualTo(eur("30"));
    }

    /** 60.00 of R1 were written off in March, and then 50.00 of R2: the money for R1 takes back what was written off of R1. */
    @Test
    void whatWasWrittenOffOfAnotherDebtStays() {
        CustomerLedger two = post(GIVEN_UP, "R2", new ReceivablePosted(receivable("R2", "2026-01-31", "50")));
        CustomerLedger both = post(
                two,
                "W3",
                ReceivableWrittenOff.of(A, id("R2"), eur("50"), Reason.INSOLVENCY, LocalDate.parse("2026-05-01")));
        assertThat(Recovery.of(paid(both, "40"), P1, id("R1"), JUNE_10).get(0))
                .isEqualTo(new EntryReversed(A, EntryKey.of("W2"), JUNE_10));
    }

    /** 20.00 of 15 March were recorded last: those of April are later, and are taken back first, then these, and the 50.00 of 1 March last. */
    @Test
    void theLatestIsByTheDayAndNotByTheRecording() {
        CustomerLedger before = written(OWED, "W1", "50", Reason.UNCOLLECTIBLE, "2026-03-01");
        CustomerLedger april = written(before, "W2", "30", Reason.INSOLVENCY, "2026-04-01");
        CustomerLedger march = written(april, "W3", "20", Reason.SETTLEMENT, "2026-03-15");
        assertThat(takenBack(paid(march, "100"))).containsExactly("W2", "W3", "W1");
    }

    /** Two of one day: the one that was recorded last is taken back first. */
    @Test
    void ofOneDayTheLastRecordedIsTakenBackFirst() {
        CustomerLedger one = written(OWED, "W1", "60", Reason.UNCOLLECTIBLE, "2026-03-01");
        CustomerLedger both = written(one, "W2", "40", Reason.INSOLVENCY, "2026-03-01");
        assertThat(takenBack(paid(both, "100"))).containsExactly("W2", "W1");
        List<LedgerFact> facts = Recovery.of(paid(both, "10"), P1, id("R1"), JUNE_10);
        assertThat(facts.get(2)).isEqualTo(ReceivableWrittenOff.of(A, id("R1"), eur("30"), Reason.INSOLVENCY, JUNE_10));
    }

    private static List<String> takenBack(CustomerLedger ledger) {
        return Recovery.of(ledger, P1, id("R1"), JUNE_10).stream()
                .filter(EntryReversed.class::isInstance)
                .map(fact -> ((EntryReversed) fact).entry().value())
                .toList();
    }
}
