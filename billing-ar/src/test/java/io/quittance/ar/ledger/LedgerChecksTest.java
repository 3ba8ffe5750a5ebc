package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.START;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.forged;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a ledger refuses wherever it comes from, and the orders in which it answers. */
class LedgerChecksTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-12");
    private static final Amount DOLLAR = Amount.of("1", "USD");
    private static final CustomerLedger OWING = ledger(new ReceivablePosted(receivable("R1", "2026-03-03", "100")));

    private static CustomerLedger ledger(LedgerFact... facts) {
        CustomerLedger ledger = CustomerLedger.empty(A, EUR);
        for (LedgerFact fact : facts) {
            ledger = ledger.post(LedgerEntry.of("K" + ledger.version(), fact, START))
                    .ledger();
        }
        return ledger;
    }

    private static void assertMismatch(LedgerFact fact, String message) {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> OWING.post(LedgerEntry.of("X", fact, START)))
                .withMessage(message);
    }

    @Test
    void eachFactIsInTheCurrencyOfTheLedger() {
        assertMismatch(
                new CreditPosted(Credit.of(PaymentId.of("N"), A, DAY, DOLLAR)),
                "credit.amount must be in EUR, but was USD");
        assertMismatch(
                ReceivableWrittenOff.of(A, id("R1"), DOLLAR, ReceivableWrittenOff.Reason.SMALL_BALANCE, DAY),
                "amount must be in EUR, but was USD");
        assertMismatch(
                new PaymentReceived(Payment.of(PaymentId.of("P"), A, DAY, DOLLAR)),
                "payment.amount must be in EUR, but was USD");
    }

    @Test
    void moneyGoesBackInTheCurrencyOfTheLedger() {
        CustomerLedger paid = ledger(new PaymentReceived(payment("P", "2026-03-12", "5")));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() ->
                        paid.post(LedgerEntry.of("X", PaymentRefunded.of(A, PaymentId.of("P"), DOLLAR, DAY), START)))
                .withMessage("amount must be in EUR, but was USD");
    }

    /** 4.00 of 5.00 pay 100.00 and move 96.00 to an id that this customer has, or another one. */
    @Test
    void aNewItemHasAnIdThatNobodyHas() {
        Payment five = payment("P", "2026-03-12", "5");
        Settlement moving = Settlement.of(
                AllocationRequest.of(five, eur("4"), OWING.openItems()),
                new OldestDueFirst(),
                SettlementPolicy.MONEY_ONLY.shortPay(ShortPay.newItem(DAY.plusDays(9), "/D", "short")));
        LedgerEntry settled = LedgerEntry.of("X", new PaymentAllocated(moving, DAY), START);
        String message = "newItems[0].receivable.id must be new, but was R1/D/P";
        CustomerLedger known = OWING.post(
                        LedgerEntry.of("K1", new ReceivablePosted(receivable("R1/D/P", "2026-03-03", "1")), START))
                .ledger()
                .post(LedgerEntry.of("K2", new PaymentReceived(five), START))
                .ledger();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known.post(settled))
                .withMessage(message);
        Receivable ofAnother = Receivable.of(id("R1/D/P"), B, DAY, DAY, eur("1"));
        Ledger shared = Ledger.empty("EUR")
                .postAll(List.of(
                        OWING.entries().get(0),
                        LedgerEntry.of("K1", new ReceivablePosted(ofAnother), START),
                        LedgerEntry.of("K2", new PaymentReceived(five), START)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shared.post(settled))
                .withMessage(message);
        CustomerLedger moved = ledger(new PaymentReceived(five))
                .post(LedgerEntry.of("K1", new ReceivablePosted(receivable("R1", "2026-03-03", "100")), START))
                .ledger()
                .post(settled)
                .ledger();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved.post(
                        LedgerEntry.of("Y", new ReceivablePosted(receivable("R1/D/P", "2026-05-03", "1")), START)))
                .withMessage("receivable.id must be new, but was R1/D/P");
    }

    /** 10.00 of the 1st, 20.00 and 30.00 of the 2nd, of which 5.00 are refunded on the 5th: known by day, and by instant. */
    @Test
    void whatWasLeftOfPaymentsIsKnownByDay() {
        CustomerLedger ledger = ledger(
                new PaymentReceived(payment("P3", "2026-03-02", "30")),
                new PaymentReceived(payment("P2", "2026-03-02", "20")),
                new PaymentReceived(payment("P1", "2026-03-01", "10")),
                PaymentRefunded.of(A, PaymentId.of("P1"), eur("10"), LocalDate.parse("2026-03-04")),
                PaymentRefunded.of(A, PaymentId.of("P2"), eur("5"), LocalDate.parse("2026-03-05")));
        assertThat(left(ledger, "2026-02-28")).isEmpty();
        assertThat(left(ledger, "2026-03-01")).containsExactly("P1 10");
        assertThat(left(ledger, "2026-03-03")).containsExactly("P1 10", "P2 20", "P3 30");
        assertThat(left(ledger, "2026-03-04")).containsExactly("P2 20", "P3 30");
        assertThat(left(ledger, "2026-03-05")).containsExactly("P2 15", "P3 30");
        assertThat(ledger.unappliedPayments(AsOf.of(LocalDate.parse("2026-03-05"), START.minusNanos(1))))
                .isEmpty();
    }

    private static List<String> left(CustomerLedger ledger, String day) {
        return ledger.unappliedPayments(AsOf.endOf(day)).stream()
                .map(one -> one.payment().id() + " "
                        + one.left().toBigDecimal().stripTrailingZeros().toPlainString())
                .toList();
    }

    /** 1.00 of R1 is written off with a payment that has no money in it, until a day on which that is undone. */
    private static CustomerLedger undone(String... fromUntil) {
        CustomerLedger ledger = OWING.post(
                        LedgerEntry.of("P", new PaymentReceived(payment("P", "2026-03-12", "5")), START))
                .ledger();
        Allocation nothing = Allocation.of(payment("P", "2026-03-12", "5"), ledger.openItems(), request -> List.of());
        for (int i = 0; i < fromUntil.length; i += 2) {
            Settlement settlement = Settlement.of(nothing)
                    .with(Adjustment.of(
                            Adjustment.Kind.WRITE_OFF, id("R1"), eur("1"), Explanation.of("test", "{0}", eur("1"))));
            LedgerFact settled = new PaymentAllocated(settlement, LocalDate.parse(fromUntil[i]));
            LedgerFact reversed = new EntryReversed(A, EntryKey.of("S" + i), LocalDate.parse(fromUntil[i + 1]));
            ledger = ledger.post(LedgerEntry.of("S" + i, settled, START)).ledger();
            ledger = ledger.post(LedgerEntry.of("U" + i, reversed, START)).ledger();
        }
        return ledger;
    }

    /** What stood with a payment until the 20th keeps it from being gone on the 19th, and what never stood does not. */
    @Test
    void aPaymentIsNotGoneWhileSomethingWasSettledWithIt() {
        for (CustomerLedger ledger : List.of(
                undone("2026-03-13", "2026-03-20"),
                undone("2026-03-13", "2026-03-20", "2026-03-14", "2026-03-15"),
                undone("2026-03-14", "2026-03-15", "2026-03-13", "2026-03-20"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ledger.post(returned("2026-03-19")))
                    .withMessage(
                            "effectiveDate must not be before the day on which what was settled with it was undone,"
                                    + " 2026-03-20, but was 2026-03-19");
            assertThat(ledger.post(returned("2026-03-20")).ledger().unappliedPayments())
                    .isEmpty();
        }
        assertThat(undone("2026-03-13", "2026-03-13")
                        .post(returned("2026-03-12"))
                        .ledger()
                        .openItems())
                .isEqualTo(OWING.openItems());
    }

    private static LedgerEntry returned(String day) {
        return LedgerEntry.of(
                "X",
                new PaymentReturned(A, PaymentId.of("P"), PaymentReturned.Reason.OTHER, LocalDate.parse(day)),
                START);
    }

    private static OpenItem owed(CustomerId customer) {
        return OpenItem.of(Receivable.of(id("R" + customer), customer, DAY, DAY, eur("5")));
    }

    /** Ten debts and ten payments, recorded from the last to the first: in order of their days wherever they are told. */
    @Test
    void answersAreInOrderHoweverTheyWereRecorded() {
        var facts = new ArrayList<LedgerFact>();
        var debts = new ArrayList<String>();
        var payments = new ArrayList<String>();
        for (int i = 28; i >= 10; i--) {
            facts.add(new ReceivablePosted(receivable("R" + i % 7 + i, "2026-04-" + i, "10")));
            facts.add(new PaymentReceived(payment("P" + i % 7 + i, "2026-04-" + i, "10")));
            debts.add(0, "R" + i % 7 + i);
            payments.add(0, "P" + i % 7 + i);
        }
        CustomerLedger ledger = ledger(facts.toArray(LedgerFact[]::new));
        LocalDate end = LocalDate.parse("2026-04-30");
        LedgerSnapshot snapshot = ledger.snapshot(end);
        assertThat(ledger.openItems()).extracting(item -> item.id().value()).isEqualTo(debts);
        assertThat(ledger.balance().openFrom(end))
                .extracting(item -> item.id().value())
                .isEqualTo(debts);
        assertThat(ledger.asOf(AsOf.endOf(end)).openItems())
                .extracting(item -> item.id().value())
                .isEqualTo(debts);
        assertThat(snapshot.items())
                .extracting(item -> item.receivable().id().value())
                .isEqualTo(debts);
        assertThat(ledger.unappliedPayments())
                .extracting(left -> left.payment().id().value())
                .isEqualTo(payments);
        assertThat(ledger.balance().unappliedFrom(end))
                .extracting(left -> left.payment().id().value())
                .isEqualTo(payments);
        assertThat(snapshot.money())
                .extracting(left -> left.payment().id().value())
                .isEqualTo(payments);
    }

    @Test
    void customersAreInOrderHoweverTheyCame() {
        Ledger ledger = Ledger.empty("EUR");
        var names = new ArrayList<String>();
        for (int i = 40; i >= 10; i--) {
            CustomerId customer = CustomerId.of("C" + i % 7 + i);
            names.add(customer.value());
            ledger = ledger.post(LedgerEntry.of(
                            "K" + i, new ReceivablePosted(owed(customer).receivable()), START))
                    .ledger();
        }
        names.sort(null);
        assertThat(ledger.customers())
                .extracting(customer -> customer.customer().value())
                .isEqualTo(names);
        assertThat(ledger.asOf("2026-12-31").accounts())
                .extracting(account -> account.customer().value())
                .isEqualTo(names);
    }

    private static AccountView account(CustomerId customer) {
        return new AccountView(customer, List.of(owed(customer)), eur("0"));
    }

    @Test
    void creditsArePartOfWhatIsOnAccount() {
        assertThat(new AccountView(A, List.of(), eur("5"), eur("5")).credits()).isEqualTo(eur("5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountView(A, List.of(), eur("5"), eur("5.01")))
                .withMessage("credits must be 0 or more and at most EUR 5.00, which is on account, but was EUR 5.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountView(A, List.of(), eur("5"), eur("-1")))
                .withMessage("credits must be 0 or more and at most EUR 5.00, which is on account, but was EUR -1.00");
    }

    @Test
    void viewsAreEqualByAllTheirParts() {
        AsOf asOf = AsOf.endOf("2026-03-31");
        LedgerView view = new LedgerView(asOf, EUR, List.of(account(A)));
        assertThat(view).isEqualTo(new LedgerView(asOf, EUR, List.of(account(A))));
        assertThat(view)
                .isNotEqualTo(new LedgerView(AsOf.endOf("2026-03-30"), EUR, List.of(account(A))))
                .isNotEqualTo(new LedgerView(asOf, EUR, List.of(account(B))))
                .isNotEqualTo(new Object());
        assertThat(new LedgerView(asOf, EUR, List.of()))
                .isNotEqualTo(new LedgerView(asOf, DOLLAR.getCurrency(), List.of()));
    }

    /** The serial form of a view. */
    private record View(AsOf asOf, String currencyCode, List<AccountView> accounts) implements Serializable {}

    private static Object read(AccountView... accounts) throws Exception {
        return forged(
                new View(AsOf.endOf("2026-03-31"), "EUR", List.of(accounts)),
                Class.forName(LedgerView.class.getName() + "$Proxy"));
    }

    @Test
    void aViewIsCheckedOnTheWayBackIn() throws Exception {
        assertThat(read(account(A), account(B)))
                .isEqualTo(new LedgerView(AsOf.endOf("2026-03-31"), EUR, List.of(account(A), account(B))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(account(B), account(A)))
                .withMessage("accounts must be one for each customer, by id, but was B then A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(account(A), account(A)))
                .withMessage("accounts must be one for each customer, by id, but was A then A");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> read(new AccountView(A, List.of(), DOLLAR)));
    }

    /** 30.00 on account since 11 March, and nothing else. */
    private static LedgerSnapshot snapshot(LedgerSnapshot.FoldedMoney money) {
        return new LedgerSnapshot(
                A,
                "EUR",
                "EUR",
                1,
                DAY,
                START,
                List.of(),
                List.of(),
                List.of(money),
                Set.of(EntryKey.of("K")),
                Set.of(),
                Set.of(PaymentId.of("P")),
                Set.of());
    }

    private static LedgerSnapshot.FoldedMoney money(Payment payment, LocalDate from, Amount... left) {
        var standings = new ArrayList<LedgerSnapshot.Standing>();
        for (Amount amount : left) {
            standings.add(new LedgerSnapshot.Standing(from.plusDays(standings.size()), amount));
        }
        return new LedgerSnapshot.FoldedMoney(payment, false, standings);
    }

    @Test
    void moneyOfASnapshotIsChecked() throws Exception {
        Payment thirty = payment("P", "2026-03-11", "30");
        LedgerSnapshot snapshot = snapshot(money(thirty, DAY, eur("30"), eur("0")));
        assertThat(copy(snapshot)).isEqualTo(snapshot);
        assertThat(CustomerLedger.of(snapshot).asOf(AsOf.endOf(DAY)).onAccount())
                .isEqualTo(eur("30"));
        assertThat(CustomerLedger.of(snapshot).asOf(AsOf.endOf(DAY.plusDays(1))).onAccount())
                .isEqualTo(eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot(money(Payment.of(PaymentId.of("P"), B, DAY, eur("30")), DAY, eur("30"))))
                .withMessage("money[0] must be of A, but was B");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> snapshot(money(Payment.of(PaymentId.of("P"), A, DAY, DOLLAR), DAY, DOLLAR)))
                .withMessage("money[0] must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot(money(thirty, DAY.minusDays(1), eur("30"))))
                .withMessage("money[0] must have no day before 2026-03-12, but was 2026-03-11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot(money(payment("Q", "2026-03-11", "30"), DAY, eur("30"))))
                .withMessage("money[0] must be one of the ids, but was Q");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> money(thirty, DAY, DOLLAR))
                .withMessage("left[0] must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money(thirty, DAY, eur("30.01")))
                .withMessage("left[0] must be at most EUR 30.00, but was EUR 30.01");
    }

    /** 5.00 went back to the customer until the 20th, when that was undone: on the 15th, 95.00 are there to be returned and not 100.00. */
    @Test
    void aRefundThatWasUndoneIsNoSettlement() {
        CustomerLedger ledger = ledger(
                new PaymentReceived(payment("P", "2026-03-12", "100")),
                PaymentRefunded.of(A, PaymentId.of("P"), eur("5"), DAY),
                new EntryReversed(A, EntryKey.of("K1"), LocalDate.parse("2026-03-20")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.post(returned("2026-03-15")))
                .withMessage("payment.amount must be at most EUR 95.00, which is left of payment P on each day from"
                        + " 2026-03-15 on, but was EUR 100.00");
    }

    /** The books are in dollars: what money becomes in another currency stands in them in dollars too. */
    @Test
    void convertedMoneyIsInTheBooksOfTheLedger() {
        CustomerLedger inDollars =
                ledger(PaymentReceived.of(payment("P", "2026-03-12", "100"), Amount.of("110", "USD")));
        PaymentConverted yen = PaymentConverted.of(A, PaymentId.of("P"), eur("50"), Amount.of("8000", "JPY"), DAY);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> inDollars.post(LedgerEntry.of("X", yen.bookedAt(Amount.of("45", "GBP")), START)))
                .withMessage("booked must be in USD, but was GBP");
        assertThat(inDollars
                        .post(LedgerEntry.of("X", yen.bookedAt(Amount.of("56", "USD")), START))
                        .ledger()
                        .unapplied(PaymentId.of("P")))
                .isEqualTo(eur("50"));
    }

    @Test
    void whatIsWrittenOffIsMoreThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ReceivableWrittenOff.of(A, id("R1"), eur("0"), ReceivableWrittenOff.Reason.SMALL_BALANCE, DAY))
                .withMessage("amount must be more than 0, but was EUR 0.00");
    }

    /** A snapshot may say of a credit that it is one in the payment, beside it, or in both: it settles debts as a credit. */
    @Test
    void aFoldedCreditIsACreditWhereverThatIsSaid() {
        Payment credit = Credit.of(PaymentId.of("P"), A, DAY, eur("30")).asPayment();
        Payment plain = payment("P", "2026-03-12", "30");
        var standing = List.of(new LedgerSnapshot.Standing(DAY, eur("30")));
        Receivable debt = receivable("R9", "2026-04-11", "30");
        for (var folded : List.of(
                new LedgerSnapshot.FoldedMoney(credit, true, standing),
                new LedgerSnapshot.FoldedMoney(credit, false, standing),
                new LedgerSnapshot.FoldedMoney(plain, true, standing))) {
            CustomerLedger ledger = CustomerLedger.of(snapshot(folded))
                    .post(LedgerEntry.of("K1", new ReceivablePosted(debt), START))
                    .ledger();
            assertThat(ledger.post(settled(credit, debt)).ledger().openItems()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ledger.post(settled(plain, debt)))
                    .withMessage("allocation.payment.isCredit must be true, as payment P was posted, but was false");
        }
    }

    private static LedgerEntry settled(Payment payment, Receivable debt) {
        Allocation allocation = Allocation.of(payment, List.of(OpenItem.of(debt)), new OldestDueFirst());
        return LedgerEntry.of("K2", new PaymentAllocated(allocation, DAY), START);
    }
}
