package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.END_OF_APRIL;
import static io.quittance.kpi.billrun.Sample.eur;
import static io.quittance.kpi.billrun.Sample.sent;
import static io.quittance.kpi.billrun.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Completion;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.Milestones;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.kpi.billing.BillableItem;
import io.quittance.kpi.billing.BillingLeakage;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.billing.Unbilled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is counted over the whole term of P-1, the year 2026: a design for 1,000.00 and a start for 2,500.50, billed by the month; invoices are due two days after they may be made. What is expected was
 * worked out by hand.
 */
class OverTermTest {
    private static final ServicePeriod UNTIL_APRIL = ServicePeriod.of("2026-01-01", "2026-05-01");
    private static final UsageEvent DESIGN = reached("m-1", "design", "2026-01-15T10:00:00Z");
    private static final UsageEvent START = reached("m-2", "start", "2026-02-20T10:00:00Z");

    private static UsageEvent reached(String key, String milestone, String time) {
        return UsageEvent.of(key, "GLOBEX", "steps", "1", time).with("milestone", milestone);
    }

    private static Charge steps(String design) {
        return Charge.milestones(
                "steps", "steps", Milestones.of("design", design).then("start", "2500.50"));
    }

    private static Contract agreed(Charge charge) {
        return Contract.builder("P-1")
                .customer("GLOBEX")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", "2027-01-01")
                .paymentTerms(PaymentTerms.net(30))
                .charge(charge)
                .build();
    }

    /** A contract, its runs, and the documents that they make, issued and sent on the day of the run. */
    private static final class Job {
        private final Billing billing;
        private ContractHistory contract;
        private BilledPeriods billed = BilledPeriods.none();
        private final List<BillRun> runs = new ArrayList<>();
        private final List<IssuedDocument> documents = new ArrayList<>();

        Job(Charge charge, boolean taxed) {
            contract = ContractHistory.of(agreed(charge), Instant.parse("2025-12-01T00:00:00Z"));
            billing = taxed ? Billing.engine().taxes(TaxTable.of(TaxTreatment.standard("19"))) : Billing.engine();
        }

        /** In March, from the beginning on, the design costs something else. */
        void amend(String design) {
            contract = contract.amended(Amendment.terms(
                    "A-1",
                    day("2026-01-01"),
                    Instant.parse("2026-03-10T09:00:00Z"),
                    agreed(steps(design)).terms()));
        }

        BillRun run(String day, UsageEvent... known) {
            BillRun run = billing.bill(contract, UsageSource.of(List.of(known)), billed, LocalDate.parse(day));
            billed = billed.after(run);
            runs.add(run);
            return run;
        }

        void bill(String day, UsageEvent... known) {
            run(day, known).documents().forEach(draft -> {
                Invoice invoice = draft.issue("R-" + (documents.size() + 1), day);
                documents.add(sent(invoice, day + "T08:00:00Z", day + "T09:00:00Z"));
            });
        }

        BillingRecords records() {
            return BillingRecords.of(documents, BERLIN)
                    .billed(runs)
                    .planned(BillingCalendar.of(
                            List.of(contract),
                            ServicePeriod.of("2026-01-01", "2027-01-02"),
                            Instant.MAX,
                            IssueTarget.days(2)));
        }

        List<BillableItem> items() {
            return records().billable().knownAt(Instant.MAX);
        }

        List<String> known(String noonOf) {
            return records().invoices().knownAt(Instant.parse(noonOf + "T12:00:00Z")).stream()
                    .map(IssuedInvoice::key)
                    .toList();
        }

        List<LocalDate> due() {
            return records().invoices().knownAt(Instant.parse("2026-04-30T12:00:00Z")).stream()
                    .flatMap(invoice -> invoice.date(Stage.DUE_TO_BE_SENT).stream())
                    .sorted()
                    .toList();
        }
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** Each is billed on the first day after the month in which it was reached: nothing leaks, and all was on time; nothing was missing on 1 April, since March had none. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachMilestoneCanBeBilledWhenItsMonthIsOver(boolean taxed) {
        var job = new Job(steps("1000"), taxed);
        job.bill("2026-01-20", DESIGN);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, START);
        job.bill("2026-04-01", DESIGN, START);
        assertThat(job.items())
                .extracting(
                        BillableItem::key,
                        BillableItem::delivered,
                        BillableItem::billFrom,
                        BillableItem::entitled,
                        BillableItem::billings)
                .containsExactly(
                        tuple(
                                "P-1 steps 2026-02-01",
                                day("2026-01-31"),
                                day("2026-02-01"),
                                eur("1000.00"),
                                List.of(new BillableItem.Billing(day("2026-02-01"), eur("1000.00")))),
                        tuple(
                                "P-1 steps 2026-03-01",
                                day("2026-02-28"),
                                day("2026-03-01"),
                                eur("2500.50"),
                                List.of(new BillableItem.Billing(day("2026-03-01"), eur("2500.50")))));
        BillingRecords records = job.records();
        assertThat(value(BillingLeakage.after(14), records.billable(), UNTIL_APRIL))
                .isEqualTo(Fraction.ZERO);
        assertThat(value(new Unbilled(), records.billable(), UNTIL_APRIL)).isEqualTo(Fraction.ZERO);
        assertThat(job.known("2026-04-30")).containsExactly("R-1", "R-2");
        assertThat(value(SentOnTime.byTheDay(), records.invoices(), UNTIL_APRIL))
                .isEqualTo(Fraction.of(100));
        assertThat(new InvoicesOnTime()
                        .compute(records.sent(UNTIL_APRIL, END_OF_APRIL))
                        .value())
                .contains(Fraction.of(100));
    }

    /** The start is billed on 1 April instead, 31 days after it could be: of 3,500.50, 2,500.50 leak by the 14th day. */
    @Test
    void aRunThatIsLeftOutLeaks() {
        var job = new Job(steps("1000"), true);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-04-01", DESIGN, START);
        assertThat(job.items())
                .extracting(BillableItem::billFrom)
                .containsExactly(day("2026-02-01"), day("2026-03-01"));
        assertThat(value(BillingLeakage.after(14), job.records().billable(), UNTIL_APRIL))
                .isEqualTo(Fraction.of(250050, 350050).times(Fraction.of(100)));
        assertThat(job.known("2026-03-31")).containsExactly("R-1", "due P-1 2026-03-01");
        assertThat(job.due()).containsExactly(day("2026-02-03"), day("2026-03-03"));
        assertThat(value(SentOnTime.byTheDay(), job.records().invoices(), UNTIL_APRIL))
                .isEqualTo(Fraction.of(50));
    }

    /** February has none, as the run of 1 March finds: what March adds can be billed from 1 April on, whatever days its line has. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMonthWithoutAMilestoneIsNotBilledLater(boolean taxed) {
        UsageEvent start = reached("m-2", "start", "2026-03-20T10:00:00Z");
        var job = new Job(steps("1000"), taxed);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN);
        job.bill("2026-04-01", DESIGN, start);
        assertThat(job.items())
                .extracting(BillableItem::delivered, BillableItem::billFrom)
                .containsExactly(
                        tuple(day("2026-01-31"), day("2026-02-01")), tuple(day("2026-03-31"), day("2026-04-01")));
        assertThat(job.due()).containsExactly(day("2026-02-03"), day("2026-04-03"));
        assertThat(job.known("2026-03-20")).containsExactly("R-1");
    }

    /** On 3 April a run finds that March has none: until then an invoice of 1 April was missing, of which nobody could know that it had nothing to bill. */
    @Test
    void anInvoiceIsMissingUntilARunFindsThatNothingWasReached() {
        var job = new Job(steps("1000"), false);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, START);
        assertThat(job.known("2026-04-30")).containsExactly("R-1", "R-2", "due P-1 2026-04-01");
        job.bill("2026-04-03", DESIGN, START);
        assertThat(job.known("2026-04-02")).containsExactly("R-1", "R-2", "due P-1 2026-04-01");
        assertThat(job.known("2026-04-03")).containsExactly("R-1", "R-2");
    }

    /** An event of 1 March names no milestone: that run bills nothing, and what it owes is missing and leaks until the run of the 20th, when the event is mended. */
    @Test
    void aRunThatCannotBillClosesNothing() {
        var job = new Job(steps("1000"), true);
        job.bill("2026-02-01", DESIGN);
        BillRun refused = job.run("2026-03-01", DESIGN, reached("m-2", "stort", "2026-02-20T10:00:00Z"));
        assertThat(refused.findings()).extracting(BillingFinding::code).containsExactly(BillingFinding.Code.NOT_RATED);
        assertThat(job.known("2026-03-10")).containsExactly("R-1", "due P-1 2026-03-01");
        job.bill("2026-03-20", DESIGN, START);
        assertThat(job.known("2026-03-10")).containsExactly("R-1", "due P-1 2026-03-01");
        assertThat(job.known("2026-03-30")).containsExactly("R-1", "R-2");
        assertThat(job.items())
                .extracting(BillableItem::billFrom)
                .containsExactly(day("2026-02-01"), day("2026-03-01"));
        assertThat(value(BillingLeakage.after(14), job.records().billable(), UNTIL_APRIL))
                .isEqualTo(Fraction.of(250050, 350050).times(Fraction.of(100)));
    }

    /** The start of 20 February is reported on 10 March, and billed by the run of that day: it could not be billed before, and was not planned. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsReportedLateCouldNotBeBilledBefore(boolean taxed) {
        var job = new Job(steps("1000"), taxed);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN);
        job.bill("2026-03-10", DESIGN, START);
        job.bill("2026-04-01", DESIGN, START);
        assertThat(job.items())
                .extracting(BillableItem::key, BillableItem::delivered, BillableItem::billFrom, BillableItem::billed)
                .containsExactly(
                        tuple("P-1 steps 2026-02-01", day("2026-01-31"), day("2026-02-01"), eur("1000.00")),
                        tuple("P-1 steps 2026-03-10", day("2026-02-28"), day("2026-03-10"), eur("2500.50")));
        assertThat(job.due()).containsExactly(day("2026-02-03"));
    }

    /** 30 % of 12,000.00 are complete in January, nothing more in February, and 75 % in March: 3,600.00 and 5,400.00. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsCompletedIsAnItemForEachRunThatBillsIt(boolean taxed) {
        UsageEvent some = UsageEvent.of("c-1", "GLOBEX", "done", "30", "2026-01-20T10:00:00Z");
        UsageEvent more = UsageEvent.of("c-2", "GLOBEX", "done", "75", "2026-03-20T10:00:00Z");
        var job = new Job(Charge.completion("building", "done", Completion.of("12000")), taxed);
        job.bill("2026-02-01", some);
        job.bill("2026-03-01", some);
        job.bill("2026-04-01", some, more);
        assertThat(job.items())
                .extracting(BillableItem::key, BillableItem::billFrom, BillableItem::entitled)
                .containsExactly(
                        tuple("P-1 building 2026-02-01", day("2026-02-01"), eur("3600.00")),
                        tuple("P-1 building 2026-04-01", day("2026-04-01"), eur("5400.00")));
        assertThat(value(BillingLeakage.after(0), job.records().billable(), UNTIL_APRIL))
                .isEqualTo(Fraction.ZERO);
        assertThat(job.known("2026-04-30")).containsExactly("R-1", "R-2");
    }

    /** The design is 1,200.00, as is agreed in March from the beginning on: what was billed stays the items that it was, and 200.00 are one of 1 April. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsBilledAnewStaysTheItemThatItWas(boolean taxed) {
        var job = new Job(steps("1000"), taxed);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, START);
        job.amend("1200");
        job.bill("2026-04-01", DESIGN, START);
        assertThat(job.items())
                .extracting(
                        BillableItem::delivered, BillableItem::billFrom, BillableItem::entitled, BillableItem::billed)
                .containsExactly(
                        tuple(day("2026-01-31"), day("2026-02-01"), eur("1000.00"), eur("1000.00")),
                        tuple(day("2026-02-28"), day("2026-03-01"), eur("2500.50"), eur("2500.50")),
                        tuple(day("2026-03-31"), day("2026-04-01"), eur("200.00"), eur("200.00")));
        assertThat(value(BillingLeakage.after(0), job.records().billable(), UNTIL_APRIL))
                .isEqualTo(Fraction.ZERO);
    }

    /** Both are taken back in March, as the run of 1 April finds, of which no credit note was issued: nothing is due of what was billed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackIsTakenOffTheItemsThatItWas(boolean taxed) {
        var job = new Job(steps("1000"), taxed);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, START);
        job.run("2026-04-01");
        assertThat(job.items())
                .extracting(BillableItem::key, BillableItem::entitled, BillableItem::billed)
                .containsExactly(
                        tuple("P-1 steps 2026-02-01", eur("0.00"), eur("1000.00")),
                        tuple("P-1 steps 2026-03-01", eur("0.00"), eur("2500.50")));
    }

    /** Only the design is taken back, and the credit note of 1 April gives 1,000.00 back: it is taken off the latest item, of which 1,500.50 stay. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackIsTakenOffTheLatest(boolean taxed) {
        var job = new Job(steps("1000"), taxed);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, START);
        job.bill("2026-04-01", START);
        assertThat(job.items())
                .extracting(BillableItem::entitled, BillableItem::billed)
                .containsExactly(tuple(eur("1000.00"), eur("1000.00")), tuple(eur("1500.50"), eur("1500.50")));
    }

    /** A credit note of 500.00 for an error in the invoice of the start: 2,000.50 of it are billed. */
    @Test
    void whatACreditNoteGivesBackIsOfTheItemOfItsLine() {
        var job = new Job(steps("1000"), false);
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, START);
        Invoice start = job.documents.get(1).invoice();
        job.documents.add(Sample.kept(Creditable.of(start)
                .credit(Correction.of(CorrectionReason.ERROR))
                .amount(0, eur("500.00"))
                .draft()
                .issue("G-1", "2026-03-20")));
        assertThat(job.items())
                .extracting(BillableItem::entitled, BillableItem::billed)
                .containsExactly(tuple(eur("1000.00"), eur("1000.00")), tuple(eur("2500.50"), eur("2000.50")));
    }

    /** The invoice of 1 April, by which the dearer design was billed anew, is replaced on the 9th: each item is billed as before. */
    @Test
    void whatIsReplacedIsGivenBackToItsItems() {
        var job = new Job(steps("1000"), false);
        job.bill("2026-02-01", DESIGN);
        job.amend("1200");
        BillRun anew = job.run("2026-04-01", DESIGN);
        Invoice first = anew.documents().get(0).issue("R-2", "2026-04-01");
        Invoice again = Creditable.of(first)
                .corrected(
                        Correction.of(CorrectionReason.ERROR), anew.documents().get(0))
                .issue("R-3", "2026-04-09");
        job.documents.add(Sample.kept(first));
        job.documents.add(Sample.kept(again));
        assertThat(job.items())
                .extracting(BillableItem::entitled, BillableItem::billed)
                .containsExactly(tuple(eur("1000.00"), eur("1000.00")), tuple(eur("200.00"), eur("200.00")));
        assertThat(job.items().get(1).billings())
                .containsExactly(
                        new BillableItem.Billing(day("2026-04-01"), eur("200.00")),
                        new BillableItem.Billing(day("2026-04-09"), eur("0.00")));
    }

    /** Of the runs only that of 1 April is known, which takes the design back: there is nothing to be billed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenBackOfAnUnknownRunIsNoItem(boolean taxed) {
        var job = new Job(steps("1000"), taxed);
        job.run("2026-02-01", DESIGN);
        job.run("2026-04-01");
        job.runs.remove(0);
        assertThat(job.items()).isEmpty();
    }

    /** The run of 1 March cannot bill the building, of which 130 % are reported to be complete; the start, which it could bill, is reported after it. */
    @Test
    void aChargeThatCouldBeBilledIsNotHeldUpByAnother() {
        var job = new Job(steps("1000"), true);
        job.contract = ContractHistory.of(
                Contract.builder("P-1")
                        .customer("GLOBEX")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(steps("1000"))
                        .charge(Charge.completion("building", "done", Completion.of("12000")))
                        .build(),
                Instant.parse("2025-12-01T00:00:00Z"));
        UsageEvent done = UsageEvent.of("c-1", "GLOBEX", "done", "30", "2026-02-20T10:00:00Z");
        job.bill("2026-02-01", DESIGN);
        job.bill("2026-03-01", DESIGN, UsageEvent.of("c-1", "GLOBEX", "done", "130", "2026-02-20T10:00:00Z"));
        assertThat(job.known("2026-03-05")).containsExactly("R-1", "due P-1 2026-03-01");
        job.bill("2026-03-10", DESIGN, START, done);
        assertThat(job.items())
                .extracting(BillableItem::key, BillableItem::billFrom)
                .containsExactly(
                        tuple("P-1 building 2026-03-10", day("2026-03-01")),
                        tuple("P-1 steps 2026-02-01", day("2026-02-01")),
                        tuple("P-1 steps 2026-03-10", day("2026-03-10")));
    }

    /** Milestones are planned that the contract does not have: what its runs bill says nothing of them. */
    @Test
    void aRunOfOtherChargesClosesNothing() {
        var planned = new Job(steps("1000"), false);
        var other = new Job(Charge.recurring("fee", FlatFee.of("310")), false);
        other.run("2026-02-01");
        planned.runs.addAll(other.runs);
        assertThat(planned.known("2026-02-10")).containsExactly("due P-1 2026-02-01");
    }

    /**
     * Milestones of 1.00, 2.00, 4.00 and so on that are reached in any months, and billed when these are over: an item for each month that has some, of what they come to, that could be billed on the day
     * on which it was; and no invoice is missing.
     */
    @Property(tries = 50)
    void theItemsAreWhatTheMonthsAdd(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 11) Integer> months, @ForAll boolean taxed) {
        Milestones milestones = Milestones.of("m0", "1");
        var events = new ArrayList<UsageEvent>();
        SortedMap<LocalDate, Amount> expected = new TreeMap<>();
        for (int i = 0; i < months.size(); i++) {
            milestones = i == 0 ? milestones : milestones.then("m" + i, String.valueOf(1 << i));
            LocalDate first = LocalDate.of(2026, months.get(i), 1);
            events.add(reached("e" + i, "m" + i, first.plusDays(i * 5L) + "T10:00:00Z"));
            expected.merge(first.plusMonths(1), eur((1 << i) + ".00"), Amount::add);
        }
        var job = new Job(Charge.milestones("steps", "steps", milestones), taxed);
        for (int month = 2; month <= 12; month++) {
            LocalDate run = LocalDate.of(2026, month, 1);
            job.bill(
                    run.toString(),
                    events.stream()
                            .filter(event -> event.time()
                                    .isBefore(run.atStartOfDay(BERLIN).toInstant()))
                            .toArray(UsageEvent[]::new));
        }
        List<BillableItem> items = job.items().stream()
                .sorted(Comparator.comparing(BillableItem::billFrom))
                .toList();
        assertThat(items).extracting(BillableItem::billFrom).containsExactlyElementsOf(expected.keySet());
        assertThat(items).extracting(BillableItem::billedOn).containsExactlyElementsOf(expected.keySet());
        assertThat(items).extracting(BillableItem::entitled).containsExactlyElementsOf(expected.values());
        assertThat(items).extracting(BillableItem::billed).containsExactlyElementsOf(expected.values());
        assertThat(job.known("2026-12-31")).hasSize(expected.size()).allMatch(key -> key.startsWith("R-"));
    }
}
