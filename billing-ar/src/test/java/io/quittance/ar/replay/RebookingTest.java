package io.quittance.ar.replay;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.NewItem;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.explain.Explanation;
import io.quittance.core.schedule.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a ledger needs after a fact that was recorded late, by hand. Entries K1, K2 and so on are of one second each. */
class RebookingTest {
    private static final Instant LATER = at(100);

    private static final Explanation WHY = Explanation.of("test.why", "agreed by letter");
    /** 100.00 of 1 February, due on 3 March. */
    private static final ReceivablePosted R1 = posted("R1", "2026-03-03", "100.00");

    private static final Payment THIRTY = payment("P0", "2026-02-10", "30.00");
    private static final Payment SIXTY = payment("P1", "2026-03-10", "60.00");

    private static Instant at(int second) {
        return Instant.parse("2026-04-01T00:00:00Z").plusSeconds(second);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static ReceivablePosted posted(String id, String due, String amount) {
        return new ReceivablePosted(receivable(id, due, amount));
    }

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact... facts) {
        CustomerLedger next = ledger;
        for (LedgerFact fact : facts) {
            int at = next.version() + 1;
            next = next.post(LedgerEntry.of("K" + at, fact, at(at))).ledger();
        }
        return next;
    }

    /** The payment, and on its value date all that the oldest debts take of it. */
    private static CustomerLedger paid(CustomerLedger ledger, Payment payment) {
        CustomerLedger next = post(ledger, new PaymentReceived(payment));
        return post(
                next,
                new PaymentAllocated(
                        Allocation.of(payment, next.openItems(), new OldestDueFirst()), payment.valueDate()));
    }

    private static CustomerLedger owing(LedgerFact... debts) {
        return post(CustomerLedger.empty(A, Histories.EUR), debts);
    }

    private static Rebooking rebooking(CustomerLedger ledger) {
        return Rebooking.of(ledger, new OldestDueFirst(), "X", LATER);
    }

    /** As {@code X-1: K3 reversed on 2026-03-10} and {@code X-2: [EUR 50.00 to R0] on 2026-03-10}. */
    private static List<String> words(Rebooking rebooking) {
        return rebooking.entries().stream().map(RebookingTest::words).toList();
    }

    private static String words(LedgerEntry entry) {
        String what = entry.fact() instanceof EntryReversed reversed
                ? reversed.entry() + " reversed"
                : entry.fact() instanceof PaymentAllocated allocated
                        ? allocated.allocation().payment() + " "
                                + allocated.allocation().lines()
                        : "?";
        return entry.key() + ": " + what + " on " + entry.effectiveDate();
    }

    private static String open(CustomerLedger ledger) {
        return ledger.openItems().stream()
                .map(item -> item.id() + " " + item.open())
                .toList()
                .toString();
    }

    /** The 30.00 of 10 February were there before the debt of 20 February, and stay as they are; of the 60.00 it takes 50.00. */
    @Test
    void settlesAnewWhatCameAfterADebtThatWasRecordedLate() {
        CustomerLedger ledger = paid(paid(owing(R1), THIRTY), SIXTY);
        CustomerLedger late = post(ledger, new ReceivablePosted(older()));
        Rebooking rebooking = rebooking(late);
        assertThat(words(rebooking))
                .containsExactly(
                        "X-1: K5 reversed on 2026-03-10", "X-2: P1 [EUR 50.00 to R0, EUR 10.00 to R1] on 2026-03-10");
        assertThat(open(rebooking.ledger())).isEqualTo("[R1 EUR 60.00]");
        assertThat(rebooking.ledger().openItems()).isEqualTo(rebooking.replay().openItems());
        assertThat(rebooking.ledger().entries())
                .startsWith(late.entries().toArray(LedgerEntry[]::new))
                .endsWith(rebooking.entries().toArray(LedgerEntry[]::new));
        assertThat(rebooking.entries())
                .allSatisfy(entry -> assertThat(entry.recordedAt()).isEqualTo(LATER));
        AsOf march = AsOf.of(day("2026-03-31"), at(50));
        assertThat(rebooking.ledger().asOf(march)).isEqualTo(late.asOf(march));
        assertThat(rebooking.ledger().asOf(AsOf.endOf(day("2026-03-09"))).openItems())
                .extracting(item -> item.id() + " " + item.open())
                .containsExactly("R0 EUR 50.00", "R1 EUR 70.00");
    }

    private static Receivable older() {
        return Receivable.of(id("R0"), A, day("2026-02-20"), day("2026-02-25"), eur("50"));
    }

    @Test
    void leavesALedgerAloneThatIsWhereItShouldBe() {
        CustomerLedger ledger = paid(paid(owing(R1), THIRTY), SIXTY);
        assertThat(rebooking(ledger).entries()).isEmpty();
        assertThat(rebooking(ledger).ledger()).isSameAs(ledger);
        CustomerLedger late =
                rebooking(post(ledger, new ReceivablePosted(older()))).ledger();
        assertThat(Rebooking.of(late, new OldestDueFirst(), "Y", LATER).entries())
                .isEmpty();
    }

    /** 100.00 paid R1 and 40.00 R2. The 100.00 go back on 20 March: the 40.00 pay R1, which is open from that day on. */
    @Test
    void paysADebtFromTheDayOnWhichItIsOpenAgain() {
        Payment hundred = payment("P2", "2026-03-10", "100.00");
        Payment forty = payment("P3", "2026-03-12", "40.00");
        CustomerLedger ledger = paid(paid(owing(R1, posted("R2", "2026-03-20", "80.00")), hundred), forty);
        CustomerLedger returned = post(
                ledger, new PaymentReturned(A, hundred.id(), PaymentReturned.Reason.CHARGEBACK, day("2026-03-20")));
        Rebooking rebooking = rebooking(returned);
        assertThat(words(rebooking))
                .containsExactly("X-1: K6 reversed on 2026-03-12", "X-2: P3 [EUR 40.00 to R1] on 2026-03-20");
        assertThat(open(rebooking.ledger())).isEqualTo("[R1 EUR 60.00, R2 EUR 80.00]");
    }

    /** A clerk allocated 25.00 of 60.00; the rest is added. An invoice of a later day is paid from its day on. */
    @Test
    void addsWhatIsMissing() {
        CustomerLedger ledger = post(owing(posted("R0", "2026-03-03", "40.00")), new PaymentReceived(SIXTY));
        var part = AllocationRequest.of(SIXTY, eur("25"), ledger.openItems());
        ledger = post(
                ledger,
                new PaymentAllocated(Allocation.of(part, new OldestDueFirst()), SIXTY.valueDate()),
                posted("R2", "2026-04-14", "80.00"));
        Rebooking rebooking = rebooking(ledger);
        assertThat(words(rebooking))
                .containsExactly("X-1: P1 [EUR 15.00 to R0] on 2026-03-10", "X-2: P1 [EUR 20.00 to R2] on 2026-03-15");
        assertThat(rebooking.entries().get(0).fact())
                .isInstanceOfSatisfying(
                        PaymentAllocated.class,
                        fact -> assertThat(fact.allocation().lines().get(0).explanation())
                                .hasToString(
                                        "number 1 by what-is-missing: EUR 15.00 of EUR 40.00, of which EUR 25.00 are"
                                                + " settled already; ended by the line; the EUR 40.00 are number 1 by"
                                                + " oldest-due-first, due 2026-03-03: EUR 40.00 of EUR 40.00 open and EUR 60.00"
                                                + " left; ended by the item"));
        assertThat(open(rebooking.ledger())).isEqualTo("[R2 EUR 60.00]");
    }

    /** 10.00 of R1 are given up and 5.00 of the money went back: 55.00 pay 55.00 of 90.00. A dispute counts for the strategy. */
    @Test
    void takesWhatIsGivenUpAndGivenBackAsGone() {
        CustomerLedger ledger = post(
                owing(R1, posted("R2", "2026-03-20", "20.00")),
                new PaymentReceived(SIXTY),
                ReceivableWrittenOff.of(
                        A, id("R1"), eur("10"), ReceivableWrittenOff.Reason.SETTLEMENT, day("2026-03-31")),
                PaymentRefunded.of(A, SIXTY.id(), eur("5"), day("2026-03-31")));
        assertThat(open(rebooking(ledger).ledger())).isEqualTo("[R1 EUR 35.00, R2 EUR 20.00]");
        CustomerLedger disputed = post(ledger, new DisputeOpened(A, dispute("R1", "90"), day("2026-03-31")));
        Rebooking rebooking =
                Rebooking.of(disputed, new OldestDueFirst().where(item -> !item.isDisputed()), "X", LATER);
        assertThat(words(rebooking)).containsExactly("X-1: P1 [EUR 20.00 to R2] on 2026-03-10");
        assertThat(rebooking.ledger().unapplied(SIXTY.id())).isEqualTo(eur("35"));
        CustomerLedger restored = post(ledger, new EntryReversed(A, EntryKey.of("K4"), day("2026-04-02")));
        assertThat(open(rebooking(restored).ledger())).isEqualTo("[R1 EUR 45.00, R2 EUR 20.00]");
    }

    /**
     * 90.00 of R1 are owed as L/1 and L/2 from 20 March on. 60.00 of 10 March become known in April: they pay the 10.00 that were not moved, and
     * 50.00 of the plan from its day on. Without the plan they pay R1 on their day.
     */
    @Test
    void aPaymentFromBeforeAPlanPaysWhatWasNotMovedAndThenThePlan() {
        CustomerLedger planned = post(
                owing(R1),
                new DebtRescheduled(
                        A,
                        List.of(DebtRescheduled.Moved.of(id("R1"), eur("90"))),
                        List.of(
                                Receivable.of(id("L/1"), A, day("2026-03-20"), day("2026-05-01"), eur("45")),
                                Receivable.of(id("L/2"), A, day("2026-03-20"), day("2026-06-01"), eur("45"))),
                        List.of(),
                        Explanation.of("test.plan", "agreed"),
                        day("2026-03-20")),
                new PaymentReceived(SIXTY));
        Rebooking rebooking = rebooking(planned);
        assertThat(words(rebooking))
                .containsExactly(
                        "X-1: P1 [EUR 10.00 to R1] on 2026-03-10",
                        "X-2: P1 [EUR 45.00 to L/1, EUR 5.00 to L/2] on 2026-03-20");
        assertThat(open(rebooking.ledger())).isEqualTo("[L/2 EUR 40.00]");
        assertThat(rebooking(rebooking.ledger()).entries()).isEmpty();
        CustomerLedger undone = post(planned, new EntryReversed(A, EntryKey.of("K2"), day("2026-03-25")));
        assertThat(open(rebooking(undone).ledger())).isEqualTo("[R1 EUR 40.00]");
    }

    private static Settlement settled(Payment payment, String item, String amount) {
        return Settlement.of(
                Allocation.restored(payment, payment.amount(), List.of(AllocationLine.of(id(item), eur(amount), WHY))));
    }

    /** R1 is closed by 60.00 that came and 40.00 that the bank kept, for good, though the older R0 would be paid first. */
    @Test
    void whatAdjustmentsClosedStandsAsItIs() {
        Settlement settlement =
                settled(SIXTY, "R1", "60").with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, id("R1"), eur("40"), WHY));
        CustomerLedger ledger = post(
                owing(R1),
                new PaymentReceived(SIXTY),
                new PaymentAllocated(settlement, SIXTY.valueDate()),
                new ReceivablePosted(older()));
        assertThat(rebooking(ledger).entries()).isEmpty();
        assertThat(open(rebooking(ledger).ledger())).isEqualTo("[R0 EUR 50.00]");
        assertThat(rebooking(ledger).replay().payments()).isEmpty();
    }

    /** 25.00 of R1 are owed by a new item, which the 30.00 pay. */
    @Test
    void whatANewItemOwesIsPaid() {
        Payment seventyFive = payment("P2", "2026-02-10", "75.00");
        Settlement settlement = Settlement.restored(
                settled(seventyFive, "R1", "75").allocation(),
                List.of(Adjustment.of(Adjustment.Kind.MOVED_TO_NEW_ITEM, id("R1"), eur("25"), WHY)),
                List.of(new NewItem(
                        Receivable.of(id("R1/D"), A, day("2026-02-10"), day("2026-05-01"), eur("25")),
                        id("R1"),
                        "damage")));
        CustomerLedger ledger = post(
                owing(R1),
                new PaymentReceived(seventyFive),
                new PaymentAllocated(settlement, seventyFive.valueDate()),
                new PaymentReceived(THIRTY));
        assertThat(words(rebooking(ledger))).containsExactly("X-1: P0 [EUR 25.00 to R1/D] on 2026-02-10");
    }

    private static PaymentReturned part(Payment payment, String amount) {
        return PaymentReturned.ofPart(
                A, payment.id(), eur(amount), PaymentReturned.Reason.CHARGEBACK, day("2026-03-15"));
    }

    /** 20.00 of the 60.00 went back, and all of the 30.00: 40.00 are there. */
    @Test
    void aPartThatWentBackPaysNothing() {
        CustomerLedger ledger = post(
                owing(R1),
                new PaymentReceived(SIXTY),
                part(SIXTY, "20"),
                new PaymentReceived(THIRTY),
                new PaymentReturned(A, THIRTY.id(), PaymentReturned.Reason.CHARGEBACK, day("2026-03-15")));
        Rebooking rebooking = rebooking(ledger);
        assertThat(open(rebooking.ledger())).isEqualTo("[R1 EUR 60.00]");
        assertThat(rebooking.replay().payments()).containsExactly(SIXTY.id());
    }

    /** 20.00 were refunded, and went back as well: they are owed, and the 30.00 pay them. */
    @Test
    void whatIsOwedForAReturnIsPaid() {
        CustomerLedger ledger = post(
                owing(),
                new PaymentReceived(SIXTY),
                PaymentRefunded.of(A, SIXTY.id(), eur("20"), day("2026-03-12")),
                part(SIXTY, "60").owing(id("F1"), day("2026-04-15"), eur("20")),
                new PaymentReceived(THIRTY));
        assertThat(words(rebooking(ledger))).containsExactly("X-1: P0 [EUR 20.00 to F1] on 2026-03-15");
    }

    /** The money was refunded from 11 to 20 March by mistake: it pays from the 20th on. */
    @Test
    void paysFromTheDayOnWhichMoneyIsThereAgain() {
        CustomerLedger ledger = post(
                owing(R1),
                new PaymentReceived(SIXTY),
                PaymentRefunded.of(A, SIXTY.id(), eur("60"), day("2026-03-11")),
                new EntryReversed(A, EntryKey.of("K3"), day("2026-03-20")));
        assertThat(words(rebooking(ledger))).containsExactly("X-1: P1 [EUR 60.00 to R1] on 2026-03-20");
    }

    /** What a strategy leaves on account is on account. */
    @Test
    void takesBackWhatTheStrategyDoesNotSettle() {
        Rebooking rebooking = Rebooking.of(paid(owing(R1), SIXTY), new AsRemitted(), "X", LATER);
        assertThat(words(rebooking)).containsExactly("X-1: K3 reversed on 2026-03-10");
        assertThat(rebooking.ledger().openItems()).containsExactly(OpenItem.of(R1.receivable()));
        assertThat(rebooking.replay().onAccount()).isEqualTo(eur("60"));
    }

    @Test
    void tellsWhatAnEntryOfADayMayUse() {
        CustomerLedger ledger =
                post(paid(owing(R1), SIXTY), new EntryReversed(A, EntryKey.of("K3"), day("2026-03-20")));
        assertThat(ledger.openFrom(id("R1"), day("2026-01-31"))).isEqualTo(eur("0"));
        assertThat(ledger.openFrom(id("R1"), day("2026-02-20"))).isEqualTo(eur("40"));
        assertThat(ledger.openFrom(id("R1"), day("2026-03-15"))).isEqualTo(eur("40"));
        assertThat(ledger.openFrom(id("R1"), day("2026-03-20"))).isEqualTo(eur("100"));
        assertThat(ledger.unappliedFrom(SIXTY.id(), day("2026-03-09"))).isEqualTo(eur("0"));
        assertThat(ledger.unappliedFrom(SIXTY.id(), day("2026-03-19"))).isEqualTo(eur("0"));
        assertThat(ledger.unappliedFrom(SIXTY.id(), day("2026-03-20"))).isEqualTo(eur("60"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.openFrom(id("R9"), day("2026-03-20")))
                .withMessage("item must be in the customer's ledger, but was R9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.unappliedFrom(THIRTY.id(), day("2026-03-20")))
                .withMessage("payment must be in the customer's ledger, but was P0");
    }

    @Test
    void refusesKeysAndInstantsThatTheLedgerRefuses() {
        CustomerLedger late = post(paid(owing(R1), SIXTY), new ReceivablePosted(older()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rebooking.of(late, new OldestDueFirst(), "X", at(0)))
                .withMessage("recordedAt must not be before the last entry's, 2026-04-01T00:00:04Z, but was"
                        + " 2026-04-01T00:00:00Z");
        CustomerLedger taken = late.post(
                        LedgerEntry.of("X-1", new DisputeOpened(A, dispute("R1", "40"), day("2026-03-20")), at(5)))
                .ledger();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rebooking(taken))
                .withMessage("key must not name a different entry, but was X-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rebooking.of(late, new OldestDueFirst(), "", LATER))
                .withMessageStartingWith("key must have 1 to 200 characters");
    }

    @Test
    void isAValueThatCanBeStored() throws Exception {
        CustomerLedger late = post(paid(owing(R1), SIXTY), new ReceivablePosted(older()));
        Rebooking rebooking = rebooking(late);
        assertThat(copy(rebooking)).isEqualTo(rebooking).hasSameHashCodeAs(rebooking);
        assertThat(copy(rebooking).ledger().entries())
                .isEqualTo(rebooking.ledger().entries());
        assertThat(rebooking)
                .isNotEqualTo(rebooking(paid(owing(R1), SIXTY)))
                .isNotEqualTo(Rebooking.of(late, new AsRemitted(), "X", LATER))
                .isNotEqualTo("2 entries for the ledger of customer A, version 4")
                .hasToString("2 entries for the ledger of customer A, version 4");
        CustomerLedger none = CustomerLedger.empty(A, Histories.EUR);
        assertThat(rebooking(none))
                .isEqualTo(rebooking(CustomerLedger.empty(A, Histories.EUR)))
                .isNotEqualTo(rebooking(owing(R1)))
                .isNotEqualTo(rebooking(CustomerLedger.empty(B, Histories.EUR)));
    }

    /** An instant beyond the calendar is refused, also where nothing is to be recorded. */
    @Test
    void recordsInTheCalendar() {
        CustomerLedger none = CustomerLedger.empty(A, Histories.EUR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rebooking.of(none, new OldestDueFirst(), "X", Instant.MAX))
                .withMessage("recordedAt must lie in the years 1 to 9999, but was " + Instant.MAX);
    }
}
