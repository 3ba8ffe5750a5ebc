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

import io.quittance.ar.credit.Credit;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
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
                .isNotEqualTo(new LedgerView(asOf, EUR, List.of(account(B))));
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
}
