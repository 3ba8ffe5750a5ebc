package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.replay.Rebooking;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** 100.00 of 1 February, of which 60.00 are paid on 10 March, and 50.00 of the same day, of which 20.00 are disputed since 12 March; 30.00 on account. */
class LedgerSnapshotTest {
    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
    private static final DisputeId D2 = DisputeId.of("D2");
    private static final CustomerLedger LEDGER = ledger();
    private static final LedgerSnapshot SNAPSHOT = LEDGER.snapshot();
    private static final CustomerLedger FOLDED = CustomerLedger.of(SNAPSHOT);

    private static CustomerLedger ledger() {
        CustomerLedger ledger = CustomerLedger.empty(A, EUR);
        var debt = receivable("R1", "2026-03-03", "100");
        var sixty = payment("P1", "2026-03-10", "60");
        List<LedgerFact> facts = List.of(
                new ReceivablePosted(debt),
                new ReceivablePosted(receivable("R2", "2026-03-03", "50")),
                new ReceivablePosted(receivable("R3", "2026-03-03", "10")),
                ReceivableWrittenOff.of(
                        A, id("R3"), eur("10"), ReceivableWrittenOff.Reason.SMALL_BALANCE, day("2026-03-04")),
                new PaymentReceived(sixty),
                new PaymentAllocated(
                        Allocation.of(sixty, List.of(OpenItem.of(debt)), new OldestDueFirst()), day("2026-03-10")),
                new PaymentReceived(payment("P2", "2026-03-11", "30")),
                new DisputeOpened(A, dispute("R2", "20"), day("2026-03-12")));
        for (int i = 0; i < facts.size(); i++) {
            ledger = ledger.post(LedgerEntry.of("K" + (i + 1), facts.get(i), NOON))
                    .ledger();
        }
        return ledger;
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static LedgerEntry entry(String key, LedgerFact fact) {
        return LedgerEntry.of(key, fact, NOON.plusSeconds(60));
    }

    @Test
    void hasWhatIsOpenAndWhatIsLeft() {
        assertThat(FOLDED.openItems()).isEqualTo(LEDGER.openItems());
        assertThat(FOLDED.unappliedPayments()).isEqualTo(LEDGER.unappliedPayments());
        assertThat(FOLDED.version()).isEqualTo(8);
        assertThat(FOLDED.entries()).isEmpty();
        assertThat(SNAPSHOT.through()).isEqualTo("2026-03-12");
        assertThat(FOLDED.asOf(AsOf.of(day("2026-03-12"), NOON)))
                .isEqualTo(LEDGER.asOf(AsOf.of(day("2026-03-12"), NOON)));
    }

    @Test
    void goesOn() {
        CustomerLedger next = FOLDED.post(
                        entry("K9", new DisputeResolved(A, D2, Resolution.withdrawn(), day("2026-03-13"))))
                .ledger();
        CustomerLedger settled = next;
        for (PaymentAllocated fact : OnAccount.settle(next, new OldestDueFirst(), day("2026-03-13"))) {
            settled = settled.post(entry("K10", fact)).ledger();
        }
        assertThat(settled.openItems())
                .extracting(OpenItem::open, OpenItem::isDisputed)
                .containsExactly(tuple(eur("10"), false), tuple(eur("50"), false));
        assertThat(settled.version()).isEqualTo(10);
        assertThat(settled.entries())
                .extracting(LedgerEntry::key)
                .containsExactly(EntryKey.of("K9"), EntryKey.of("K10"));
        CustomerLedger undone = settled.post(entry("K11", new EntryReversed(A, EntryKey.of("K10"), day("2026-03-14"))))
                .ledger();
        assertThat(undone.unapplied(PaymentId.of("P2"))).isEqualTo(eur("30"));
        LedgerSnapshot again = undone.snapshot();
        assertThat(again.keys()).hasSize(11).contains(EntryKey.of("K1"), EntryKey.of("K11"));
        assertThat(again.receivables()).containsExactlyInAnyOrder(id("R1"), id("R2"), id("R3"));
        assertThat(again.payments()).containsExactlyInAnyOrder(PaymentId.of("P1"), PaymentId.of("P2"));
        assertThat(CustomerLedger.of(again).openItems()).isEqualTo(undone.openItems());
    }

    @Test
    void refusesWhatNeedsTheEntries() {
        String folded =
                " must not be one that was folded into the snapshot of 2026-03-12, which needs the entries, but was ";
        LocalDate later = day("2026-03-13");
        assertRefused(new EntryReversed(A, EntryKey.of("K6"), later), "entry" + folded + "K6");
        assertRefused(
                new PaymentReturned(A, PaymentId.of("P1"), PaymentReturned.Reason.OTHER, later),
                "payment" + folded + "P1");
        assertRefused(
                new PaymentReturned(A, PaymentId.of("P2"), PaymentReturned.Reason.OTHER, later),
                "payment" + folded + "P2");
        assertRefused(
                ReceivableWrittenOff.of(A, id("R3"), eur("1"), ReceivableWrittenOff.Reason.INSOLVENCY, later),
                "item" + folded + "R3");
        assertRefused(new ReceivablePosted(receivable("R3", "2026-05-01", "1")), "receivable.id" + folded + "R3");
        assertRefused(new PaymentReceived(payment("P1", "2026-03-13", "1")), "payment.id" + folded + "P1");
        assertRefused(
                new PaymentReceived(payment("P3", "2026-03-11", "1")),
                "effectiveDate must not be before 2026-03-12, through which the ledger is folded, but was 2026-03-11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.post(LEDGER.entries().get(0)))
                .withMessage("key" + folded + "K1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.post(LedgerEntry.of(
                        "K9", new PaymentReceived(payment("P3", "2026-03-13", "1")), NOON.minusNanos(1))))
                .withMessage(
                        "recordedAt must not be before the last entry's, 2026-03-12T12:00:00Z, but was 2026-03-12T11:59:59.999999999Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.asOf(AsOf.of(day("2026-03-11"), NOON)))
                .withMessageStartingWith(
                        "asOf must not be before 2026-03-12 as known at 2026-03-12T12:00:00Z, through which the ledger is folded, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.asOf(AsOf.of(day("2026-03-12"), NOON.minusNanos(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.steps(AsOf.endOf("2026-03-12")))
                .withMessage("ledger must have all entries, but was ledger of customer A, version 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerLedger.empty(A, EUR).snapshot())
                .withMessage("ledger must have entries, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerLedger.empty(A, EUR).snapshot(later))
                .withMessage("ledger must have entries, but was 0");
    }

    private static void assertRefused(LedgerFact fact, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.post(entry("K9", fact)))
                .withMessage(message);
    }

    @Test
    void aRebookingNeedsTheEntries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rebooking.of(FOLDED, new OldestDueFirst(), "X", NOON))
                .withMessage("ledger must have all entries, but was ledger of customer A, version 8");
    }

    @Test
    void aStaleVersionIsRefused() {
        assertThat(LEDGER.requireVersion(8)).isSameAs(LEDGER);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> LEDGER.requireVersion(7))
                .withMessage("version must be 8, which is the last, but was 7")
                .satisfies(e -> assertThat(e.code()).isEqualTo("ledger.stale-version"));
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException, ClassNotFoundException {
        assertThat(copy(SNAPSHOT)).isEqualTo(SNAPSHOT);
        CustomerLedger next = FOLDED.post(
                        entry("K9", new DisputeResolved(A, D2, Resolution.withdrawn(), day("2026-03-13"))))
                .ledger();
        CustomerLedger copy = copy(next);
        assertThat(copy.openItems()).isEqualTo(next.openItems());
        assertThat(copy.entries()).isEqualTo(next.entries());
        assertThat(copy.version()).isEqualTo(9);
    }

    @Test
    void checksItsParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(7, SNAPSHOT.items(), SNAPSHOT.money()))
                .withMessage("keys must be 7, one of each entry, but was 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerSnapshot(
                        A,
                        "EUR",
                        "EUR",
                        0,
                        SNAPSHOT.through(),
                        NOON,
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of()))
                .withMessage("version must be more than 0, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in("EU.", "EUR"))
                .withMessage("currencyCode must be a currency code of three capital letters, but was EU.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in("EUR", "EUR|USD"))
                .withMessage("booksCurrencyCode must be a currency code of three capital letters, but was EUR|USD");
        LedgerSnapshot.FoldedItem item = SNAPSHOT.items().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(8, List.of(item, item), List.of()))
                .withMessage("items[1] must not repeat, but was R1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(8, List.of(folded(receivable("R9", "2026-03-03", "1"))), List.of()))
                .withMessage("items[0] must be one of the ids, but was R9");
        var francs =
                Receivable.of(ReceivableId.of("R1"), A, day("2026-02-01"), day("2026-03-03"), Amount.of("1", "CHF"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> with(8, List.of(folded(francs)), List.of()))
                .withMessage("items[0] must be in EUR, but was CHF");
        LedgerSnapshot.FoldedMoney left = SNAPSHOT.money().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(8, List.of(), List.of(left, left)))
                .withMessage("money[1] must not repeat, but was P2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerSnapshot(
                        B,
                        "EUR",
                        "EUR",
                        8,
                        SNAPSHOT.through(),
                        NOON,
                        SNAPSHOT.items(),
                        List.of(),
                        List.of(),
                        SNAPSHOT.keys(),
                        SNAPSHOT.receivables(),
                        SNAPSHOT.payments(),
                        SNAPSHOT.cases()))
                .withMessage("items[0] must be of B, but was A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(item, standing("2026-03-12", "1"), standing("2026-03-12", "2")))
                .withMessage("open[1] must be from a later day than the one before, but was 2026-03-12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(item, standing("2026-03-12", "101")))
                .withMessage("open[0] must be at most EUR 100.00, but was EUR 101.00");
        assertThatIllegalArgumentException().isThrownBy(() -> open(item)).withMessage("open must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standing("2026-03-12", "-1"))
                .withMessage("amount must be 0 or more, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(8, List.of(open(item, standing("2026-03-11", "1"))), List.of()))
                .withMessage("items[0] must have no day before 2026-03-12, but was 2026-03-11");
    }

    private static LedgerSnapshot.Standing standing(String day, String amount) {
        return new LedgerSnapshot.Standing(day(day), eur(amount));
    }

    private static LedgerSnapshot.FoldedItem open(
            LedgerSnapshot.FoldedItem item, LedgerSnapshot.Standing... standings) {
        return new LedgerSnapshot.FoldedItem(item.receivable(), List.of(standings));
    }

    private static LedgerSnapshot.FoldedItem folded(Receivable receivable) {
        return new LedgerSnapshot.FoldedItem(
                receivable, List.of(new LedgerSnapshot.Standing(SNAPSHOT.through(), receivable.amount())));
    }

    /** The case goes on where it stood; its id is used up, and what was decided about it before needs the entries. */
    @Test
    void carriesTheCasesThatAreOpen() {
        assertThat(FOLDED.disputes()).isEqualTo(LEDGER.disputes());
        assertThat(FOLDED.disputes().get(0).contested()).isEqualTo(eur("20"));
        CustomerLedger partly = FOLDED.post(entry(
                        "K9",
                        new DisputeResolved(A, D2, Resolution.accepted(eur("5")).leavingRest(), day("2026-03-14"))))
                .ledger();
        assertThat(partly.openItems().get(1).disputed()).isEqualTo(eur("15"));
        assertThat(partly.disputes().get(0).accepted()).isEqualTo(eur("5"));
        CustomerLedger again = CustomerLedger.of(partly.snapshot(day("2026-03-13")));
        for (String day : List.of("2026-03-13", "2026-03-14", "2026-04-01")) {
            assertThat(again.asOf(AsOf.endOf(day))).isEqualTo(partly.asOf(AsOf.endOf(day)));
            assertThat(again.disputes(AsOf.endOf(day))).isEqualTo(partly.disputes(AsOf.endOf(day)));
        }
        CustomerLedger decided = partly.post(
                        entry("K10", new DisputeResolved(A, D2, Resolution.rejected(), day("2026-03-14"))))
                .ledger();
        LedgerSnapshot without = decided.snapshot(day("2026-03-14"));
        assertThat(without.disputes()).isEmpty();
        assertThat(without.cases()).containsExactly(D2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerLedger.of(without)
                        .post(entry("K11", new DisputeOpened(A, dispute("R2", "1"), day("2026-03-15")))))
                .withMessageStartingWith("dispute.id must not be one that was folded into the snapshot of 2026-03-14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.post(entry("K9", new EntryReversed(A, EntryKey.of("K8"), day("2026-03-14")))))
                .withMessageStartingWith("entry must not be one that was folded into the snapshot of 2026-03-12");
    }

    /** 50.00 are paid when the case is open still: the debt is gone from the snapshot, and the case can be decided. */
    @Test
    void aCaseOfADebtThatIsPaidCanBeDecided() {
        var fifty = payment("P3", "2026-03-12", "50");
        var allocation = Allocation.of(
                fifty,
                LEDGER.openItems(),
                request -> List.of(AllocationLine.of(id("R2"), eur("50"), Explanation.of("test.named", "as named"))));
        CustomerLedger paid = LEDGER.post(entry("K9", new PaymentReceived(fifty)))
                .ledger()
                .post(entry("K10", new PaymentAllocated(allocation, day("2026-03-12"))))
                .ledger();
        CustomerLedger folded = CustomerLedger.of(paid.snapshot());
        assertThat(folded.openItems()).extracting(OpenItem::id).containsExactly(id("R1"));
        assertThat(folded.disputes()).extracting(DisputeCase::isOpen).containsExactly(true);
        CustomerLedger decided = folded.post(
                        entry("K11", folded.disputes().get(0).accepted(day("2026-03-13"))))
                .ledger();
        assertThat(decided.disputes()).extracting(DisputeCase::isOpen).containsExactly(false);
    }

    @Test
    void checksItsCases() {
        LedgerSnapshot.FoldedDispute folded = SNAPSHOT.disputes().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(8, SNAPSHOT.items(), List.of(folded, folded), List.of()))
                .withMessage("disputes[1] must not repeat, but was D2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LedgerSnapshot.FoldedDispute(folded.course(), List.of(standing("2026-03-12", "20.01"))))
                .withMessage("contested[0] must be at most EUR 20.00, but was EUR 20.01");
        var staged = entry("K9", new DisputeStaged(A, D2, DisputeStage.of("sales"), day("2026-03-12")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerSnapshot.FoldedDispute(
                        List.of(new LedgerSnapshot.Turn(staged, null)), folded.contested()))
                .withMessage("course[0] must open a case, but was K9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(
                        8,
                        SNAPSHOT.items(),
                        List.of(new LedgerSnapshot.FoldedDispute(
                                folded.course(), List.of(standing("2026-03-11", "20")))),
                        List.of()))
                .withMessage("disputes[0] must have no day before 2026-03-12, but was 2026-03-11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases(opened(B, dispute("R2", "20"))))
                .withMessage("disputes[0] must be of A, but was B");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> cases(opened(
                        A,
                        Dispute.of(
                                D2,
                                id("R2"),
                                Amount.of("20", "CHF"),
                                DisputeReason.PRICING,
                                DisputeSource.customer("letter")))))
                .withMessage("disputes[0] must be in EUR, but was CHF");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases(opened(A, dispute("R9", "20"))))
                .withMessage("disputes[0] must be one of the ids, but was D9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases(opened(
                        A,
                        Dispute.of(D2, id("R9"), eur("20"), DisputeReason.PRICING, DisputeSource.customer("letter")))))
                .withMessage("disputes[0] must be one of the ids, but was R9");
    }

    /** A snapshot with a case that is contested as it was opened. */
    private static LedgerSnapshot cases(DisputeOpened opened) {
        LedgerSnapshot.Turn turn = new LedgerSnapshot.Turn(entry("K8", opened), null);
        var standing =
                new LedgerSnapshot.Standing(SNAPSHOT.through(), opened.dispute().amount());
        return with(
                8,
                SNAPSHOT.items(),
                List.of(new LedgerSnapshot.FoldedDispute(List.of(turn), List.of(standing))),
                List.of());
    }

    private static DisputeOpened opened(CustomerId customer, Dispute dispute) {
        return new DisputeOpened(customer, dispute, SNAPSHOT.through());
    }

    /** A rent of 1 February 2027 is recorded already: 12 March 2026 is closed, and the months until then are not. */
    @Test
    void anEntryThatIsDatedAheadClosesNoDayBefore() {
        Receivable rent = receivable("R9", "2027-03-03", "70");
        CustomerLedger all =
                LEDGER.post(entry("K9", new ReceivablePosted(rent))).ledger();
        CustomerLedger folded = CustomerLedger.of(all.snapshot(day("2026-03-12")));
        assertThat(folded.openItems()).isEqualTo(all.openItems());
        LedgerEntry april =
                LedgerEntry.of("K10", new ReceivablePosted(receivable("R10", "2026-05-01", "5")), NOON.plusSeconds(70));
        CustomerLedger next = folded.post(april).ledger();
        CustomerLedger whole = all.post(april).ledger();
        for (String day : List.of("2026-03-12", "2026-04-01", "2027-01-31", "2027-02-01", "2027-12-31")) {
            assertThat(next.asOf(AsOf.endOf(day))).isEqualTo(whole.asOf(AsOf.endOf(day)));
        }
        assertThat(next.asOf(AsOf.endOf("2026-04-01")).open()).isEqualTo(eur("95")); // 40 and 50, and 5
        assertThat(next.asOf(AsOf.endOf("2027-02-01")).open()).isEqualTo(eur("165"));
        LedgerSnapshot again = next.snapshot(day("2026-04-01"));
        assertThat(again.through()).isEqualTo("2026-04-01");
        assertThat(CustomerLedger.of(again).asOf(AsOf.endOf("2027-02-01")))
                .isEqualTo(whole.asOf(AsOf.endOf("2027-02-01")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.snapshot(day("2026-03-11")))
                .withMessage(
                        "through must not be before 2026-03-12, through which the ledger is folded, but was 2026-03-11");
    }

    @Test
    void keepsTheCurrencyOfTheBooks() {
        assertThat(SNAPSHOT.booksCurrencyCode()).isEqualTo("EUR");
        Receivable debt = receivable("R9", "2026-05-01", "70");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> FOLDED.post(entry("K9", ReceivablePosted.of(debt, Amount.of("80", "USD")))))
                .withMessage("booked must be in EUR, but was USD");
    }

    private static LedgerSnapshot in(String currencyCode, String booksCurrencyCode) {
        return new LedgerSnapshot(
                A,
                currencyCode,
                booksCurrencyCode,
                8,
                SNAPSHOT.through(),
                NOON,
                List.of(),
                List.of(),
                List.of(),
                SNAPSHOT.keys(),
                SNAPSHOT.receivables(),
                SNAPSHOT.payments(),
                SNAPSHOT.cases());
    }

    private static LedgerSnapshot with(
            int version, List<LedgerSnapshot.FoldedItem> items, List<LedgerSnapshot.FoldedMoney> money) {
        return with(version, items, List.of(), money);
    }

    private static LedgerSnapshot with(
            int version,
            List<LedgerSnapshot.FoldedItem> items,
            List<LedgerSnapshot.FoldedDispute> disputes,
            List<LedgerSnapshot.FoldedMoney> money) {
        return new LedgerSnapshot(
                A,
                "EUR",
                "EUR",
                version,
                SNAPSHOT.through(),
                NOON,
                items,
                disputes,
                money,
                SNAPSHOT.keys(),
                SNAPSHOT.receivables(),
                SNAPSHOT.payments(),
                SNAPSHOT.cases());
    }

    /** What the first snapshot knows only by its ids the second knows so too, and when its last entry was recorded. */
    @Test
    void aSnapshotOfASnapshotKnowsWhatItDid() {
        LedgerSnapshot decided = LEDGER.post(
                        entry("K9", new DisputeResolved(A, D2, Resolution.rejected(), day("2026-03-14"))))
                .ledger()
                .snapshot();
        LedgerSnapshot again = CustomerLedger.of(decided).snapshot();
        assertThat(again).isEqualTo(decided);
        assertThat(again.cases()).containsExactly(D2);
        assertThat(again.recordedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(again.keys()).hasSize(9);
        assertThat(again.receivables()).hasSize(3);
        assertThat(again.payments()).hasSize(2);
    }

    /** What is missing was folded, if its id is known, of a debt, a payment or a case; else nobody knows it. */
    @Test
    void saysOfWhatIsMissingWhetherItIsFolded() {
        LedgerSnapshot decided = LEDGER.post(
                        entry("K9", new DisputeResolved(A, D2, Resolution.rejected(), day("2026-03-14"))))
                .ledger()
                .snapshot();
        CustomerLedger folded = CustomerLedger.of(decided);
        String needed =
                " must not be one that was folded into the snapshot of 2026-03-14, which needs the entries, but was ";
        assertMissing("item" + needed + "R3", () -> folded.openFrom(id("R3"), day("2026-03-14")));
        assertMissing("payment" + needed + "P1", () -> folded.unapplied(PaymentId.of("P1")));
        assertMissing("dispute" + needed + "D2", staged(folded, D2));
        String unknown = " must be in the customer's ledger, but was ";
        assertMissing("item" + unknown + "R8", () -> folded.openFrom(id("R8"), day("2026-03-14")));
        assertMissing("payment" + unknown + "P8", () -> folded.unapplied(PaymentId.of("P8")));
        assertMissing("dispute" + unknown + "D8", staged(folded, DisputeId.of("D8")));
    }

    private static ThrowingCallable staged(CustomerLedger ledger, DisputeId dispute) {
        LedgerEntry staged = entry("K10", new DisputeStaged(A, dispute, DisputeStage.of("sales"), day("2026-03-14")));
        return () -> ledger.post(staged);
    }

    private static void assertMissing(String message, ThrowingCallable question) {
        assertThatIllegalArgumentException().isThrownBy(question).withMessage(message);
    }

    /** Before a debt of 5.00 was recorded, what the snapshot has was known, and not nothing. */
    @Test
    void whatWasKnownBeforeTheFirstEntryIsTheSnapshot() {
        LedgerEntry later =
                LedgerEntry.of("K9", new ReceivablePosted(receivable("R9", "2026-04-11", "5")), NOON.plusSeconds(60));
        CustomerLedger next = FOLDED.post(later).ledger();
        AsOf before = AsOf.of(day("2026-04-01"), NOON.plusSeconds(59));
        assertThat(next.asOf(before).open()).isEqualTo(eur("90")); // 40 and 50
        assertThat(next.asOf(before).onAccount()).isEqualTo(eur("30"));
        assertThat(next.asOf(AsOf.of(day("2026-04-01"), NOON.plusSeconds(60))).open())
                .isEqualTo(eur("95"));
        assertThat(next.hasEntries(before)).isTrue();
        assertThat(FOLDED.hasEntries(before)).isTrue();
    }

    /** The case came to a stage that counts until 1 May: the snapshot of March tells of April with it, and of May without. */
    @Test
    void aStageThatIsUndoneLaterEndsOnItsDay() {
        CustomerLedger staged = LEDGER.post(
                        entry("K9", new DisputeStaged(A, D2, DisputeStage.of("sales"), day("2026-03-12"))))
                .ledger()
                .post(entry("K10", new EntryReversed(A, EntryKey.of("K9"), day("2026-05-01"))))
                .ledger();
        CustomerLedger folded = CustomerLedger.of(staged.snapshot(day("2026-03-12")));
        assertThat(folded.disputes(AsOf.endOf("2026-04-30")).get(0).stage()).contains(DisputeStage.of("sales"));
        assertThat(folded.disputes().get(0).stage()).isEmpty();
        assertThat(folded.snapshot().through()).isEqualTo("2026-05-01");
        LedgerEntry opened = LEDGER.entries().get(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerSnapshot.Turn(opened, LocalDate.MAX))
                .withMessageStartingWith("undoneFrom must ");
    }

    /** What a snapshot accepts it answers as the ledger of all entries does; it refuses only what that refuses, or what is folded. */
    @Property
    void answersAsTheWholeDoes(
            @ForAll("histories") List<LedgerEntry> entries, @ForAll @IntRange(min = 0, max = 100) int percent) {
        for (CustomerLedger all : Ledger.empty(EUR).postAll(entries).customers()) {
            int cut = Math.max(1, all.version() * percent / 100);
            CustomerLedger whole = CustomerLedger.empty(all.customer(), EUR);
            for (LedgerEntry entry : all.entries().subList(0, cut)) {
                whole = whole.post(entry).ledger();
            }
            LocalDate through = FIRST_DAY.plusDays(percent + 20L);
            CustomerLedger folded = CustomerLedger.of(percent % 2 == 0 ? whole.snapshot() : whole.snapshot(through));
            for (LedgerEntry entry : all.entries().subList(cut, all.version())) {
                try {
                    CustomerLedger next = folded.post(entry).ledger();
                    whole = whole.post(entry).ledger();
                    folded = next;
                } catch (InvalidArgumentException e) {
                    assertRefusedByBothOrFolded(whole, entry, e);
                }
                assertThat(folded.openItems()).isEqualTo(whole.openItems());
                assertThat(folded.unappliedPayments()).isEqualTo(whole.unappliedPayments());
            }
            AsOf end = AsOf.endOf("9999-12-31");
            assertThat(folded.asOf(end)).isEqualTo(whole.asOf(end));
            if (percent % 2 == 1) {
                for (int days = 0; days < 100; days += 7) {
                    AsOf asOf = AsOf.endOf(through.plusDays(days));
                    assertThat(folded.asOf(asOf)).isEqualTo(whole.asOf(asOf));
                }
            }
        }
    }

    private static void assertRefusedByBothOrFolded(
            CustomerLedger whole, LedgerEntry entry, InvalidArgumentException e) {
        if (!e.code().equals("ledger.folded")) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> whole.post(entry))
                    .withMessage(e.getMessage());
        }
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }
}
