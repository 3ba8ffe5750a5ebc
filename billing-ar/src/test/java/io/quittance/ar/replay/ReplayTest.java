package io.quittance.ar.replay;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.receivable.ReceivableType.FEE;
import static io.quittance.ar.receivable.ReceivableType.INTEREST;
import static io.quittance.ar.receivable.ReceivableType.PENALTY;
import static io.quittance.ar.receivable.ReceivableType.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.allocation.Waterfall;
import io.quittance.ar.allocation.Waterfall.Standing;
import io.quittance.ar.allocation.Waterfall.Tier;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ar.md 4.10, by hand, and the cases AR-RP and AR-CB of Fineract that it names. */
class ReplayTest {
    private static final List<ReceivableType> ORDER = List.of(PENALTY, FEE, PRINCIPAL, INTEREST);
    private static final AllocationStrategy WATERFALL = Waterfall.byItem(
            new Tier(Standing.PAST_DUE, ORDER), new Tier(Standing.DUE, ORDER), new Tier(Standing.IN_ADVANCE, ORDER));
    private static final LocalDate AGREED = day("2023-09-01");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Recording known(String day, long sequence) {
        return new Recording(day(day), sequence);
    }

    private static Receivable debt(String id, String due, String amount) {
        return Receivable.of(id(id), A, AGREED, day(due), eur(amount));
    }

    /** Four instalments that were agreed on 1 September. */
    private static List<AccountEvent> instalments(String amount) {
        return new ArrayList<>(List.of(
                Charged.of(debt("1", "2023-10-01", amount)),
                Charged.of(debt("2", "2023-10-16", amount)),
                Charged.of(debt("3", "2023-10-31", amount)),
                Charged.of(debt("4", "2023-11-15", amount))));
    }

    private static Received paid(String id, String date, String amount, long sequence) {
        return Received.of(payment(id, date, amount), known(date, sequence));
    }

    /** A fee of the second instalment, which ages with it. */
    private static Charged fee(String due, String recorded, long sequence) {
        Receivable second = debt("2", "2023-10-16", "250");
        return Charged.of(
                debt("2-F", "2023-10-16", "20").withType(FEE).partOf(second), day(due), known(recorded, sequence));
    }

    private static Replay replay(List<AccountEvent> events, AccountEvent... more) {
        events.addAll(List.of(more));
        return Replay.of(Histories.EUR, events, WATERFALL);
    }

    private static List<String> settled(Replay replay) {
        return replay.settled().stream().map(Settled::toString).toList();
    }

    /** What is owed, paid, of that before and after the due date, and open. */
    private static List<String> items(Replay replay) {
        return replay.items().stream()
                .map(item -> item.item() + ": " + plain(item.owed()) + " " + plain(item.paid()) + " "
                        + plain(item.paidBefore(item.dueDate())) + " " + plain(item.paidAfter(item.dueDate())) + " "
                        + plain(item.open()))
                .toList();
    }

    private static String plain(Amount amount) {
        return amount.toBigDecimal().stripTrailingZeros().toPlainString();
    }

    /** AR-RP-001, 003 and 004: a fee of 9 October is inside the payment of the 10th; one of the 11th or 16th inside the next. */
    @ParameterizedTest
    @CsvSource({
        "2023-10-09, 20, 0, 2: 270 270 270 0 0",
        "2023-10-11, 0, 20, 2: 270 270 250 20 0",
        "2023-10-16, 0, 20, 2: 270 270 250 20 0"
    })
    void aFeeThatBecomesKnownLateIsPaidByWhatCameAfterIt(String due, String second, String third, String item) {
        Replay replay = replay(
                instalments("250"),
                paid("P1", "2023-10-01", "250", 1),
                paid("P2", "2023-10-10", "300", 2),
                paid("P3", "2023-10-20", "250", 3),
                fee(due, "2023-11-10", 4));
        assertThat(replay.paid(PaymentId.of("P2"), FEE)).isEqualTo(eur(second));
        assertThat(replay.paid(PaymentId.of("P3"), FEE)).isEqualTo(eur(third));
        assertThat(replay.paid(PaymentId.of("P2"), PRINCIPAL))
                .isEqualTo(eur("300").subtract(eur(second)));
        assertThat(items(replay)).containsExactly("1: 250 250 0 0 0", item, "3: 250 250 250 0 0", "4: 250 30 30 0 220");
        assertThat(replay.open()).isEqualTo(eur("220"));
        assertThat(replay.onAccount()).isEqualTo(eur("0"));
    }

    /** A fee that is due later than it is recorded is there when it is recorded. */
    @Test
    void aDebtTakesEffectWhenItIsDueOrRecordedIfThatIsEarlier() {
        assertThat(fee("2023-10-09", "2023-11-10", 1).effectiveDate()).isEqualTo("2023-10-09");
        assertThat(fee("2023-11-11", "2023-11-10", 1).effectiveDate()).isEqualTo("2023-11-10");
        assertThat(Charged.of(debt("1", "2023-10-01", "1")).effectiveDate()).isEqualTo(AGREED);
        assertThat(Charged.of(debt("1", "2023-10-01", "1")).recorded().day()).isEqualTo(AGREED);
    }

    /** AR-OS-013: of one day, what was recorded first comes first. */
    @Test
    void ofOneDayTheOrderOfRecordingDecides() {
        for (long sequence : new long[] {1, 3}) {
            Replay replay = replay(
                    instalments("250"), paid("P1", "2023-10-16", "500", 2), fee("2023-10-16", "2023-10-16", sequence));
            assertThat(replay.paid(PaymentId.of("P1"), FEE)).isEqualTo(eur(sequence == 1 ? "20" : "0"));
        }
        Replay recordedLater =
                replay(instalments("250"), paid("P1", "2023-10-16", "500", 2), fee("2023-10-16", "2023-10-17", 1));
        assertThat(recordedLater.paid(PaymentId.of("P1"), FEE)).isEqualTo(eur("0"));
    }

    /** 40 of 1 October and 10 of the 5th pay 50 that were owed from the 10th on, each as of its own day; 20 stay. */
    @Test
    void moneyOnAccountPaysALaterDebtAsOfItsOwnDay() {
        Replay replay = replay(
                new ArrayList<>(List.of(Charged.of(debt("1", "2023-10-01", "60")))),
                paid("P1", "2023-10-01", "100", 1),
                paid("P2", "2023-10-05", "30", 2),
                Charged.of(debt("2", "2023-10-20", "50"), day("2023-10-10"), known("2023-11-10", 3)),
                paid("P3", "2023-10-12", "7", 4));
        assertThat(settled(replay))
                .containsExactly(
                        "EUR 60.00 to 1 by P1 on 2023-10-01",
                        "EUR 40.00 to 2 by P1 on 2023-10-01",
                        "EUR 10.00 to 2 by P2 on 2023-10-05");
        assertThat(replay.unapplied(PaymentId.of("P1"))).isEqualTo(eur("0"));
        assertThat(replay.unapplied(PaymentId.of("P2"))).isEqualTo(eur("20"));
        assertThat(replay.unapplied(PaymentId.of("P3"))).isEqualTo(eur("7"));
        assertThat(replay.onAccount()).isEqualTo(eur("27"));
        assertThat(replay.settledBy(PaymentId.of("P1"))).hasSize(2);
        assertThat(replay.payments()).containsExactly(PaymentId.of("P1"), PaymentId.of("P2"), PaymentId.of("P3"));
    }

    /** Money that names a debt waits for it, and for no other. */
    @Test
    void moneyOnAccountAsksItsStrategyAgain() {
        Payment named = payment("P1", "2023-10-01", "100").naming(id("3"));
        Replay replay = Replay.of(
                Histories.EUR,
                List.of(
                        Charged.of(debt("1", "2023-10-01", "60")),
                        Received.of(named, known("2023-10-01", 1)),
                        Charged.of(debt("2", "2023-10-20", "60"), day("2023-10-10"), known("2023-10-10", 2)),
                        Charged.of(debt("3", "2023-10-20", "60"), day("2023-10-11"), known("2023-10-11", 3))),
                new AsRemitted());
        assertThat(settled(replay)).containsExactly("EUR 60.00 to 3 by P1 on 2023-10-01");
        assertThat(replay.openItems()).extracting(OpenItem::id).containsExactly(id("1"), id("2"));
    }

    /** The first payment is void: the second pays the first instalment, late. */
    @Test
    void aPaymentThatIsVoidNeverWas() {
        Replay replay = replay(
                instalments("125"),
                paid("P1", "2023-10-01", "125", 1),
                paid("P2", "2023-10-16", "150", 2),
                new Voided(A, PaymentId.of("P1"), known("2023-10-20", 3)));
        assertThat(settled(replay))
                .containsExactly("EUR 125.00 to 1 by P2 on 2023-10-16", "EUR 25.00 to 2 by P2 on 2023-10-16");
        assertThat(items(replay))
                .containsExactly("1: 125 125 0 125 0", "2: 125 25 0 0 100", "3: 125 0 0 0 125", "4: 125 0 0 0 125");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay.settledBy(PaymentId.of("P1")))
                .withMessage("payment must be one that was received and is not void, but was P1");
    }

    private static ClawedBack clawback(String id, String date, String amount, long sequence) {
        return ClawedBack.of(A, id(id), eur(amount), day(date), known(date, sequence));
    }

    /** AR-CB-001 to 003: 50 are on account. 100 are a new debt of which they pay 50; 25 and 50 come out of them. */
    @ParameterizedTest
    @CsvSource({"100, 50, 0", "25, 0, 25", "50, 0, 0"})
    void aClawbackTakesMoneyOnAccountOrIsOwed(String amount, String open, String onAccount) {
        Replay replay = replay(
                instalments("100"),
                paid("P1", "2023-11-15", "450", 1),
                clawback("CB", "2023-11-25", amount, 2).onNewItem(id("5")));
        assertThat(replay.open()).isEqualTo(eur(open));
        assertThat(replay.onAccount()).isEqualTo(eur(onAccount));
        if (amount.equals("100")) {
            assertThat(items(replay)).element(4).isEqualTo("5: 100 50 0 0 50");
            assertThat(settled(replay)).element(4).isEqualTo("EUR 50.00 to CB by P1 on 2023-11-25");
            assertThat(replay.settled().get(4).line().explanation())
                    .hasToString(
                            "number 1 by oldest-money-first: EUR 50.00 of EUR 100.00 owed again and EUR 50.00 left on"
                                    + " account; ended by the money");
            assertThat(replay.debts().get(4)).hasToString("receivable CB: EUR 100.00 due 2023-11-25 of 5");
        } else {
            assertThat(replay.items()).hasSize(4);
        }
    }

    /** AR-CB-004: before the last instalment is due, it is owed on the first that is due after that day. */
    @Test
    void aClawbackIsOwedOnTheNextItem() {
        Replay replay = replay(
                instalments("100"),
                paid("P1", "2023-10-01", "100", 1),
                clawback("CB", "2023-10-16", "70", 2).ofPayment(PaymentId.of("P1")));
        assertThat(items(replay))
                .containsExactly("1: 100 100 0 0 0", "2: 100 0 0 0 100", "3: 170 0 0 0 170", "4: 100 0 0 0 100");
        assertThat(replay.debts().get(4)).hasToString("receivable CB: EUR 70.00 due 2023-10-31 of 3");
    }

    /** Of 125 and a penalty of 3, 50 are 3 and 47; 78 more are all principal, and then nothing is left to take back. */
    @Test
    void aClawbackInTheOriginalSplitNeverOwesMoreOfATypeThanWasPaid() {
        List<AccountEvent> events = instalments("125");
        events.add(Charged.of(debt("1-P", "2023-10-01", "3").withType(PENALTY).partOf(debt("1", "2023-10-01", "125"))));
        PaymentId first = PaymentId.of("P1");
        Replay replay = replay(
                events,
                paid("P1", "2023-10-01", "128", 1),
                clawback("C1", "2023-10-05", "50", 2).ofPayment(first).inOriginalSplit(ORDER),
                clawback("C2", "2023-10-06", "78", 3).ofPayment(first).inOriginalSplit(ORDER));
        assertThat(replay.debts().subList(5, 8).stream().map(Receivable::toString))
                .containsExactly(
                        "receivable C1-penalty: EUR 3.00 due 2023-10-16, penalty of 2",
                        "receivable C1: EUR 47.00 due 2023-10-16 of 2",
                        "receivable C2: EUR 78.00 due 2023-10-16 of 2");
        assertThat(items(replay)).element(1).isEqualTo("2: 253 0 0 0 253");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        replay(events, clawback("C3", "2023-10-07", "1", 4).ofPayment(first)))
                .withMessage("amount must be at most EUR 0.00, which was not taken back yet of payment P1, but was EUR"
                        + " 1.00");
    }

    /** P1 paid the 100, P2 a penalty of 3: what is taken back of P1 is principal, and of P2 a penalty and nothing else. */
    @Test
    void aClawbackInTheOriginalSplitIsThatOfItsPayment() {
        List<AccountEvent> events = new ArrayList<>(List.of(
                Charged.of(debt("1", "2023-10-01", "100")),
                Charged.of(
                        debt("1-P", "2023-10-02", "3").withType(PENALTY), day("2023-10-02"), known("2023-10-02", 2))));
        Replay replay = replay(
                events,
                paid("P1", "2023-10-01", "100", 1),
                paid("P2", "2023-10-03", "3", 3),
                clawback("C1", "2023-10-05", "50", 4)
                        .ofPayment(PaymentId.of("P1"))
                        .inOriginalSplit(ORDER),
                clawback("C2", "2023-10-06", "3", 5)
                        .ofPayment(PaymentId.of("P2"))
                        .inOriginalSplit(ORDER));
        assertThat(replay.debts().subList(2, replay.debts().size()).stream().map(Receivable::toString))
                .containsExactly(
                        "receivable C1: EUR 50.00 due 2023-10-05",
                        "receivable C2-penalty: EUR 3.00 due 2023-10-06, penalty of C2");
    }

    /** Of 50 that are owed again, 10 that are on account pay the penalty of 3 wholly, and 7 of 47. */
    @Test
    void moneyOnAccountSaysWhatItPaysOfAClawback() {
        Replay replay = replay(
                new ArrayList<>(List.of(
                        Charged.of(debt("1", "2023-10-01", "100")),
                        Charged.of(debt("1-P", "2023-10-01", "3").withType(PENALTY)))),
                paid("P1", "2023-10-01", "103", 1),
                paid("P2", "2023-10-02", "10", 2),
                clawback("C1", "2023-10-05", "50", 3)
                        .ofPayment(PaymentId.of("P1"))
                        .inOriginalSplit(ORDER));
        assertThat(replay.settledBy(PaymentId.of("P2")))
                .extracting(one -> one.line().explanation().toString())
                .containsExactly(
                        "number 1 by oldest-money-first: EUR 3.00 of EUR 3.00 owed again and EUR 10.00 left on"
                                + " account; ended by the item",
                        "number 2 by oldest-money-first: EUR 7.00 of EUR 47.00 owed again and EUR 7.00 left on"
                                + " account; ended by the money");
    }

    /** It was principal and interest; the payment is void now, so nothing is known of a split, and all is principal. */
    @Test
    void aClawbackStandsWhenItsPaymentIsVoid() {
        Replay replay = replay(
                instalments("100"),
                paid("P1", "2023-10-01", "100", 1),
                clawback("CB", "2023-10-16", "70", 2)
                        .ofPayment(PaymentId.of("P1"))
                        .inOriginalSplit(ORDER),
                new Voided(A, PaymentId.of("P1"), known("2023-10-20", 3)));
        assertThat(items(replay))
                .containsExactly("1: 100 0 0 0 100", "2: 100 0 0 0 100", "3: 170 0 0 0 170", "4: 100 0 0 0 100");
    }

    /** AR-CB-015: clawbacks of one day share a new item. The payment's own money on account goes first. */
    @Test
    void clawbacksOfADayShareANewItem() {
        Replay replay = replay(
                new ArrayList<>(List.of(Charged.of(debt("1", "2023-10-01", "100")))),
                paid("P1", "2023-10-01", "110", 1),
                paid("P2", "2023-10-02", "20", 2),
                clawback("C0", "2023-10-10", "15", 3).ofPayment(PaymentId.of("P2")),
                clawback("C1", "2023-10-11", "40", 4).onNewItem(id("5")),
                clawback("C2", "2023-10-11", "60", 5).onNewItem(id("5")));
        assertThat(settled(replay))
                .containsExactly(
                        "EUR 100.00 to 1 by P1 on 2023-10-01",
                        "EUR 10.00 to C1 by P1 on 2023-10-11",
                        "EUR 5.00 to C1 by P2 on 2023-10-11");
        assertThat(items(replay)).containsExactly("1: 100 100 0 0 0", "5: 100 15 0 0 85");
    }

    /** 125 were paid out; the payment before is void, so 25 are on account of what was paid out: 125 owed, 25 paid. */
    @Test
    void aPayoutOfMoneyThatIsNotThereIsOwed() {
        List<AccountEvent> events = new ArrayList<>(List.of(Charged.of(debt("1", "2023-10-01", "100"))));
        Replay before = replay(
                events,
                paid("P1", "2023-10-01", "100", 1),
                paid("P2", "2023-10-10", "125", 2),
                PaidOut.of(A, id("OUT"), eur("125"), day("2023-10-20"), known("2023-10-20", 3))
                        .onNewItem(id("2")));
        assertThat(before.open()).isEqualTo(eur("0"));
        assertThat(before.onAccount()).isEqualTo(eur("0"));
        Replay after = replay(events, new Voided(A, PaymentId.of("P1"), known("2023-10-21", 4)));
        assertThat(items(after)).containsExactly("1: 100 100 0 100 0", "2: 125 25 0 0 100");
        assertThat(after.onAccount()).isEqualTo(eur("0"));
        assertThat(before.settled()).hasSize(1);
    }

    @Test
    void theOrderInWhichFactsAreGivenIsOfNoMatter() {
        List<AccountEvent> events = instalments("250");
        Replay replay = replay(
                events,
                paid("P1", "2023-10-01", "250", 1),
                paid("P2", "2023-10-10", "300", 2),
                fee("2023-10-09", "2023-11-10", 3));
        Collections.reverse(events);
        assertThat(Replay.of(Histories.EUR, events, WATERFALL))
                .isEqualTo(replay)
                .hasSameHashCodeAs(replay)
                .extracting(Replay::events)
                .isEqualTo(replay.events());
        assertThat(replay.events().get(4)).isEqualTo(paid("P1", "2023-10-01", "250", 1));
    }

    /** All of one day and one recording: debts, then money that came, then what became of it, each by id. */
    @Test
    void factsThatNothingElseTellsApartAreInOneOrder() {
        Recording known = known("2023-10-05", 7);
        LocalDate day = known.day();
        List<AccountEvent> events = new ArrayList<>(List.of(
                new Charged(OpenItem.of(debt("D1", "2023-10-05", "1")), day, known),
                new Charged(OpenItem.of(debt("D2", "2023-10-05", "1")), day, known),
                Received.of(payment("P1", "2023-10-05", "1"), known),
                Received.of(payment("P2", "2023-10-05", "1"), known),
                new Voided(A, PaymentId.of("P1"), known),
                new Voided(A, PaymentId.of("P2"), known),
                ClawedBack.of(A, id("C1"), eur("1"), day, known),
                ClawedBack.of(A, id("C2"), eur("1"), day, known),
                PaidOut.of(A, id("B1"), eur("1"), day, known),
                PaidOut.of(A, id("B2"), eur("1"), day, known)));
        List<AccountEvent> inOrder = List.copyOf(events);
        Collections.reverse(events);
        assertThat(Replay.of(Histories.EUR, events, WATERFALL).events()).isEqualTo(inOrder);
    }

    /** Two payments wait; the first pays the debt, and neither is asked about what is paid, nor when it is used up. */
    @Test
    void aStrategyIsAskedOnlyWhereMoneyAndDebtAreLeft() {
        List<String> asked = new ArrayList<>();
        AllocationStrategy listening = request -> {
            asked.add(request.payment().id() + " " + plain(request.available())
                    + request.items().stream()
                            .map(item -> " " + item.id() + " " + plain(item.open()))
                            .toList());
            return new OldestDueFirst().propose(request);
        };
        List<AccountEvent> events = List.of(
                paid("P1", "2023-10-01", "50", 1),
                paid("P2", "2023-10-02", "40", 2),
                Charged.of(debt("1", "2023-10-10", "50"), day("2023-10-10"), known("2023-10-10", 3)),
                Charged.of(debt("2", "2023-10-11", "30"), day("2023-10-11"), known("2023-10-11", 4)));
        Replay.of(Histories.EUR, events, listening);
        assertThat(asked).containsExactly("P1 50[]", "P2 40[]", "P1 50[ 1 50]", "P2 40[ 2 30]");
    }

    @Test
    void refusesFactsThatContradictEachOther() {
        List<AccountEvent> one = List.of(paid("P1", "2023-10-01", "10", 1));
        assertRefused(one, paid("P1", "2023-10-02", "10", 2), "payment.id must not repeat, but was P1");
        assertRefused(
                List.of(Charged.of(debt("1", "2023-10-01", "1"))),
                Charged.of(debt("1", "2023-10-02", "2")),
                "item.id must not repeat, but was 1");
        assertRefused(
                one,
                new Voided(A, PaymentId.of("P2"), known("2023-10-02", 2)),
                "payment must be one that was received, but was P2");
        assertRefused(
                List.of(one.get(0), new Voided(A, PaymentId.of("P1"), known("2023-10-02", 2))),
                new Voided(A, PaymentId.of("P1"), known("2023-10-03", 3)),
                "payment must not be void yet, but was P1");
        assertRefused(
                one, new Voided(B, PaymentId.of("P1"), known("2023-10-03", 3)), "events must all be of A, but was B");
        assertRefused(
                one,
                clawback("C", "2023-10-05", "10.01", 2).ofPayment(PaymentId.of("P1")),
                "amount must be at most EUR 10.00, which was not taken back yet of payment P1, but was EUR 10.01");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Replay.of(eur("1").getCurrency(), List.of(dollars()), WATERFALL))
                .withMessage("events must be in EUR, but was USD");
    }

    private static Received dollars() {
        return Received.of(Payment.of(PaymentId.of("P1"), A, AGREED, Amount.of("1", "USD")), known("2023-10-01", 1));
    }

    private static void assertRefused(List<AccountEvent> events, AccountEvent more, String message) {
        List<AccountEvent> all = new ArrayList<>(events);
        all.add(more);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replay.of(Histories.EUR, all, WATERFALL))
                .withMessage(message);
    }

    @Test
    void refusesEventsThatCannotBe() {
        Payment ten = payment("P1", "2023-10-01", "10");
        for (String amount : List.of("0.00", "10.01")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Received.of(ten, eur(amount), known("2023-10-01", 1)))
                    .withMessage("available must be more than 0 and at most EUR 10.00, but was EUR " + amount);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clawback("C", "2023-10-01", "0", 1))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        for (String amount : List.of("0.00", "-1.00")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PaidOut.of(A, id("C"), eur(amount), AGREED, known("2023-10-01", 1)))
                    .withMessage("amount must be more than 0, but was EUR " + amount);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clawback("C", "2023-10-01", "1", 1).inOriginalSplit(ORDER))
                .withMessageStartingWith("payment must be named for its split");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clawback("C", "2023-10-01", "1", 1)
                        .ofPayment(PaymentId.of("P1"))
                        .inOriginalSplit(List.of(FEE, FEE)))
                .withMessage("split[1] must not repeat, but was fee");
        var settled = replay(instalments("1"), paid("P1", "2023-10-01", "1", 1)).settled();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayedItem(id("1"), AGREED, eur("0.99"), settled))
                .withMessage("settled must be at most EUR 0.99, but was EUR 1.00");
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        Replay replay = replay(
                instalments("100"),
                paid("P1", "2023-10-01", "150", 1),
                clawback("CB", "2023-10-16", "70", 2).ofPayment(PaymentId.of("P1")),
                PaidOut.of(A, id("OUT"), eur("1"), day("2023-10-20"), known("2023-10-20", 3)),
                paid("P2", "2023-10-20", "1", 4),
                new Voided(A, PaymentId.of("P2"), known("2023-10-20", 5)));
        assertThat(copy(replay)).isEqualTo(replay).hasSameHashCodeAs(replay);
        assertThat(copy(replay).events()).isEqualTo(replay.events());
        assertThat(replay.items().get(0)).isEqualTo(copy(replay.items().get(0)));
        assertThat(replay)
                .isNotEqualTo(Replay.of(Histories.EUR, instalments("100"), WATERFALL))
                .isNotEqualTo(Replay.of(Histories.EUR, replay.events(), new OldestDueFirst().where(item -> false)));
        assertThat(replay.toString()).startsWith("replay of 9 events by waterfall by item");
    }

    /** 60 pay one of two debts of 60; another one is not paid; or more came. */
    @Test
    void differsByWhatIsSettledOwedAndOnAccount() {
        List<AccountEvent> events = new ArrayList<>(
                List.of(Charged.of(debt("1", "2023-10-01", "60")), Charged.of(debt("2", "2023-10-02", "60"))));
        events.add(paid("P1", "2023-10-01", "60", 1));
        Replay replay = Replay.of(Histories.EUR, events, new OldestDueFirst());
        AllocationStrategy second = new OldestDueFirst().where(item -> item.id().equals(id("2")));
        assertThat(replay)
                .isNotEqualTo(Replay.of(Histories.EUR, events, second))
                .isNotEqualTo(replay.toString());
        List<AccountEvent> owing = new ArrayList<>(events);
        owing.add(Charged.of(debt("3", "2023-10-03", "1")));
        assertThat(replay).isNotEqualTo(Replay.of(Histories.EUR, owing, new OldestDueFirst()));
        List<AccountEvent> none = List.of(paid("P1", "2023-10-01", "60", 1));
        List<AccountEvent> more = List.of(paid("P1", "2023-10-01", "61", 1));
        assertThat(Replay.of(Histories.EUR, none, WATERFALL))
                .isEqualTo(Replay.of(Histories.EUR, none, new OldestDueFirst()))
                .isNotEqualTo(Replay.of(Histories.EUR, more, WATERFALL));
    }
}
