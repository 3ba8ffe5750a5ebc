package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.FEBRUARY;
import static io.quittance.kpi.billrun.Sample.USED;
import static io.quittance.kpi.billrun.Sample.contract;
import static io.quittance.kpi.billrun.Sample.eur;
import static io.quittance.kpi.billrun.Sample.kept;
import static io.quittance.kpi.billrun.Sample.usage;
import static io.quittance.kpi.billrun.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.en16931.RuleViolation;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.InvoicedLines;
import io.quittance.core.verification.Verification;
import io.quittance.core.verification.VerificationFinding;
import io.quittance.core.verification.VerificationFinding.Code;
import io.quittance.core.verification.VerificationReport;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingErrorRate;
import io.quittance.kpi.billing.DocumentAccuracy;
import io.quittance.kpi.billing.DocumentCheck;
import io.quittance.kpi.billing.Operation;
import io.quittance.kpi.billrun.Sample.Runs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** January is 310.00 and 41.50. R-1 bills that; R-2, made by hand for another customer, bills calls for 50.00 instead of 41.50. */
class VerifiedInvoicesTest {
    private static final ContractHistory OTHER = contract("C-2", "INITECH", "310", "0.10");
    private static final UsageSource USED_THERE =
            (customer, from, to) -> usage("415").events(CustomerId.of("GLOBEX"), from, to).stream()
                    .map(event -> io.quittance.core.usage.UsageEvent.of(
                            "u-9", "INITECH", "calls", "415", event.time().toString()))
                    .toList();
    private static final Runs RUNS = new Runs();
    private static final Invoice R1 =
            RUNS.run(contract(), USED, "2026-02-01").documents().get(0).issue("R-1", "2026-02-01");
    private static final Invoice R2 = InvoiceDraft.builder(CustomerId.of("INITECH"), eur("1").getCurrency())
            .paymentTerms(PaymentTerms.net(30))
            .period(ServicePeriod.of("2026-01-01", "2026-02-01"))
            .line(line("platform", "310.00"))
            .line(line("calls", "50.00"))
            .build()
            .issue("R-2", "2026-02-01");

    private static InvoiceLine line(String name, String amount) {
        return InvoiceLine.priced(name, BigDecimal.ONE, "C62", eur(amount), Rounding.halfUp(2));
    }

    private static VerificationReport report(ContractHistory contract, UsageSource used, Invoice... invoices) {
        var lines = new ArrayList<InvoicedLine>();
        for (Invoice invoice : invoices) {
            lines.addAll(InvoicedLines.of(contract.signed().id(), invoice, billLines()));
        }
        return Verification.of(contract, used, LocalDate.of(2026, 2, 1)).check(lines);
    }

    private static List<BillLine> billLines() {
        return RUNS.made().stream().flatMap(run -> run.lines().stream()).toList();
    }

    @Test
    void anInvoiceIsWrongIfAnAmountIs() {
        BillingRecords records = BillingRecords.of(List.of(kept(R1), kept(R2)), BERLIN);
        VerifiedInvoices verified =
                records.verified(FEBRUARY, List.of(report(contract(), USED, R1), report(OTHER, USED_THERE, R2)));
        assertThat(verified.wrong()).containsExactly("R-2");
        assertThat(verified.unchecked()).isEmpty();
        assertThat(verified.byCode().values())
                .allSatisfy(numbers -> assertThat(numbers).containsExactly("R-2"));
        assertThat(verified.findings().get("R-2"))
                .extracting(VerificationFinding::difference)
                .containsExactly(eur("8.50"));
        KpiResult accuracy = new BillingAccuracy().compute(verified.figures());
        assertThat(accuracy.value()).contains(Fraction.of(50));
        assertThat(accuracy.basis().period()).contains(FEBRUARY);
        assertThat(accuracy.basis().items())
                .containsExactly(KpiItem.counted("R-1", true), KpiItem.counted("R-2", false));
        assertThat(new BillingErrorRate().compute(verified.figures()).value()).contains(Fraction.of(50));
    }

    @Test
    void whatNoVerificationHasSeenIsNotJudged() {
        Invoice note = Creditable.of(R1)
                .credit(Correction.of(CorrectionReason.GOODWILL))
                .line(1)
                .draft()
                .issue("G-1", "2026-02-20");
        BillingRecords records = BillingRecords.of(List.of(kept(R1), kept(R2), kept(note)), BERLIN);
        VerifiedInvoices verified = records.verified(FEBRUARY, List.of(report(contract(), USED, R1, note)));
        assertThat(verified.unchecked()).containsExactly("R-2");
        assertThat(verified.findings()).containsOnlyKeys("R-1");
        assertThat(new BillingAccuracy().compute(verified.figures()).value()).contains(Fraction.of(100));
        assertThat(records.verified(Sample.MARCH, List.of()).findings()).isEmpty();
        assertThat(records.verified(Sample.MARCH, List.of()).unchecked()).isEmpty();
        assertThat(new BillingAccuracy()
                        .compute(records.verified(Sample.MARCH, List.of()).figures())
                        .<String>match(measured -> "", undefined -> undefined.code()))
                .isEqualTo("NO_INVOICES");
    }

    private static VerificationFinding finding(VerificationFinding.Code code, String document, String difference) {
        return new VerificationFinding(
                code,
                ContractId.of("C-1"),
                null,
                ServicePeriod.of("2026-01-01", "2026-02-01"),
                List.of(document),
                eur("0.00"),
                eur(difference),
                eur(difference),
                0,
                Explanation.of("test", "for a test"));
    }

    /** R-1 is wrong twice for its price and was billed twice, R-2 was billed twice, R-3 is right. */
    @Test
    void tellsWhichInvoicesAreWrongInWhichWay() {
        VerificationFinding twice = finding(Code.DUPLICATE, "R-1", "1.00");
        VerificationFinding price = finding(Code.WRONG_PRICE, "R-1", "2.00");
        var findings = new TreeMap<String, List<VerificationFinding>>();
        findings.put("R-1", List.of(price, twice, price));
        findings.put("R-2", List.of(finding(Code.DUPLICATE, "R-2", "1.00")));
        findings.put("R-3", List.of());
        var verified = new VerifiedInvoices(FEBRUARY, findings, List.of());
        assertThat(verified.wrong()).containsExactly("R-1", "R-2");
        assertThat(verified.byCode())
                .containsExactly(
                        Map.entry(Code.DUPLICATE, List.of("R-1", "R-2")), Map.entry(Code.WRONG_PRICE, List.of("R-1")));
    }

    /** R-1 was to be issued by 3 February and was on the 20th: late, and right. */
    @Test
    void whatIsLateIsNotWrong() {
        Invoice late = RUNS.made().get(0).documents().get(0).issue("R-1", "2026-02-20");
        VerificationReport report = Verification.of(contract(), USED, LocalDate.of(2026, 2, 20))
                .issuedBy(IssueTarget.days(2))
                .check(InvoicedLines.of(contract().signed().id(), late, billLines()));
        assertThat(report.findings("R-1"))
                .extracting(VerificationFinding::code)
                .isNotEmpty()
                .containsOnly(Code.LATE);
        VerifiedInvoices verified =
                BillingRecords.of(List.of(kept(late)), BERLIN).verified(FEBRUARY, List.of(report));
        assertThat(verified.wrong()).isEmpty();
        assertThat(new BillingAccuracy().compute(verified.figures()).value()).contains(Fraction.of(100));
    }

    /** Without names of seller and buyer it breaks rules such as BR-06; where all that it breaks only warns, it passes. */
    @Test
    void documentsAreCheckedByRules() {
        BillingRecords records = BillingRecords.of(List.of(kept(R1)), BERLIN);
        var all = records.checks(RuleSet.EN16931, Set.of());
        DocumentCheck check = all.knownAt(Instant.MAX).get(0);
        assertThat(check.fatal()).contains("BR-06", "BR-07").doesNotHaveDuplicates();
        assertThat(check.warnings()).isEmpty();
        assertThat(value(new DocumentAccuracy(), all, FEBRUARY)).isEqualTo(Fraction.ZERO);
        Set<String> broken = new HashSet<>();
        R1.check().stream().map(RuleViolation::rule).forEach(broken::add);
        var mild = records.checks(RuleSet.EN16931, broken);
        assertThat(mild.knownAt(Instant.MAX).get(0).warnings()).hasSameElementsAs(check.fatal());
        assertThat(value(new DocumentAccuracy(), mild, FEBRUARY)).isEqualTo(Fraction.of(100));
    }

    /** R-1 is issued by a machine and sent by a clerk, and sent once more by a machine; of R-2 nothing was reported: 1 of 2. */
    @Test
    void whatWasReportedAreOperations() {
        DocumentLife life = DocumentLife.none()
                .with(DocumentEvent.of("i", DocumentStage.ISSUED, Instant.parse("2026-02-01T08:00:00Z")))
                .with(Sample.by("s", DocumentStage.SENT, "2026-02-02T08:00:00Z", "clerk-7"))
                .with(DocumentEvent.of("t", DocumentStage.SENT, Instant.parse("2026-02-04T08:00:00Z")));
        BillingRecords records = BillingRecords.of(List.of(kept(R1).lived(life), kept(R2)), BERLIN);
        assertThat(records.operations().knownAt(Instant.MAX))
                .containsExactly(
                        new Operation(
                                "R-1 generated",
                                Operation.Kind.GENERATED,
                                R1.customer().value(),
                                LocalDate.of(2026, 2, 1),
                                true,
                                Instant.parse("2026-02-01T08:00:00Z")),
                        new Operation(
                                "R-1 sent",
                                Operation.Kind.SENT,
                                R1.customer().value(),
                                LocalDate.of(2026, 2, 2),
                                false,
                                Instant.parse("2026-02-02T08:00:00Z")));
        assertThat(value(AutomationShare.ofAll(), records.operations(), FEBRUARY))
                .isEqualTo(Fraction.of(50));
    }

    /** A distributed engine can ship the records and what was found. */
    @Test
    void recordsAndFindingsSurviveTheSerialForm() throws Exception {
        BillingRecords records = BillingRecords.of(List.of(kept(R1), kept(R2)), BERLIN)
                .billed(RUNS.made())
                .planned(BillingCalendar.of(List.of(contract()), FEBRUARY, Instant.MAX))
                .because(Map.of(InvoiceNumber.of("G-1"), io.quittance.kpi.billing.Correction.Reason.ERROR))
                .renewals(R2::equals);
        BillingRecords shipped = shipped(records);
        assertThat(shipped.invoices()).isEqualTo(records.invoices());
        assertThat(shipped.billable()).isEqualTo(records.billable());
        assertThat(shipped.reasons()).isEqualTo(records.reasons());
        assertThat(shipped.renewals()).containsExactly(R2.number());
        VerifiedInvoices verified = records.verified(FEBRUARY, List.of(report(OTHER, USED_THERE, R2)));
        assertThat(shipped(verified)).isEqualTo(verified);
        assertThat(shipped(verified.figures())).isEqualTo(verified.figures());
    }

    @SuppressWarnings("unchecked") // it is what was written
    private static <T> T shipped(T value) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
