package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.END_OF_APRIL;
import static io.quittance.kpi.billrun.Sample.FEBRUARY;
import static io.quittance.kpi.billrun.Sample.USED;
import static io.quittance.kpi.billrun.Sample.amended;
import static io.quittance.kpi.billrun.Sample.contract;
import static io.quittance.kpi.billrun.Sample.eur;
import static io.quittance.kpi.billrun.Sample.kept;
import static io.quittance.kpi.billrun.Sample.measure;
import static io.quittance.kpi.billrun.Sample.sent;
import static io.quittance.kpi.billrun.Sample.usage;
import static io.quittance.kpi.billrun.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.BillableItem;
import io.quittance.kpi.billing.BillingCompleteness;
import io.quittance.kpi.billing.BillingLeakage;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.billing.Unbilled;
import io.quittance.kpi.billrun.Sample.Runs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** January may be billed from 1 February on: 310.00 and 41.50. What is expected was worked out by hand. */
class PlannedAndBilledTest {
    private static final Runs RUNS = new Runs();
    private static final BillRun JANUARY = RUNS.run(contract(), USED, "2026-02-01");
    private static final Invoice R1 = JANUARY.documents().get(0).issue("R-1", "2026-02-01");
    private static final BillingCalendar CALENDAR =
            BillingCalendar.of(List.of(contract()), FEBRUARY, Instant.MAX, IssueTarget.days(2));

    private static BillingRecords records(IssuedDocument... documents) {
        return BillingRecords.of(List.of(documents), BERLIN).billed(RUNS.made()).planned(CALENDAR);
    }

    private static BillableItem item(BillingRecords records, String key) {
        return records.billable().knownAt(Instant.MAX).stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Due on 3 February, and sent on it. */
    @Test
    void anInvoiceIsDueByTheTargetOfWhatItBills() {
        BillingRecords records = records(sent(R1, "2026-02-02T08:00:00Z", "2026-02-03T08:00:00Z"));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .extracting(IssuedInvoice::key)
                .containsExactly("R-1");
        assertThat(records.invoices().knownAt(Instant.MAX).get(0).date(Stage.DUE_TO_BE_SENT))
                .contains(LocalDate.of(2026, 2, 3));
        assertThat(value(SentOnTime.byTheDay(), records.invoices(), FEBRUARY)).isEqualTo(Fraction.of(100));
    }

    /** Nothing was issued: one invoice of both charges is missing, from its billing day on. */
    @Test
    void whatWasPlannedAndNotIssuedIsLate() {
        BillingRecords none = BillingRecords.of(List.of(), BERLIN).planned(CALENDAR);
        KpiResult late = measure(SentOnTime.byTheDay(), none.invoices(), FEBRUARY, END_OF_APRIL);
        assertThat(late.value()).contains(Fraction.ZERO);
        assertThat(late.basis().items()).containsExactly(KpiItem.counted("due C-1 2026-02-01", false));
        assertThat(none.invoices().knownAt(Instant.parse("2026-01-31T22:59:59Z")))
                .isEmpty();
        IssuedInvoice missing = none.invoices().knownAt(Instant.MAX).get(0);
        assertThat(missing.customer()).isEqualTo("GLOBEX");
        assertThat(missing.dates()).containsOnlyKeys(Stage.DUE_TO_BE_SENT);
    }

    /** Issued on 9 February: missing before, and sent too late after. */
    @Test
    void onceIssuedItIsMissingNoMore() {
        BillingRecords records = records(sent(R1, "2026-02-09T08:00:00Z", "2026-02-09T09:00:00Z"));
        assertThat(records.invoices().knownAt(Instant.parse("2026-02-08T00:00:00Z")))
                .extracting(IssuedInvoice::key)
                .containsExactly("due C-1 2026-02-01");
        assertThat(records.invoices().knownAt(Instant.MAX))
                .extracting(IssuedInvoice::key)
                .containsExactly("R-1");
        assertThat(value(SentOnTime.byTheDay(), records.invoices(), FEBRUARY)).isEqualTo(Fraction.ZERO);
        assertThat(value(SentOnTime.within(6), records.invoices(), FEBRUARY)).isEqualTo(Fraction.of(100));
    }

    /** Fees of 30.00, of which the customer wants no document below 50.00: January waits, and was not due in February. */
    @Test
    void whatWaitsForItsMinimumIsNotDue() {
        ContractHistory small = Sample.withMinimum();
        var runs = new Runs();
        runs.run(small, UsageSource.none(), "2026-02-01");
        Invoice both = runs.run(small, UsageSource.none(), "2026-03-01")
                .documents()
                .get(0)
                .issue("R-9", "2026-03-01");
        BillingRecords records = BillingRecords.of(List.of(kept(both)), BERLIN)
                .billed(runs.made())
                .planned(BillingCalendar.of(
                        List.of(small),
                        ServicePeriod.of("2026-02-01", "2026-04-01"),
                        Instant.MAX,
                        IssueTarget.days(2)));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .filteredOn(invoice -> invoice.key().startsWith("due"))
                .extracting(IssuedInvoice::key)
                .isEmpty();
        assertThat(records.invoices().knownAt(Instant.MAX))
                .extracting(invoice -> invoice.date(Stage.DUE_TO_BE_SENT).orElseThrow())
                .containsExactly(LocalDate.of(2026, 3, 3));
    }

    /** No fee and no calls, as a run finds on the 3rd: an invoice of C-3 was due until then. */
    @Test
    void whatComesToNothingIsNotDue() {
        ContractHistory free = Sample.contract("C-3", "HOOLI", "0", "0.10");
        var runs = new Runs();
        runs.run(free, UsageSource.none(), "2026-02-03");
        BillingRecords records = BillingRecords.of(List.of(), BERLIN)
                .billed(runs.made())
                .planned(BillingCalendar.of(List.of(free), FEBRUARY, Instant.MAX, IssueTarget.days(2)));
        assertThat(records.invoices().knownAt(Instant.parse("2026-02-02T22:59:59Z")))
                .extracting(IssuedInvoice::key)
                .containsExactly("due C-3 2026-02-01");
        assertThat(records.invoices().knownAt(Instant.parse("2026-02-02T23:00:00Z")))
                .isEmpty();
    }

    @Test
    void aChargeOfAPeriodIsAnItem() {
        BillingRecords records = records(kept(R1));
        assertThat(records.billable().knownAt(Instant.MAX))
                .extracting(BillableItem::key)
                .containsExactly("C-1 calls 2026-01-01", "C-1 platform 2026-01-01");
        BillableItem calls = item(records, "C-1 calls 2026-01-01");
        assertThat(calls.customer()).isEqualTo("GLOBEX");
        assertThat(calls.delivered()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(calls.billFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(calls.entitled()).isEqualTo(eur("41.50"));
        assertThat(calls.billed()).isEqualTo(eur("41.50"));
        assertThat(calls.billedOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(value(new BillingCompleteness(), records.billable(), FEBRUARY))
                .isEqualTo(Fraction.of(100));
    }

    /** Run and not issued: 351.50 are unbilled at the end of February, and all of it leaks. */
    @Test
    void whatARunBilledAndNoDocumentSaysIsUnbilled() {
        BillingRecords records = records();
        assertThat(value(new Unbilled(), records.billable(), FEBRUARY)).isEqualTo(Fraction.of(703, 2));
        assertThat(value(BillingLeakage.after(30), records.billable(), ServicePeriod.of("2026-01-01", "2026-02-01")))
                .isEqualTo(Fraction.of(100));
    }

    /** What runs made in passing over January, a run that begins with nothing finds: 351.50. */
    @Test
    void aRunThatBeginsWithNothingTellsWhatIsEntitled() {
        BillRun all = Billing.engine().bill(contract(), USED, BilledPeriods.none(), LocalDate.parse("2026-03-01"));
        BillingRecords records = BillingRecords.of(List.of(kept(R1)), BERLIN)
                .billed(List.of(all))
                .planned(BillingCalendar.of(
                        List.of(contract()), ServicePeriod.of("2026-02-01", "2026-04-01"), Instant.MAX));
        KpiResult unbilled =
                measure(new Unbilled(), records.billable(), ServicePeriod.of("2026-03-01", "2026-04-01"), END_OF_APRIL);
        assertThat(unbilled.value()).contains(Fraction.of(310));
        assertThat(unbilled.basis().items()).extracting(KpiItem::id).containsExactly("C-1 platform 2026-02-01");
    }

    /** 430 calls turn out in March: 1.50 more, which could not be billed before. */
    @Test
    void usageThatCameLateIsAnItemOfItsOwn() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice second = runs.run(contract(), usage("430"), "2026-03-01")
                .documents()
                .get(0)
                .issue("R-2", "2026-03-05");
        BillingRecords records =
                BillingRecords.of(List.of(kept(first), kept(second)), BERLIN).billed(runs.made());
        BillableItem late = item(records, "C-1 calls 2026-01-01 late 2026-03-01");
        assertThat(late.entitled()).isEqualTo(eur("1.50"));
        assertThat(late.billFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(late.billedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(item(records, "C-1 calls 2026-01-01").billed()).isEqualTo(eur("41.50"));
    }

    /** From 1 January on the fee is 300.00 instead of 310.00: of both, R-2 bills what is due. */
    @Test
    void whatIsGivenBackAndChargedAnewStaysOneItem() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice second = runs.run(amended(contract(), "300", "2026-01-01"), USED, "2026-03-01")
                .documents()
                .get(0)
                .issue("R-2", "2026-03-01");
        BillingRecords records =
                BillingRecords.of(List.of(kept(first), kept(second)), BERLIN).billed(runs.made());
        BillableItem january = item(records, "C-1 platform 2026-01-01");
        assertThat(january.entitled()).isEqualTo(eur("300.00"));
        assertThat(january.billed()).isEqualTo(eur("300.00"));
        assertThat(records.billable().knownAt(Instant.parse("2026-02-15T00:00:00Z")))
                .filteredOn(item -> item.key().equals("C-1 platform 2026-01-01"))
                .extracting(BillableItem::entitled)
                .containsExactly(eur("310.00"));
    }

    /**
     * February about the fee of January, 310.00, billed on the 1st: whole, and nothing unbilled. On 1 March it turns out to be 300.00, given back and billed anew, and nothing about February changes; what
     * changes is that 10.00 were billed too much until then. The same where a corrected invoice of 10 March replaces it.
     */
    @Test
    void whatIsCorrectedLaterLeavesThePastAsItWas() {
        var runs = new Runs();
        BillRun january = runs.run(contract(), UsageSource.none(), "2026-02-01");
        Invoice first = january.documents().get(0).issue("R-1", "2026-02-01");
        Invoice second = runs.run(amended(contract(), "300", "2026-01-01"), UsageSource.none(), "2026-03-01")
                .documents()
                .get(0)
                .issue("R-2", "2026-03-01");
        BillingRecords amended =
                BillingRecords.of(List.of(kept(first), kept(second)), BERLIN).billed(runs.made());
        assertThat(item(amended, "C-1 platform 2026-01-01").billings())
                .containsExactly(
                        new BillableItem.Billing(LocalDate.of(2026, 2, 1), eur("310.00")),
                        new BillableItem.Billing(LocalDate.of(2026, 3, 1), eur("-10.00")));
        Invoice again = Creditable.of(first)
                .corrected(
                        Correction.of(CorrectionReason.ERROR),
                        january.documents().get(0))
                .issue("R-3", "2026-03-10");
        BillingRecords corrected =
                BillingRecords.of(List.of(kept(first), kept(again)), BERLIN).billed(List.of(january));
        ServicePeriod served = ServicePeriod.of("2026-01-01", "2026-02-01");
        for (BillingRecords records : List.of(amended, corrected)) {
            assertThat(value(new BillingCompleteness(), records.billable(), FEBRUARY))
                    .isEqualTo(Fraction.of(100));
            assertThat(value(new Unbilled(), records.billable(), FEBRUARY)).isEqualTo(Fraction.ZERO);
            assertThat(value(BillingLeakage.after(10), records.billable(), served))
                    .isEqualTo(Fraction.ZERO);
        }
        assertThat(value(BillingLeakage.after(10).asOverbilled(), amended.billable(), served))
                .isEqualTo(Fraction.of(10, 3));
    }

    /** 41.50 credited for an error are billed no more; what somebody wanted to give is no leakage. */
    @ParameterizedTest
    @EnumSource(
            value = CorrectionReason.class,
            names = {"ERROR", "CONTRACT_CHANGE", "GOODWILL", "RETURN"})
    void onlyWhatCorrectsTheTermsIsBilledNoMore(CorrectionReason reason) {
        Invoice note =
                Creditable.of(R1).credit(Correction.of(reason)).line(1).draft().issue("G-1", "2026-02-20");
        boolean isCorrection = reason == CorrectionReason.ERROR || reason == CorrectionReason.CONTRACT_CHANGE;
        assertThat(item(records(kept(R1), kept(note)), "C-1 calls 2026-01-01").billed())
                .isEqualTo(eur(isCorrection ? "0.00" : "41.50"));
    }

    /** Replaced by a corrected invoice with the same lines: billed once. */
    @Test
    void whatACorrectedInvoiceReplacesIsBilledOnce() {
        Invoice again = Creditable.of(R1)
                .corrected(
                        Correction.of(CorrectionReason.ERROR),
                        JANUARY.documents().get(0))
                .issue("R-2", "2026-02-10");
        BillableItem calls = item(records(kept(R1), kept(again)), "C-1 calls 2026-01-01");
        assertThat(calls.billed()).isEqualTo(eur("41.50"));
        assertThat(calls.billedOn()).isEqualTo(LocalDate.of(2026, 2, 10));
    }

    @Test
    void aChargeThatCameToNothingIsNoItem() {
        var runs = new Runs();
        runs.run(contract(), UsageSource.none(), "2026-02-01");
        assertThat(BillingRecords.of(List.of(), BERLIN)
                        .billed(runs.made())
                        .billable()
                        .knownAt(Instant.MAX))
                .extracting(BillableItem::key)
                .containsExactly("C-1 platform 2026-01-01");
    }

    @Test
    void refusesARunWhoseCustomerIsNotKnown() {
        ContractHistory small = Sample.withMinimum();
        var runs = new Runs();
        runs.run(small, UsageSource.none(), "2026-02-01");
        BillingRecords records = BillingRecords.of(List.of(), BERLIN).billed(runs.made());
        assertThatIllegalArgumentException()
                .isThrownBy(records::billable)
                .withMessage(
                        "planned must have the contract of a run without documents, whose customer is not known otherwise, but was C-2");
        assertThat(measure(new Unbilled(), records(kept(R1)).billable(), FEBRUARY, AsOf.endOf("2026-02-28"))
                        .value())
                .contains(Fraction.ZERO);
    }

    /** The fee of January, 310.00 of 1 February, becomes 300.00 on 1 March: at the end of February 310.00 were billed, and nothing was unbilled, whoever asks later. */
    @Test
    void whatIsBilledAnewWasBilledBefore() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice second = runs.run(Sample.amended(contract(), "300", "2026-01-01"), USED, "2026-03-01")
                .documents()
                .get(0)
                .issue("R-2", "2026-03-01");
        BillingRecords records =
                BillingRecords.of(List.of(kept(first), kept(second)), BERLIN).billed(runs.made());
        BillableItem fee = item(records, "C-1 platform 2026-01-01");
        assertThat(fee.billedBy(LocalDate.of(2026, 2, 28))).isEqualTo(eur("310.00"));
        assertThat(fee.billed()).isEqualTo(eur("300.00"));
        assertThat(value(new Unbilled(), records.billable(), ServicePeriod.of("2026-01-01", "2026-02-02")))
                .isEqualTo(Fraction.ZERO);
    }

    /** 400 calls instead of 415, as a run finds on 10 February: one item of 40.00, of which 41.50 were billed until the credit note of that day. The same run twice is one. */
    @Test
    void lessUsageIsLessOfTheItem() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice note = runs.run(contract(), Sample.usage("400"), "2026-02-10")
                .documents()
                .get(0)
                .issue("G-1", "2026-02-10");
        BillingRecords records =
                BillingRecords.of(List.of(kept(first), kept(note)), BERLIN).billed(runs.made());
        assertThat(records.billable().knownAt(Instant.MAX))
                .extracting(BillableItem::key)
                .containsExactly("C-1 calls 2026-01-01", "C-1 platform 2026-01-01");
        BillableItem calls = item(records, "C-1 calls 2026-01-01");
        assertThat(calls.entitled()).isEqualTo(eur("40.00"));
        assertThat(calls.billed()).isEqualTo(eur("40.00"));
        assertThat(calls.billedBy(LocalDate.of(2026, 2, 9))).isEqualTo(eur("41.50"));
        var twice = new ArrayList<>(runs.made());
        twice.addAll(runs.made());
        assertThat(records.billed(twice).billable()).isEqualTo(records.billable());
    }

    /** 41.50 of R-1 are credited: for an error or a change of the contract nothing of the calls is billed any more; what somebody wanted to give is. */
    @ParameterizedTest
    @CsvSource({"ERROR, 0.00", "CONTRACT_CHANGE, 0.00", "GOODWILL, 41.50", "RETURN, 41.50"})
    void onlyWhatIsGivenBackByTheTermsIsUnbilled(CorrectionReason reason, String billed) {
        Invoice note =
                Creditable.of(R1).credit(Correction.of(reason)).line(1).draft().issue("G-1", "2026-02-20");
        assertThat(item(records(kept(R1), kept(note)), "C-1 calls 2026-01-01").billed())
                .isEqualTo(eur(billed));
    }

    /** 41.50 of calls that no document bills turn out to be none on 1 March: an item until then, and none any more. */
    @Test
    void whatARunTakesBackBeforeItIsBilledIsNoItemAnyMore() {
        var runs = new Runs();
        runs.run(contract(), USED, "2026-02-01");
        runs.run(contract(), usage("0"), "2026-03-01");
        BillingRecords records =
                BillingRecords.of(List.of(), BERLIN).billed(runs.made()).planned(CALENDAR);
        assertThat(records.billable().knownAt(Instant.parse("2026-02-28T22:59:59Z")))
                .extracting(BillableItem::key)
                .containsExactly("C-1 calls 2026-01-01", "C-1 platform 2026-01-01");
        assertThat(records.billable().knownAt(Instant.parse("2026-02-28T23:00:00Z")))
                .extracting(BillableItem::key)
                .containsExactly("C-1 platform 2026-01-01", "C-1 platform 2026-02-01");
    }

    /** The same where R-1 billed them: nothing is due, 41.50 are billed, and what could be billed from 1 February on could be so all the time. */
    @Test
    void whatWasBilledAndIsNotDueStaysAnItem() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        runs.run(contract(), usage("0"), "2026-03-01");
        BillableItem calls = item(
                BillingRecords.of(List.of(kept(first)), BERLIN)
                        .billed(runs.made())
                        .planned(CALENDAR),
                "C-1 calls 2026-01-01");
        assertThat(calls.entitled()).isEqualTo(eur("0.00"));
        assertThat(calls.billed()).isEqualTo(eur("41.50"));
        assertThat(calls.billFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    /** Runs of February and March that both begin with nothing find the same January: it can be billed, and is known, from the first of them on, in whichever order they are given. */
    @Test
    void whatSeveralRunsFindCouldBeBilledFromTheFirstOn() {
        BillRun early = Billing.engine().bill(contract(), USED, BilledPeriods.none(), LocalDate.of(2026, 2, 1));
        BillRun late = Billing.engine().bill(contract(), USED, BilledPeriods.none(), LocalDate.of(2026, 3, 1));
        for (List<BillRun> order : List.of(List.of(early, late), List.of(late, early))) {
            BillingRecords records = BillingRecords.of(List.of(), BERLIN).billed(order);
            assertThat(item(records, "C-1 platform 2026-01-01").billFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
            assertThat(records.billable().knownAt(Instant.parse("2026-02-15T00:00:00Z")))
                    .extracting(BillableItem::key)
                    .containsExactly("C-1 calls 2026-01-01", "C-1 platform 2026-01-01");
        }
    }

    /** The fee is 300.00 from 16 January on: 150.00 of the days until then and 154.84 of those after are billed on two invoices, the later days first. The item was delivered on 31 January. */
    @Test
    void aChargeThatIsBilledInPartsIsOneItem() {
        var runs = new Runs();
        InvoiceDraft draft = runs.run(amended(contract(), "300", "2026-01-16"), USED, "2026-02-01")
                .documents()
                .get(0);
        InvoiceLine until = platform(draft, "2026-01-01");
        InvoiceLine from = platform(draft, "2026-01-16");
        BillingRecords records = BillingRecords.of(
                        List.of(
                                kept(of(from).issue("R-1", "2026-02-05")),
                                kept(of(until, from.withStatus(InvoiceLine.Status.INFORMATION))
                                        .issue("R-2", "2026-02-09"))),
                        BERLIN)
                .billed(runs.made());
        BillableItem fee = item(records, "C-1 platform 2026-01-01");
        assertThat(fee.delivered()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(fee.billings())
                .containsExactly(
                        new BillableItem.Billing(LocalDate.of(2026, 2, 5), eur("154.84")),
                        new BillableItem.Billing(LocalDate.of(2026, 2, 9), eur("150.00")));
    }

    private static InvoiceLine platform(InvoiceDraft draft, String start) {
        return draft.lines().stream()
                .filter(line -> line.name().equals("platform")
                        && line.period().orElseThrow().start().equals(LocalDate.parse(start)))
                .findFirst()
                .orElseThrow();
    }

    private static InvoiceDraft of(InvoiceLine... lines) {
        var draft = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .paymentTerms(PaymentTerms.net(30));
        for (InvoiceLine line : lines) {
            draft.line(line);
        }
        return draft.build();
    }

    /** A run's own credit note of two reasons says none, and none is asked for: 20.00 and 40.00 are due and billed. */
    @Test
    void whatARunGivesBackNeedsNoReason() {
        var runs = new Runs();
        Invoice first =
                runs.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
        Invoice note = runs.run(amended(contract(), "20", "2026-01-01"), usage("400"), "2026-02-20")
                .documents()
                .get(0)
                .issue("G-1", "2026-02-20");
        assertThat(note.draft().correction()).isEmpty();
        BillingRecords records =
                BillingRecords.of(List.of(kept(first), kept(note)), BERLIN).billed(runs.made());
        assertThat(item(records, "C-1 platform 2026-01-01").billed()).isEqualTo(eur("20.00"));
        assertThat(item(records, "C-1 calls 2026-01-01").billed()).isEqualTo(eur("40.00"));
        assertThat(value(new BillingCompleteness(), records.billable(), FEBRUARY))
                .isEqualTo(Fraction.of(100));
    }
}
