package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A debt of 1 February over 100.00, a credit note of 5 March over 40.00 and a payment of 10 March over 30.00. */
class CreditLedgerTest {
    private static final Credit NOTE = Credit.of(PaymentId.of("N1"), A, day("2026-03-05"), eur("40"));
    private static final CustomerLedger LEDGER = CustomerLedger.empty(A, eur("0").getCurrency())
            .post(entry("K1", new ReceivablePosted(receivable("R1", "2026-03-03", "100"))))
            .ledger()
            .post(entry("K2", new CreditPosted(NOTE)))
            .ledger()
            .post(entry("K3", new PaymentReceived(payment("P1", "2026-03-10", "30"))))
            .ledger();

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(key, fact, Instant.parse("2026-03-10T09:00:00Z"));
    }

    private static CustomerLedger post(CustomerLedger ledger, List<? extends LedgerFact> facts) {
        CustomerLedger next = ledger;
        for (int i = 0; i < facts.size(); i++) {
            next = next.post(entry("S" + i, facts.get(i))).ledger();
        }
        return next;
    }

    @Test
    void aCreditStandsOnAccountFromItsDateOn() {
        AccountView before = LEDGER.asOf(AsOf.endOf("2026-03-04"));
        assertThat(before.onAccount()).isEqualTo(eur("0"));
        AccountView after = LEDGER.asOf(AsOf.endOf("2026-03-10"));
        assertThat(after.onAccount()).isEqualTo(eur("70"));
        assertThat(after.credits()).isEqualTo(eur("40"));
        assertThat(after.balance()).isEqualTo(eur("30"));
        assertThat(LEDGER.unappliedPayments())
                .containsExactly(
                        new UnappliedPayment(NOTE.asPayment(), eur("40"), true),
                        new UnappliedPayment(payment("P1", "2026-03-10", "30"), eur("30"), false));
    }

    @Test
    void whatStandsOnAccountSettlesTheOldestFirst() {
        List<PaymentAllocated> facts = OnAccount.settle(LEDGER, new OldestDueFirst(), day("2026-03-10"));
        assertThat(facts)
                .extracting(fact -> fact.allocation().payment())
                .containsExactly(NOTE.id(), PaymentId.of("P1"));
        assertThat(facts).extracting(fact -> fact.allocation().applied()).containsExactly(eur("40"), eur("30"));
        AccountView after = post(LEDGER, facts).asOf(AsOf.endOf("2026-03-10"));
        assertThat(after.open()).isEqualTo(eur("30"));
        assertThat(after.onAccount()).isEqualTo(eur("0"));
        assertThat(after.credits()).isEqualTo(eur("0"));
        assertThat(OnAccount.settle(LEDGER, new OldestDueFirst(), day("2026-03-09")))
                .extracting(fact -> fact.allocation().payment())
                .containsExactly(NOTE.id());
        assertThat(OnAccount.settle(LEDGER, request -> List.of(), day("2026-03-10")))
                .isEmpty();
    }

    @Test
    void aCreditIsPaidOutOrPaysInAnotherCurrency() {
        CustomerLedger after = post(
                LEDGER,
                List.of(
                        PaymentRefunded.of(A, NOTE.id(), eur("15"), day("2026-03-10")),
                        PaymentConverted.of(A, NOTE.id(), eur("20"), Amount.of("19.10", "CHF"), day("2026-03-11"))));
        assertThat(after.unapplied(NOTE.id())).isEqualTo(eur("5"));
        assertThat(after.asOf(AsOf.endOf("2026-03-10")).credits()).isEqualTo(eur("25"));
        assertThat(after.asOf(AsOf.endOf("2026-03-11")).credits()).isEqualTo(eur("5"));
        CustomerLedger undone = post(after, List.of())
                .post(entry("U", new EntryReversed(A, EntryKey.of("S1"), day("2026-03-12"))))
                .ledger();
        assertThat(undone.unapplied(NOTE.id())).isEqualTo(eur("25"));
    }

    @Test
    void refusesWhatACreditCannotDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEDGER.post(entry(
                        "X", new PaymentReturned(A, NOTE.id(), PaymentReturned.Reason.CHARGEBACK, day("2026-03-11")))))
                .withMessage("payment must be money that arrived, not a credit, but was N1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEDGER.post(
                        entry("X", new CreditPosted(Credit.of(PaymentId.of("P1"), A, day("2026-03-05"), eur("1"))))))
                .withMessage("credit.id must be new, but was P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEDGER.post(entry("X", new PaymentReceived(payment("N1", "2026-03-10", "1")))))
                .withMessage("payment.id must be new, but was N1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEDGER.post(entry(
                        "X",
                        PaymentConverted.of(A, NOTE.id(), eur("40.01"), Amount.of("1", "CHF"), day("2026-03-11")))))
                .withMessage("amount must be at most EUR 40.00, which is left of payment N1, but was EUR 40.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentConverted.of(A, NOTE.id(), eur("1"), eur("1"), day("2026-03-11")))
                .withMessage("converted must be in another currency than EUR 1.00, but was EUR 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentConverted.of(A, NOTE.id(), eur("0"), Amount.of("1", "CHF"), day("2026-03-11")))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentConverted.of(A, NOTE.id(), eur("1"), Amount.of("0", "CHF"), day("2026-03-11")))
                .withMessage("converted must be more than 0, but was CHF 0.00");
    }

    /** A statement that is read for two customers. */
    @Test
    void aPaymentIsOfOneCustomer() {
        Ledger ledger = Ledger.empty("EUR").postAll(LEDGER.entries());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.post(entry(
                        "K1", new PaymentReceived(Payment.of(PaymentId.of("P1"), B, day("2026-03-10"), eur("30"))))))
                .withMessage("payment.id must be new, but was P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.post(
                        entry("K1", new CreditPosted(Credit.of(PaymentId.of("N1"), B, day("2026-03-10"), eur("30"))))))
                .withMessage("credit.id must be new, but was N1");
    }

    /** An allocation of nothing stands when its payment is returned, and can be reversed: a reader of steps sees it so, too. */
    @Test
    void anAllocationOfNothingIsReversedByItself() {
        Payment thirty = payment("P1", "2026-03-10", "30");
        CustomerLedger returned = post(
                LEDGER,
                List.of(
                        new PaymentAllocated(Allocation.of(thirty, List.of(), new OldestDueFirst()), day("2026-03-10")),
                        new PaymentReturned(A, thirty.id(), PaymentReturned.Reason.CHARGEBACK, day("2026-03-11"))));
        CustomerLedger reversed = returned.post(entry("X", new EntryReversed(A, EntryKey.of("S0"), day("2026-03-12"))))
                .ledger();
        List<LedgerStep> steps = reversed.steps(AsOf.endOf("2026-03-12"));
        assertThat(steps.get(4).undone()).extracting(LedgerEntry::key).containsExactly(EntryKey.of("K3"));
        assertThat(steps.get(5).undone()).extracting(LedgerEntry::key).containsExactly(EntryKey.of("S0"));
    }

    @Test
    void whatIsBookedIsInAnotherCurrency() {
        Amount francs = Amount.of("95.5", "CHF");
        assertThat(ReceivablePosted.of(receivable("R1", "2026-03-03", "100"), francs)
                        .bookedAmount()
                        .booked())
                .isEqualTo(francs);
        assertThat(new CreditPosted(NOTE).bookedAmount().booked()).isEqualTo(eur("40"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditPosted.of(NOTE, eur("40")))
                .withMessage("booked must be in another currency than EUR 40.00, but was EUR 40.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentReceived.of(payment("P1", "2026-03-10", "30"), Amount.of("0", "CHF")))
                .withMessage("booked must be more than 0, but was CHF 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReceivablePosted.of(receivable("R1", "2026-03-03", "100"), eur("100")))
                .withMessage("booked must be in another currency than EUR 100.00, but was EUR 100.00");
        var yen = PaymentConverted.of(
                A, PaymentId.of("P1"), eur("30"), Amount.of("4800", "JPY"), LocalDate.parse("2026-03-10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yen.bookedAt(Amount.of("4800", "JPY")))
                .withMessage("booked must be in another currency than JPY 4800, but was JPY 4800");
    }

    @Test
    void creditsAreAPartOfWhatIsOnAccount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountView(A, List.of(), eur("1"), eur("1.01")))
                .withMessage("credits must be 0 or more and at most EUR 1.00, which is on account, but was EUR 1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnappliedPayment(NOTE.asPayment(), eur("40.01"), true))
                .withMessage("left must be more than 0 and at most EUR 40.00, but was EUR 40.01");
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException, ClassNotFoundException {
        CustomerLedger copy = copy(LEDGER);
        assertThat(copy.entries()).isEqualTo(LEDGER.entries());
        assertThat(copy.unappliedPayments()).isEqualTo(LEDGER.unappliedPayments());
        assertThat(copy.openItems()).extracting(item -> item.id()).containsExactly(id("R1"));
    }
}
