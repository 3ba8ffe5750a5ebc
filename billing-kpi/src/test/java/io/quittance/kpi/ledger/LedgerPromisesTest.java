package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.Contact;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.FactWithdrawn;
import io.quittance.ar.dunning.PromiseMade;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.plan.PromiseToPay;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.cash.PaidPart;
import io.quittance.kpi.cash.PromisedPayment;
import io.quittance.kpi.cash.PromisesKept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 500.00 promised on 2 March for 13 March with 3 days, as in {@code PromiseToPay}. */
class LedgerPromisesTest {
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-03-31");

    private static Amount usd(String number) {
        return Amount.of(number, "USD");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }

    private static Ledger owed() {
        return owed(owed(Ledger.empty("USD"), "I-1", "500.00"), "I-2", "300.00");
    }

    private static Ledger owed(Ledger ledger, String id, String amount) {
        return ledger.post(LedgerEntry.of(
                        EntryKey.of(id),
                        new ReceivablePosted(Receivable.of(
                                ReceivableId.of(id), ACME, day("2026-01-05"), day("2026-02-05"), usd(amount))),
                        at("2026-01-05T08:00")))
                .ledger();
    }

    /** Applied to the oldest debts from that day on. */
    private static Ledger paid(Ledger ledger, String id, String valueDate, String amount, String applied) {
        Payment payment = Payment.of(PaymentId.of(id), ACME, day(valueDate), usd(amount));
        Ledger received = ledger.post(
                        LedgerEntry.of(EntryKey.of("p" + id), new PaymentReceived(payment), at(applied + "T09:00")))
                .ledger();
        Allocation allocation = Allocation.of(
                AllocationRequest.of(payment, usd(amount), received.openItems(ACME)), new OldestDueFirst());
        return received.post(LedgerEntry.of(
                        EntryKey.of("a" + id), new PaymentAllocated(allocation, day(applied)), at(applied + "T10:00")))
                .ledger();
    }

    private static PromiseMade promise() {
        return PromiseMade.of(PromiseToPay.of(day("2026-03-02"), usd("500.00"), day("2026-03-13"), 3));
    }

    private static CollectionHistory made(PromiseMade promise) {
        return CollectionHistory.empty(ACME).with(CollectionEntry.of("c-1", ACME, promise, at("2026-03-02T12:00")));
    }

    private static EventLog<PromisedPayment> log(Ledger ledger, CollectionHistory history) {
        return LedgerPromises.of(ledger, List.of(history));
    }

    private static Optional<Fraction> kept(EventLog<PromisedPayment> log, AsOf asOf) {
        return PromisesKept.byCount().compute(log.figures(MARCH, asOf)).value();
    }

    @Test
    void whatIsAppliedByTheLastDayKeepsIt() {
        Ledger ledger = paid(
                paid(owed(), "1", "2026-03-10", "200.00", "2026-03-10"), "2", "2026-03-16", "300.00", "2026-03-16");
        var log = log(ledger, made(promise()));
        assertThat(log.knownAt(Instant.MAX)).singleElement().satisfies(promised -> {
            assertThat(promised.key()).isEqualTo("ACME/c-1");
            assertThat(promised.lastDay()).isEqualTo(day("2026-03-16"));
            assertThat(promised.paid())
                    .containsExactly(
                            PaidPart.of(day("2026-03-10"), usd("200.00")),
                            PaidPart.of(day("2026-03-16"), usd("300.00")));
        });
        assertThat(kept(log, END)).contains(Fraction.of(100));
        assertThat(kept(log(paid(owed(), "1", "2026-03-10", "200.00", "2026-03-10"), made(promise())), END))
                .contains(Fraction.ZERO);
    }

    /** What was known on 12 March is that 200.00 were paid, and on the last day, before the rest came, not yet that the promise was broken. */
    @Test
    void answersAsOfTheTimeOfKnowledge() {
        Ledger ledger = paid(
                paid(owed(), "1", "2026-03-10", "200.00", "2026-03-10"), "2", "2026-03-16", "300.00", "2026-03-16");
        var log = log(ledger, made(promise()));
        assertThat(log.knownAt(at("2026-03-12T00:00")))
                .singleElement()
                .satisfies(promised -> assertThat(promised.paid()).hasSize(1));
        assertThat(kept(log, AsOf.of("2026-03-31", "2026-03-16T09:59:00Z"))).isEmpty();
        assertThat(kept(log, AsOf.of("2026-03-31", "2026-03-17T12:00:00Z"))).contains(Fraction.of(100));
        assertThat(log.knownAt(at("2026-03-02T11:59"))).isEmpty();
    }

    /** Money of 10 March that is applied on 5 April was paid in time; as of 31 March it is not applied to it. */
    @Test
    void moneyBelongsToItFromTheDayOnWhichItIsApplied() {
        var log = log(paid(owed(), "1", "2026-03-10", "500.00", "2026-04-05"), made(promise()));
        assertThat(kept(log, END)).contains(Fraction.ZERO);
        assertThat(kept(log, AsOf.endOf("2026-04-05"))).contains(Fraction.of(100));
    }

    /** What is undone takes back what counted, from the day on which it is undone. */
    @Test
    void whatIsUndoneCountsNoMore() {
        Ledger undone = paid(owed(), "1", "2026-03-10", "500.00", "2026-03-10")
                .post(LedgerEntry.of(
                        EntryKey.of("r1"),
                        new EntryReversed(ACME, EntryKey.of("a1"), day("2026-04-02")),
                        at("2026-04-02T10:00")))
                .ledger();
        var log = log(undone, made(promise()));
        assertThat(kept(log, END)).contains(Fraction.of(100));
        assertThat(kept(log, AsOf.endOf("2026-04-02"))).contains(Fraction.ZERO);
    }

    /** 500.00 are applied to I-1, which falls due first by its id; a promise about I-2 is not kept by them. */
    @Test
    void onlyTheItemsOfThePromiseCount() {
        Ledger ledger = paid(owed(), "1", "2026-03-10", "500.00", "2026-03-10");
        assertThat(kept(log(ledger, made(promise().about(List.of(ReceivableId.of("I-1"))))), END))
                .contains(Fraction.of(100));
        assertThat(kept(log(ledger, made(promise().about(List.of(ReceivableId.of("I-2"))))), END))
                .contains(Fraction.ZERO);
    }

    /** Of before the promise, or after its last day, does not count. */
    @Test
    void onlyMoneyOfItsTimeCounts() {
        assertThat(log(paid(owed(), "1", "2026-03-01", "500.00", "2026-03-01"), made(promise()))
                        .knownAt(Instant.MAX)
                        .get(0)
                        .paid())
                .isEmpty();
        assertThat(log(paid(owed(), "1", "2026-03-17", "500.00", "2026-03-17"), made(promise()))
                        .knownAt(Instant.MAX)
                        .get(0)
                        .paid())
                .isEmpty();
    }

    /** A promise that is recorded after the money came has it from the first. */
    @Test
    void whatWasKnownBeforeThePromiseWasRecordedBelongsToItsFirstState() {
        var late =
                CollectionHistory.empty(ACME).with(CollectionEntry.of("c-1", ACME, promise(), at("2026-03-20T12:00")));
        var log = log(paid(owed(), "1", "2026-03-10", "500.00", "2026-03-10"), late);
        assertThat(log.knownAt(at("2026-03-19T00:00"))).isEmpty();
        assertThat(kept(log, AsOf.of("2026-03-31", "2026-03-20T12:00:00Z"))).contains(Fraction.of(100));
    }

    @Test
    void whatWasRecordedByMistakeIsNoneFromThenOn() {
        CollectionHistory mistaken = made(promise())
                .with(CollectionEntry.of("c-2", ACME, new FactWithdrawn(EntryKey.of("c-1")), at("2026-03-05T12:00")));
        var log = log(paid(owed(), "1", "2026-03-10", "500.00", "2026-03-10"), mistaken);
        assertThat(log.knownAt(Instant.MAX)).isEmpty();
        assertThat(log.knownAt(at("2026-03-05T11:59"))).hasSize(1);
        CollectionHistory atOnce = made(promise())
                .with(CollectionEntry.of("c-2", ACME, new FactWithdrawn(EntryKey.of("c-1")), at("2026-03-02T12:00")));
        assertThat(log(owed(), atOnce).knownAt(at("2026-03-02T12:00"))).isEmpty();
    }

    @Test
    void refusesTwoHistoriesOfACustomer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerPromises.of(owed(), List.of(made(promise()), made(promise()))))
                .withMessage("histories must have one of each customer, but was ACME");
    }

    /** A call that was withdrawn is no promise, and no promise less. */
    @Test
    void whatElseIsWithdrawnIsNoPromise() {
        CollectionHistory history = made(promise())
                .with(CollectionEntry.of(
                        "c-2", ACME, Contact.of(ContactKind.CALL, "phone", day("2026-03-03")), at("2026-03-03T12:00")))
                .with(CollectionEntry.of("w-2", ACME, new FactWithdrawn(EntryKey.of("c-2")), at("2026-03-04T12:00")));
        assertThat(log(owed(), history).knownAt(Instant.MAX)).hasSize(1);
    }
}
