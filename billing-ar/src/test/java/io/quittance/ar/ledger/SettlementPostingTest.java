package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountTier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.invoice.ApprovalPolicy;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A debt of 2 March over 1000.00 with 2 % off up to 12 March, and a payment of 10 March over 976.00: 20.00 discount, 4.00 tolerance. */
class SettlementPostingTest {
    private static final Receivable DEBT = receivable("R1", "2026-04-01", "1000.00");
    private static final Payment PAYMENT = payment("P1", "2026-03-10", "976.00");
    private static final LocalDate DAY = PAYMENT.valueDate();
    private static final Explanation WHY = Explanation.of("test.why", "because");
    private static final Ledger RECEIVED = Ledger.empty("EUR")
            .postAll(List.of(entry("K1", new ReceivablePosted(DEBT)), entry("K2", new PaymentReceived(PAYMENT))));
    private static final SettlementPolicy POLICY = SettlementPolicy.MONEY_ONLY
            .discounts(DiscountPolicy.of(Map.of(
                    DEBT.id(),
                    DiscountOffer.of(
                            DEBT.amount(), List.of(DiscountTier.percent("2", LocalDate.parse("2026-03-12")))))))
            .tolerance(TolerancePolicy.pooled(AdjustmentLimit.of(eur("5"))));

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(key, fact, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Settlement settled(SettlementPolicy policy) {
        return Settlement.of(AllocationRequest.of(PAYMENT, List.of(OpenItem.of(DEBT))), new OldestDueFirst(), policy);
    }

    private static Ledger posted(Settlement settlement) {
        return RECEIVED.post(entry("K3", new PaymentAllocated(settlement, DAY))).ledger();
    }

    private static void assertAccount(Ledger ledger, String date, String open, String onAccount) {
        LedgerView view = ledger.asOf(date);
        assertThat(view.open()).as("open").isEqualTo(eur(open));
        assertThat(view.onAccount()).as("on account").isEqualTo(eur(onAccount));
    }

    @Test
    void closesDebtsByMoneyAndAdjustments() {
        Ledger ledger = posted(settled(POLICY));
        assertAccount(ledger, "2026-03-09", "1000", "0");
        assertAccount(ledger, "2026-03-10", "0", "0");
    }

    @Test
    void takesIncomeFromThePayment() {
        SettlementPolicy loose = POLICY.tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("1")))
                .discounts(DiscountPolicy.of(
                        Map.of(DEBT.id(), DiscountOffer.of(DEBT.amount(), List.of(DiscountTier.percent("3", DAY))))));
        Ledger ledger = posted(settled(loose)); // 970.00 are due, 6.00 are too much
        assertAccount(ledger, "2026-03-10", "0", "0");
    }

    /** ar.md 7, law 15: one reversal undoes all of it, and the days before stay as they were. */
    @Test
    void oneReversalUndoesMoneyAndAdjustments() {
        Ledger ledger = posted(settled(POLICY))
                .post(entry("K4", new EntryReversed(A, EntryKey.of("K3"), LocalDate.parse("2026-03-20"))))
                .ledger();
        assertAccount(ledger, "2026-03-19", "0", "0");
        assertAccount(ledger, "2026-03-20", "1000", "976");
        assertThat(ledger.customer(A).openItems())
                .isEqualTo(RECEIVED.customer(A).openItems());
    }

    @Test
    void aReturnedPaymentTakesItsAdjustmentsBack() {
        Ledger ledger = posted(settled(POLICY))
                .post(entry(
                        "K4",
                        new PaymentReturned(
                                A, PAYMENT.id(), PaymentReturned.Reason.CHARGEBACK, LocalDate.parse("2026-03-20"))))
                .ledger();
        assertAccount(ledger, "2026-03-20", "1000", "0");
    }

    /** 976.00 on 1000.00 without a discount: 24.00 are owed by R1/D. */
    private static Ledger moved() {
        ShortPay rule = ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged");
        return posted(settled(SettlementPolicy.MONEY_ONLY.shortPay(rule)));
    }

    @Test
    void aNewItemIsOwedFromThatDayOn() {
        assertAccount(moved(), "2026-03-09", "1000", "0");
        assertAccount(moved(), "2026-03-10", "24", "0");
        OpenItem left = moved().customer(A).openItems().get(0);
        assertThat(left.id()).isEqualTo(id("R1/D/P1"));
        assertThat(left.dueDate()).isEqualTo(LocalDate.parse("2026-05-01"));
        Ledger undone = moved().post(entry("K4", new EntryReversed(A, EntryKey.of("K3"), DAY)))
                .ledger();
        assertThat(undone.customer(A).openItems()).containsExactly(OpenItem.of(DEBT));
    }

    /** P1 is returned on 20 March, and P2 pays as short on 25 March: the 24.00 are owed by an item of its own. */
    @Test
    void aShortPaymentIsMadeAgainAfterItsReturn() {
        Payment again = payment("P2", "2026-03-25", "976.00");
        Ledger returned = moved().postAll(List.of(
                entry(
                        "K4",
                        new PaymentReturned(
                                A, PAYMENT.id(), PaymentReturned.Reason.CHARGEBACK, LocalDate.parse("2026-03-20"))),
                entry("K5", new PaymentReceived(again))));
        ShortPay rule = ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged");
        Settlement settlement = Settlement.of(
                AllocationRequest.of(again, returned.customer(A).openItems()),
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(rule));
        Ledger posted = returned.post(entry("K6", new PaymentAllocated(settlement, again.valueDate())))
                .ledger();
        assertThat(posted.customer(A).openItems())
                .singleElement()
                .satisfies(owed -> assertThat(owed.id()).isEqualTo(id("R1/D/P2")))
                .satisfies(owed -> assertThat(owed.open()).isEqualTo(eur("24")));
    }

    @Test
    void whatIsPaidOfANewItemKeepsItsOriginClosed() {
        Payment second = payment("P2", "2026-03-15", "24.00");
        var request = AllocationRequest.of(second, moved().customer(A).openItems());
        Ledger paid = moved().postAll(List.of(
                entry("K4", new PaymentReceived(second)),
                entry("K5", new PaymentAllocated(Allocation.of(request, new OldestDueFirst()), second.valueDate()))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paid.post(entry("K6", new EntryReversed(A, EntryKey.of("K3"), second.valueDate()))))
                .withMessage("entry must be at most EUR 0.00, which is open of R1/D/P1, but was EUR 24.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paid.post(entry(
                        "K6",
                        new PaymentReturned(A, PAYMENT.id(), PaymentReturned.Reason.CHARGEBACK, second.valueDate()))))
                .withMessage(
                        "payment must not be returned while other money settles EUR 24.00 of R1/D/P1, which it made;"
                                + " undo that first, but was P1");
    }

    /** 900.00 of 976.00 pay 1000.00 short, 76.00 of the 100.00 that are owed anew: returned, 1000.00 are open, as if it never came. */
    @Test
    void aPaymentThatPaysWhatItMovedIsReturned() {
        ShortPay rule = ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged");
        Settlement first = Settlement.of(
                AllocationRequest.of(PAYMENT, eur("900.00"), List.of(OpenItem.of(DEBT))),
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(rule));
        Ledger moved = posted(first);
        Allocation second = Allocation.of(
                AllocationRequest.of(PAYMENT, eur("76.00"), moved.customer(A).openItems()), new OldestDueFirst());
        Ledger paid = moved.post(entry("K4", new PaymentAllocated(second, DAY))).ledger();
        assertAccount(paid, "2026-03-10", "24", "0");
        LocalDate day = LocalDate.parse("2026-03-20");
        Ledger returned = paid.post(entry(
                        "K5", new PaymentReturned(A, PAYMENT.id(), PaymentReturned.Reason.INSUFFICIENT_FUNDS, day)))
                .ledger();
        assertAccount(returned, "2026-03-19", "24", "0");
        assertAccount(returned, "2026-03-20", "1000", "0");
        assertThat(returned.customer(A).openItems()).containsExactly(OpenItem.of(DEBT));
    }

    @Test
    void refusesToCloseMoreThanIsOpenAndToMoveToAKnownItem() {
        Settlement tooMuch = settled(SettlementPolicy.MONEY_ONLY)
                .with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, DEBT.id(), eur("24.01"), WHY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posted(tooMuch))
                .withMessage("allocation.lines[0].amount must be at most EUR 1000.00, which is open of R1, "
                        + "but was EUR 1000.01");
        Settlement unknown = settled(SettlementPolicy.MONEY_ONLY)
                .with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, id("R9"), eur("1"), WHY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posted(unknown))
                .withMessage("adjustments[0].item must be in the customer's ledger, but was R9");
        ShortPay rule = ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damaged");
        Ledger known = RECEIVED.post(entry("K9", new ReceivablePosted(receivable("R1/D/P1", "2026-04-01", "1"))))
                .ledger();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known.post(
                        entry("K3", new PaymentAllocated(settled(SettlementPolicy.MONEY_ONLY.shortPay(rule)), DAY))))
                .withMessage("newItems[0].receivable.id must be new, but was R1/D/P1");
    }

    @Test
    void asksForAnApprovalOfWhatIsGivenUp() {
        ApprovalPolicy limit = ApprovalPolicy.above(eur("20"));
        LedgerEntry writtenOff = entry(
                "K3", new PaymentAllocated(settled(SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.writeOff())), DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writtenOff.checkedBy(limit))
                .withMessage("approver must be given for EUR 24.00");
        LedgerEntry tolerated = entry(
                "K3",
                new PaymentAllocated(
                        settled(SettlementPolicy.MONEY_ONLY)
                                .with(Adjustment.of(
                                        Adjustment.Kind.TOLERANCE,
                                        id("R1"),
                                        eur("20.01"),
                                        Explanation.of("test.why", "because"))),
                        DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tolerated.checkedBy(limit))
                .withMessage("approver must be given for EUR 20.01");
        LedgerEntry approved = writtenOff.approvedBy(ActorId.of("boss"));
        assertThat(approved.checkedBy(limit)).isSameAs(approved);
        LedgerEntry kept = entry(
                "K3",
                new PaymentAllocated(
                        Settlement.of(
                                        AllocationRequest.of(PAYMENT, List.of(OpenItem.of(DEBT, eur("955.99")))),
                                        new OldestDueFirst(),
                                        SettlementPolicy.MONEY_ONLY)
                                .with(Adjustment.ofPayment(Adjustment.Kind.TOLERANCE, eur("20.01"), WHY)),
                        DAY));
        assertThat(kept.checkedBy(limit)).isSameAs(kept); // what was paid over gives nothing away
        LedgerEntry discounted = entry("K3", new PaymentAllocated(settled(POLICY), DAY));
        assertThat(discounted.checkedBy(ApprovalPolicy.above(eur("4")))).isSameAs(discounted);
    }

    @Test
    void isReadBackAsItIsWritten() throws IOException, ClassNotFoundException {
        Ledger copied = copy(moved());
        assertThat(copied.customer(A).openItems()).isEqualTo(moved().customer(A).openItems());
        assertThat(copied.customer(A).entries()).isEqualTo(moved().customer(A).entries());
    }

    /** A discount up to 12 March is not had with the money of the 26th by saying that it came on the 10th; nor 976.00 of 980.00. */
    @Test
    void whatASettlementWasMadeForIsThePaymentThatWasPosted() {
        Payment late = payment("P1", "2026-03-26", "976.00");
        assertRefused(
                late, "allocation.payment.valueDate must be 2026-03-26, as payment P1 was posted, but was 2026-03-10");
        Payment small = payment("P1", "2026-03-10", "980.00");
        assertRefused(
                small, "allocation.payment.amount must be EUR 980.00, as payment P1 was posted, but was EUR 976.00");
    }

    private static void assertRefused(Payment received, String message) {
        Ledger ledger = Ledger.empty("EUR")
                .postAll(List.of(entry("K1", new ReceivablePosted(DEBT)), entry("K2", new PaymentReceived(received))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ledger.post(entry("K3", new PaymentAllocated(settled(POLICY), LocalDate.parse("2026-03-26")))))
                .withMessage(message);
    }

    /** A credit over 976.00 earns no discount by being settled as money, and money none of what credits may by being called one. */
    @Test
    void aCreditIsNotSettledAsMoney() {
        Credit credit = Credit.of(PAYMENT.id(), A, DAY, PAYMENT.amount());
        Ledger credited = Ledger.empty("EUR")
                .postAll(List.of(entry("K1", new ReceivablePosted(DEBT)), entry("K2", new CreditPosted(credit))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> credited.post(entry("K3", new PaymentAllocated(settled(POLICY), DAY))))
                .withMessage("allocation.payment.isCredit must be true, as payment P1 was posted, but was false");
        Allocation ofCredit = Allocation.of(PAYMENT.asCredit(), List.of(OpenItem.of(DEBT)), new OldestDueFirst());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RECEIVED.post(entry("K3", new PaymentAllocated(ofCredit, DAY))))
                .withMessage("allocation.payment.isCredit must be false, as payment P1 was posted, but was true");
    }

    /** What a payer meant is often known later than that the money came. */
    @Test
    void whatIsSaidOfAPaymentMayBeKnownLater() {
        Payment named = PAYMENT.naming(DEBT.id()).saying("invoice R1").by(PaymentMethod.CREDIT_TRANSFER);
        Allocation allocation = Allocation.of(named, List.of(OpenItem.of(DEBT)), new AsRemitted());
        assertAccount(posted(Settlement.of(allocation)), "2026-03-10", "24", "0");
    }

    /** Money of 10 March that is settled on the 20th moves 24.00 to an item of the 20th: on the 10th there is no such document. */
    @Test
    void aNewItemIsNotOpenBeforeItsDocument() {
        var request = AllocationRequest.of(PAYMENT, List.of(OpenItem.of(DEBT))).on(LocalDate.parse("2026-03-20"));
        Settlement moving = Settlement.of(
                request,
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(LocalDate.parse("2026-05-01"), "/D", "damage")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posted(moving))
                .withMessage("effectiveDate must not be before the document date of R1/D/P1, 2026-03-20, but was"
                        + " 2026-03-10");
        Ledger ledger = RECEIVED.post(entry("K3", new PaymentAllocated(moving, LocalDate.parse("2026-03-21"))))
                .ledger();
        assertThat(ledger.customer(A).openFrom(id("R1/D/P1"), LocalDate.parse("2026-03-20")))
                .isEqualTo(eur("0"));
        assertAccount(ledger, "2026-03-21", "24", "0");
    }
}
