package io.quittance.ar.statement;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.statement.StatementMovement.Kind;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BalanceForwardStatementTest {
    private static final Explanation WHY = Explanation.of("test.why", "because");
    private static final AsOf MARCH = AsOf.endOf("2026-03-31");

    private CustomerLedger ledger = CustomerLedger.empty(A, eur("0").getCurrency());

    /** Recorded on its own day, at noon. */
    private EntryKey post(LedgerFact fact) {
        return post(fact, fact.effectiveDate() + "T12:00:00Z");
    }

    private EntryKey post(LedgerFact fact, String recordedAt) {
        var key = EntryKey.of("e" + ledger.version());
        ledger = ledger.post(LedgerEntry.of(key, fact, Instant.parse(recordedAt)))
                .ledger();
        return key;
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Receivable owed(String id, String documentDate, String amount) {
        return Receivable.of(id(id), A, day(documentDate), day("2026-12-31"), eur(amount));
    }

    private Settlement settlement(Payment payment, String item, String amount) {
        var request = AllocationRequest.of(payment, ledger.unapplied(payment.id()), ledger.openItems());
        return Settlement.of(Allocation.of(request, asked -> List.of(AllocationLine.of(id(item), eur(amount), WHY))));
    }

    private static List<String> rows(BalanceForwardStatement statement) {
        return statement.lines().stream()
                .map(line -> line.movement().date() + " " + line.movement().kind() + " "
                        + line.movement().reference() + " "
                        + line.movement().amount().toBigDecimal() + " = "
                        + line.balance().toBigDecimal())
                .toList();
    }

    /** 100.00 of February; in March an invoice over 50.00 and 120.00 of money: 100 + 50 - 120 = 30, which is what is open less on account. */
    @Test
    void openingAndMovementsAreTheClosing() {
        post(new ReceivablePosted(owed("R1", "2026-02-10", "100")));
        post(new ReceivablePosted(owed("R2", "2026-03-05", "50")));
        Payment money = payment("P1", "2026-03-10", "120");
        post(new PaymentReceived(money));
        post(new PaymentAllocated(settlement(money, "R1", "100"), day("2026-03-11")));
        post(new ReceivablePosted(owed("R3", "2026-04-01", "77")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, day("2026-03-01"), MARCH);
        assertThat(statement.opening()).isEqualTo(eur("100"));
        assertThat(rows(statement))
                .containsExactly("2026-03-05 INVOICE R2 50 = 150", "2026-03-10 PAYMENT P1 -120 = 30");
        assertThat(statement.closing()).isEqualTo(eur("30"));
        assertThat(statement.closed().open()).isEqualTo(eur("50"));
        assertThat(statement.closed().onAccount()).isEqualTo(eur("20"));
        assertThat(statement.openedAt()).hasValue(AsOf.endOf("2026-02-28"));
        assertThat(statement.customer()).isEqualTo(A);
        assertThat(statement).hasToString("statement of customer A at 2026-03-31: EUR 100.00 to EUR 30.00");
        assertThat(statement.movements().get(1)).hasToString("2026-03-10 payment P1: EUR -120.00");
        assertThat(statement.totals())
                .containsExactly(Map.entry(Kind.INVOICE, eur("50")), Map.entry(Kind.PAYMENT, eur("-120")));
        BalanceForwardStatement all = BalanceForwardStatement.sinceTheBeginning(ledger, MARCH);
        assertThat(all.openedAt()).isEmpty();
        assertThat(all.opening()).isEqualTo(eur("0"));
        assertThat(rows(all)).hasSize(3).startsWith("2026-02-10 INVOICE R1 100 = 100");
        assertThat(all.backDated()).isEmpty();
    }

    /** 980.00 and a discount of 20.00 close 1000.00; what a settlement does beside money is a line of its own. */
    @Test
    void whatClosesDebtsBesideMoneyIsALine() {
        post(new ReceivablePosted(owed("R1", "2026-03-01", "1000")));
        Payment money = payment("P1", "2026-03-10", "980");
        post(new PaymentReceived(money));
        Settlement settlement = settlement(money, "R1", "970")
                .with(Adjustment.of(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, id("R1"), eur("20"), WHY))
                .with(Adjustment.of(Adjustment.Kind.WITHHOLDING_TAX, id("R1"), eur("4"), WHY))
                .with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, id("R1"), eur("3"), WHY))
                .with(Adjustment.of(Adjustment.Kind.TOLERANCE, id("R1"), eur("2"), WHY))
                .with(Adjustment.of(Adjustment.Kind.WRITE_OFF, id("R1"), eur("1"), WHY))
                .with(Adjustment.ofPayment(Adjustment.Kind.TOLERANCE, eur("6"), WHY))
                .with(Adjustment.ofPayment(Adjustment.Kind.OVERPAYMENT_INCOME, eur("4"), WHY));
        post(new PaymentAllocated(settlement, day("2026-03-10")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, day("2026-03-10"), MARCH);
        assertThat(rows(statement))
                .containsExactly(
                        "2026-03-10 PAYMENT P1 -980 = 20",
                        "2026-03-10 DISCOUNT R1 -20 = 0",
                        "2026-03-10 WITHHOLDING_TAX R1 -4 = -4",
                        "2026-03-10 BANK_CHARGE R1 -3 = -7",
                        "2026-03-10 PAYMENT_DIFFERENCE R1 -2 = -9",
                        "2026-03-10 WRITE_OFF R1 -1 = -10",
                        "2026-03-10 PAYMENT_DIFFERENCE P1 6 = -4",
                        "2026-03-10 INCOME P1 4 = 0");
        assertThat(statement.movements().stream().map(StatementMovement::explanation))
                .map(Explanation::text)
                .containsExactly(
                        "payment P1",
                        "discount on R1 with payment P1",
                        "tax kept of R1 with payment P1",
                        "bank charge on R1 with payment P1",
                        "difference on R1 with payment P1",
                        "rest of R1 given up",
                        "difference over with payment P1",
                        "rest of payment P1 is kept");
        assertThat(statement.closed().items()).isEmpty();
    }

    /** Of 100.00, 70.00 are paid and 30.00 are owed by a new item: what is owed in all stays. */
    @Test
    void whatIsMovedToANewItemIsTwoLines() {
        post(new ReceivablePosted(owed("R1", "2026-03-01", "100")));
        Payment money = payment("P1", "2026-03-10", "70");
        post(new PaymentReceived(money));
        Settlement paid = settlement(money, "R1", "70");
        var moved = Adjustment.of(Adjustment.Kind.MOVED_TO_NEW_ITEM, id("R1"), eur("30"), WHY);
        Settlement settlement = Settlement.restored(
                paid.allocation(),
                List.of(moved),
                List.of(new NewItem(owed("R1-rest", "2026-03-10", "30"), id("R1"), "quantity")));
        post(new PaymentAllocated(settlement, day("2026-03-10")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, day("2026-03-02"), MARCH);
        assertThat(rows(statement))
                .containsExactly(
                        "2026-03-10 PAYMENT P1 -70 = 30",
                        "2026-03-10 MOVED R1 -30 = 0",
                        "2026-03-10 MOVED R1-rest 30 = 30");
        assertThat(statement.movements().get(1).explanation()).hasToString("rest of R1 is owed anew");
        assertThat(statement.movements().get(2).explanation()).hasToString("R1-rest, due 2026-12-31, instead of R1");
    }

    /** 100.00 become two instalments of 50.00, and 3.00 are charged for the time. */
    @Test
    void aPlanMovesADebtAndAddsItsCharge() {
        post(new ReceivablePosted(owed("R1", "2026-03-01", "100")));
        post(new DebtRescheduled(
                A,
                List.of(DebtRescheduled.Moved.of(id("R1"), eur("100"))),
                List.of(owed("R1/P1", "2026-03-10", "50"), owed("R1/P2", "2026-03-10", "50")),
                List.of(new ReceivablePosted(owed("R1/P2/I", "2026-03-10", "3").withType(ReceivableType.INTEREST))),
                WHY,
                day("2026-03-10")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, day("2026-03-02"), MARCH);
        assertThat(rows(statement))
                .containsExactly(
                        "2026-03-10 MOVED R1 -100 = 0",
                        "2026-03-10 MOVED R1/P1 50 = 50",
                        "2026-03-10 MOVED R1/P2 50 = 100",
                        "2026-03-10 CHARGE R1/P2/I 3 = 103");
        assertThat(statement.movements().get(1).explanation()).hasToString("R1/P1, due 2026-12-31, of a plan");
        assertThat(statement.closed().open()).isEqualTo(eur("103"));
    }

    @Test
    void creditsRefundsConversionsAndWriteOffsAreLines() {
        post(new ReceivablePosted(owed("R1", "2026-03-01", "100").withType(ReceivableType.PENALTY)));
        post(new CreditPosted(Credit.of(PaymentId.of("C1"), A, day("2026-03-02"), eur("30"))));
        post(PaymentRefunded.of(A, PaymentId.of("C1"), eur("10"), day("2026-03-03")));
        post(PaymentConverted.of(A, PaymentId.of("C1"), eur("5"), Amount.of("6", "USD"), day("2026-03-04")));
        post(ReceivableWrittenOff.of(
                A, id("R1"), eur("40"), ReceivableWrittenOff.Reason.SMALL_BALANCE, day("2026-03-05")));
        BalanceForwardStatement statement = BalanceForwardStatement.sinceTheBeginning(ledger, MARCH);
        assertThat(rows(statement))
                .containsExactly(
                        "2026-03-01 CHARGE R1 100 = 100",
                        "2026-03-02 CREDIT_NOTE C1 -30 = 70",
                        "2026-03-03 REFUND C1 10 = 80",
                        "2026-03-04 CONVERSION C1 5 = 85",
                        "2026-03-05 WRITE_OFF R1 -40 = 45");
        assertThat(statement.movements().stream().map(StatementMovement::explanation))
                .map(Explanation::text)
                .containsExactly(
                        "penalty R1, due 2026-12-31",
                        "credit note C1",
                        "C1 paid out",
                        "C1 became USD 6.00",
                        "R1 given up");
    }

    /** A part of 60.00 comes back of which 50.00 are on account and 10.00 were refunded, which are owed. */
    @Test
    void aPartThatComesBackIsWhatIsTakenAndWhatIsOwed() {
        post(new PaymentReceived(payment("P1", "2026-03-10", "60")));
        post(PaymentRefunded.of(A, PaymentId.of("P1"), eur("10"), day("2026-03-11")));
        post(PaymentReturned.ofPart(
                        A, PaymentId.of("P1"), eur("60"), PaymentReturned.Reason.CHARGEBACK, day("2026-03-20"))
                .owing(id("O1"), day("2026-03-30"), eur("10")));
        BalanceForwardStatement statement = BalanceForwardStatement.sinceTheBeginning(ledger, MARCH);
        assertThat(rows(statement))
                .containsExactly(
                        "2026-03-10 PAYMENT P1 -60 = -60",
                        "2026-03-11 REFUND P1 10 = -50",
                        "2026-03-20 RETURN P1 50 = 0",
                        "2026-03-20 RETURN O1 10 = 10");
        assertThat(statement.movements().get(2).explanation()).hasToString("taken back of payment P1");
        assertThat(statement.movements().get(3).explanation())
                .hasToString("O1, due 2026-03-30, for what was paid out of payment P1");
    }

    /** A returned payment takes its discount with it: the whole debt is owed again. */
    @Test
    void aReturnedPaymentUndoesWhatItSettled() {
        post(new ReceivablePosted(owed("R1", "2026-03-01", "100")));
        Payment money = payment("P1", "2026-03-10", "98");
        post(new PaymentReceived(money));
        post(new PaymentAllocated(
                settlement(money, "R1", "98")
                        .with(Adjustment.of(Adjustment.Kind.EARLY_PAYMENT_DISCOUNT, id("R1"), eur("2"), WHY)),
                day("2026-03-10")));
        post(new PaymentReturned(A, PaymentId.of("P1"), PaymentReturned.Reason.INSUFFICIENT_FUNDS, day("2026-03-15")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, day("2026-03-11"), MARCH);
        assertThat(statement.opening()).isEqualTo(eur("0"));
        assertThat(rows(statement)).containsExactly("2026-03-15 DISCOUNT R1 2 = 2", "2026-03-15 PAYMENT P1 98 = 100");
        assertThat(statement.movements().get(1).explanation()).hasToString("returned: payment P1");
        assertThat(statement.movements().get(1).undoes()).hasValue(EntryKey.of("e1"));
        assertThat(statement.netted()).isEqualTo(statement);
        assertThat(rows(BalanceForwardStatement.sinceTheBeginning(ledger, MARCH).netted()))
                .containsExactly("2026-03-01 INVOICE R1 100 = 100");
    }

    /** frappe/erpnext#50352: a cancelled invoice stays on the statement; here both lines are there, or neither. */
    @Test
    void whatIsReversedIsTwoLinesOrNone() {
        EntryKey wrong = post(new ReceivablePosted(owed("R1", "2026-03-01", "100")));
        post(new ReceivablePosted(owed("R2", "2026-03-02", "70")));
        post(new EntryReversed(A, wrong, day("2026-03-03")));
        BalanceForwardStatement statement = BalanceForwardStatement.sinceTheBeginning(ledger, MARCH);
        assertThat(rows(statement))
                .containsExactly(
                        "2026-03-01 INVOICE R1 100 = 100",
                        "2026-03-02 INVOICE R2 70 = 170",
                        "2026-03-03 INVOICE R1 -100 = 70");
        assertThat(statement.movements().get(2).explanation()).hasToString("reversed: invoice R1, due 2026-12-31");
        assertThat(statement.movements().get(2).undoes()).hasValue(wrong);
        assertThat(rows(statement.netted())).containsExactly("2026-03-02 INVOICE R2 70 = 70");
        BalanceForwardStatement later = BalanceForwardStatement.of(ledger, day("2026-03-02"), MARCH);
        assertThat(later.netted()).isEqualTo(later);
    }

    /**
     * A payment of 28 February that is recorded on 2 March: the statement of February was sent without it, so that of March opens with what was
     * sent and has it as a line (OCA/account-financial-reporting#546).
     */
    @Test
    void goesOnFromWhatTheCustomerWasTold() {
        post(new ReceivablePosted(owed("R1", "2026-02-10", "100")));
        AsOf sent = AsOf.of("2026-02-28", "2026-03-01T00:00:00Z");
        assertThat(OpenItemStatement.of(ledger, sent).closing()).isEqualTo(eur("100"));
        post(new PaymentReceived(payment("P1", "2026-02-28", "60")), "2026-03-02T09:00:00Z");
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, sent, MARCH);
        assertThat(statement.opening()).isEqualTo(eur("100"));
        assertThat(rows(statement)).containsExactly("2026-02-28 PAYMENT P1 -60 = 40");
        assertThat(statement.backDated()).isEqualTo(statement.movements());
        BalanceForwardStatement asKnownNow = BalanceForwardStatement.of(ledger, day("2026-03-01"), MARCH);
        assertThat(asKnownNow.opening()).isEqualTo(eur("40"));
        assertThat(asKnownNow.lines()).isEmpty();
        assertThat(asKnownNow.backDated()).isEmpty();
    }

    /** Of the two, only the payment is of a day of the statement before. */
    @Test
    void tellsWhatIsBackDatedFromWhatIsNot() {
        post(new ReceivablePosted(owed("R1", "2026-02-10", "100")));
        AsOf sent = AsOf.of("2026-02-28", "2026-03-01T00:00:00Z");
        post(new PaymentReceived(payment("P1", "2026-02-28", "60")), "2026-03-02T09:00:00Z");
        post(new ReceivablePosted(owed("R2", "2026-03-05", "50")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, sent, MARCH);
        assertThat(rows(statement)).containsExactly("2026-02-28 PAYMENT P1 -60 = 40", "2026-03-05 INVOICE R2 50 = 90");
        assertThat(statement.backDated()).isEqualTo(statement.movements().subList(0, 1));
    }

    /** The bank takes back 20.00 that were refunded: all of it is owed, and nothing is taken of what is on account. */
    @Test
    void whatIsOwedForAReturnIsTheOnlyLineOfIt() {
        Payment money = payment("P1", "2026-03-10", "60");
        post(new PaymentReceived(money));
        post(PaymentRefunded.of(A, money.id(), eur("20"), day("2026-03-12")));
        post(PaymentReturned.ofPart(A, money.id(), eur("20"), PaymentReturned.Reason.CHARGEBACK, day("2026-03-17"))
                .owing(id("F1"), day("2026-04-01"), eur("20")));
        BalanceForwardStatement statement = BalanceForwardStatement.of(ledger, day("2026-03-17"), MARCH);
        assertThat(statement.opening()).isEqualTo(eur("-40"));
        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.lines().get(0).movement().amount()).isEqualTo(eur("20"));
        assertThat(statement.closing()).isEqualTo(eur("-20"));
    }

    @Test
    void refusesContradictoryDates() {
        post(new ReceivablePosted(owed("R1", "2026-02-10", "100")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalanceForwardStatement.of(ledger, AsOf.endOf("2026-04-01"), MARCH))
                .withMessage("opened must be of no later day and of nothing known later than 2026-03-31, which it"
                        + " closes with, but was 2026-04-01");
        AsOf known = AsOf.of("2026-03-31", "2026-03-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalanceForwardStatement.of(ledger, AsOf.endOf("2026-02-01"), known))
                .withMessageStartingWith("opened must be of no later day and of nothing known later than 2026-03-31,"
                        + " known at 2026-03-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalanceForwardStatement.of(ledger, day("0001-01-01"), MARCH))
                .withMessage("from must lie in the years 1 to 9999, but was 0000-12-31");
        assertThat(BalanceForwardStatement.of(ledger, day("2026-04-01"), MARCH).lines())
                .isEmpty();
    }

    @Test
    void refusesALedgerWithoutItsEntries() {
        post(new ReceivablePosted(owed("R1", "2026-02-10", "100")));
        CustomerLedger folded = CustomerLedger.of(ledger.snapshot());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalanceForwardStatement.of(folded, day("2026-03-01"), MARCH))
                .withMessageStartingWith("ledger must have all entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalanceForwardStatement.sinceTheBeginning(folded, MARCH))
                .withMessageStartingWith("ledger must have all entries");
    }

    private BalanceForwardStatement statement(
            @Nullable AsOf opened, Amount opening, List<StatementMovement> movements) {
        return new BalanceForwardStatement(opened, opening, movements, OpenItemStatement.of(ledger, MARCH));
    }

    @Test
    void refusesWhatDoesNotComeToTheClosing() {
        post(new ReceivablePosted(owed("R1", "2026-02-10", "100")));
        post(new ReceivablePosted(owed("R2", "2026-03-10", "30")));
        AsOf opened = AsOf.endOf("2026-02-28");
        List<StatementMovement> all = StatementMovement.of(ledger, Instant.MAX);
        assertThat(statement(opened, eur("100"), all.subList(1, 2)).closing()).isEqualTo(eur("130"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement(opened, eur("99.99"), all.subList(1, 2)))
                .withMessage("movements must bring EUR 99.99 to EUR 130.00, which the ledger says, but was EUR 129.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement(null, eur("100"), all.subList(1, 2)))
                .withMessage("opening must be 0 at the beginning of the account, but was EUR 100.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement(opened, eur("0"), all))
                .withMessage("movements[0].date must not be of before 2026-02-28, which it opens with,"
                        + " but was 2026-02-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement(null, eur("0"), List.of(all.get(1), all.get(0))))
                .withMessage("movements[1].date must not be before that of the one before, but was 2026-02-10");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> statement(opened, Amount.of("100", "USD"), all.subList(1, 2)))
                .withMessageContaining("opening");
        post(new ReceivablePosted(owed("R3", "2026-04-01", "30")));
        StatementMovement late = StatementMovement.of(ledger, Instant.MAX).get(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statement(opened, eur("100"), List.of(all.get(1), late)))
                .withMessage(
                        "movements[1].date must not be after 2026-03-31, which it closes with, but was 2026-04-01");
    }

    @Test
    void aMovementIsOfSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatementMovement(
                        EntryKey.of("e"), Kind.INVOICE, "R1", MARCH.date(), Instant.EPOCH, eur("0"), null, WHY))
                .withMessage("amount must not be 0, but was EUR 0.00");
        var movement = new StatementMovement(
                EntryKey.of("e"), Kind.INVOICE, "R1", MARCH.date(), Instant.EPOCH, eur("1"), null, WHY);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new StatementLine(movement, Amount.of("1", "USD")));
    }

    @Test
    void canBeShipped() throws IOException, ClassNotFoundException {
        post(new ReceivablePosted(receivable("R1", "2026-03-10", "100")));
        BalanceForwardStatement statement = BalanceForwardStatement.sinceTheBeginning(ledger, MARCH);
        assertThat(copy(statement)).isEqualTo(statement);
        BalanceForwardStatement march = BalanceForwardStatement.of(ledger, day("2026-03-01"), MARCH);
        assertThat(copy(march)).isEqualTo(march);
    }
}
