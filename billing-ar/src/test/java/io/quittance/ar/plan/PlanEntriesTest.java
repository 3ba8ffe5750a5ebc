package io.quittance.ar.plan;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.item;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A plan as an entry of a ledger: 300.00 of January in three from 1 April, agreed on 10 March. */
class PlanEntriesTest {
    private static final LocalDate AGREED = LocalDate.parse("2026-03-10");
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final EqualParts CENTS = EqualParts.of("0.01", RoundingMode.HALF_EVEN);
    private static final EqualParts WHOLE = EqualParts.of("1", RoundingMode.HALF_EVEN);
    private static final Schedule FROM_APRIL = Schedule.every("P1M", "2026-04-01");
    private static final Receivable INVOICE =
            receivable("INV-7", "2026-01-31", "300").knownBy("PO-7");
    private static final CustomerLedger BEFORE = owing(INVOICE);

    private static CustomerLedger owing(Receivable... debts) {
        CustomerLedger ledger = CustomerLedger.empty(A, eur("0").getCurrency());
        for (Receivable debt : debts) {
            ledger = post(ledger, debt.id().value(), new ReceivablePosted(debt));
        }
        return ledger;
    }

    private static CustomerLedger post(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NINE)).ledger();
    }

    private static CustomerLedger planned() {
        InstalmentPlan plan = InstalmentPlan.equal(eur("300"), 3, FROM_APRIL, CENTS);
        return post(BEFORE, "plan", plan.inPlaceOf(BEFORE.openItems(), "PLAN-1", AGREED));
    }

    private static List<String> told(List<OpenItem> items) {
        return items.stream()
                .map(item -> item.id() + " " + item.open() + " due " + item.dueDate())
                .toList();
    }

    private static List<String> debts(List<Receivable> debts) {
        return debts.stream().map(Receivable::toString).toList();
    }

    @Test
    void theInstalmentsStandInPlaceOfTheDebt() {
        assertThat(told(planned().openItems()))
                .containsExactly(
                        "PLAN-1/1 EUR 100.00 due 2026-04-01",
                        "PLAN-1/2 EUR 100.00 due 2026-05-01",
                        "PLAN-1/3 EUR 100.00 due 2026-06-01");
        assertThat(planned().openItems())
                .extracting(item -> item.receivable().references())
                .containsOnly(List.of("INV-7", "PO-7"));
        assertThat(planned().asOf(AsOf.endOf(AGREED.minusDays(1))).openItems())
                .extracting(OpenItem::id)
                .containsExactly(INVOICE.id());
    }

    @Test
    void oneReversalUndoesThePlan() {
        CustomerLedger ledger = post(planned(), "undo", new EntryReversed(A, EntryKey.of("plan"), AGREED));
        assertThat(ledger.openItems()).isEqualTo(BEFORE.openItems());
        assertThat(ledger.asOf(AsOf.endOf(AGREED)).onAccount()).isEqualTo(eur("0"));
    }

    /** On 15 May the instalments of April and May are 44 and 14 days late; the invoice was 104. */
    @Test
    void instalmentsAgeOneByOne() {
        Ledger ledger = Ledger.empty("EUR").postAll(planned().entries());
        AgingReport aging = AgingReport.of(ledger.asOf("2026-05-15"), AgingBuckets.days(30, 60, 90));
        assertThat(aging.total().buckets())
                .extracting(bucket -> bucket.amount())
                .containsExactly(eur("100"), eur("100"), eur("100"), eur("0"), eur("0"));
        Ledger without = Ledger.empty("EUR").postAll(BEFORE.entries());
        assertThat(AgingReport.of(without.asOf("2026-05-15"), AgingBuckets.days(30, 60, 90))
                        .total()
                        .buckets()
                        .get(4)
                        .amount())
                .isEqualTo(eur("300"));
    }

    /** 62.50 of interest are new: 312.38 and 15.62 of the first instalment. */
    @Test
    void interestIsCharged() {
        DebtRescheduled fact = InstalmentPlan.flat(
                        eur("1250"), new BigDecimal("15"), 4, Schedule.every("P1M", "2024-03-01"), WHOLE, CENTS)
                .inPlaceOf(List.of(item("INV-7", "2024-01-01", "1250")), "L", LocalDate.parse("2024-02-20"));
        assertThat(fact.amount()).isEqualTo(eur("1250"));
        assertThat(debts(fact.debts()))
                .containsExactly(
                        "receivable L/1: EUR 312.38 due 2024-03-01",
                        "receivable L/2: EUR 312.38 due 2024-04-01",
                        "receivable L/3: EUR 312.38 due 2024-05-01",
                        "receivable L/4: EUR 312.86 due 2024-06-01",
                        "receivable L/1/I: EUR 15.62 due 2024-03-01, interest of L/1",
                        "receivable L/2/I: EUR 15.62 due 2024-04-01, interest of L/2",
                        "receivable L/3/I: EUR 15.62 due 2024-05-01, interest of L/3",
                        "receivable L/4/I: EUR 15.64 due 2024-06-01, interest of L/4");
        assertThat(fact.debts()).allMatch(debt -> debt.references().equals(List.of("INV-7")));
        assertThat(fact.explanation().key()).isEqualTo("plan.flat");
    }

    /** 100.00 and a fee of 60.00 that is due later: 80.00 of the first, then 20.00 of it and the fee. */
    @Test
    void aFeeStaysAFeeAndTheOldestDebtIsMovedFirst() {
        Receivable fee = receivable("FEE-2", "2026-02-28", "60").withType(ReceivableType.FEE);
        CustomerLedger ledger = owing(fee, receivable("INV-7", "2026-01-31", "100"));
        DebtRescheduled fact =
                InstalmentPlan.equal(eur("160"), 2, FROM_APRIL, CENTS).inPlaceOf(ledger.openItems(), "PLAN-1", AGREED);
        assertThat(debts(fact.owed()))
                .containsExactly(
                        "receivable PLAN-1/1: EUR 80.00 due 2026-04-01",
                        "receivable PLAN-1/2: EUR 20.00 due 2026-05-01",
                        "receivable PLAN-1/2/fee: EUR 60.00 due 2026-05-01, fee of PLAN-1/2");
        assertThat(fact.owed())
                .extracting(Receivable::references)
                .containsExactly(List.of("INV-7"), List.of("INV-7"), List.of("FEE-2"));
        assertThat(post(ledger, "plan", fact).openItems()).hasSize(3);
        DebtRescheduled part =
                InstalmentPlan.equal(eur("120"), 2, FROM_APRIL, CENTS).inPlaceOf(ledger.openItems(), "PLAN-1", AGREED);
        assertThat(part.moved())
                .containsExactly(
                        DebtRescheduled.Moved.of(id("INV-7"), eur("100")),
                        DebtRescheduled.Moved.of(fee.id(), eur("20")));
    }

    /** 30.00 of 100.00 are contested: 70.00 and 60.00 can be moved, and 60.00 overdue and 70.00 overdue are re-aged. */
    @Test
    void whatIsContestedStays() {
        OpenItem contested = OpenItem.of(receivable("R1", "2026-01-31", "100"), eur("100"), eur("30"));
        OpenItem whole = OpenItem.of(receivable("R0", "2026-01-30", "5"), eur("5"), eur("5"));
        List<OpenItem> items = List.of(item("R2", "2026-02-20", "60"), contested, whole, item("R3", "2026-03-10", "7"));
        List<OpenItem> overdue = InstalmentPlan.overduePrincipal(items, AGREED);
        assertThat(overdue).extracting(OpenItem::id).containsExactly(id("R1"), id("R2"));
        InstalmentPlan plan = InstalmentPlan.reAged(items, AGREED, 2, FROM_APRIL, CENTS);
        assertThat(plan.principal()).isEqualTo(eur("130"));
        assertThat(plan.inPlaceOf(overdue, "L", AGREED).moved())
                .containsExactly(
                        DebtRescheduled.Moved.of(id("R1"), eur("70")), DebtRescheduled.Moved.of(id("R2"), eur("60")));
        assertThat(plan.inPlaceOf(items, "L", AGREED).moved())
                .isEqualTo(plan.inPlaceOf(overdue, "L", AGREED).moved());
        InstalmentPlan more = InstalmentPlan.equal(eur("137.01"), 1, FROM_APRIL, CENTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more.inPlaceOf(items, "L", AGREED))
                .withMessage(
                        "items must have EUR 137.01 or more that is open and not contested, as the plan pays, but was"
                                + " EUR 137.00");
    }

    @Test
    void refusesWhatIsNoPlanOfTheseDebts() {
        InstalmentPlan plan = InstalmentPlan.equal(eur("10"), 1, FROM_APRIL, CENTS);
        OpenItem ofOther = OpenItem.of(
                Receivable.of(id("X"), B, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-01"), eur("10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inPlaceOf(List.of(item("R1", "2026-01-31", "5"), ofOther), "L", AGREED))
                .withMessage("items must be of one customer, A, but was B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inPlaceOf(List.of(), "L", AGREED))
                .withMessage("items must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inPlaceOf(BEFORE.openItems(), "", AGREED))
                .withMessageStartingWith("id must have 1 to 200 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inPlaceOf(BEFORE.openItems(), "L", LocalDate.parse("2026-04-02")))
                .withMessage("dueDate must not be before the document date 2026-04-02, but was 2026-04-01");
        var interest = new InstalmentPlan(
                List.of(new PlanInstalment(LocalDate.parse("2026-04-01"), eur("0"), eur("1"))),
                Explanation.of("own.plan", "own"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interest.inPlaceOf(BEFORE.openItems(), "L", AGREED))
                .withMessage("plan must pay more than 0 of the debt, but was EUR 0.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> InstalmentPlan.equal(Amount.of("10", "USD"), 1, FROM_APRIL, CENTS)
                        .inPlaceOf(BEFORE.openItems(), "L", AGREED));
    }

    /** apache/fineract, LoanReAmortization: four items of 125.00, the first paid; on 25 January 62.00 and 63.00 go to the later ones. */
    @Test
    void whatWasDueIsMovedToLaterItems() {
        CustomerLedger plan = owing(
                receivable("P/1", "2024-01-01", "125"),
                receivable("P/2", "2024-01-16", "125"),
                receivable("P/3", "2024-01-31", "125"),
                receivable("P/4", "2024-02-15", "125"));
        Payment payment = payment("M", "2024-01-01", "125");
        plan = post(plan, "m", new PaymentReceived(payment));
        plan = post(
                plan,
                "a",
                new PaymentAllocated(
                        Allocation.of(payment, plan.openItems(), new OldestDueFirst()), payment.valueDate()));
        LocalDate day = LocalDate.parse("2024-01-25");
        DebtRescheduled fact =
                Reamortization.reschedule(plan.openItems(), day, WHOLE, "+1").orElseThrow();
        CustomerLedger after = post(plan, "r", fact);
        assertThat(told(after.openItems()))
                .containsExactly(
                        "P/3 EUR 125.00 due 2024-01-31",
                        "P/3+1 EUR 62.00 due 2024-01-31",
                        "P/4 EUR 125.00 due 2024-02-15",
                        "P/4+1 EUR 63.00 due 2024-02-15");
        assertThat(fact.owed())
                .extracting(debt -> debt.item().value(), Receivable::references)
                .containsExactly(tuple("P/3", List.of("P/3", "P/2")), tuple("P/4", List.of("P/4", "P/2")));
        assertThat(fact.explanation().text())
                .isEqualTo("EUR 125.00 that was due by 2024-01-25 is moved to 2 later items, parts of 1, HALF_EVEN");
        assertThat(post(after, "u", new EntryReversed(A, EntryKey.of("r"), day)).openItems())
                .isEqualTo(plan.openItems());
        // a month later all of the third item, with what was moved to it, is moved once more: 187.00 with the 188.00
        DebtRescheduled again = Reamortization.reschedule(after.openItems(), LocalDate.parse("2024-02-01"), WHOLE, "+2")
                .orElseThrow();
        assertThat(debts(again.owed())).containsExactly("receivable P/4+2: EUR 187.00 due 2024-02-15 of P/4");
        assertThat(told(post(after, "s", again).openItems()))
                .containsExactly(
                        "P/4 EUR 125.00 due 2024-02-15",
                        "P/4+1 EUR 63.00 due 2024-02-15",
                        "P/4+2 EUR 187.00 due 2024-02-15");
    }

    @Test
    void feesAndWhatIsContestedAreNotMovedToLaterItems() {
        OpenItem fee = OpenItem.of(receivable("F", "2026-01-31", "9").withType(ReceivableType.FEE));
        OpenItem contested = OpenItem.of(receivable("P/1", "2026-01-31", "100"), eur("100"), eur("30"));
        OpenItem later = item("P/2", "2026-04-01", "100");
        DebtRescheduled fact = Reamortization.reschedule(List.of(later, fee, contested), AGREED, CENTS, "+1")
                .orElseThrow();
        assertThat(fact.moved()).containsExactly(DebtRescheduled.Moved.of(id("P/1"), eur("70")));
        assertThat(Reamortization.reschedule(List.of(later, fee), AGREED, CENTS, "+1"))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reamortization.reschedule(List.of(contested), AGREED, CENTS, "+1"))
                .withMessage("items must have one that is due after 2026-03-10");
    }

    /** All of P/1 is contested; 1.00 of P/2 in parts of 50 is nothing for P/3, and all for P/4. */
    @Test
    void aLaterItemThatGetsNothingHasNoDebt() {
        OpenItem whole = OpenItem.of(receivable("P/1", "2026-01-31", "100"), eur("100"), eur("100"));
        OpenItem one = item("P/2", "2026-02-28", "1");
        List<OpenItem> later = List.of(item("P/3", "2026-04-01", "100"), item("P/4", "2026-05-01", "100"));
        EqualParts fifties = EqualParts.of("50", RoundingMode.DOWN);
        DebtRescheduled fact = Reamortization.reschedule(
                        List.of(whole, one, later.get(0), later.get(1)), AGREED, fifties, "+1")
                .orElseThrow();
        assertThat(fact.moved()).containsExactly(DebtRescheduled.Moved.of(id("P/2"), eur("1")));
        assertThat(debts(fact.owed())).containsExactly("receivable P/4+1: EUR 1.00 due 2026-05-01 of P/4");
        assertThat(Reamortization.reschedule(List.of(whole, later.get(0)), AGREED, CENTS, "+1"))
                .isEmpty();
        OpenItem ofOther = OpenItem.of(
                Receivable.of(id("X"), B, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01"), eur("10")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reamortization.reschedule(List.of(one, ofOther), AGREED, CENTS, "+1"))
                .withMessage("items must be of one customer, A, but was B");
    }

    /** ar.md 7, laws 1 and 15: a plan of any debts takes from them what its instalments owe, and undone it leaves them as they were. */
    @Property
    void aPlanMovesWhatItsInstalmentsOwe(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var all = new ArrayList<Receivable>();
        long sum = 0;
        for (int i = 0; i < cents.size(); i++) {
            Amount amount = Amount.ofMinor(cents.get(i), eur("0").getCurrency());
            ReceivableType type = i % 3 == 2 ? ReceivableType.FEE : ReceivableType.PRINCIPAL;
            all.add(Receivable.of(id("R" + i), A, AGREED.minusDays(60), AGREED.minusDays(i % 4 * 7L), amount)
                    .withType(type));
            sum += cents.get(i);
        }
        CustomerLedger before = owing(all.toArray(Receivable[]::new));
        Amount debt = Amount.ofMinor(Math.max(count, sum * percent / 100), eur("0").getCurrency());
        if (debt.toUnscaledLong(2) > sum) {
            return;
        }
        EqualParts down = EqualParts.of("0.01", RoundingMode.DOWN);
        DebtRescheduled fact =
                InstalmentPlan.equal(debt, count, FROM_APRIL, down).inPlaceOf(before.openItems(), "L", AGREED);
        CustomerLedger after = post(before, "plan", fact);
        assertThat(fact.amount()).isEqualTo(debt);
        assertThat(after.openItems().stream()
                        .filter(item -> item.id().value().startsWith("L/"))
                        .map(OpenItem::open)
                        .reduce(eur("0"), Amount::add))
                .isEqualTo(debt);
        assertThat(after.asOf(AsOf.endOf(AGREED)).open())
                .isEqualTo(before.asOf(AsOf.endOf(AGREED)).open());
        assertThat(post(after, "undo", new EntryReversed(A, EntryKey.of("plan"), AGREED))
                        .openItems())
                .isEqualTo(before.openItems());
    }
}
