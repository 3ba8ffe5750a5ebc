package io.quittance.ar.aging;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Debts that come and go in other ways than by an invoice and money for it: 100.00 due on 31 March, of which 90.00 are paid on the day. */
class ReceiptKindsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Receivable DEBT = receivable("R1", "2026-03-31", "100");
    private static final Payment NINETY = payment("P1", "2026-03-31", "90");
    private static final CustomerLedger OWED = post(CustomerLedger.empty(A, EUR), new ReceivablePosted(DEBT));
    private static final Explanation WHY = Explanation.of("test.why", "because");

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact... facts) {
        CustomerLedger next = ledger;
        for (LedgerFact fact : facts) {
            next = next.post(LedgerEntry.of("K" + (next.version() + 1), fact, NOON))
                    .ledger();
        }
        return next;
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static CustomerLedger settled(SettlementPolicy policy) {
        var request = AllocationRequest.of(NINETY, List.of(OpenItem.of(DEBT)));
        return post(
                OWED,
                new PaymentReceived(NINETY),
                new PaymentAllocated(Settlement.of(request, new OldestDueFirst(), policy), NINETY.valueDate()));
    }

    /** Each part: in time, late, otherwise, open. */
    private static List<String> parts(CustomerLedger ledger, String item, String date) {
        return ExpectedReceipt.of(ledger, id(item), AsOf.endOf(date)).stream()
                .map(receipt -> receipt.instalment().id() + ": "
                        + Stream.of(receipt.onTime(), receipt.late(), receipt.otherwise(), receipt.open())
                                .map(amount -> amount.toString().substring("EUR ".length()))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    /** 10.00 within the tolerance are closed without money, and open again when the settlement is undone. */
    @Test
    void whatIsToleratedIsClosedOtherwise() {
        CustomerLedger ledger =
                settled(SettlementPolicy.MONEY_ONLY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("10")))));
        assertThat(parts(ledger, "R1", "2026-05-31")).containsExactly("R1: 90.00 0.00 10.00 0.00");
        CustomerLedger undone = post(ledger, new EntryReversed(A, EntryKey.of("K3"), day("2026-04-10")));
        assertThat(parts(undone, "R1", "2026-04-09")).containsExactly("R1: 90.00 0.00 10.00 0.00");
        assertThat(parts(undone, "R1", "2026-04-10")).containsExactly("R1: 0.00 0.00 0.00 100.00");
    }

    /** The 10.00 that are short are owed by a debt of their own, of which 4.00 come late. */
    @Test
    void whatIsShortIsExpectedOfANewItem() {
        ShortPay rule = ShortPay.newItem(day("2026-05-01"), "/D", "damaged");
        CustomerLedger ledger = settled(SettlementPolicy.MONEY_ONLY.shortPay(rule));
        assertThat(parts(ledger, "R1", "2026-05-31")).containsExactly("R1: 90.00 0.00 10.00 0.00");
        assertThat(parts(ledger, "R1/D/P1", "2026-03-30")).isEmpty();
        assertThat(parts(ledger, "R1/D/P1", "2026-05-31")).containsExactly("R1/D/P1: 0.00 0.00 0.00 10.00");
        Payment four = payment("P2", "2026-05-02", "4");
        CustomerLedger paid = post(
                ledger,
                new PaymentReceived(four),
                new PaymentAllocated(Allocation.of(four, ledger.openItems(), new OldestDueFirst()), four.valueDate()));
        assertThat(parts(paid, "R1/D/P1", "2026-05-31")).containsExactly("R1/D/P1: 0.00 4.00 0.00 6.00");
        CustomerLedger undone = post(ledger, new EntryReversed(A, EntryKey.of("K3"), day("2026-04-10")));
        assertThat(parts(undone, "R1/D/P1", "2026-05-31")).isEmpty();
    }

    /** What was refunded and then taken back by the bank is owed, by a debt of the day of the return. */
    @Test
    void whatABankTookBackAfterARefundIsExpected() {
        CustomerLedger ledger = post(
                OWED,
                new PaymentReceived(NINETY),
                PaymentRefunded.of(A, NINETY.id(), eur("20"), day("2026-04-02")),
                PaymentReturned.ofPart(A, NINETY.id(), eur("30"), PaymentReturned.Reason.CHARGEBACK, day("2026-04-20"))
                        .owing(id("B1"), day("2026-05-04"), eur("20")));
        assertThat(parts(ledger, "B1", "2026-04-19")).isEmpty();
        assertThat(parts(ledger, "B1", "2026-04-20")).containsExactly("B1: 0.00 0.00 0.00 20.00");
        assertThat(parts(ledger, "R1", "2026-04-20")).containsExactly("R1: 0.00 0.00 0.00 100.00");
    }

    /** On 10 April, 60.00 of the 100.00 become two debts of 30.00; the 40.00 stay. It is undone on 20 April. */
    @Test
    void whatIsRescheduledIsExpectedOfItsInstalments() {
        LocalDate agreed = day("2026-04-10");
        var plan = new DebtRescheduled(
                A,
                List.of(DebtRescheduled.Moved.of(id("R1"), eur("60"))),
                List.of(instalment("L/2", "2026-07-01"), instalment("L/1", "2026-06-01")),
                List.of(new ReceivablePosted(Receivable.of(id("L/2/I"), A, agreed, day("2026-07-01"), eur("2"))
                        .withType(ReceivableType.INTEREST)
                        .partOf(id("L"), day("2026-06-01")))),
                WHY,
                agreed);
        CustomerLedger ledger = post(OWED, plan);
        assertThat(parts(ledger, "R1", "2026-04-09")).containsExactly("R1: 0.00 0.00 0.00 100.00");
        assertThat(parts(ledger, "R1", "2026-04-10")).containsExactly("R1: 0.00 0.00 60.00 40.00");
        assertThat(parts(ledger, "L", "2026-04-09")).isEmpty();
        assertThat(parts(ledger, "L", "2026-04-10"))
                .containsExactly(
                        "L/1: 0.00 0.00 0.00 30.00", "L/2: 0.00 0.00 0.00 30.00", "L/2/I: 0.00 0.00 0.00 2.00");
        assertThat(parts(ledger, "L/2", "2026-04-10")).containsExactly("L/2: 0.00 0.00 0.00 30.00");
        CustomerLedger undone = post(ledger, new EntryReversed(A, EntryKey.of("K2"), day("2026-04-20")));
        assertThat(parts(undone, "R1", "2026-04-20")).containsExactly("R1: 0.00 0.00 0.00 100.00");
        assertThat(parts(undone, "L", "2026-04-20")).isEmpty();
    }

    private static Receivable instalment(String id, String due) {
        return Receivable.of(id(id), A, day("2026-04-10"), day(due), eur("30")).partOf(id("L"), day("2026-06-01"));
    }

    /** The bank takes all of it back: nothing was paid, and the customer owes what he owed before. */
    @Test
    void whatIsReturnedWasNotPaid() {
        CustomerLedger returned = post(
                settled(SettlementPolicy.MONEY_ONLY),
                new PaymentReturned(A, NINETY.id(), PaymentReturned.Reason.CHARGEBACK, day("2026-04-20")));
        assertThat(parts(returned, "R1", "2026-04-19")).containsExactly("R1: 90.00 0.00 0.00 10.00");
        assertThat(parts(returned, "R1", "2026-04-20")).containsExactly("R1: 0.00 0.00 0.00 100.00");
    }
}
