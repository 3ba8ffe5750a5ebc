package io.quittance.ar.ledger;

import static io.quittance.ar.Histories.EUR;
import static io.quittance.ar.Histories.FIRST_DAY;
import static io.quittance.ar.Histories.START;
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

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** 100.00 due on 3 March and 60.00 due on 20 March become 80.00 for 1 May and 80.00 for 1 June, with 1.50 of interest, on 1 April. */
class DebtRescheduledTest {
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Explanation WHY = Explanation.of("test.plan", "agreed by letter");
    private static final CustomerLedger OWED = post(
            CustomerLedger.empty(A, EUR),
            new ReceivablePosted(receivable("R1", "2026-03-03", "100")),
            new ReceivablePosted(receivable("R2", "2026-03-20", "60")));
    private static final DebtRescheduled PLAN = plan(
            List.of(moved("R1", "100"), moved("R2", "60")),
            List.of(planned("L/1", "2026-05-01", "80"), planned("L/2", "2026-06-01", "80")),
            List.of(new ReceivablePosted(interest("L/2/I", "1.50"))));
    private static final CustomerLedger PLANNED = post(OWED, PLAN);

    private static DebtRescheduled plan(
            List<DebtRescheduled.Moved> moved, List<Receivable> owed, List<ReceivablePosted> charges) {
        return new DebtRescheduled(A, moved, owed, charges, WHY, day("2026-04-01"));
    }

    private static DebtRescheduled.Moved moved(String item, String amount) {
        return DebtRescheduled.Moved.of(id(item), eur(amount));
    }

    /** Of 1 April. */
    private static Receivable planned(String id, String due, String amount) {
        return Receivable.of(id(id), A, day("2026-04-01"), day(due), eur(amount));
    }

    private static Receivable interest(String id, String amount) {
        return planned(id, "2026-06-01", amount)
                .withType(ReceivableType.INTEREST)
                .partOf(id("L/2"), day("2026-06-01"));
    }

    private static CustomerLedger post(CustomerLedger ledger, LedgerFact... facts) {
        CustomerLedger next = ledger;
        for (LedgerFact fact : facts) {
            int number = next.version() + 1;
            next = next.post(LedgerEntry.of("K" + number, fact, NOON.plusSeconds(number)))
                    .ledger();
        }
        return next;
    }

    private static CustomerLedger paid(CustomerLedger ledger, String id, String date, String amount) {
        Payment payment = payment(id, date, amount);
        CustomerLedger next = post(ledger, new PaymentReceived(payment));
        var allocation = Allocation.of(payment, next.openItems(), new OldestDueFirst());
        return post(next, new PaymentAllocated(allocation, payment.valueDate()));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static EntryReversed reversed(String key, String date) {
        return new EntryReversed(A, EntryKey.of(key), day(date));
    }

    private static List<String> open(CustomerLedger ledger, String date) {
        return ledger.asOf(AsOf.endOf(date)).openItems().stream()
                .map(item -> item.id() + " " + item.open())
                .toList();
    }

    @Test
    void isOwedInstead() {
        assertThat(open(PLANNED, "2026-03-31")).containsExactly("R1 EUR 100.00", "R2 EUR 60.00");
        assertThat(open(PLANNED, "2026-04-01")).containsExactly("L/1 EUR 80.00", "L/2 EUR 80.00", "L/2/I EUR 1.50");
        assertThat(PLANNED.asOf(AsOf.of(day("2026-04-01"), NOON.plusSeconds(2))).open())
                .isEqualTo(eur("160")); // before it was recorded
        assertThat(PLAN.amount()).isEqualTo(eur("160"));
        assertThat(PLAN.debts()).extracting(debt -> debt.id().value()).containsExactly("L/1", "L/2", "L/2/I");
    }

    /** 40.00 of R1 are moved; 60.00 of it stay overdue. */
    @Test
    void movesAPart() {
        CustomerLedger part =
                post(OWED, plan(List.of(moved("R1", "40")), List.of(planned("L/1", "2026-05-01", "40")), List.of()));
        assertThat(open(part, "2026-04-01")).containsExactly("R1 EUR 60.00", "R2 EUR 60.00", "L/1 EUR 40.00");
        assertThat(open(paid(part, "P1", "2026-04-02", "130"), "2026-04-02")).containsExactly("L/1 EUR 30.00");
    }

    @Test
    void isUndoneFromADayOn() {
        CustomerLedger undone = post(PLANNED, reversed("K3", "2026-04-10"));
        assertThat(open(undone, "2026-04-09")).containsExactly("L/1 EUR 80.00", "L/2 EUR 80.00", "L/2/I EUR 1.50");
        assertThat(open(undone, "2026-04-10")).containsExactly("R1 EUR 100.00", "R2 EUR 60.00");
        assertThat(undone.openItems()).isEqualTo(OWED.openItems());
        assertThat(undone.steps(AsOf.endOf("2026-12-31")).get(3).undone())
                .extracting(LedgerEntry::key)
                .containsExactly(EntryKey.of("K3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(undone, reversed("K3", "2026-04-11")))
                .withMessage("entry must be one that stands and can be reversed, but was K3");
    }

    /** 30.00 of the first instalment are paid: undo that first. */
    @Test
    void standsWhileAnInstalmentIsUsed() {
        CustomerLedger paid = paid(PLANNED, "P1", "2026-04-20", "30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(paid, reversed("K3", "2026-04-20")))
                .withMessage("entry must be at most EUR 50.00, which is open of L/1, but was EUR 80.00");
        CustomerLedger free = post(paid, reversed("K5", "2026-04-21"));
        assertThat(open(post(free, reversed("K3", "2026-04-21")), "2026-04-21"))
                .containsExactly("R1 EUR 100.00", "R2 EUR 60.00");
        CustomerLedger back = post(
                paid,
                new PaymentReturned(
                        A, payment("P1", "2026-04-20", "30").id(), PaymentReturned.Reason.OTHER, day("2026-04-22")));
        assertThat(open(back, "2026-04-22")).containsExactly("L/1 EUR 80.00", "L/2 EUR 80.00", "L/2/I EUR 1.50");
    }

    /** What paid a debt before it was moved may come back: it is open of the debt, beside the plan. */
    @Test
    void whatWasPaidBeforeComesBackToTheOldDebt() {
        CustomerLedger paid = paid(OWED, "P1", "2026-03-10", "30");
        CustomerLedger planned =
                post(paid, plan(List.of(moved("R1", "70")), List.of(planned("L/1", "2026-05-01", "70")), List.of()));
        assertThat(open(post(planned, reversed("K4", "2026-04-03")), "2026-04-03"))
                .containsExactly("R1 EUR 30.00", "R2 EUR 60.00", "L/1 EUR 70.00");
    }

    /** 25.00 of R1 are contested from 10 March to 9 April. */
    @Test
    void leavesWhatIsContested() {
        CustomerLedger contested = post(OWED, new DisputeOpened(A, dispute("R1", "25"), day("2026-03-10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(contested, PLAN))
                .withMessage(
                        "moved[0].amount must be at most EUR 75.00, which is open of R1 and not contested on each day"
                                + " from 2026-04-01 on, but was EUR 100.00");
        CustomerLedger planned = post(
                contested, plan(List.of(moved("R1", "75")), List.of(planned("L/1", "2026-05-01", "75")), List.of()));
        assertThat(planned.openItems().get(0))
                .isEqualTo(OpenItem.of(receivable("R1", "2026-03-03", "100"), eur("25"), eur("25")));
        CustomerLedger decided =
                post(contested, new DisputeResolved(A, DisputeId.of("D1"), Resolution.withdrawn(), day("2026-04-10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(decided, PLAN))
                .withMessageStartingWith("moved[0].amount must be at most EUR 75.00");
        CustomerLedger rejected =
                post(contested, new DisputeResolved(A, DisputeId.of("D1"), Resolution.rejected(), day("2026-03-10")));
        assertThat(open(post(rejected, PLAN), "2026-04-01")).hasSize(3);
    }

    /** A dispute of an instalment is of that one. */
    @Test
    void anInstalmentIsContestedByItself() {
        CustomerLedger contested = post(PLANNED, new DisputeOpened(A, dispute("L/1", "20"), day("2026-04-05")));
        assertThat(contested.openItems()).extracting(OpenItem::disputed).containsExactly(eur("20"), eur("0"), eur("0"));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(paid(OWED, "P1", "2026-03-10", "30"), PLAN))
                .withMessage("moved[0].amount must be at most EUR 70.00, which is open of R1, but was EUR 100.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(
                        OWED, plan(List.of(moved("R9", "1")), List.of(planned("L", "2026-05-01", "1")), List.of())))
                .withMessage("moved[0].item must be in the customer's ledger, but was R9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(
                        PLANNED,
                        plan(List.of(moved("L/1", "80")), List.of(planned("R1", "2026-05-01", "80")), List.of())))
                .withMessage("owed[0].id must be new, but was R1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(
                        PLANNED,
                        plan(
                                List.of(moved("L/1", "80")),
                                List.of(planned("M", "2026-05-01", "80")),
                                List.of(new ReceivablePosted(interest("R2", "1"))))))
                .withMessage("charges[0].receivable.id must be new, but was R2");
        Receivable later = Receivable.of(id("R3"), A, day("2026-04-02"), day("2026-04-30"), eur("5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(
                        post(OWED, new ReceivablePosted(later)),
                        plan(List.of(moved("R3", "5")), List.of(planned("L", "2026-05-01", "5")), List.of())))
                .withMessage(
                        "effectiveDate must not be before the document date of R3, 2026-04-02, but was 2026-04-01");
        Ledger both = Ledger.empty(EUR)
                .postAll(List.of(
                        LedgerEntry.of("r", new ReceivablePosted(receivable("R1", "2026-03-03", "100")), NOON),
                        LedgerEntry.of(
                                "l",
                                new ReceivablePosted(
                                        Receivable.of(id("L/1"), B, day("2026-02-01"), day("2026-03-03"), eur("1"))),
                                NOON)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.post(LedgerEntry.of(
                        "p",
                        plan(List.of(moved("R1", "100")), List.of(planned("L/1", "2026-05-01", "100")), List.of()),
                        NOON)))
                .withMessage("owed[0].id must be new, but was L/1");
        DebtRescheduled dollars = new DebtRescheduled(
                A,
                List.of(DebtRescheduled.Moved.of(id("R1"), Amount.of("1", "USD"))),
                List.of(Receivable.of(id("L"), A, day("2026-04-01"), day("2026-05-01"), Amount.of("1", "USD"))),
                List.of(),
                WHY,
                day("2026-04-01"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> post(OWED, dollars))
                .withMessage("moved must be in EUR, but was USD");
    }

    /** A fee of 9.00 in a plan stays a fee. */
    @Test
    void keepsTypes() {
        CustomerLedger withFee = post(
                OWED, new ReceivablePosted(receivable("F", "2026-03-03", "9").withType(ReceivableType.FEE)));
        List<DebtRescheduled.Moved> both = List.of(moved("R1", "91"), moved("F", "9"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(withFee, plan(both, List.of(planned("L", "2026-05-01", "100")), List.of())))
                .withMessage("owed must have EUR 91.00 of principal, as is moved, but was EUR 100.00");
        Receivable fee = planned("L/F", "2026-05-01", "9").withType(ReceivableType.FEE);
        CustomerLedger planned = post(withFee, plan(both, List.of(planned("L", "2026-05-01", "91"), fee), List.of()));
        assertThat(open(planned, "2026-04-01"))
                .containsExactly("R1 EUR 9.00", "R2 EUR 60.00", "L EUR 91.00", "L/F EUR 9.00");
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        List<DebtRescheduled.Moved> hundred = List.of(moved("R1", "100"));
        Receivable rest = planned("L", "2026-05-01", "100");
        assertRefused(hundred, List.of(planned("L", "2026-05-01", "99.99")), List.of())
                .withMessage("owed must add up to EUR 100.00, which is moved, but was EUR 99.99");
        assertRefused(List.of(), List.of(rest), List.of()).withMessage("moved must not be empty");
        assertRefused(hundred, List.of(), List.of()).withMessage("owed must not be empty");
        assertRefused(List.of(moved("R1", "50"), moved("R1", "50")), List.of(rest), List.of())
                .withMessage("moved[1].item must not repeat, but was R1");
        assertRefused(hundred, List.of(planned("R1", "2026-05-01", "100")), List.of())
                .withMessage("owed[0].id must not repeat, but was R1");
        assertRefused(hundred, List.of(rest), List.of(new ReceivablePosted(interest("L", "1"))))
                .withMessage("charges[0].receivable.id must not repeat, but was L");
        assertRefused(hundred, List.of(receivable("L", "2026-05-02", "100")), List.of())
                .withMessage("owed[0].documentDate must not be after 2026-04-01, but was 2026-04-02");
        assertRefused(hundred, List.of(rest), List.of(new ReceivablePosted(planned("C", "2026-05-01", "1"))))
                .withMessage(
                        "charges[0].receivable.type must be interest, fee or penalty, as principal is moved and not"
                                + " charged, but was principal");
        Receivable earlier = receivable("C", "2026-05-01", "1").withType(ReceivableType.FEE);
        assertRefused(
                        hundred,
                        List.of(rest),
                        List.of(new ReceivablePosted(
                                receivable("C", "2026-04-30", "1").withType(ReceivableType.FEE))))
                .withMessage("charges[0].receivable.documentDate must be 2026-04-01, but was 2026-03-31");
        assertThat(plan(hundred, List.of(rest), List.of(new ReceivablePosted(earlier)))
                        .charges())
                .hasSize(1);
        Receivable ofOther = Receivable.of(id("L"), B, day("2026-04-01"), day("2026-05-01"), eur("100"));
        assertRefused(hundred, List.of(ofOther), List.of()).withMessage("owed[0].customer must be A, but was B");
        Receivable fee = Receivable.of(id("C"), B, day("2026-04-01"), day("2026-05-01"), eur("1"))
                .withType(ReceivableType.FEE);
        assertRefused(hundred, List.of(rest), List.of(new ReceivablePosted(fee)))
                .withMessage("charges[0].receivable.customer must be A, but was B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved("R1", "0"))
                .withMessage("amount must be more than 0, but was EUR 0.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> plan(
                        List.of(moved("R1", "1"), DebtRescheduled.Moved.of(id("R2"), Amount.of("1", "USD"))),
                        List.of(rest),
                        List.of()));
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(
            List<DebtRescheduled.Moved> moved, List<Receivable> owed, List<ReceivablePosted> charges) {
        return assertThatIllegalArgumentException().isThrownBy(() -> plan(moved, owed, charges));
    }

    /** 1.50 at 1.10 are 1.65. */
    @Test
    void chargesAreBookedByARate() {
        DebtRescheduled booked = PLAN.bookedBy(StoredRate.of("EUR", "USD", "1.10"));
        assertThat(booked.charges().get(0).booked()).isEqualTo(Amount.of("1.65", "USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> post(OWED, booked))
                .withMessage("booked must be in EUR, but was USD");
    }

    @Test
    void goesOnFromASnapshot() {
        CustomerLedger folded = CustomerLedger.of(PLANNED.snapshot());
        assertThat(folded.openItems()).isEqualTo(PLANNED.openItems());
        assertThat(open(paid(folded, "P1", "2026-04-20", "30"), "2026-04-20"))
                .containsExactly("L/1 EUR 50.00", "L/2 EUR 80.00", "L/2/I EUR 1.50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(folded, reversed("K3", "2026-04-20")))
                .withMessageStartingWith("entry must not be one that was folded into the snapshot of 2026-04-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> post(folded, PLAN))
                .withMessageStartingWith("moved[0].item must not be one that was folded");
    }

    @Test
    void isAValue() throws IOException, ClassNotFoundException {
        assertThat(copy(PLAN)).isEqualTo(PLAN).hasSameHashCodeAs(PLAN);
    }

    /** The principal that is open and free on a day. */
    private static List<DebtRescheduled.Moved> free(CustomerLedger ledger, LocalDate date) {
        var free = new ArrayList<DebtRescheduled.Moved>();
        for (OpenItem item : ledger.balance().openFrom(date)) {
            Amount amount = ledger.balance().debt(item.id(), "item").undisputedFrom(date);
            if (amount.signum() > 0
                    && item.type() == ReceivableType.PRINCIPAL
                    && !item.documentDate().isAfter(date)) {
                free.add(new DebtRescheduled.Moved(item.id(), amount));
            }
        }
        return free;
    }

    /** A plan of all of it: two debts of halves, nothing charged. */
    private static List<LedgerFact> planOf(CustomerLedger ledger, LocalDate date) {
        List<DebtRescheduled.Moved> moved = free(ledger, date);
        long cents =
                moved.stream().mapToLong(one -> one.amount().toUnscaledLong(2)).sum();
        if (cents < 2) {
            return List.of();
        }
        return List.of(new DebtRescheduled(
                ledger.customer(),
                moved,
                List.of(
                        Receivable.of(id("Z/1"), ledger.customer(), date, date, Amount.ofMinor(cents / 2, EUR)),
                        Receivable.of(
                                id("Z/2"), ledger.customer(), date, date, Amount.ofMinor(cents - cents / 2, EUR))),
                List.of(),
                WHY,
                date));
    }

    /** ar.md 7, laws 1 and 18: what is owed in all, and what is contested of it, is the same on every day. */
    @Property
    void movesNoCent(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(max = 140) int planned,
            @ForAll @IntRange(max = 140) int asked) {
        LocalDate date = FIRST_DAY.plusDays(planned);
        AsOf asOf = AsOf.endOf(FIRST_DAY.plusDays(asked));
        for (CustomerLedger before : Ledger.empty(EUR).postAll(entries).customers()) {
            for (LedgerFact fact : planOf(before, date)) {
                CustomerLedger after = before.post(LedgerEntry.of("z", fact, START.plusSeconds(1_000)))
                        .ledger();
                assertThat(after.asOf(asOf).open()).isEqualTo(before.asOf(asOf).open());
                assertThat(contested(after, asOf)).isEqualTo(contested(before, asOf));
                assertThat(free(after, date))
                        .extracting(DebtRescheduled.Moved::item)
                        .containsExactly(id("Z/1"), id("Z/2"));
            }
        }
    }

    private static Amount contested(CustomerLedger ledger, AsOf asOf) {
        return ledger.asOf(asOf).openItems().stream().map(OpenItem::disputed).reduce(eur("0"), Amount::add);
    }

    /** ar.md 7, laws 15 and 17: a plan and its reversal on one day leave every answer as it was, and what was known before stays. */
    @Property
    void aReversalRestores(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(max = 140) int planned,
            @ForAll @IntRange(max = 140) int asked,
            @ForAll @IntRange(max = 90) int seconds) {
        LocalDate date = FIRST_DAY.plusDays(planned);
        LocalDate day = FIRST_DAY.plusDays(asked);
        AsOf known = AsOf.of(day, START.plusSeconds(seconds));
        Instant later = START.plusSeconds(1_000);
        for (CustomerLedger before : Ledger.empty(EUR).postAll(entries).customers()) {
            for (LedgerFact fact : planOf(before, date)) {
                CustomerLedger after =
                        before.post(LedgerEntry.of("z", fact, later)).ledger();
                assertThat(after.asOf(known)).isEqualTo(before.asOf(known));
                var undo = new EntryReversed(before.customer(), EntryKey.of("z"), date);
                CustomerLedger undone =
                        after.post(LedgerEntry.of("u", undo, later)).ledger();
                assertThat(undone.asOf(AsOf.endOf(day))).isEqualTo(before.asOf(AsOf.endOf(day)));
                assertThat(undone.openItems()).isEqualTo(before.openItems());
                assertThat(undone.asOf(AsOf.endOf(LAST_DAY))).isEqualTo(before.asOf(AsOf.endOf(LAST_DAY)));
            }
        }
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }

    /** The interest of the plan has the id of a debt of another customer. */
    @Test
    void aChargeHasAnIdThatNoOtherCustomerHas() {
        Receivable ofOther = Receivable.of(id("L/2/I"), B, day("2026-02-01"), day("2026-03-03"), eur("1"));
        Ledger both = Ledger.empty(EUR)
                .postAll(List.of(
                        OWED.entries().get(0),
                        OWED.entries().get(1),
                        LedgerEntry.of("b", new ReceivablePosted(ofOther), NOON)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.post(LedgerEntry.of("p", PLAN, NOON.plusSeconds(9))))
                .withMessage("charges[0].receivable.id must be new, but was L/2/I");
    }
}
