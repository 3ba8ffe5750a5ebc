package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PartialReturn;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.collection.CollectionFigures.ShareOf;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.FigureItems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What had to be paid in a period: neither what was credited, nor what instalments are owed for, but these by themselves. */
class DueCohortTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final ServicePeriod APRIL = ServicePeriod.of("2026-04-01", "2026-05-01");

    private static Amount usd(String amount) {
        return Amount.of(amount, "USD");
    }

    private static Receivable receivable(String id, String date, String due, String amount) {
        return Receivable.of(ReceivableId.of(id), ACME, LocalDate.parse(date), LocalDate.parse(due), usd(amount));
    }

    private static LedgerEntry posted(String id, String due, String amount) {
        return LedgerEntry.of(
                EntryKey.of("i" + id), new ReceivablePosted(receivable(id, "2026-03-01", due, amount)), EARLY);
    }

    private static Ledger paid(Ledger ledger, String id, String date, String amount) {
        LocalDate day = LocalDate.parse(date);
        Payment payment = Payment.of(PaymentId.of(id), ACME, day, usd(amount));
        Allocation allocation = Allocation.of(payment, ledger.openItems(ACME), new OldestDueFirst());
        return ledger.postAll(List.of(
                LedgerEntry.of(EntryKey.of("p" + id), new PaymentReceived(payment), EARLY),
                LedgerEntry.of(EntryKey.of("s" + id), new PaymentAllocated(allocation, day), EARLY)));
    }

    /** All that is open is credited on a day. */
    private static Ledger credited(Ledger ledger, String date, String amount) {
        LocalDate day = LocalDate.parse(date);
        Credit credit = Credit.of(PaymentId.of("n1"), ACME, day, usd(amount));
        Ledger posted = ledger.post(LedgerEntry.of("n1", new CreditPosted(credit), EARLY))
                .ledger();
        Allocation allocation = Allocation.of(credit.asPayment(), posted.openItems(ACME), new OldestDueFirst());
        return posted.post(LedgerEntry.of("a1", new PaymentAllocated(allocation, day), EARLY))
                .ledger();
    }

    private static KpiResult byPeriodEnd(Ledger ledger, ServicePeriod period) {
        return CollectionRate.ofDueCohortByPeriodEnd()
                .compute(LedgerFigures.of(ledger, AsOf.endOf("2026-06-30")).of(period));
    }

    private static KpiResult byDueDate(Ledger ledger, ServicePeriod period) {
        return CollectionRate.ofDueCohortByDueDate()
                .compute(LedgerFigures.of(ledger, AsOf.endOf("2026-06-30")).of(period));
    }

    /** 100.00 credited before its due date had not to be paid; 100.00 paid on time are 100 %. */
    @Test
    void whatWasCreditedHadNotToBePaid() {
        Ledger credited =
                credited(Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))), "2026-03-05", "100");
        assertThat(byPeriodEnd(credited, MARCH).<String>match(measured -> "", KpiResult.Undefined::code))
                .isEqualTo("NOTHING_COLLECTABLE");
        Ledger both = paid(credited.post(posted("2", "2026-03-20", "100")).ledger(), "1", "2026-03-15", "100");
        assertThat(byPeriodEnd(both, MARCH).value()).contains(Fraction.of(100));
        assertThat(byDueDate(both, MARCH).value()).contains(Fraction.of(100));
    }

    /** 40.00 of 100.00 due on 10 March are credited: on that day they had not to be paid any more, on the 11th they had had to be. */
    @Test
    void whatIsCreditedAfterTheDayWasDue() {
        Ledger paid =
                paid(Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))), "1", "2026-03-09", "60");
        assertThat(byPeriodEnd(paid, MARCH).value()).contains(Fraction.of(60));
        assertThat(byPeriodEnd(credited(paid, "2026-03-11", "40"), MARCH).value())
                .contains(Fraction.of(60));
        assertThat(byPeriodEnd(credited(paid, "2026-03-10", "40"), MARCH).value())
                .contains(Fraction.of(100));
    }

    /** 100.00 of March become 50.00 in April, paid on the day, and 50.00 in May. */
    @Test
    void instalmentsAreDueOneByOne() {
        var plan = new DebtRescheduled(
                ACME,
                List.of(DebtRescheduled.Moved.of(ReceivableId.of("1"), usd("100"))),
                List.of(
                        receivable("L1", "2026-03-06", "2026-04-15", "50"),
                        receivable("L2", "2026-03-06", "2026-05-15", "50")),
                List.of(),
                Explanation.of("plan", "agreed"),
                LocalDate.parse("2026-03-06"));
        Ledger ledger = paid(
                Ledger.empty("USD")
                        .postAll(List.of(posted("1", "2026-03-10", "100"), LedgerEntry.of("plan", plan, EARLY))),
                "1",
                "2026-04-15",
                "50");
        assertThat(byPeriodEnd(ledger, MARCH).value()).isEmpty();
        assertThat(byDueDate(ledger, APRIL).value()).contains(Fraction.of(100));
        assertThat(byPeriodEnd(ledger, ServicePeriod.of("2026-05-01", "2026-06-01"))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** What is given up was due and not paid: 60 of 100. */
    @Test
    void whatWasWrittenOffWasDue() {
        Ledger paid =
                paid(Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))), "1", "2026-03-09", "60");
        Ledger ledger = paid.post(LedgerEntry.of(
                        "w",
                        new ReceivableWrittenOff(
                                ACME,
                                ReceivableId.of("1"),
                                usd("40"),
                                ReceivableWrittenOff.Reason.UNCOLLECTIBLE,
                                LocalDate.parse("2026-03-20")),
                        EARLY))
                .ledger();
        assertThat(byPeriodEnd(ledger, MARCH).value()).contains(Fraction.of(60));
    }

    private static Ledger posted(Ledger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, EARLY)).ledger();
    }

    /** 100.00 of 10 March are paid on the 9th, which bounces on the 20th: nothing was paid in time, nor by the end of March. As of 19 March all was. */
    @Test
    void whatBouncesWasNotPaidInTime() {
        Ledger ledger = posted(
                paid(Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))), "1", "2026-03-09", "100"),
                "b",
                new PaymentReturned(
                        ACME,
                        PaymentId.of("1"),
                        PaymentReturned.Reason.INSUFFICIENT_FUNDS,
                        LocalDate.parse("2026-03-20")));
        assertThat(byDueDate(ledger, MARCH).value()).contains(Fraction.ZERO);
        assertThat(byPeriodEnd(ledger, MARCH).value()).contains(Fraction.ZERO);
        var first = ServicePeriod.of("2026-03-01", "2026-03-20");
        assertThat(CollectionRate.ofDueCohortByDueDate()
                        .compute(LedgerFigures.of(ledger, AsOf.endOf("2026-03-19"))
                                .of(first))
                        .value())
                .contains(Fraction.of(100));
        assertThat(LedgerFigures.of(ledger, AsOf.endOf("2026-03-31"))
                        .withItems(MARCH)
                        .items()
                        .orElseThrow()
                        .due())
                .containsExactly(new FigureItems.Due("1", usd("100"), usd("0"), usd("0")));
    }

    /** 100.00 of 10 March are paid on the 9th, of which 30.00 go back on the 20th: 70.00 were paid in time, though the rest was settled again on that day. */
    @Test
    void whatStaysOfAPaymentWasPaidInTime() {
        Ledger ledger =
                paid(Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))), "1", "2026-03-09", "100");
        var part = PaymentReturned.ofPart(
                ACME, PaymentId.of("1"), usd("30"), PaymentReturned.Reason.CHARGEBACK, LocalDate.parse("2026-03-20"));
        int number = 0;
        for (LedgerFact fact : PartialReturn.facts(ledger.customer(ACME), part)) {
            ledger = posted(ledger, "b" + number++, fact);
        }
        assertThat(byDueDate(ledger, MARCH).value()).contains(Fraction.of(70));
        assertThat(byPeriodEnd(ledger, MARCH).value()).contains(Fraction.of(70));
    }

    /** 100.00 of 10 March are owed from 6 March on in 40.00 of the 3rd, which was past, and 60.00 of the 20th, which are paid: all of what fell due. On the 5th nothing was overdue. */
    @Test
    void nothingFallsDueOnADayThatWasPast() {
        var plan = new DebtRescheduled(
                ACME,
                List.of(DebtRescheduled.Moved.of(ReceivableId.of("1"), usd("100"))),
                List.of(
                        receivable("L1", "2026-03-01", "2026-03-03", "40"),
                        receivable("L2", "2026-03-01", "2026-03-20", "60")),
                List.of(),
                Explanation.of("plan", "agreed"),
                LocalDate.parse("2026-03-06"));
        Ledger ledger = posted(Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))), "plan", plan);
        Payment payment = Payment.of(PaymentId.of("P"), ACME, LocalDate.parse("2026-03-20"), usd("60"));
        ledger = posted(ledger, "p", new PaymentReceived(payment));
        var last = ledger.openItems(ACME).stream()
                .filter(item -> item.id().value().equals("L2"))
                .toList();
        ledger = posted(
                ledger,
                "s",
                new PaymentAllocated(Allocation.of(payment, last, new OldestDueFirst()), payment.valueDate()));
        assertThat(byDueDate(ledger, MARCH).value()).contains(Fraction.of(100));
        assertThat(LedgerFigures.of(ledger, AsOf.endOf("2026-06-30"))
                        .of(ServicePeriod.of("2026-03-01", "2026-03-06"))
                        .overdue())
                .contains(new ShareOf<>(usd("0"), usd("100")));
    }

    /** 100.00 of 10 March turn out on the 20th to be none: nothing fell due in March. */
    @Test
    void whatTurnsOutToBeNoneWasNeverDue() {
        Ledger ledger = posted(
                Ledger.empty("USD").postAll(List.of(posted("1", "2026-03-10", "100"))),
                "u",
                new EntryReversed(ACME, EntryKey.of("i1"), LocalDate.parse("2026-03-20")));
        assertThat(byDueDate(ledger, MARCH).<String>match(measured -> "", KpiResult.Undefined::code))
                .isEqualTo("NOTHING_COLLECTABLE");
    }
}
