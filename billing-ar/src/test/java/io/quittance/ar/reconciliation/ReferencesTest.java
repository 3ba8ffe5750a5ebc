package io.quittance.ar.reconciliation;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which references and names what both sides have is found to be the same. */
class ReferencesTest extends TwoSides {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");

    private void known(String reference, String amount, String... names) {
        ledger.add(new LedgerLine(reference, List.of(names), MARCH_2, eur(amount), eur("0"), false));
    }

    /** An invoice of 100.00 and what was given up of it are of one document, which has its name alone: 60.00 are 60.00. */
    @Test
    void aNameOfTwoLinesOfOneDocumentIsItsName() {
        known("R1", "100", "PO-7");
        known("R1", "-40", "PO-7");
        stated("PO-7", "2026-03-02", "60");
        assertThat(compared("60", "60").differences()).isEmpty();
    }

    /** R2 is the id of one debt and a name of another: who writes R2 means the first. */
    @Test
    void anIdIsMeantBeforeAName() {
        known("R1", "100", "R2");
        known("R2", "60");
        stated("R2", "2026-03-02", "60");
        stated("R1", "2026-03-02", "100");
        assertThat(compared("160", "160").differences()).isEmpty();
    }

    /** Of two payments of 50.00 on each side, the earlier ones are the same, and the later ones, whatever they are called. */
    @ParameterizedTest(name = "P1 of {0} and P2 of {1}, T1 of {2} and T2 of {3}: P1 is {4}")
    @CsvSource({"10, 12, 10, 12, T1", "12, 10, 10, 12, T2", "10, 12, 12, 10, T2", "12, 10, 12, 10, T1"})
    void otherReferencesArePairedByDate(String p1, String p2, String t1, String t2, String same) {
        ledger("P1", "2026-03-" + p1, "-50");
        ledger("P2", "2026-03-" + p2, "-50");
        stated("T1", "2026-03-" + t1, "-50");
        stated("T2", "2026-03-" + t2, "-50");
        AccountReconciliation outcome = compared("-100", "-100");
        assertThat(rows(outcome)).containsExactly("REFERENCE P1 0", "REFERENCE P2 0");
        assertThat(outcome.differences().get(0).stated())
                .extracting(StatedLine::reference)
                .containsExactly(same);
    }

    /** Two lines of one document, of 5.00 in two other currencies: whichever is given first, the answer is the same. */
    @Test
    void theOrderOfCurrenciesChangesNothing() {
        StatedLine dollars = StatedLine.of("R1", MARCH_2, Amount.of("5", "USD"));
        StatedLine francs = StatedLine.of("R1", MARCH_2, Amount.of("5", "CHF"));
        ledger("R1", "2026-03-02", "14");
        stated.addAll(List.of(dollars, francs));
        AccountReconciliation outcome = compared("14", "0");
        assertThat(rows(outcome)).containsExactly("CURRENCY R1 -14");
        stated.clear();
        stated.addAll(List.of(francs, dollars));
        assertThat(compared("14", "0")).isEqualTo(outcome);
    }

    private static List<String> names(CustomerLedger customer, String reference) {
        return LedgerAccount.movements(customer, AsOf.endOf(DATE)).lines().stream()
                .filter(line -> line.reference().equals(reference))
                .flatMap(line -> line.names().stream())
                .toList();
    }

    /** 90.00 for 100.00: the 10.00 are owed as R1/D/P1, by the name of R1. */
    @Test
    void whatIsOwedAfterAShortPaymentIsKnownByItsNames() {
        Receivable debt = receivable("R1", "2026-03-10", "100").knownBy("PO-7");
        Payment ninety = payment("P1", "2026-03-10", "90");
        SettlementPolicy anew =
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged"));
        Settlement settlement =
                Settlement.of(AllocationRequest.of(ninety, List.of(OpenItem.of(debt))), new OldestDueFirst(), anew);
        CustomerLedger customer = ledgerOf(
                new ReceivablePosted(debt),
                new PaymentReceived(ninety),
                new PaymentAllocated(settlement, ninety.valueDate()));
        assertThat(names(customer, "R1/D/P1")).containsExactly("PO-7");
    }

    /** A payment that comes back as a whole leaves no debt but those that there were. */
    @Test
    void aReturnOfTheWholeHasNoNames() {
        Payment sixty = payment("P1", "2026-03-10", "60");
        CustomerLedger customer = ledgerOf(
                new ReceivablePosted(receivable("R1", "2026-03-10", "60").knownBy("PO-7")),
                new PaymentReceived(sixty),
                new PaymentReturned(A, sixty.id(), PaymentReturned.Reason.CHARGEBACK, LocalDate.parse("2026-03-17")));
        assertThat(names(customer, "R1")).containsExactly("PO-7");
    }

    /** 20.00 of 60.00 were paid out, and the bank takes all 60.00 back: the customer calls the 20.00 by the number of that return. */
    @Test
    void whatIsOwedAfterAReturnIsKnownByItsNames() {
        LocalDate day = LocalDate.parse("2026-03-17");
        Payment sixty = payment("P1", "2026-03-10", "60");
        Receivable owed =
                Receivable.of(id("B1"), A, day, day.plusDays(14), eur("20")).knownBy("CB-9");
        CustomerLedger customer = ledgerOf(
                new PaymentReceived(sixty),
                PaymentRefunded.of(A, sixty.id(), eur("20"), LocalDate.parse("2026-03-12")),
                PaymentReturned.ofPart(A, sixty.id(), eur("60"), PaymentReturned.Reason.CHARGEBACK, day)
                        .owing(new ReceivablePosted(owed)));
        assertThat(names(customer, "B1")).containsExactly("CB-9");
        stated("P1", "2026-03-10", "-60");
        stated("P1", "2026-03-12", "20");
        stated("P1", "2026-03-17", "40");
        stated("CB-9", "2026-03-17", "20");
        AccountReconciliation outcome = Reconciliation.of(
                LedgerAccount.movements(customer, AsOf.endOf(DATE)),
                StatedAccount.of(Counterparty.CUSTOMER, "A", DATE, eur("20")).with(stated),
                ReconciliationPolicy.STRICT);
        assertThat(outcome.differences()).isEmpty();
    }
}
