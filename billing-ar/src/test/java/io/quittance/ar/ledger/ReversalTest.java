package io.quittance.ar.ledger;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.ApprovalPolicy;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A debt of 1 February over 100.00, a payment of 10 March over 60.00 that settles 60.00 of it the same day, and what undoes it. */
class ReversalTest {
    private static final Receivable DEBT = receivable("R1", "2026-03-03", "100.00");
    private static final Payment SIXTY = payment("P1", "2026-03-10", "60.00");
    private static final Ledger PAID = Ledger.empty("EUR")
            .postAll(List.of(
                    entry("K1", new ReceivablePosted(DEBT), 1),
                    entry("K2", new PaymentReceived(SIXTY), 2),
                    entry("K3", allocated("60", "2026-03-10"), 3)));

    private static LedgerEntry entry(String key, LedgerFact fact, int second) {
        return LedgerEntry.of(key, fact, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static PaymentAllocated allocated(String amount, String date) {
        var request = AllocationRequest.of(SIXTY, eur(amount), List.of(OpenItem.of(DEBT)));
        return new PaymentAllocated(Allocation.of(request, new OldestDueFirst()), day(date));
    }

    private static EntryReversed reversed(String entry, String date) {
        return new EntryReversed(A, EntryKey.of(entry), day(date));
    }

    private static PaymentReturned returned(String date) {
        return new PaymentReturned(A, SIXTY.id(), PaymentReturned.Reason.INSUFFICIENT_FUNDS, day(date));
    }

    private static PaymentRefunded refunded(String amount, String date) {
        return PaymentRefunded.of(A, SIXTY.id(), eur(amount), day(date));
    }

    private static ReceivableWrittenOff writtenOff(String amount, String date) {
        return ReceivableWrittenOff.of(A, DEBT.id(), eur(amount), ReceivableWrittenOff.Reason.SMALL_BALANCE, day(date));
    }

    private static Ledger with(Ledger ledger, LedgerFact... facts) {
        Ledger next = ledger;
        for (LedgerFact fact : facts) {
            int at = next.customer(A).version() + 1;
            next = next.post(entry("K" + at, fact, at)).ledger();
        }
        return next;
    }

    private static void assertAccount(Ledger ledger, String date, String open, String onAccount) {
        LedgerView view = ledger.asOf(date);
        assertThat(view.open()).as("open").isEqualTo(eur(open));
        assertThat(view.onAccount()).as("on account").isEqualTo(eur(onAccount));
    }

    private static void assertRefused(Ledger ledger, LedgerFact fact, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(ledger, fact))
                .withMessage(message);
    }

    @Test
    void anAllocationIsUndoneFromADayOn() throws IOException, ClassNotFoundException {
        Ledger ledger = with(PAID, reversed("K3", "2026-03-20"));
        assertAccount(ledger, "2026-03-19", "40", "0");
        assertAccount(ledger, "2026-03-20", "100", "60");
        assertThat(ledger.customer(A).unapplied(SIXTY.id())).isEqualTo(eur("60"));
        assertThat(copy(ledger).asOf("2026-03-20").accounts())
                .isEqualTo(ledger.asOf("2026-03-20").accounts());
    }

    /** From the 10th to the 19th the money was in use, whatever was known of it later. */
    @Test
    void moneyIsNotUsedTwiceOnAnyDay() {
        Ledger ledger = with(PAID, reversed("K3", "2026-03-20"));
        assertRefused(
                ledger,
                allocated("60", "2026-03-19"),
                "allocation must be at most EUR 0.00, which is left of payment P1 on each day from 2026-03-19 on, but was EUR 60.00");
        assertRefused(
                ledger,
                writtenOff("41", "2026-03-19"),
                "amount must be at most EUR 40.00, which is open of R1 on each day from 2026-03-19 on, but was EUR 41.00");
        assertAccount(with(ledger, allocated("60", "2026-03-20")), "2026-03-20", "40", "0");
        assertAccount(with(ledger, writtenOff("40", "2026-03-19")), "2026-03-20", "60", "60");
    }

    @Test
    void aReturnedPaymentOpensWhatItSettled() {
        Ledger ledger = with(PAID, returned("2026-03-25"));
        assertAccount(ledger, "2026-03-24", "40", "0");
        assertAccount(ledger, "2026-03-25", "100", "0");
        assertRefused(
                ledger, reversed("K3", "2026-03-25"), "entry must be one that stands and can be reversed, but was K3");
        assertRefused(
                ledger, reversed("K2", "2026-03-25"), "entry must be one that stands and can be reversed, but was K2");
        assertRefused(
                ledger,
                returned("2026-03-26"),
                "payment.amount must be at most EUR 0.00, which is left of payment P1, but was EUR 60.00");
        assertRefused(
                PAID,
                returned("2026-03-09"),
                "effectiveDate must not be before the value date, 2026-03-10, but was 2026-03-09");
        assertRefused(
                with(PAID, reversed("K3", "2026-03-12"), allocated("10", "2026-03-14")),
                returned("2026-03-13"),
                "effectiveDate must not be before what was settled with it, 2026-03-14, but was 2026-03-13");
    }

    @Test
    void moneyOnAccountIsRefunded() {
        Ledger ledger = with(PAID, reversed("K3", "2026-03-20"), refunded("45", "2026-03-21"));
        assertAccount(ledger, "2026-03-21", "100", "15");
        assertRefused(
                ledger,
                refunded("15.01", "2026-03-21"),
                "amount must be at most EUR 15.00, which is left of payment P1, but was EUR 15.01");
        assertRefused(
                ledger,
                returned("2026-03-22"),
                "payment.amount must be at most EUR 15.00, which is left of payment P1, but was EUR 60.00");
        assertAccount(with(ledger, reversed("K5", "2026-03-23")), "2026-03-23", "100", "60");
        assertRefused(
                ledger,
                refunded("1", "2026-03-09"),
                "effectiveDate must not be before the value date, 2026-03-10, but was 2026-03-09");
    }

    @Test
    void aDebtIsWrittenOffAndRecovered() {
        Ledger ledger = with(PAID, writtenOff("40", "2026-04-01"));
        assertAccount(ledger, "2026-03-31", "40", "0");
        assertAccount(ledger, "2026-04-01", "0", "0");
        assertThat(ledger.customer(A).openItems()).isEmpty();
        assertAccount(with(ledger, reversed("K4", "2026-05-01")), "2026-05-01", "40", "0");
        assertRefused(
                ledger,
                writtenOff("0.01", "2026-04-01"),
                "amount must be at most EUR 0.00, which is open of R1, but was EUR 0.01");
        assertRefused(
                ledger,
                writtenOff("1", "2026-01-31"),
                "effectiveDate must not be before the document date of R1, 2026-02-01, but was 2026-01-31");
    }

    @Test
    void whatWasRecordedByMistakeIsTakenBackWhole() {
        assertRefused(
                PAID,
                reversed("K1", "2026-03-10"),
                "entry must be at most EUR 40.00, which is open of R1, but was EUR 100.00");
        assertRefused(
                PAID,
                reversed("K2", "2026-03-10"),
                "entry must be at most EUR 0.00, which is left of payment P1, but was EUR 60.00");
        Ledger ledger =
                with(PAID, reversed("K3", "2026-03-10"), reversed("K1", "2026-03-10"), reversed("K2", "2026-03-10"));
        assertAccount(ledger, "2026-03-09", "100", "0");
        assertAccount(ledger, "2026-03-10", "0", "0");
        assertRefused(ledger, new ReceivablePosted(DEBT), "receivable.id must be new, but was R1");
    }

    @Test
    void aReversalIsOfAnEntryThatStands() {
        assertRefused(
                PAID, reversed("K9", "2026-03-20"), "entry must be one that stands and can be reversed, but was K9");
        assertRefused(
                PAID,
                reversed("K3", "2026-03-09"),
                "effectiveDate must not be before the day of K3, 2026-03-10, but was 2026-03-09");
        Ledger once = with(PAID, reversed("K3", "2026-03-20"));
        assertRefused(
                once, reversed("K3", "2026-03-21"), "entry must be one that stands and can be reversed, but was K3");
        assertRefused(
                once, reversed("K4", "2026-03-21"), "entry must be one that stands and can be reversed, but was K4");
    }

    @Test
    void refusesUnknownItemsMoneyAndCurrencies() {
        assertRefused(
                Ledger.empty("EUR"),
                refunded("1", "2026-03-20"),
                "payment must be in the customer's ledger, but was P1");
        assertRefused(
                PAID,
                ReceivableWrittenOff.of(
                        A, id("R9"), eur("1"), ReceivableWrittenOff.Reason.INSOLVENCY, day("2026-04-01")),
                "item must be in the customer's ledger, but was R9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunded("0", "2026-03-20"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writtenOff("-1", "2026-03-20"))
                .withMessage("amount must be more than 0, but was EUR -1.00");
        PaymentRefunded dollars = PaymentRefunded.of(A, SIXTY.id(), Amount.of("1", "USD"), day("2026-03-20"));
        assertThatExceptionOfType(CurrencyMismatchException.class).isThrownBy(() -> with(PAID, dollars));
    }

    @Test
    void whatIsGivenAwayIsApprovedByAnother() throws IOException, ClassNotFoundException {
        ApprovalPolicy limit = ApprovalPolicy.above(eur("39.99"));
        LedgerEntry entry = entry("K4", writtenOff("40", "2026-04-01"), 4).by(Origin.of("clerk-7"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.checkedBy(limit))
                .withMessage("approver must be given for EUR 40.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.approvedBy(ActorId.of("clerk-7")))
                .withMessage("approver must be another than who recorded it, but was clerk-7");
        LedgerEntry approved = entry.approvedBy(ActorId.of("chief")).checkedBy(limit);
        assertThat(approved.approval()).contains(ActorId.of("chief"));
        assertThat(entry.approval()).isEmpty();
        assertThat(copy(approved)).isEqualTo(approved);
        assertThat(entry.checkedBy(ApprovalPolicy.above(eur("40")))).isSameAs(entry);
        assertThat(entry("K4", refunded("40", "2026-04-01"), 4)
                        .checkedBy(ApprovalPolicy.none())
                        .origin())
                .isEqualTo(Origin.automatic());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("K4", refunded("40", "2026-04-01"), 4).checkedBy(limit))
                .withMessage("approver must be given for EUR 40.00");
        assertThat(entry("K1", new ReceivablePosted(DEBT), 1).checkedBy(limit).customer())
                .isEqualTo(A);
    }

    /**
     * A discount of 10.00 that went with no money of the payment is taken back on 25 March: on the 22nd it stood. Were the payment returned
     * as of the 20th, the discount would be gone on the 22nd, and not be.
     */
    @Test
    void aPaymentIsNotReturnedBeforeWhatWasSettledWithItIsUndone() {
        Settlement discount = Settlement.of(
                        Allocation.of(AllocationRequest.of(SIXTY, List.of(OpenItem.of(DEBT))), request -> List.of()))
                .with(Adjustment.of(
                        Adjustment.Kind.ALLOWED_DISCOUNT, DEBT.id(), eur("10"), Explanation.of("test.why", "because")));
        Ledger ledger = Ledger.empty("EUR")
                .postAll(List.of(
                        entry("K1", new ReceivablePosted(DEBT), 1),
                        entry("K2", new PaymentReceived(SIXTY), 2),
                        entry("K3", new PaymentAllocated(discount, day("2026-03-10")), 3),
                        entry("K4", reversed("K3", "2026-03-25"), 4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.post(entry("K5", returned("2026-03-20"), 5)))
                .withMessage("effectiveDate must not be before the day on which what was settled with it was undone,"
                        + " 2026-03-25, but was 2026-03-20");
        Ledger returned = ledger.post(entry("K5", returned("2026-03-25"), 5)).ledger();
        assertThat(returned.asOf("2026-03-24").open()).isEqualTo(eur("90"));
        assertThat(returned.asOf("2026-03-25").open()).isEqualTo(eur("100"));
        assertThat(returned.asOf("2026-03-25").onAccount()).isEqualTo(eur("0"));
        for (String day : List.of("2026-03-09", "2026-03-10", "2026-03-20", "2026-03-24", "2026-03-25")) {
            assertThat(returned.asOf(day).open())
                    .isGreaterThanOrEqualTo(returned.customer(A).openFrom(DEBT.id(), day(day)));
        }
    }

    /** 40.00 that were paid short are owed by an item of 10 March since the settlement of the 15th: on the 12th it is none to contest. */
    @Test
    void aNewItemIsNotContestedBeforeItIsThere() {
        Settlement settlement = Settlement.of(
                AllocationRequest.of(SIXTY, List.of(OpenItem.of(DEBT))),
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(day("2026-05-01"), "/D", "short")));
        Ledger ledger = Ledger.empty("EUR")
                .postAll(List.of(
                        entry("K1", new ReceivablePosted(DEBT), 1),
                        entry("K2", new PaymentReceived(SIXTY), 2),
                        entry("K3", new PaymentAllocated(settlement, day("2026-03-15")), 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ledger.post(entry("K4", new DisputeOpened(A, dispute("R1/D/P1", "40"), day("2026-03-12")), 4)))
                .withMessage("dispute.amount must be at most EUR 0.00, which is open of R1/D/P1 on 2026-03-12 and not"
                        + " contested by another case, but was EUR 40.00");
        Ledger contested = ledger.post(
                        entry("K4", new DisputeOpened(A, dispute("R1/D/P1", "40"), day("2026-03-15")), 4))
                .ledger();
        assertThat(contested.asOf("2026-03-12").open()).isEqualTo(eur("100"));
        assertThat(contested.asOf("2026-03-15").accounts().get(0).openItems())
                .extracting(OpenItem::isDisputed)
                .containsExactly(true);
    }
}
