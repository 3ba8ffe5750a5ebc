package io.quittance.ar.risk;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How late money is by the due date of what it settles, whichever entry made that; R1 is 100.00, due on 31 January. */
class PaymentBehaviorTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final Explanation WHY = Explanation.of("test.why", "agreed by letter");
    private static final LedgerFact R1 = new ReceivablePosted(receivable("R1", "2026-01-31", "100"));

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static CustomerLedger ledger(LedgerFact... facts) {
        CustomerLedger ledger = Ledger.empty("EUR").customer(A);
        for (LedgerFact fact : facts) {
            ledger = ledger.post(LedgerEntry.of("K" + ledger.version(), fact, NOW))
                    .ledger();
        }
        return ledger;
    }

    private static PaymentBehavior quarter(LedgerFact... facts) {
        return PaymentBehavior.of(ledger(facts), QUARTER, NOW);
    }

    private static Settlement settlement(Payment payment, String item, String amount) {
        return Settlement.of(
                Allocation.restored(payment, payment.amount(), List.of(AllocationLine.of(id(item), eur(amount), WHY))));
    }

    private static LedgerFact settled(Payment payment, String item) {
        return new PaymentAllocated(
                settlement(payment, item, payment.amount().toBigDecimal().toString()), payment.valueDate());
    }

    private static Receivable owed(String id, String document, String due, String amount) {
        return Receivable.of(id(id), A, day(document), day(due), eur(amount));
    }

    /** The hundred of R1 are owed by 28 February instead, and come on 10 March: 10 days late, and not 38. */
    @Test
    void aDebtThatWasRescheduledIsLateByItsNewDate() {
        Payment money = payment("P1", "2026-03-10", "100");
        PaymentBehavior behavior = quarter(
                R1,
                new DebtRescheduled(
                        A,
                        List.of(DebtRescheduled.Moved.of(id("R1"), eur("100"))),
                        List.of(owed("L1", "2026-02-05", "2026-02-28", "100")),
                        List.of(),
                        WHY,
                        day("2026-02-05")),
                new PaymentReceived(money),
                settled(money, "L1"));
        assertThat(behavior.settled()).isEqualTo(eur("100"));
        assertThat(behavior.late()).isEqualTo(eur("100"));
        assertThat(behavior.daysBeyondTerms()).contains(Fraction.of(10));
    }

    /** 70.00 come 10 days late, and the rest, which a new item owes by 1 March, on the 21st: 10 × 70 + 20 × 30 are 13 days for each of 100.00. */
    @Test
    void whatANewItemOwesIsLateByTheDateOfThatItem() {
        Payment first = payment("P1", "2026-02-10", "70");
        Payment second = payment("P2", "2026-03-21", "30");
        Settlement moving = Settlement.restored(
                settlement(first, "R1", "70").allocation(),
                List.of(Adjustment.of(Adjustment.Kind.MOVED_TO_NEW_ITEM, id("R1"), eur("30"), WHY)),
                List.of(new NewItem(owed("R1/D", "2026-02-10", "2026-03-01", "30"), id("R1"), "damage")));
        PaymentBehavior behavior = quarter(
                R1,
                new PaymentReceived(first),
                new PaymentAllocated(moving, first.valueDate()),
                new PaymentReceived(second),
                settled(second, "R1/D"));
        assertThat(behavior.settled()).isEqualTo(eur("100"));
        assertThat(behavior.late()).isEqualTo(eur("100"));
        assertThat(behavior.daysBeyondTerms()).contains(Fraction.of(13));
        assertThat(behavior.writtenOff()).isEqualTo(eur("0"));
    }

    /** 20.00 of 50.00 on account were refunded, and taken back by the bank as well: they are owed by 10 March, and come on the 15th. */
    @Test
    void whatIsOwedForAReturnIsLateByItsDate() {
        Payment first = payment("P1", "2026-02-10", "50");
        Payment second = payment("P2", "2026-03-15", "20");
        PaymentBehavior behavior = quarter(
                new PaymentReceived(first),
                PaymentRefunded.of(A, first.id(), eur("20"), day("2026-02-11")),
                PaymentReturned.ofPart(A, first.id(), eur("20"), PaymentReturned.Reason.CHARGEBACK, day("2026-02-20"))
                        .owing(id("F1"), day("2026-03-10"), eur("20")),
                new PaymentReceived(second),
                settled(second, "F1"));
        assertThat(behavior.returned()).isEqualTo(1);
        assertThat(behavior.settled()).isEqualTo(eur("20"));
        assertThat(behavior.daysBeyondTerms()).contains(Fraction.of(5));
    }

    @Test
    void moneyOfTheDueDateIsOnTime() {
        Payment money = payment("P1", "2026-01-31", "100");
        PaymentBehavior behavior = quarter(R1, new PaymentReceived(money), settled(money, "R1"));
        assertThat(behavior.settled()).isEqualTo(eur("100"));
        assertThat(behavior.late()).isEqualTo(eur("0"));
        assertThat(behavior.latePercent()).contains(Fraction.ZERO);
    }

    @Test
    void aCreditIsNoMoney() {
        Credit credit = Credit.of(PaymentId.of("C1"), A, day("2026-02-10"), eur("40"));
        PaymentBehavior behavior = quarter(R1, new CreditPosted(credit), settled(credit.asPayment(), "R1"));
        assertThat(behavior.settled()).isEqualTo(eur("0"));
        assertThat(behavior.overdue()).isEqualTo(eur("60"));
    }

    @Test
    void whatWasGivenUpWithinASettlementCounts() {
        Payment money = payment("P1", "2026-02-10", "70");
        Settlement settlement = settlement(money, "R1", "70")
                .with(Adjustment.of(Adjustment.Kind.WRITE_OFF, id("R1"), eur("25"), WHY))
                .with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, id("R1"), eur("5"), WHY));
        PaymentBehavior behavior =
                quarter(R1, new PaymentReceived(money), new PaymentAllocated(settlement, money.valueDate()));
        assertThat(behavior.settled()).isEqualTo(eur("70"));
        assertThat(behavior.writtenOff()).isEqualTo(eur("25"));
    }

    /** Given up, and returned, in February: in March neither. */
    @Test
    void returnsAndWriteOffsOfAnotherPeriodDoNotCount() {
        Payment money = payment("P1", "2026-02-10", "50");
        CustomerLedger ledger = ledger(
                R1,
                new PaymentReceived(money),
                new PaymentReturned(A, money.id(), PaymentReturned.Reason.NO_ACCOUNT, day("2026-02-12")),
                ReceivableWrittenOff.of(
                        A, id("R1"), eur("30"), ReceivableWrittenOff.Reason.UNCOLLECTIBLE, day("2026-02-28")));
        PaymentBehavior quarter = PaymentBehavior.of(ledger, QUARTER, NOW);
        assertThat(quarter.returned()).isEqualTo(1);
        assertThat(quarter.writtenOff()).isEqualTo(eur("30"));
        PaymentBehavior march = PaymentBehavior.of(ledger, MARCH, NOW);
        assertThat(march.returned()).isZero();
        assertThat(march.writtenOff()).isEqualTo(eur("0"));
        assertThat(march.overdue()).isEqualTo(eur("70"));
    }

    /** On 31 March: due tomorrow, due today, and contested wholly. */
    @Test
    void overdueIsWhatIsPastItsDayAndNotContested() {
        LedgerFact tomorrow = new ReceivablePosted(receivable("R2", "2026-04-01", "10"));
        LedgerFact today = new ReceivablePosted(receivable("R3", "2026-03-31", "20"));
        LedgerFact yesterday = new ReceivablePosted(receivable("R4", "2026-03-30", "40"));
        LedgerFact contested = new DisputeOpened(A, dispute("R1", "100"), day("2026-02-05"));
        PaymentBehavior nothing = quarter(R1, contested, tomorrow, today);
        assertThat(nothing.overdue()).isEqualTo(eur("0"));
        assertThat(nothing.oldestOverdueDays()).isZero();
        PaymentBehavior something = quarter(R1, contested, tomorrow, today, yesterday);
        assertThat(something.overdue()).isEqualTo(eur("40"));
        assertThat(something.oldestOverdueDays()).isEqualTo(1);
    }

    private static PaymentBehavior of(Amount settled, Amount late, Amount writtenOff, Amount overdue, long days) {
        Fraction amountDays = Fraction.of(late.signum());
        return new PaymentBehavior(A, QUARTER, settled, late, amountDays, 0, 0, writtenOff, overdue, days);
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void refusesWhatIsLessThanNothing() {
        Amount none = eur("0");
        Amount less = eur("-1");
        refuses("settled must be 0 or more, but was EUR -1.00", () -> of(less, less, none, none, 0));
        refuses("late must be 0 or more, but was EUR -1.00", () -> of(none, less, none, none, 0));
        refuses("writtenOff must be 0 or more, but was EUR -1.00", () -> of(none, none, less, none, 0));
        refuses("overdue must be 0 or more, but was EUR -1.00", () -> of(none, none, none, less, 0));
        refuses(
                "oldestOverdueDays must be more than 0 if and only if something is overdue, but was -1",
                () -> of(none, none, none, none, -1));
        refuses(
                "returned must be 0 or more, but was -1",
                () -> new PaymentBehavior(A, QUARTER, none, none, Fraction.ZERO, -1, 0, none, none, 0));
    }

    @Test
    void refusesAnotherCurrency() {
        Amount none = eur("0");
        Amount dollar = Amount.of("0", "USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> of(none, dollar, none, none, 0))
                .withMessage("late must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> of(none, none, dollar, none, 0))
                .withMessage("writtenOff must be in EUR, but was USD");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> of(none, none, none, dollar, 0))
                .withMessage("overdue must be in EUR, but was USD");
    }
}
