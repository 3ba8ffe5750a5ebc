package io.quittance.kpi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionFact;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.Contact;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.ContactOutcome;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.dunning.FactWithdrawn;
import io.quittance.ar.dunning.PromiseMade;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
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
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.communication.ContactResponseRate;
import io.quittance.kpi.communication.RemindersPerWeek;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ACME owes invoice 1 of 100.00 and is reminded of it on 2 March 2026 at 09:00 in Berlin. What is expected was worked out by hand. */
class DunningFiguresTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final ReceivableId ONE = ReceivableId.of("1");
    private static final ServicePeriod MARCH = ServicePeriod.of("2026-03-01", "2026-04-01");
    private static final AsOf END = AsOf.endOf("2026-04-30");
    private static final DunningPolicy POLICY = DunningPolicy.of(
            "EUR",
            DunningScope.ITEM,
            List.of(
                    DunningLevel.of("reminder", 5, 7, ContactKind.REMINDER),
                    DunningLevel.of("letter", 20, 14, ContactKind.LETTER)));
    private static final CollectionEntry REMINDER = entry(
            "c-1",
            Contact.of(ContactKind.REMINDER, "e-mail", LocalDate.of(2026, 3, 2))
                    .about(List.of(ONE))
                    .atLevel("reminder"),
            "2026-03-02T08:00:00Z");

    private static CollectionEntry entry(String key, CollectionFact fact, String recordedAt) {
        return CollectionEntry.of(key, ACME, fact, Instant.parse(recordedAt));
    }

    private static DunningFigures figures(CollectionEntry... entries) {
        return DunningFigures.of(List.of(CollectionHistory.empty(ACME).withAll(List.of(entries))), POLICY, BERLIN);
    }

    private static io.quittance.kpi.communication.Contact only(DunningFigures figures) {
        List<io.quittance.kpi.communication.Contact> known = figures.contacts().knownAt(Instant.MAX);
        assertThat(known).hasSize(1);
        return known.get(0);
    }

    private static Fraction rate(DunningFigures figures) {
        return ContactResponseRate.toReminders(7, BERLIN)
                .compute(figures.contacts().figures(MARCH, END))
                .value()
                .orElseThrow();
    }

    @Test
    void readsWhatWasSaid() {
        io.quittance.kpi.communication.Contact contact = only(figures(REMINDER));
        assertThat(contact)
                .isEqualTo(io.quittance.kpi.communication.Contact.reminder(
                        "ACME c-1", "ACME", Instant.parse("2026-03-02T08:00:00Z"), "e-mail", 1));
        assertThat(rate(figures(REMINDER))).isEqualTo(Fraction.ZERO);
    }

    /** A letter that was recorded the day after it went out is of the beginning of its day. */
    @Test
    void whatWasRecordedLaterHappenedWhenItsDayBegan() {
        io.quittance.kpi.communication.Contact contact = only(figures(
                entry("c-2", Contact.of(ContactKind.LETTER, "post", LocalDate.of(2026, 3, 2)), "2026-03-03T08:00:00Z")
                        .by(Origin.of("clerk-7"))));
        assertThat(contact.sent()).isEqualTo(Instant.parse("2026-03-01T23:00:00Z"));
        assertThat(contact.recordedAt()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(contact.automatic()).isFalse();
        assertThat(contact.level()).isZero();
    }

    /** 2 reminders and a letter in 31 days, of which one reminder bounced: 1 and 1 in 31 / 7 weeks. */
    @Test
    void countsByLevelAndChannel() {
        DunningFigures figures = figures(
                REMINDER,
                entry(
                        "c-2",
                        Contact.of(ContactKind.REMINDER, "e-mail", LocalDate.of(2026, 3, 4))
                                .about(List.of(ONE))
                                .atLevel("reminder"),
                        "2026-03-04T08:00:00Z"),
                entry(
                        "o-2",
                        new ContactOutcome(EntryKey.of("c-2"), ContactOutcome.Kind.BOUNCED, LocalDate.of(2026, 3, 5)),
                        "2026-03-05T08:00:00Z"),
                entry(
                        "c-3",
                        Contact.of(ContactKind.LETTER, "post", LocalDate.of(2026, 3, 20))
                                .about(List.of(ONE))
                                .atLevel("letter"),
                        "2026-03-20T08:00:00Z"),
                entry(
                        "c-4",
                        Contact.of(ContactKind.COLLECTIONS, "agency", LocalDate.of(2026, 3, 30)),
                        "2026-03-30T08:00:00Z"),
                entry(
                        "c-5",
                        Contact.of(ContactKind.INQUIRY, "e-mail", LocalDate.of(2026, 3, 31)),
                        "2026-03-31T08:00:00Z"));
        var log = figures.contacts();
        assertThat(log.knownAt(Instant.MAX)).hasSize(3);
        Fraction once = Fraction.of(7, 31);
        assertThat(perWeek(figures, RemindersPerWeek.of(BERLIN))).isEqualTo(once.times(Fraction.of(2)));
        assertThat(perWeek(figures, RemindersPerWeek.of(BERLIN).atLevel(1))).isEqualTo(once);
        assertThat(perWeek(figures, RemindersPerWeek.of(BERLIN).through("post")))
                .isEqualTo(once);
        assertThat(log.knownAt(Instant.parse("2026-03-05T07:59:59Z"))).noneMatch(contact -> contact.bounced());
        assertThat(log.knownAt(Instant.MAX))
                .filteredOn(contact -> contact.bounced())
                .singleElement()
                .satisfies(contact -> assertThat(contact.answers()).isEmpty());
    }

    private static Fraction perWeek(DunningFigures figures, RemindersPerWeek kpi) {
        return kpi.compute(figures.contacts().figures(MARCH, END)).value().orElseThrow();
    }

    /** Recorded on 4 March; a reply about another invoice is none, one about the account is. */
    @Test
    void aReplyAnAnswerOrAPromiseIsAResponse() {
        DunningFigures answered = figures(
                REMINDER,
                entry(
                        "o-1",
                        new ContactOutcome(EntryKey.of("c-1"), ContactOutcome.Kind.ANSWERED, LocalDate.of(2026, 3, 4)),
                        "2026-03-04T10:00:00Z"));
        assertThat(only(answered).answered()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(rate(answered)).isEqualTo(Fraction.of(100));
        DunningFigures replied = figures(
                REMINDER,
                entry(
                        "r-1",
                        Contact.of(ContactKind.REPLY, "e-mail", LocalDate.of(2026, 3, 3))
                                .about(List.of(ReceivableId.of("2"))),
                        "2026-03-03T10:00:00Z"),
                entry("r-2", Contact.of(ContactKind.REPLY, "phone", LocalDate.of(2026, 3, 5)), "2026-03-06T10:00:00Z"));
        assertThat(only(replied).answered()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
        DunningFigures promised = figures(
                REMINDER,
                entry(
                        "p-1",
                        PromiseMade.of(PromiseToPay.of(
                                        LocalDate.of(2026, 3, 2), eur("100"), LocalDate.of(2026, 3, 31), 0))
                                .about(List.of(ONE)),
                        "2026-03-03T10:00:00Z"));
        assertThat(only(promised).promised()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z")); // not before it
        assertThat(rate(promised)).isEqualTo(Fraction.of(100));
        assertThat(promised.contacts().knownAt(Instant.parse("2026-03-02T12:00:00Z")))
                .allMatch(contact -> contact.promised() == null);
    }

    /** Of the day and recorded then; money of 28 February was under way, and says nothing of the reminder. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 2026-03-04T10:00:00Z, 2026-03-04T10:00:00Z",
        "2026-03-03, 2026-03-05T10:00:00Z, 2026-03-02T23:00:00Z",
        "2026-03-02, 2026-03-04T10:00:00Z, 2026-03-02T08:00:00Z",
        "2026-02-28, 2026-03-04T10:00:00Z, 2026-02-27T23:00:00Z"
    })
    void moneyIsAResponse(LocalDate valued, Instant recorded, Instant paid) {
        DunningFigures figures = figures(REMINDER).paid(paid(valued, recorded));
        assertThat(only(figures).paid()).isEqualTo(paid);
        assertThat(figures.contacts().knownAt(recorded.minusSeconds(1))).allMatch(contact -> contact.paid() == null);
        KpiResult rate = ContactResponseRate.toReminders(7, BERLIN)
                .compute(figures.contacts().figures(MARCH, END));
        if (valued.isBefore(LocalDate.of(2026, 3, 2))) {
            assertThat(rate.value()).isEmpty();
            assertThat(rate.basis().exclusions()).containsExactly("PAYMENT_UNDER_WAY");
        } else {
            assertThat(rate.value()).contains(Fraction.of(100));
        }
    }

    /** What was known before the reminder is no response to it; nor is a credit, nor money that was taken back. */
    @Test
    void onlyMoneyThatStaysAndFollowsIsAResponse() {
        Ledger before = paid(LocalDate.of(2026, 2, 27), Instant.parse("2026-02-28T10:00:00Z"));
        assertThat(only(figures(REMINDER).paid(before)).paid()).isNull();
        Ledger undone = paid(LocalDate.of(2026, 3, 4), Instant.parse("2026-03-04T10:00:00Z"))
                .post(LedgerEntry.of(
                        "u",
                        new EntryReversed(ACME, EntryKey.of("a"), LocalDate.of(2026, 3, 6)),
                        Instant.parse("2026-03-06T10:00:00Z")))
                .ledger();
        DunningFigures taken = figures(REMINDER).paid(undone);
        assertThat(only(taken).paid()).isNull();
        assertThat(taken.contacts().knownAt(Instant.parse("2026-03-05T00:00:00Z")))
                .allMatch(contact -> contact.paid() != null);
        Credit credit = Credit.of(PaymentId.of("G"), ACME, LocalDate.of(2026, 3, 4), eur("40"));
        Ledger owing = ledger();
        Ledger credited = owing.postAll(List.of(
                LedgerEntry.of("g", new CreditPosted(credit), Instant.parse("2026-03-04T10:00:00Z")),
                LedgerEntry.of(
                        "h",
                        new PaymentAllocated(
                                Allocation.of(credit.asPayment(), owing.openItems(ACME), new OldestDueFirst()),
                                LocalDate.of(2026, 3, 4)),
                        Instant.parse("2026-03-04T10:00:00Z"))));
        assertThat(only(figures(REMINDER).paid(credited)).paid()).isNull();
    }

    /** 60.00 of 28 February were under way; the rest comes on 5 March, which may be because of the reminder of 2 March. */
    @Test
    void whoPaysTheRestAfterAPartThatWasUnderWayResponds() {
        Ledger first = paid(LocalDate.of(2026, 2, 28), Instant.parse("2026-03-03T10:00:00Z"));
        Payment rest = Payment.of(PaymentId.of("Q"), ACME, LocalDate.of(2026, 3, 5), eur("40"));
        Ledger ledger = first.postAll(List.of(
                LedgerEntry.of("r2", new PaymentReceived(rest), Instant.parse("2026-03-05T10:00:00Z")),
                LedgerEntry.of(
                        "a2",
                        new PaymentAllocated(
                                Allocation.of(rest, first.openItems(ACME), new OldestDueFirst()), rest.valueDate()),
                        Instant.parse("2026-03-05T10:00:00Z"))));
        DunningFigures figures = figures(REMINDER).paid(ledger);
        assertThat(only(figures).payments())
                .containsExactly(Instant.parse("2026-02-27T23:00:00Z"), Instant.parse("2026-03-05T10:00:00Z"));
        assertThat(rate(figures)).isEqualTo(Fraction.of(100));
    }

    @Test
    void whatWasWithdrawnWasNeverSaid() {
        DunningFigures figures =
                figures(REMINDER, entry("w", new FactWithdrawn(EntryKey.of("c-1")), "2026-03-09T08:00:00Z"));
        assertThat(figures.contacts().knownAt(Instant.MAX)).isEmpty();
        assertThat(figures.operations().knownAt(Instant.MAX)).isEmpty();
        assertThat(figures.contacts().knownAt(Instant.parse("2026-03-08T08:00:00Z")))
                .hasSize(1);
        assertThat(figures.operations().knownAt(Instant.parse("2026-03-08T08:00:00Z")))
                .hasSize(1);
    }

    /** Withdrawn on 9 March and something else recorded on the 12th: on the 10th there was none already. */
    @Test
    void whatWasWithdrawnIsGoneFromThenOn() {
        DunningFigures figures = figures(
                REMINDER,
                entry("w", new FactWithdrawn(EntryKey.of("c-1")), "2026-03-09T08:00:00Z"),
                entry(
                        "i",
                        Contact.of(ContactKind.INQUIRY, "phone", LocalDate.of(2026, 3, 12)),
                        "2026-03-12T08:00:00Z"));
        assertThat(figures.contacts().knownAt(Instant.parse("2026-03-10T08:00:00Z")))
                .isEmpty();
        assertThat(figures.operations().knownAt(Instant.parse("2026-03-10T08:00:00Z")))
                .isEmpty();
    }

    /** An inquiry about something else, four days later, is no new state of the reminder. */
    @Test
    void whatIsRecordedOfOthersChangesNothing() {
        DunningFigures figures = figures(
                REMINDER,
                entry("i", Contact.of(ContactKind.INQUIRY, "phone", LocalDate.of(2026, 3, 6)), "2026-03-06T08:00:00Z"));
        assertThat(only(figures).recordedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(figures.operations().knownAt(Instant.MAX))
                .singleElement()
                .satisfies(sent -> assertThat(sent.recordedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z")));
    }

    /** A reply of 08:30 and a promise of 08:45 on the day of a letter of 09:00 were there before it; a promise and money for another invoice are no response either. */
    @Test
    void whatCameBeforeOrIsAboutSomethingElseIsNoResponse() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Ledger other = ledger();
        Payment payment = Payment.of(PaymentId.of("P"), ACME, LocalDate.of(2026, 3, 4), eur("60"));
        other = other.postAll(List.of(
                LedgerEntry.of("r", new PaymentReceived(payment), Instant.parse("2026-03-04T10:00:00Z")),
                LedgerEntry.of(
                        "a",
                        new PaymentAllocated(
                                Allocation.of(payment, other.openItems(ACME), new OldestDueFirst()),
                                payment.valueDate()),
                        Instant.parse("2026-03-04T10:00:00Z"))));
        DunningFigures figures = figures(
                        entry("r", Contact.of(ContactKind.REPLY, "phone", day), "2026-03-02T08:30:00Z"),
                        promise("p", day, List.of(), "2026-03-02T08:45:00Z"),
                        entry(
                                "c",
                                Contact.of(ContactKind.LETTER, "post", day).about(List.of(ReceivableId.of("2"))),
                                "2026-03-02T09:00:00Z"),
                        promise("q", LocalDate.of(2026, 3, 4), List.of(ONE), "2026-03-04T10:00:00Z"))
                .paid(other);
        assertThat(only(figures).response()).isEmpty();
        assertThat(only(figures).payments()).isEmpty();
    }

    private static CollectionEntry promise(String key, LocalDate made, List<ReceivableId> items, String recorded) {
        return entry(
                key,
                PromiseMade.of(PromiseToPay.of(made, eur("100"), LocalDate.of(2026, 3, 31), 0))
                        .about(items),
                recorded);
    }

    /** Who answers a call about the account by a word about an invoice, answers it. */
    @Test
    void aMessageAboutTheAccountIsAboutEachItem() {
        DunningFigures figures = figures(
                entry("c", Contact.of(ContactKind.CALL, "phone", LocalDate.of(2026, 3, 2)), "2026-03-02T09:00:00Z"),
                entry(
                        "r",
                        Contact.of(ContactKind.REPLY, "e-mail", LocalDate.of(2026, 3, 3))
                                .about(List.of(ONE)),
                        "2026-03-03T10:00:00Z"));
        assertThat(only(figures).answers()).containsExactly(Instant.parse("2026-03-03T10:00:00Z"));
    }

    /** A reminder by a run and a call by a clerk: half of it without a person. */
    @Test
    void remindersAreOperations() {
        DunningFigures figures = figures(
                REMINDER,
                entry("c-2", Contact.of(ContactKind.CALL, "phone", LocalDate.of(2026, 3, 9)), "2026-03-09T08:00:00Z")
                        .by(Origin.of("clerk-7")));
        assertThat(figures.operations().knownAt(Instant.MAX))
                .extracting(Operation::customer)
                .containsExactly("ACME", "ACME");
        assertThat(AutomationShare.ofAll()
                        .compute(figures.operations().figures(MARCH, END))
                        .value())
                .contains(Fraction.of(50));
    }

    @Test
    void refusesALevelThatIsNotKnownAndACustomerTwice() {
        var other = new DunningFigures(
                List.of(CollectionHistory.empty(ACME).with(REMINDER)), List.of("letter"), BERLIN, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(other::contacts)
                .withMessage("levels must have the level of each contact, but was reminder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DunningFigures.of(
                        List.of(CollectionHistory.empty(ACME), CollectionHistory.empty(ACME)), POLICY, BERLIN))
                .withMessage("histories must have each customer once, but was ACME");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DunningFigures(List.of(), List.of("a", "a"), BERLIN, List.of()))
                .withMessage("levels must have each level once, but was a");
    }

    /** A distributed engine can ship them. */
    @Test
    void survivesTheSerialForm() throws Exception {
        DunningFigures figures =
                figures(REMINDER).paid(paid(LocalDate.of(2026, 3, 4), Instant.parse("2026-03-04T10:00:00Z")));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(figures);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((DunningFigures) in.readObject()).contacts()).isEqualTo(figures.contacts());
        }
    }

    /** Whatever is recorded later, what was known at a time stays. */
    @Property(tries = 100)
    void laterFactsChangeNoPastAnswer(@ForAll @IntRange(min = 0, max = 12) int hours) {
        List<CollectionEntry> all = List.of(
                REMINDER,
                entry("r-2", Contact.of(ContactKind.REPLY, "phone", LocalDate.of(2026, 3, 2)), "2026-03-02T10:00:00Z"),
                entry(
                        "p-1",
                        PromiseMade.of(
                                PromiseToPay.of(LocalDate.of(2026, 3, 2), eur("100"), LocalDate.of(2026, 3, 31), 0)),
                        "2026-03-02T12:00:00Z"),
                entry(
                        "o-1",
                        new ContactOutcome(EntryKey.of("c-1"), ContactOutcome.Kind.BOUNCED, LocalDate.of(2026, 3, 2)),
                        "2026-03-02T14:00:00Z"),
                entry("w-1", new FactWithdrawn(EntryKey.of("o-1")), "2026-03-02T16:00:00Z"),
                entry("w-2", new FactWithdrawn(EntryKey.of("c-1")), "2026-03-02T18:00:00Z"));
        Instant asked = Instant.parse("2026-03-02T07:00:00Z").plusSeconds(3600L * hours);
        var known = new ArrayList<>(all);
        known.removeIf(entry -> entry.recordedAt().isAfter(asked));
        assertThat(figures(all.toArray(CollectionEntry[]::new)).contacts().knownAt(asked))
                .isEqualTo(figures(known.toArray(CollectionEntry[]::new))
                        .contacts()
                        .knownAt(asked));
    }

    private static Ledger ledger() {
        return Ledger.empty("EUR")
                .post(LedgerEntry.of(
                        "i",
                        new ReceivablePosted(Receivable.of(
                                ONE, ACME, LocalDate.of(2026, 1, 15), LocalDate.of(2026, 2, 14), eur("100"))),
                        Instant.parse("2026-01-15T08:00:00Z")))
                .ledger();
    }

    /** 60.00 of that day, recorded at that time, pay some of invoice 1. */
    private static Ledger paid(LocalDate valued, Instant recorded) {
        Ledger owing = ledger();
        Payment payment = Payment.of(PaymentId.of("P"), ACME, valued, eur("60"));
        return owing.postAll(List.of(
                LedgerEntry.of("r", new PaymentReceived(payment), recorded),
                LedgerEntry.of(
                        "a",
                        new PaymentAllocated(
                                Allocation.of(payment, owing.openItems(ACME), new OldestDueFirst()), valued),
                        recorded)));
    }

    private static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    @Test
    void refusesTheLedgerOfACustomerTwice() {
        CustomerLedger owing = ledger().customer(ACME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DunningFigures(List.of(), List.of(), BERLIN, List.of(owing, owing)))
                .withMessage("ledgers must have each customer once, but was ACME");
    }

    /** Money of 3 March, recorded then, that is applied on the 6th: the customer had paid on the 3rd. */
    @Test
    void moneyIsOfTheDayOnWhichItCame() {
        Ledger owing = ledger();
        Payment payment = Payment.of(PaymentId.of("P"), ACME, LocalDate.of(2026, 3, 3), eur("60"));
        Ledger applied = owing.postAll(List.of(
                LedgerEntry.of("r", new PaymentReceived(payment), Instant.parse("2026-03-03T10:00:00Z")),
                LedgerEntry.of(
                        "a",
                        new PaymentAllocated(
                                Allocation.of(payment, owing.openItems(ACME), new OldestDueFirst()),
                                LocalDate.of(2026, 3, 6)),
                        Instant.parse("2026-03-06T10:00:00Z"))));
        assertThat(only(figures(REMINDER).paid(applied)).paid()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    }
}
