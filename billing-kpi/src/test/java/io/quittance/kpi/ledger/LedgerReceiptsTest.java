package io.quittance.kpi.ledger;

import static io.quittance.kpi.billing.Operation.Kind.MATCHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PartialReturn;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.cash.AutoMatch;
import io.quittance.kpi.cash.CashApplicationAccuracy;
import io.quittance.kpi.cash.CashApplicationTime;
import io.quittance.kpi.cash.Receipt;
import io.quittance.kpi.cash.Receipt.Reason;
import io.quittance.kpi.cash.UnappliedReceiptAge;
import io.quittance.kpi.time.CalendarDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Receipts of a ledger: what its entries say about when, by whom and why. Days and amounts by hand. */
class LedgerReceiptsTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");
    private static final AsOf LATER = AsOf.endOf("2026-06-30");
    private static final CalendarDays DAYS = new CalendarDays(ZoneOffset.UTC);

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static LedgerEntry entry(String key, LedgerFact fact, String recorded) {
        return LedgerEntry.of(EntryKey.of(key), fact, at(recorded));
    }

    private static Ledger with(Ledger ledger, LedgerEntry entry) {
        return ledger.post(entry).ledger();
    }

    /** Two debts of 60.00 and 40.00 of January. */
    private static Ledger owed() {
        return with(with(Ledger.empty("USD"), debt("I-1", "60.00")), debt("I-2", "40.00"));
    }

    private static LedgerEntry debt(String id, String amount) {
        return debt(id, amount, "2026-01-05T08:00");
    }

    private static LedgerEntry debt(String id, String amount, String recorded) {
        return entry(
                id,
                new ReceivablePosted(
                        Receivable.of(ReceivableId.of(id), ACME, day("2026-01-05"), day("2026-02-05"), usd(amount))),
                recorded);
    }

    private static Payment payment(String id, String valueDate, String amount) {
        return Payment.of(PaymentId.of(id), ACME, day(valueDate), usd(amount));
    }

    private static Ledger allocated(Ledger ledger, String key, Payment payment, String effective, String recorded) {
        return allocated(ledger, key, payment, effective, recorded, Origin.automatic());
    }

    private static Ledger allocated(
            Ledger ledger, String key, Payment payment, String effective, String recorded, Origin origin) {
        Amount left = ledger.customer(ACME).unapplied(payment.id());
        Allocation allocation =
                Allocation.of(AllocationRequest.of(payment, left, ledger.openItems(ACME)), new OldestDueFirst());
        return with(
                ledger,
                entry(key, new PaymentAllocated(allocation, day(effective)), recorded)
                        .by(origin));
    }

    /** 100.00 of value date 2 March, recorded that day at 09:00, applied on 4 March at 11:00 by nobody. */
    private static Ledger paid() {
        Payment payment = payment("P-1", "2026-03-02", "100.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        return allocated(received, "a1", payment, "2026-03-04", "2026-03-04T11:00");
    }

    private static EventLog<Receipt> log(Ledger ledger) {
        return LedgerReceipts.of(ledger, ZoneOffset.UTC);
    }

    private static Receipt only(EventLog<Receipt> log) {
        assertThat(log.knownAt(Instant.MAX)).hasSize(1);
        return log.knownAt(Instant.MAX).get(0);
    }

    private static Optional<Fraction> value(Kpi<EventFigures<Receipt>> kpi, Ledger ledger, AsOf asOf) {
        return kpi.compute(log(ledger).figures(MARCH, asOf)).value();
    }

    @Test
    void aReceiptHasTheLinesOfItsAllocations() {
        Receipt receipt = only(log(paid()));
        assertThat(receipt.key()).isEqualTo("P-1");
        assertThat(receipt.received()).isEqualTo(at("2026-03-02T09:00"));
        assertThat(receipt.lines())
                .containsExactly(
                        Receipt.Line.automatic("I-1", usd("60.00"), at("2026-03-04T11:00")),
                        Receipt.Line.automatic("I-2", usd("40.00"), at("2026-03-04T11:00")));
        assertThat(receipt.wentBack()).isNull();
        assertThat(value(CashApplicationTime.mean(DAYS), paid(), END)).contains(Fraction.of(2));
        assertThat(value(AutoMatch.byCount(ZoneOffset.UTC), paid(), END)).contains(Fraction.of(100));
    }

    /** Before the allocation was recorded nobody knew it; at the end of 3 March it was not applied, whoever asks. */
    @Test
    void answersAsOfBothTimes() {
        assertThat(value(AutoMatch.byCount(ZoneOffset.UTC), paid(), AsOf.of("2026-03-31", "2026-03-04T10:59:59Z")))
                .contains(Fraction.ZERO);
        var first = ServicePeriod.of("2026-03-01", "2026-03-04");
        assertThat(UnappliedReceiptAge.max(DAYS)
                        .compute(log(paid()).figures(first, AsOf.endOf("2026-03-03")))
                        .value())
                .contains(Fraction.ONE);
        assertThat(log(paid()).knownAt(at("2026-03-01T00:00"))).isEmpty();
    }

    /** An allocation that takes effect later than it was recorded is applied on the day of its effect; a payment recorded later came on its value date. */
    @Test
    void effectsCountFromTheirDay() {
        Payment payment = payment("P-1", "2026-03-02", "100.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-09T09:00"));
        Receipt receipt = only(log(allocated(received, "a1", payment, "2026-03-12", "2026-03-10T11:00")));
        assertThat(receipt.received()).isEqualTo(at("2026-03-02T00:00"));
        assertThat(receipt.lines().get(0).applied()).isEqualTo(at("2026-03-12T00:00"));
    }

    @Test
    void whoAppliedItIsWhoRecordedIt() {
        Payment payment = payment("P-1", "2026-03-02", "100.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        Ledger byHand = allocated(received, "a1", payment, "2026-03-02", "2026-03-02T10:00", Origin.of("clerk-7"));
        assertThat(only(log(byHand)).lines())
                .allSatisfy(line -> assertThat(line.by()).isEqualTo("clerk-7"));
        assertThat(value(AutoMatch.byCount(ZoneOffset.UTC), byHand, END)).contains(Fraction.ZERO);
    }

    /** Reversed on 10 April, it was wrong; unless the host knows why. */
    @Test
    void aReversalIsAnErrorUnlessTheHostKnowsBetter() {
        Ledger reversed = with(
                paid(), entry("r1", new EntryReversed(ACME, EntryKey.of("a1"), day("2026-03-20")), "2026-03-20T09:00"));
        assertThat(only(log(reversed)).lines())
                .allSatisfy(line -> assertThat(line.reversal())
                        .isEqualTo(new Receipt.Reversal(at("2026-03-20T09:00"), Reason.ERROR)));
        assertThat(value(CashApplicationAccuracy.within(30, ZoneOffset.UTC), reversed, LATER))
                .contains(Fraction.ZERO);
        var wished = LedgerReceipts.of(
                reversed, ZoneOffset.UTC, by -> by.key().value().equals("r1") ? Reason.OTHER : Reason.ERROR);
        assertThat(CashApplicationAccuracy.within(30, ZoneOffset.UTC)
                        .compute(wished.figures(MARCH, LATER))
                        .value())
                .contains(Fraction.of(100));
        assertThat(value(CashApplicationAccuracy.within(30, ZoneOffset.UTC), paid(), LATER))
                .contains(Fraction.of(100));
    }

    @Test
    void whatTheBankTakesBackIsNoError() {
        Ledger returned = with(
                paid(),
                entry(
                        "b1",
                        new PaymentReturned(
                                ACME,
                                PaymentId.of("P-1"),
                                PaymentReturned.Reason.INSUFFICIENT_FUNDS,
                                day("2026-03-10")),
                        "2026-03-10T09:00"));
        Receipt receipt = only(log(returned));
        assertThat(receipt.lines())
                .allSatisfy(line -> assertThat(line.reversal())
                        .isEqualTo(new Receipt.Reversal(at("2026-03-10T09:00"), Reason.RETURNED_BY_BANK)));
        assertThat(receipt.wentBack()).isEqualTo(at("2026-03-10T09:00"));
        assertThat(value(CashApplicationAccuracy.within(30, ZoneOffset.UTC), returned, LATER))
                .contains(Fraction.of(100));
        assertThat(value(UnappliedReceiptAge.max(DAYS), returned, END)).isEmpty();
    }

    /** 30.00 of 100.00 come back: the allocation is undone for it and 70.00 are applied again; nothing was wrong. */
    @Test
    void aPartThatComesBackIsNoErrorEither() {
        Ledger ledger = paid();
        var part = PaymentReturned.ofPart(
                ACME, PaymentId.of("P-1"), usd("30.00"), PaymentReturned.Reason.REFUSED_BY_PAYER, day("2026-03-10"));
        int number = 0;
        for (LedgerFact fact : PartialReturn.facts(ledger.customer(ACME), part)) {
            ledger = with(ledger, entry("b" + number++, fact, "2026-03-10T09:00"));
        }
        Receipt receipt = only(log(ledger));
        assertThat(receipt.lines().stream()
                        .filter(line -> line.reversal() == null)
                        .map(Receipt.Line::amount))
                .containsExactly(usd("60.00"), usd("10.00"));
        assertThat(receipt.wentBack()).isEqualTo(at("2026-03-10T09:00"));
        assertThat(value(CashApplicationAccuracy.within(30, ZoneOffset.UTC), ledger, LATER))
                .contains(Fraction.of(100));
        assertThat(value(UnappliedReceiptAge.max(DAYS), ledger, END)).isEmpty();
    }

    /** 120.00 for debts of 100.00: 20.00 wait until they are refunded; the refund is reversed, and they wait again. */
    @Test
    void whatIsRefundedDoesNotWait() {
        Payment payment = payment("P-1", "2026-03-02", "120.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        Ledger applied = allocated(received, "a1", payment, "2026-03-04", "2026-03-04T11:00");
        assertThat(value(UnappliedReceiptAge.max(DAYS), applied, END)).contains(Fraction.of(29));
        Ledger refunded = with(
                applied,
                entry(
                        "f1",
                        PaymentRefunded.of(ACME, PaymentId.of("P-1"), usd("20.00"), day("2026-03-20")),
                        "2026-03-20T09:00"));
        assertThat(value(UnappliedReceiptAge.max(DAYS), refunded, END)).isEmpty();
        assertThat(value(CashApplicationTime.max(DAYS), refunded, END)).contains(Fraction.of(2));
        Ledger again = with(
                refunded,
                entry("r1", new EntryReversed(ACME, EntryKey.of("f1"), day("2026-03-21")), "2026-03-21T09:00"));
        assertThat(value(UnappliedReceiptAge.max(DAYS), again, END)).contains(Fraction.of(29));
        assertThat(only(log(again)).wentBack()).isNull();
    }

    @Test
    void prepaymentsSayWhatTheyAre() {
        Payment payment = payment("P-1", "2026-03-02", "100.00").prepaying("order 7");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        assertThat(only(log(received)).prepayment()).isTrue();
        assertThat(UnappliedReceiptAge.max(DAYS)
                        .compute(log(received).figures(MARCH, END))
                        .basis()
                        .exclusions())
                .containsExactly("PREPAYMENT");
    }

    /** Recorded by mistake, it is none from then on, and was one before; credits are none at all. */
    @Test
    void mistakesAndCreditsAreNoReceipts() {
        Payment payment = payment("P-1", "2026-03-02", "100.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        Ledger mistaken = with(
                received,
                entry("r1", new EntryReversed(ACME, EntryKey.of("p1"), day("2026-03-02")), "2026-03-05T09:00"));
        assertThat(log(mistaken).knownAt(Instant.MAX)).isEmpty();
        assertThat(log(mistaken).knownAt(at("2026-03-05T08:59"))).hasSize(1);
        Ledger atOnce = with(
                received,
                entry("r1", new EntryReversed(ACME, EntryKey.of("p1"), day("2026-03-02")), "2026-03-02T09:00"));
        assertThat(log(atOnce).knownAt(at("2026-03-02T09:00"))).isEmpty();
        Credit credit = Credit.of(PaymentId.of("N-1"), ACME, day("2026-03-02"), usd("10.00"));
        assertThat(log(with(owed(), entry("n1", new CreditPosted(credit), "2026-03-02T09:00")))
                        .knownAt(Instant.MAX))
                .isEmpty();
    }

    /** 20.00 of 120.00 become euros on 20 March, which is reversed on the 21st; and with it a write-off, which is none of the receipt. */
    @Test
    void whatIsConvertedDoesNotWait() {
        Payment payment = payment("P-1", "2026-03-02", "120.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        Ledger applied = allocated(received, "a1", payment, "2026-03-04", "2026-03-04T11:00");
        Ledger converted = with(
                applied,
                entry(
                        "c1",
                        PaymentConverted.of(
                                ACME, PaymentId.of("P-1"), usd("20.00"), Amount.of("18.00", "EUR"), day("2026-03-20")),
                        "2026-03-20T09:00"));
        assertThat(only(log(converted)).wentBack()).isEqualTo(at("2026-03-20T09:00"));
        assertThat(value(UnappliedReceiptAge.max(DAYS), converted, END)).isEmpty();
        Ledger again = with(
                converted,
                entry("r1", new EntryReversed(ACME, EntryKey.of("c1"), day("2026-03-21")), "2026-03-21T09:00"));
        assertThat(only(log(again)).wentBack()).isNull();
        assertThat(value(UnappliedReceiptAge.max(DAYS), again, END)).contains(Fraction.of(29));
    }

    /** The bank took 30.00 of 100.00 back by mistake, as is known on 12 March; the rest is refunded: 70.00 went back, 30.00 wait. */
    @Test
    void aPartThatDidNotGoBackWaits() {
        Payment payment = payment("P-1", "2026-03-02", "100.00");
        Ledger ledger = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        ledger = with(
                ledger,
                entry(
                        "b1",
                        PaymentReturned.ofPart(
                                ACME,
                                PaymentId.of("P-1"),
                                usd("30.00"),
                                PaymentReturned.Reason.CHARGEBACK,
                                day("2026-03-10")),
                        "2026-03-10T09:00"));
        ledger = with(
                ledger,
                entry(
                        "f1",
                        PaymentRefunded.of(ACME, PaymentId.of("P-1"), usd("70.00"), day("2026-03-11")),
                        "2026-03-11T09:00"));
        assertThat(only(log(ledger)).wentBack()).isEqualTo(at("2026-03-11T09:00"));
        ledger = with(
                ledger, entry("r1", new EntryReversed(ACME, EntryKey.of("b1"), day("2026-03-12")), "2026-03-12T09:00"));
        assertThat(only(log(ledger)).wentBack()).isNull();
        assertThat(value(UnappliedReceiptAge.max(DAYS), ledger, END)).contains(Fraction.of(29));
    }

    /** A credit that settles a debt, and no more, and is paid out: no receipt, whatever becomes of it; and neither is a debt that was none. */
    @Test
    void whatBecomesOfCreditsAndDebtsIsNoReceipt() {
        Credit credit = Credit.of(PaymentId.of("N-1"), ACME, day("2026-03-02"), usd("10.00"));
        Ledger ledger = with(owed(), entry("n1", new CreditPosted(credit), "2026-03-02T09:00"));
        ledger = allocated(ledger, "a1", credit.asPayment(), "2026-03-03", "2026-03-03T09:00");
        ledger = with(
                ledger, entry("r1", new EntryReversed(ACME, EntryKey.of("a1"), day("2026-03-04")), "2026-03-04T09:00"));
        ledger = with(
                ledger,
                entry(
                        "f1",
                        PaymentRefunded.of(ACME, PaymentId.of("N-1"), usd("10.00"), day("2026-03-05")),
                        "2026-03-05T09:00"));
        ledger = with(
                ledger,
                entry("r2", new EntryReversed(ACME, EntryKey.of("I-2"), day("2026-03-06")), "2026-03-06T09:00"));
        assertThat(log(ledger).knownAt(Instant.MAX)).isEmpty();
    }

    /** P-1 is wholly applied by nobody on 4 March, P-2 by clerk-7 on the 5th; of P-3, 20.00 wait until they are refunded on the 20th, and again from the 21st on. */
    @Test
    void aReceiptIsMatchedOnceAllOfItIsApplied() {
        Ledger ledger = with(paid(), debt("I-3", "50.00", "2026-03-05T08:00"));
        Payment byHand = payment("P-2", "2026-03-05", "50.00");
        ledger = with(ledger, entry("p2", new PaymentReceived(byHand), "2026-03-05T09:00"));
        ledger = allocated(ledger, "a2", byHand, "2026-03-05", "2026-03-05T10:00", Origin.of("clerk-7"));
        ledger = with(ledger, debt("I-4", "80.00", "2026-03-06T08:00"));
        Payment tooMuch = payment("P-3", "2026-03-06", "100.00");
        ledger = with(ledger, entry("p3", new PaymentReceived(tooMuch), "2026-03-06T09:00"));
        ledger = allocated(ledger, "a3", tooMuch, "2026-03-06", "2026-03-06T10:00");
        assertThat(operations(ledger).knownAt(Instant.MAX))
                .containsExactly(
                        new Operation("P-1 matched", MATCHED, "ACME", day("2026-03-04"), true, at("2026-03-04T11:00")),
                        new Operation(
                                "P-2 matched", MATCHED, "ACME", day("2026-03-05"), false, at("2026-03-05T10:00")));
        assertThat(share(ledger, END)).contains(Fraction.of(50));
        assertThat(operations(ledger).knownAt(at("2026-03-04T10:59"))).isEmpty();
        Ledger refunded = with(
                ledger,
                entry(
                        "f1",
                        PaymentRefunded.of(ACME, PaymentId.of("P-3"), usd("20.00"), day("2026-03-20")),
                        "2026-03-20T09:00"));
        assertThat(operations(refunded).knownAt(Instant.MAX))
                .contains(
                        new Operation("P-3 matched", MATCHED, "ACME", day("2026-03-06"), true, at("2026-03-20T09:00")));
        assertThat(share(refunded, END)).contains(Fraction.of(200, 3));
        Ledger again = with(
                refunded,
                entry("r1", new EntryReversed(ACME, EntryKey.of("f1"), day("2026-03-21")), "2026-03-21T09:00"));
        assertThat(share(again, END)).contains(Fraction.of(50));
        assertThat(share(again, AsOf.of("2026-03-31", "2026-03-21T08:59:59Z"))).contains(Fraction.of(200, 3));
    }

    /** Where days begin in Auckland, 11:00 UTC of 4 March is the 5th: midnight. */
    @Test
    void aMatchIsOfTheDayInItsZone() {
        assertThat(LedgerReceipts.operations(paid(), ZoneId.of("Pacific/Auckland"))
                        .knownAt(Instant.MAX))
                .extracting(Operation::day)
                .containsExactly(day("2026-03-05"));
    }

    /** Undone on 20 March, the match is no automatic one from then on, for whatever reason but that the bank took the money back; it was made on 4 March all the same. */
    @Test
    void aMatchThatIsUndoneLosesItsCredit() {
        Ledger reversed = with(
                paid(), entry("r1", new EntryReversed(ACME, EntryKey.of("a1"), day("2026-03-20")), "2026-03-20T09:00"));
        assertThat(share(reversed, END)).contains(Fraction.ZERO);
        assertThat(share(reversed, AsOf.of("2026-03-31", "2026-03-20T08:59:59Z")))
                .contains(Fraction.of(100));
        assertThat(LedgerReceipts.operations(reversed, ZoneOffset.UTC, by -> Reason.OTHER)
                        .knownAt(Instant.MAX))
                .containsExactly(new Operation(
                        "P-1 matched", MATCHED, "ACME", day("2026-03-04"), false, at("2026-03-20T09:00")));
        assertThat(LedgerReceipts.operations(reversed, ZoneOffset.UTC, by -> Reason.RETURNED_BY_BANK)
                        .knownAt(Instant.MAX))
                .containsExactly(
                        new Operation("P-1 matched", MATCHED, "ACME", day("2026-03-04"), true, at("2026-03-20T09:00")));
    }

    /** Matched on 4 March and returned by the bank on the 10th: the match was right. */
    @Test
    void aMatchOfWhatTheBankTakesBackKeepsItsCredit() {
        Ledger returned = with(
                paid(),
                entry(
                        "b1",
                        new PaymentReturned(
                                ACME,
                                PaymentId.of("P-1"),
                                PaymentReturned.Reason.INSUFFICIENT_FUNDS,
                                day("2026-03-10")),
                        "2026-03-10T09:00"));
        assertThat(share(returned, END)).contains(Fraction.of(100));
    }

    /** P-1 never came, as is known on 12 March: neither was it matched; P-2 never came, and never was matched either. */
    @Test
    void whatNeverCameWasNotMatched() {
        Ledger ledger = with(
                paid(), entry("r1", new EntryReversed(ACME, EntryKey.of("a1"), day("2026-03-11")), "2026-03-11T09:00"));
        ledger = with(
                ledger, entry("r2", new EntryReversed(ACME, EntryKey.of("p1"), day("2026-03-12")), "2026-03-12T09:00"));
        ledger = with(
                ledger, entry("p2", new PaymentReceived(payment("P-2", "2026-03-13", "10.00")), "2026-03-13T09:00"));
        ledger = with(
                ledger, entry("r3", new EntryReversed(ACME, EntryKey.of("p2"), day("2026-03-14")), "2026-03-14T09:00"));
        assertThat(operations(ledger).knownAt(at("2026-03-12T08:59"))).hasSize(1);
        assertThat(operations(ledger).knownAt(at("2026-03-12T09:00"))).isEmpty();
        assertThat(operations(ledger).knownAt(Instant.MAX)).isEmpty();
    }

    @Test
    void refusesAPaymentWithoutRoomForTheKeyOfItsMatch() {
        Payment payment = payment("P".repeat(193), "2026-03-02", "100.00");
        Ledger received = with(owed(), entry("p1", new PaymentReceived(payment), "2026-03-02T09:00"));
        Ledger applied = allocated(received, "a1", payment, "2026-03-04", "2026-03-04T11:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operations(applied))
                .withMessage(
                        "key must have 1 to 200 characters, but was " + payment.id() + " matche… (201 characters)");
    }

    /** Over all receipts, as many are automatic as automatic cash application counts. */
    @Property(tries = 200)
    void automaticMatchesAreThoseOfCashApplication(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 999) Integer> seeds) {
        Ledger ledger = random(seeds);
        List<Operation> matched = operations(ledger).knownAt(Instant.MAX);
        var year = ServicePeriod.of("2026-01-01", "2027-01-01");
        assertThat(AutoMatch.byCount(ZoneOffset.UTC)
                        .compute(log(ledger).figures(year, AsOf.endOf("2026-12-31")))
                        .basis()
                        .items()
                        .stream()
                        .filter(item -> item.numerator().signum() > 0)
                        .map(item -> item.id() + " matched"))
                .containsExactlyElementsOf(matched.stream()
                        .filter(Operation::automatic)
                        .map(Operation::key)
                        .toList());
    }

    private static EventLog<Operation> operations(Ledger ledger) {
        return LedgerReceipts.operations(ledger, ZoneOffset.UTC);
    }

    private static Optional<Fraction> share(Ledger ledger, AsOf asOf) {
        return AutomationShare.of(MATCHED)
                .compute(operations(ledger).figures(MARCH, asOf))
                .value();
    }

    /** What of each payment is applied on a day is what the ledger has, whatever was applied, reversed or refunded when. */
    @Property(tries = 200)
    void whatStandsIsWhatTheLedgerHas(@ForAll @Size(max = 25) List<@IntRange(min = 0, max = 999) Integer> seeds) {
        Ledger ledger = random(seeds);
        LocalDate today = LocalDate.of(2026, 1, 1).plusDays(4L * seeds.size());
        for (LocalDate day = LocalDate.of(2026, 1, 1); !day.isAfter(today); day = day.plusDays(1)) {
            Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Amount onAccount = usd("0");
            for (Receipt receipt : log(ledger).knownAt(Instant.MAX)) {
                if (receipt.received().isBefore(end)) {
                    onAccount = onAccount.add(receipt.amount()).subtract(standing(receipt, end));
                }
            }
            assertThat(onAccount)
                    .isEqualTo(ledger.customer(ACME).unappliedPayments(AsOf.endOf(day)).stream()
                            .map(UnappliedPayment::left)
                            .reduce(usd("0"), Amount::add));
        }
    }

    /** Debts, payments, allocations by a person or nobody, and reversals, in the order of their days. */
    private static Ledger random(List<Integer> seeds) {
        Ledger ledger = Ledger.empty("USD");
        LocalDate today = LocalDate.of(2026, 1, 1);
        var payments = new ArrayList<Payment>();
        var allocations = new ArrayList<String>();
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            today = today.plusDays(seed % 4);
            String now = today + "T10:" + (10 + i);
            if (seed % 5 <= 1) {
                Receivable debt = Receivable.of(
                        ReceivableId.of("I-" + i), ACME, today, today.plusDays(30), usd((1 + seed % 90) + ".00"));
                ledger = with(ledger, entry("i" + i, new ReceivablePosted(debt), now));
            } else if (seed % 5 == 2) {
                payments.add(Payment.of(PaymentId.of("P-" + i), ACME, today, usd((1 + seed % 70) + ".00")));
                ledger = with(ledger, entry("p" + i, new PaymentReceived(payments.get(payments.size() - 1)), now));
            } else if (seed % 5 == 3 && !payments.isEmpty()) {
                Payment payment = payments.get(seed % payments.size());
                if (ledger.customer(ACME).unapplied(payment.id()).signum() > 0
                        && !ledger.openItems(ACME).isEmpty()) {
                    Origin origin = seed % 3 == 0 ? Origin.of("clerk-7") : Origin.automatic();
                    ledger = allocated(ledger, "a" + i, payment, today.toString(), now, origin);
                    allocations.add("a" + i);
                }
            } else if (seed % 5 == 4 && !allocations.isEmpty()) {
                String wrong = allocations.remove(seed % allocations.size());
                ledger = with(ledger, entry("r" + i, new EntryReversed(ACME, EntryKey.of(wrong), today), now));
            }
        }
        return ledger;
    }

    private static Amount standing(Receipt receipt, Instant end) {
        return receipt.lines().stream()
                .filter(line -> line.applied().isBefore(end))
                .filter(line -> line.reversal() == null || !line.reversal().at().isBefore(end))
                .map(Receipt.Line::amount)
                .reduce(usd("0"), Amount::add);
    }
}
