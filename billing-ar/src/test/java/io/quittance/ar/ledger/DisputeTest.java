package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Histories;
import io.quittance.ar.Samples;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.Origin;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is contested of a debt of 100.00 of 1 February; ar.md 4.23. */
class DisputeTest {
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final Receivable DEBT = receivable("R1", "2026-03-03", "100");
    private static final DisputeId D1 = DisputeId.of("D1");
    private static final CustomerLedger OWED = post(CustomerLedger.empty(A, EUR), new ReceivablePosted(DEBT));
    /** 60.00 of it since 5 March. */
    private static final CustomerLedger DISPUTED =
            post(OWED, new DisputeOpened(A, dispute("R1", "60"), day("2026-03-05")));

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact... facts) {
        CustomerLedger next = ledger;
        for (LedgerFact fact : facts) {
            int number = next.version() + 1;
            next = next.post(LedgerEntry.of("K" + number, fact, NOON.plusSeconds(number)))
                    .ledger();
        }
        return next;
    }

    private static CustomerLedger paid(CustomerLedger ledger, String payment, String date, String amount) {
        Payment money = payment(payment, date, amount);
        var allocation = Allocation.of(money, List.of(OpenItem.of(DEBT)), new OldestDueFirst());
        return post(ledger, new PaymentReceived(money), new PaymentAllocated(allocation, day(date)));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static DisputeResolved resolved(Resolution resolution, String date) {
        return new DisputeResolved(A, D1, resolution, day(date));
    }

    private static EntryReversed reversed(String key, String date) {
        return new EntryReversed(A, EntryKey.of(key), day(date));
    }

    /** What is contested at the ends of these days, as it is known now; 0 where nothing is open. */
    private static List<Amount> contested(CustomerLedger ledger, String... days) {
        return List.of(days).stream()
                .map(day -> ledger.asOf(AsOf.endOf(day)).openItems().stream()
                        .map(OpenItem::disputed)
                        .reduce(eur("0"), Amount::add))
                .toList();
    }

    @Test
    void aPartIsContestedFromItsDayOn() {
        assertThat(contested(DISPUTED, "2026-03-04", "2026-03-05")).containsExactly(eur("0"), eur("60"));
        OpenItem item = DISPUTED.openItems().get(0);
        assertThat(item.open()).isEqualTo(eur("100"));
        assertThat(item.disputed()).isEqualTo(eur("60"));
        assertThat(item.undisputed()).isEqualTo(eur("40"));
        assertThat(item.isDisputed()).isTrue();
    }

    /** 30.00 pay of the 40.00 that nobody contests; 40.00 more leave 30.00, all of which is contested. */
    @Test
    void moneyPaysFirstWhatNobodyContests() {
        CustomerLedger once = paid(DISPUTED, "P1", "2026-03-10", "30");
        CustomerLedger twice = paid(once, "P2", "2026-03-12", "40");
        assertThat(contested(twice, "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"))
                .containsExactly(eur("60"), eur("60"), eur("60"), eur("30"));
        CustomerLedger back = post(twice, reversed("K6", "2026-03-20"));
        assertThat(contested(back, "2026-03-19", "2026-03-20")).containsExactly(eur("30"), eur("60"));
    }

    @Test
    void severalCasesContestAtMostWhatIsOpen() {
        assertThat(DISPUTED.contestableOn(id("R1"), day("2026-03-05"))).isEqualTo(eur("40"));
        assertThat(DISPUTED.contestableOn(id("R1"), day("2026-03-01"))).isEqualTo(eur("40"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(DISPUTED, second("40.01", "2026-03-01")))
                .withMessage("dispute.amount must be at most EUR 40.00, which is open of R1 on 2026-03-01 and not"
                        + " contested by another case, but was EUR 40.01");
        CustomerLedger both = post(DISPUTED, second("40", "2026-03-01"));
        assertThat(contested(both, "2026-03-01", "2026-03-05")).containsExactly(eur("40"), eur("100"));
        assertThat(both.contestableOn(id("R1"), day("2026-03-05"))).isEqualTo(eur("0"));
        CustomerLedger one = post(both, resolved(Resolution.withdrawn(), "2026-03-20"));
        assertThat(contested(one, "2026-03-19", "2026-03-20")).containsExactly(eur("100"), eur("40"));
        assertThat(one.contestableOn(id("R1"), day("2026-03-20"))).isEqualTo(eur("60"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> post(
                        OWED,
                        new DisputeOpened(
                                A,
                                Dispute.of(
                                        D1,
                                        id("R1"),
                                        Amount.of("1", "USD"),
                                        DisputeReason.TAX,
                                        DisputeSource.customer("L")),
                                day("2026-03-05"))))
                .withMessage("dispute.amount must be in EUR, but was USD");
    }

    private static DisputeOpened second(String amount, String date) {
        return new DisputeOpened(
                A,
                Dispute.of(
                        DisputeId.of("D2"), id("R1"), eur(amount), DisputeReason.QUALITY, DisputeSource.customer("L")),
                day(date));
    }

    /** The letter of the 5th comes to the ledger when the debt is paid already. */
    @Test
    void aCaseMayBeRecordedAfterTheDebtIsPaid() {
        CustomerLedger paid = paid(OWED, "P1", "2026-03-10", "100");
        CustomerLedger late = post(paid, new DisputeOpened(A, dispute("R1", "100"), day("2026-03-05")));
        assertThat(contested(late, "2026-03-05", "2026-03-09", "2026-03-10"))
                .containsExactly(eur("100"), eur("100"), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(paid, new DisputeOpened(A, dispute("R1", "1"), day("2026-03-10"))))
                .withMessageStartingWith("dispute.amount must be at most EUR 0.00, which is open of R1 on 2026-03-10");
        assertThat(late.disputes().get(0).isOpen()).isTrue();
    }

    /** Of 60.00, 20.00 are accepted on the 12th and the rest stays contested, until it is rejected. */
    @Test
    void aPartMayBeAcceptedAndTheRestContestedStill() {
        CustomerLedger partly =
                post(DISPUTED, resolved(Resolution.accepted(eur("20")).leavingRest(), "2026-03-12"));
        assertThat(contested(partly, "2026-03-11", "2026-03-12")).containsExactly(eur("60"), eur("40"));
        DisputeCase open = partly.disputes().get(0);
        assertThat(open.isOpen()).isTrue();
        assertThat(open.accepted()).isEqualTo(eur("20"));
        assertThat(open.contested()).isEqualTo(eur("40"));
        CustomerLedger rejected = post(partly, open.rejected());
        assertThat(contested(rejected, "2026-03-04", "2026-03-05", "2026-03-11", "2026-03-12"))
                .containsExactly(eur("0"), eur("20"), eur("20"), eur("0"));
        assertThat(rejected.disputes().get(0).isOpen()).isFalse();
        assertThat(rejected.disputes().get(0).accepted()).isEqualTo(eur("20"));
    }

    @Test
    void anAcceptedPartEndsTheCaseUnlessTheRestIsLeft() {
        CustomerLedger ended = post(DISPUTED, resolved(Resolution.accepted(eur("20")), "2026-03-12"));
        assertThat(contested(ended, "2026-03-11", "2026-03-12")).containsExactly(eur("60"), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(DISPUTED, resolved(Resolution.accepted(eur("60.01")), "2026-03-12")))
                .withMessage(
                        "resolution.amount must be at most EUR 60.00, which is contested by D1, but was EUR 60.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        post(DISPUTED, resolved(Resolution.accepted(eur("60")).leavingRest(), "2026-03-12")))
                .withMessage(
                        "resolution.amount must be less than EUR 60.00, which is contested by D1, but was EUR 60.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> post(DISPUTED, resolved(Resolution.accepted(Amount.of("1", "USD")), "2026-03-12")))
                .withMessage("resolution.amount must be in EUR, but was USD");
    }

    /** What was known before the rejection was recorded stays (ar.md 7, law 17). */
    @Test
    void aRejectionCountsFromTheFirstDayForWhoeverAsksFromThenOn() {
        CustomerLedger rejected = post(DISPUTED, DISPUTED.disputes().get(0).rejected());
        assertThat(contested(rejected, "2026-03-05", "2026-03-20")).containsExactly(eur("0"), eur("0"));
        AsOf before = AsOf.of(day("2026-03-20"), NOON.plusSeconds(2));
        assertThat(rejected.asOf(before)).isEqualTo(DISPUTED.asOf(before));
        assertThat(rejected.asOf(before).openItems().get(0).disputed()).isEqualTo(eur("60"));
        assertThat(rejected.disputes(before).get(0).isOpen()).isTrue();
    }

    @Test
    void whatWasOpenedOrDecidedByMistakeIsUndone() {
        CustomerLedger undone = post(DISPUTED, reversed("K2", "2026-03-08"));
        assertThat(contested(undone, "2026-03-07", "2026-03-08")).containsExactly(eur("60"), eur("0"));
        assertThat(undone.disputes()).isEmpty();
        assertThat(undone.disputes(AsOf.endOf("2026-03-07"))).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(undone, resolved(Resolution.rejected(), "2026-03-09")))
                .withMessage("dispute must be one that was not undone, but was D1");
        CustomerLedger closed = post(DISPUTED, resolved(Resolution.withdrawn(), "2026-03-12"));
        CustomerLedger again = post(closed, reversed("K3", "2026-03-20"));
        assertThat(contested(again, "2026-03-11", "2026-03-12", "2026-03-19", "2026-03-20"))
                .containsExactly(eur("60"), eur("0"), eur("0"), eur("60"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(closed, reversed("K2", "2026-03-20")))
                .withMessage("entry must be at most EUR 0.00, which is contested by D1, but was EUR 60.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(again, resolved(Resolution.rejected(), "2026-03-15")))
                .withMessage("resolution.amount must be at most EUR 0.00, which is contested by D1 on each day from"
                        + " 2026-03-15 on, but was EUR 60.00");
    }

    @Test
    void tellsTheCourseOfACase() {
        ActorId first = ActorId.of("clerk-7");
        ActorId then = ActorId.of("clerk-9");
        CustomerLedger ledger =
                post(OWED, new DisputeOpened(A, dispute("R1", "60").ownedBy(first), day("2026-03-05")));
        ledger = ledger.post(LedgerEntry.of(
                                "S1",
                                new DisputeStaged(
                                        A, D1, DisputeStage.of("at-sales").ownedBy(then), day("2026-03-06")),
                                NOON.plusSeconds(3))
                        .by(Origin.of("clerk-7")))
                .ledger();
        ledger = ledger.post(LedgerEntry.of(
                        "S2",
                        new DisputeStaged(A, D1, DisputeStage.of("answered").noted("note-17"), day("2026-03-08")),
                        NOON.plusSeconds(4)))
                .ledger();
        DisputeCase now = ledger.disputes().get(0);
        assertThat(now.owner()).contains(then);
        assertThat(now.stage()).contains(DisputeStage.of("answered").noted("note-17"));
        assertThat(now.entries())
                .extracting(LedgerEntry::key)
                .containsExactly(EntryKey.of("K2"), EntryKey.of("S1"), EntryKey.of("S2"));
        assertThat(now.entries().get(1).origin()).isEqualTo(Origin.of("clerk-7"));
        assertThat(now.dispute().reason()).isEqualTo(DisputeReason.PRICING);
        assertThat(now.openedOn()).isEqualTo("2026-03-05");
        assertThat(ledger.disputes(AsOf.endOf("2026-03-05")).get(0).owner()).contains(first);
        assertThat(ledger.disputes(AsOf.endOf("2026-03-04"))).isEmpty();
        assertThat(ledger.disputes(AsOf.of(day("2026-03-31"), NOON.plusSeconds(3)))
                        .get(0)
                        .stage())
                .contains(DisputeStage.of("at-sales").ownedBy(then));
        CustomerLedger undone = post(ledger, reversed("S2", "2026-03-08"));
        assertThat(undone.disputes().get(0).stage()).map(DisputeStage::key).contains("at-sales");
        assertThat(contested(undone, "2026-03-31")).containsExactly(eur("60"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(undone, now.staged(DisputeStage.of("x"), day("2026-03-04"))))
                .withMessage("effectiveDate must not be before the day the dispute was opened, 2026-03-05,"
                        + " but was 2026-03-04");
    }

    @Test
    void aCaseIsOfOneDisputeAndCanBeShipped() throws IOException, ClassNotFoundException {
        DisputeCase open = DISPUTED.disputes().get(0);
        assertThat(Samples.copy(open)).isEqualTo(open);
        assertThat(Samples.copy(DISPUTED).disputes()).isEqualTo(DISPUTED.disputes());
        LedgerEntry other = LedgerEntry.of(
                "K9", new DisputeResolved(A, DisputeId.of("D9"), Resolution.rejected(), day("2026-03-09")), NOON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisputeCase(List.of(open.entries().get(0), other), eur("60")))
                .withMessage("entries[1] must be a stage or a resolution of D1, but was K9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisputeCase(List.of(other), eur("60")))
                .withMessage("entries[0] must open a case, but was K9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisputeCase(open.entries(), eur("60.01")))
                .withMessage("contested must be 0 or more and at most EUR 60.00, but was EUR 60.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisputeCase(open.entries(), eur("-0.01")))
                .withMessage("contested must be 0 or more and at most EUR 60.00, but was EUR -0.01");
        LedgerEntry opened = open.entries().get(0);
        for (LedgerFact fact : List.of(
                new DisputeStaged(A, DisputeId.of("D9"), DisputeStage.of("sales"), day("2026-03-09")),
                new DisputeStaged(B, D1, DisputeStage.of("sales"), day("2026-03-09")),
                new DisputeResolved(B, D1, Resolution.rejected(), day("2026-03-09")),
                new EntryReversed(A, EntryKey.of("K2"), day("2026-03-09")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DisputeCase(List.of(opened, LedgerEntry.of("K9", fact, NOON)), eur("60")))
                    .withMessage("entries[1] must be a stage or a resolution of D1, but was K9");
        }
    }

    /** A stage decides nothing: what is contested, of the case and of its debt, is not told again for it. */
    @Test
    void aStageLeavesWhatIsContestedAsItIs() {
        CustomerLedger staged = post(DISPUTED, new DisputeStaged(A, D1, DisputeStage.of("sales"), day("2026-03-06")));
        assertThat(staged.balance().contest(D1, "dispute").contested())
                .isSameAs(DISPUTED.balance().contest(D1, "dispute").contested());
        assertThat(staged.balance().debt(id("R1"), "item"))
                .isSameAs(DISPUTED.balance().debt(id("R1"), "item"));
    }

    /** A stage can be undone also after it was undone that the case was opened: it contests nothing that would have to be there. */
    @Test
    void aStageOfACaseThatWasUndoneCanBeUndone() {
        CustomerLedger staged = post(DISPUTED, new DisputeStaged(A, D1, DisputeStage.of("sales"), day("2026-03-06")));
        CustomerLedger undone = post(staged, reversed("K2", "2026-03-08"), reversed("K3", "2026-03-09"));
        assertThat(undone.version()).isEqualTo(5);
        assertThat(contested(undone, "2026-03-07", "2026-03-08")).containsExactly(eur("60"), eur("0"));
    }

    /** What is disputed and rejected leaves every answer about every day as if it had not been. */
    @Property
    void disputingAndRejectingRestores(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(min = 0, max = 60) int days,
            @ForAll @IntRange(min = 0, max = 9) int pick) {
        for (CustomerLedger before : Ledger.empty(EUR).postAll(entries).customers()) {
            Instant now =
                    before.entries().get(before.version() - 1).recordedAt().plusSeconds(1);
            List<OpenItem> open = before.openItems();
            if (open.isEmpty()) {
                continue;
            }
            OpenItem item = open.get(pick % open.size());
            LocalDate day = item.documentDate().plusDays(days);
            Amount most = before.contestableOn(item.id(), day);
            if (most.signum() == 0) {
                continue;
            }
            var dispute = Dispute.of(
                    DisputeId.of("new"), item.id(), most, DisputeReason.OTHER, DisputeSource.reconciliation("run"));
            CustomerLedger disputed = before.post(
                            LedgerEntry.of("open", new DisputeOpened(before.customer(), dispute, day), now))
                    .ledger();
            assertThat(disputed.contestableOn(item.id(), day)).isEqualTo(eur("0"));
            DisputeCase opened = disputed.disputes().stream()
                    .filter(one -> one.dispute().equals(dispute))
                    .findFirst()
                    .orElseThrow();
            CustomerLedger rejected = disputed.post(LedgerEntry.of("reject", opened.rejected(), now))
                    .ledger();
            assertThat(rejected.openItems()).isEqualTo(before.openItems());
            for (int i = 0; i < 160; i++) {
                AsOf end = AsOf.endOf(FIRST_DAY.plusDays(i));
                assertThat(rejected.asOf(end)).isEqualTo(before.asOf(end));
                AsOf known = AsOf.of(FIRST_DAY.plusDays(i), now.minusSeconds(1));
                assertThat(rejected.asOf(known)).isEqualTo(before.asOf(known));
            }
        }
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }
}
