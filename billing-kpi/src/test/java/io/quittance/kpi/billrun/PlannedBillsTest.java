package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.FEBRUARY;
import static io.quittance.kpi.billrun.Sample.USED;
import static io.quittance.kpi.billrun.Sample.amended;
import static io.quittance.kpi.billrun.Sample.contract;
import static io.quittance.kpi.billrun.Sample.eur;
import static io.quittance.kpi.billrun.Sample.kept;
import static io.quittance.kpi.billrun.Sample.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.kpi.billing.BillableItem;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.Stage;
import io.quittance.kpi.billrun.Sample.Runs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From when until when an invoice that was planned is missing, and what the plan says of items. C-1 is billed by the month in arrears; invoices are due two days after they may be made. */
class PlannedBillsTest {
    private static final ServicePeriod FEBRUARY_AND_MARCH = ServicePeriod.of("2026-02-01", "2026-04-01");
    private static final String DUE = "due C-1 2026-02-01";

    private final Runs runs = new Runs();

    private static BillingCalendar calendar(ContractHistory contract, ServicePeriod window) {
        return BillingCalendar.of(List.of(contract), window, Instant.MAX, IssueTarget.days(2));
    }

    private BillingRecords records(BillingCalendar calendar, IssuedDocument... documents) {
        return BillingRecords.of(List.of(documents), BERLIN).billed(runs.made()).planned(calendar);
    }

    private Invoice issued(ContractHistory contract, UsageSource usage, String run, String number, String day) {
        return runs.run(contract, usage, run).documents().get(0).issue(number, day);
    }

    private static List<String> known(BillingRecords records, String noonOf) {
        return records.invoices().knownAt(Instant.parse(noonOf + "T12:00:00Z")).stream()
                .map(IssuedInvoice::key)
                .toList();
    }

    private static BillableItem item(BillingRecords records, String key) {
        return records.billable().knownAt(Instant.MAX).stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** R-1 of 9 February is replaced on the 20th by R-3, which bills the same lines: something was missing until the 9th. */
    @Test
    void whatIsReplacedWasBilledBefore() {
        BillRun january = runs.run(contract(), USED, "2026-02-01");
        Invoice first = january.documents().get(0).issue("R-1", "2026-02-09");
        Invoice again = Creditable.of(first)
                .corrected(
                        Correction.of(CorrectionReason.ERROR),
                        january.documents().get(0))
                .issue("R-3", "2026-02-20");
        BillingRecords records = records(calendar(contract(), FEBRUARY), kept(first), kept(again));
        assertThat(known(records, "2026-02-08")).containsExactly(DUE);
        assertThat(known(records, "2026-02-15")).containsExactly("R-1");
        assertThat(known(records, "2026-02-21")).containsExactly("R-1", "R-3");
    }

    /** R-1 was issued in time; that fewer calls were made, as a run finds on the 20th, makes no invoice of January missing. */
    @Test
    void whatARunGivesBackIsNotMissing() {
        Invoice first = issued(contract(), USED, "2026-02-01", "R-1", "2026-02-01");
        runs.run(contract(), usage("400"), "2026-02-20");
        BillingRecords records = records(calendar(contract(), FEBRUARY), kept(first));
        assertThat(known(records, "2026-02-15")).containsExactly("R-1");
        assertThat(known(records, "2026-02-21")).containsExactly("R-1");
    }

    /** R-1 was issued in time; on 1 March the fee of January becomes 300.00, billed anew by R-2 of the 5th: January was not missing, neither then nor before. */
    @Test
    void whatIsBilledAnewWasNotMissing() {
        Invoice first = issued(contract(), USED, "2026-02-01", "R-1", "2026-02-01");
        Invoice second = issued(amended(contract(), "300", "2026-01-01"), USED, "2026-03-01", "R-2", "2026-03-05");
        BillingRecords records = records(calendar(contract(), FEBRUARY), kept(first), kept(second));
        assertThat(known(records, "2026-02-15")).containsExactly("R-1");
        assertThat(known(records, "2026-03-04")).containsExactly("R-1");
        assertThat(known(records, "2026-03-06")).containsExactly("R-1", "R-2");
    }

    /** The fee is in February's invoice of 1 March, issued on the 9th: January's has the target of 3 February, February's that of 3 March. */
    @Test
    void eachMonthHasItsOwnTarget() {
        Invoice first = issued(contract(), USED, "2026-02-01", "R-1", "2026-02-01");
        Invoice second = issued(contract(), USED, "2026-03-01", "R-2", "2026-03-09");
        BillingRecords records = records(calendar(contract(), FEBRUARY_AND_MARCH), kept(first), kept(second));
        assertThat(records.invoices().knownAt(Instant.MAX))
                .extracting(invoice -> invoice.date(Stage.DUE_TO_BE_SENT).orElseThrow())
                .containsExactly(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 3, 3));
        assertThat(known(records, "2026-02-15")).containsExactly("R-1");
        assertThat(known(records, "2026-03-08")).containsExactly("R-1", "due C-1 2026-03-01");
        assertThat(item(records, "C-1 platform 2026-01-01").billFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(item(records, "C-1 platform 2026-02-01").billFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    /** A fee in advance and calls in arrears: on 1 February the fee of February and the calls of January may be billed, the calls of February on 1 March. */
    @Test
    void eachChargeHasItsOwnDay() {
        ContractHistory ahead = ContractHistory.of(
                Contract.builder("C-1")
                        .customer("GLOBEX")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.recurring("platform", FlatFee.of("310"))
                                .billed(BillingCycle.monthly().inAdvance()))
                        .charge(Charge.usage("calls", "calls", PerUnit.of("0.10")))
                        .build(),
                Instant.parse("2025-12-01T00:00:00Z"));
        UsageSource used = UsageSource.of(
                List.of(io.quittance.core.usage.UsageEvent.of("u-2", "GLOBEX", "calls", "70", "2026-02-15T10:00:00Z")));
        runs.run(ahead, used, "2026-02-01");
        runs.run(ahead, used, "2026-03-01");
        BillingRecords records = records(calendar(ahead, FEBRUARY_AND_MARCH));
        assertThat(item(records, "C-1 calls 2026-02-01").billFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(item(records, "C-1 platform 2026-02-01").billFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(item(records, "C-1 platform 2026-02-01").delivered()).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    /** Usage that a run of 1 March finds could not be billed on the day that was planned for January. */
    @Test
    void whatCameLateWasNotPlanned() {
        runs.run(contract(), USED, "2026-02-01");
        runs.run(contract(), usage("430"), "2026-03-01");
        BillableItem late =
                item(records(calendar(contract(), FEBRUARY_AND_MARCH)), "C-1 calls 2026-01-01 late 2026-03-01");
        assertThat(late.billFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(late.entitled()).isEqualTo(eur("1.50"));
    }

    /** A run that made no document does not say who pays; the plan does. */
    @Test
    void thePlanSaysWhoPays() {
        ContractHistory small = Sample.withMinimum();
        runs.run(small, UsageSource.none(), "2026-02-01");
        assertThat(records(calendar(small, FEBRUARY)).billable().knownAt(Instant.MAX))
                .extracting(BillableItem::key, BillableItem::customer)
                .containsExactly(org.assertj.core.api.Assertions.tuple("C-2 fee 2026-01-01", "INITECH"));
    }

    /**
     * The plan of 1 January has the fee and the calls of C-1; by an amendment that is known on the 20th it charges seats in their place, from the beginning on. The run of 3 February closes January with
     * nothing of what was planned: until then it was missing. One that bills other months closes nothing of it.
     */
    @Test
    void whatWasPlannedAndIsAgreedNoMoreIsMissingUntilARunFindsThat() {
        ContractHistory other = withSeats(BillingCycle.monthly());
        BillingCalendar plan = BillingCalendar.of(
                List.of(contract()), FEBRUARY_AND_MARCH, Instant.parse("2026-01-01T00:00:00Z"), IssueTarget.days(2));
        runs.run(other, USED, "2026-02-03");
        BillingRecords once = records(plan);
        assertThat(known(once, "2026-02-02")).containsExactly(DUE);
        assertThat(known(once, "2026-02-03")).isEmpty();
        assertThat(known(once, "2026-03-06")).containsExactly("due C-1 2026-03-01");
        runs.run(other, USED, "2026-03-05");
        BillingRecords twice = records(plan);
        assertThat(known(twice, "2026-02-02")).containsExactly(DUE);
        assertThat(known(twice, "2026-03-04")).containsExactly("due C-1 2026-03-01");
        assertThat(known(twice, "2026-03-06")).isEmpty();
        assertThat(known(BillingRecords.of(List.of(), BERLIN).planned(plan), "2026-02-03"))
                .containsExactly(DUE);
    }

    /** A fee of 30.00 waits for its document, and is not missing meanwhile. */
    @Test
    void whatWaitsIsNotMissing() {
        ContractHistory small = Sample.withMinimum();
        runs.run(small, UsageSource.none(), "2026-02-01");
        assertThat(known(records(calendar(small, FEBRUARY)), "2026-02-15")).isEmpty();
    }

    /** The run of 1 February is not known; that of 1 March has January closed, and 15 calls of it that came late, which R-2 bills on the 5th: from the run on nothing of January is missing. */
    @Test
    void whatCameLateIsNotWaitedFor() {
        runs.run(contract(), USED, "2026-02-01");
        Invoice second = issued(contract(), usage("430"), "2026-03-01", "R-2", "2026-03-05");
        BillingRecords records = BillingRecords.of(List.of(kept(second)), BERLIN)
                .billed(runs.made().subList(1, 2))
                .planned(calendar(contract(), FEBRUARY));
        assertThat(known(records, "2026-02-28")).containsExactly(DUE);
        assertThat(known(records, "2026-03-03")).isEmpty();
    }

    /** With one charge, until a day. */
    private static Contract agreed(String end, Charge charge) {
        return Contract.builder("C-1")
                .customer("GLOBEX")
                .currency("EUR")
                .zone("Europe/Berlin")
                .term("2026-01-01", end)
                .paymentTerms(PaymentTerms.net(30))
                .charge(charge)
                .build();
    }

    private static ContractHistory withSeats(BillingCycle cycle) {
        Charge seats = Charge.recurring("seats", FlatFee.of("90")).billed(cycle);
        return contract()
                .amended(Amendment.terms(
                        "A-1",
                        LocalDate.of(2026, 1, 1),
                        Instant.parse("2026-01-20T09:00:00Z"),
                        agreed("2027-01-01", seats).terms()));
    }

    private static BillingCalendar planOfJanuary() {
        return BillingCalendar.of(
                List.of(contract()), FEBRUARY, Instant.parse("2026-01-01T00:00:00Z"), IssueTarget.days(2));
    }

    /** Seats are charged instead, as of which the run of 5 March, which bills February, says nothing of January. */
    @Test
    void aRunOfAnotherMonthClosesNothing() {
        ContractHistory monthly = withSeats(BillingCycle.monthly());
        runs.run(monthly, USED, "2026-02-03");
        runs.run(monthly, USED, "2026-03-05");
        BillingRecords records = BillingRecords.of(List.of(), BERLIN)
                .billed(runs.made().subList(1, 2))
                .planned(planOfJanuary());
        assertThat(known(records, "2026-03-10")).containsExactly(DUE);
    }

    private static ContractHistory fee(BillingCycle cycle) {
        Charge platform = Charge.recurring("platform", FlatFee.of("310")).billed(cycle);
        return ContractHistory.of(agreed("2027-01-01", platform), Instant.parse("2025-12-01T00:00:00Z"));
    }

    /** Planned in advance is the fee of February, and seats are charged in its place, in advance as well: the run of the 3rd leaves February open, that of 3 March closes it. */
    @Test
    void whatIsOpenClosesNothing() {
        ContractHistory seats = withSeats(BillingCycle.monthly().inAdvance());
        runs.run(seats, USED, "2026-02-03");
        runs.run(seats, USED, "2026-03-03");
        BillingRecords records = records(calendar(fee(BillingCycle.monthly().inAdvance()), FEBRUARY));
        assertThat(known(records, "2026-02-10")).containsExactly(DUE);
        assertThat(known(records, "2026-03-10")).isEmpty();
    }

    /** Planned is a fee by the quarter, of which the contract knows nothing: the run of 3 April closes the first month, which is not the first quarter. */
    @Test
    void aRunOfAnotherCycleClosesNothing() {
        runs.run(withSeats(BillingCycle.monthly().fromStart()), USED, "2026-04-03");
        BillingCalendar plan =
                calendar(fee(BillingCycle.quarterly().fromStart()), ServicePeriod.of("2026-04-01", "2026-05-01"));
        assertThat(known(records(plan), "2026-04-10")).containsExactly("due C-1 2026-04-01");
    }

    /** Planned is the fee of all of January; seats were agreed in its place until the 20th, which a run of the 25th closes: it says nothing of what may be billed on 1 February. */
    @Test
    void aRunBeforeClosesNothing() {
        Charge seats = Charge.recurring("seats", FlatFee.of("90"));
        ContractHistory brief = ContractHistory.of(agreed("2026-01-20", seats), Instant.parse("2025-12-01T00:00:00Z"));
        runs.run(brief, USED, "2026-01-25");
        BillingRecords records = records(calendar(fee(BillingCycle.monthly()), FEBRUARY));
        assertThat(known(records, "2026-02-10")).containsExactly(DUE);
    }

    /** An invoice by hand bills 300.00 of the fee of 310.00 that the run found. */
    @Test
    void whatAnInvoiceBillsCountsWhateverTheRunSaid() {
        BillRun run = runs.run(contract(), USED, "2026-02-01");
        String fee = run.lines().stream()
                .filter(line -> line.charge().value().equals("platform"))
                .findFirst()
                .orElseThrow()
                .id();
        Invoice byHand = InvoiceDraft.builder(CustomerId.of("GLOBEX"), eur("1").getCurrency())
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", eur("300"), Rounding.halfUp(2))
                        .identified(fee))
                .build()
                .issue("H-1", "2026-02-02");
        BillingRecords records = records(calendar(contract(), FEBRUARY), kept(byHand));
        assertThat(item(records, "C-1 platform 2026-01-01").billings())
                .containsExactly(new BillableItem.Billing(LocalDate.of(2026, 2, 2), eur("300")));
    }
}
