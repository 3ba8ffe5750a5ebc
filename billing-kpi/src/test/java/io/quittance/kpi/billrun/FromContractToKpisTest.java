package io.quittance.kpi.billrun;

import static io.quittance.kpi.billrun.Sample.BERLIN;
import static io.quittance.kpi.billrun.Sample.contract;
import static io.quittance.kpi.billrun.Sample.kept;
import static io.quittance.kpi.billrun.Sample.sent;
import static io.quittance.kpi.billrun.Sample.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.audit.IssuedDocument;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.en16931.RuleSet;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.DocumentEvent;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.DocumentStage;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.InvoicedLines;
import io.quittance.core.verification.Verification;
import io.quittance.core.verification.VerificationReport;
import io.quittance.kpi.EventFigures;
import io.quittance.kpi.KpiItem;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.Statistic;
import io.quittance.kpi.billing.AdjustmentRate;
import io.quittance.kpi.billing.AutomationShare;
import io.quittance.kpi.billing.BillingAccuracy;
import io.quittance.kpi.billing.BillingCompleteness;
import io.quittance.kpi.billing.BillingTime;
import io.quittance.kpi.billing.BillingVolume;
import io.quittance.kpi.billing.DocumentAccuracy;
import io.quittance.kpi.billing.InvoiceAccuracy;
import io.quittance.kpi.billing.InvoicesOnTime;
import io.quittance.kpi.billing.IssuedInvoice;
import io.quittance.kpi.billing.SentOnTime;
import io.quittance.kpi.billing.Unbilled;
import io.quittance.kpi.billrun.Sample.Runs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * January 2026, billed on 1 February, in which invoices are due to be sent by the 3rd. R-1 bills C-1 310.00 and 41.50, and is sent on the 3rd; R-2 bills C-2 200.00 and calls of 0.00, is issued by a clerk,
 * sent on the 5th, and 20.00 of it are credited on the 20th for an error; C-3 was not billed. All values were worked out by hand.
 */
class FromContractToKpisTest {
    private static final ContractHistory GLOBEX = contract();
    private static final ContractHistory INITECH = contract("C-2", "INITECH", "200", "0.10");
    private static final ContractHistory HOOLI = contract("C-3", "HOOLI", "90", "0.10");
    private static final BillRun FIRST = new Runs().run(GLOBEX, usage("415"), "2026-02-01");
    private static final BillRun SECOND = new Runs().run(INITECH, UsageSource.none(), "2026-02-01");
    private static final Invoice R1 = FIRST.documents().get(0).issue("R-1", "2026-02-02");
    private static final Invoice R2 = SECOND.documents().get(0).issue("R-2", "2026-02-01");
    private static final Invoice G1 = Creditable.of(R2)
            .share(Correction.of(CorrectionReason.ERROR), Fraction.of(1, 10))
            .issue("G-1", "2026-02-20");

    private static VerificationReport verified(ContractHistory contract, UsageSource used, Invoice invoice) {
        List<BillLine> lines =
                Stream.of(FIRST, SECOND).flatMap(run -> run.lines().stream()).toList();
        return Verification.of(contract, used, LocalDate.of(2026, 2, 1))
                .check(InvoicedLines.of(contract.signed().id(), invoice, lines));
    }

    private static Fraction value(KpiResult result) {
        return result.value().orElseThrow();
    }

    @Test
    void kpisComeOfWhatWasRunIssuedAndCorrected() {
        DocumentLife byClerk = DocumentLife.none()
                .with(Sample.by("i", DocumentStage.ISSUED, "2026-02-01T09:00:00Z", "clerk-7"))
                .with(DocumentEvent.of("s", DocumentStage.SENT, Instant.parse("2026-02-05T09:00:00Z")));
        List<IssuedDocument> documents =
                List.of(kept(G1), kept(R2).lived(byClerk), sent(R1, "2026-02-02T09:00:00Z", "2026-02-03T09:00:00Z"));
        List<BillRun> runs = List.of(FIRST, SECOND);
        ZoneId zone = BERLIN;
        ServicePeriod month = Sample.FEBRUARY;
        BillingCalendar calendar =
                BillingCalendar.of(List.of(GLOBEX, INITECH, HOOLI), month, Instant.MAX, IssueTarget.days(2));
        List<VerificationReport> reports =
                List.of(verified(GLOBEX, usage("415"), R1), verified(INITECH, UsageSource.none(), R2));

        // docs/kpis.md begins
        AsOf asOf = AsOf.endOf("2026-03-31");
        BillingRecords records = BillingRecords.of(documents, zone).billed(runs).planned(calendar);
        EventFigures<IssuedInvoice> invoices = records.invoices().figures(month, asOf);
        KpiResult volume = BillingVolume.net().compute(invoices);
        KpiResult accuracy = InvoiceAccuracy.within(30).compute(invoices);
        KpiResult onTime = SentOnTime.byTheDay().compute(invoices);
        KpiResult unbilled = new Unbilled().compute(records.billable().figures(month, asOf));
        KpiResult byTerms =
                new BillingAccuracy().compute(records.verified(month, reports).figures());
        // docs/kpis.md ends

        assertThat(value(BillingVolume.invoices().compute(invoices))).isEqualTo(Fraction.of(2));
        assertThat(value(BillingVolume.lines().compute(invoices))).isEqualTo(Fraction.of(4));
        assertThat(value(BillingVolume.gross().compute(invoices))).isEqualTo(Fraction.of(55150, 100));
        assertThat(value(volume)).isEqualTo(Fraction.of(53150, 100));
        assertThat(volume.basis().currency()).contains("EUR");
        assertThat(value(accuracy)).isEqualTo(Fraction.of(50));
        assertThat(accuracy.basis().items())
                .containsExactly(KpiItem.counted("R-1", true), KpiItem.counted("R-2", false));
        assertThat(value(InvoiceAccuracy.within(30).byAmount().compute(invoices)))
                .isEqualTo(Fraction.of(3515000, 55150));
        assertThat(value(AdjustmentRate.byAmount().compute(invoices))).isEqualTo(Fraction.of(200000, 55150));
        assertThat(value(onTime)).isEqualTo(Fraction.of(100, 3));
        assertThat(onTime.basis().items())
                .containsExactly(
                        KpiItem.counted("R-1", true),
                        KpiItem.counted("R-2", false),
                        KpiItem.counted("due C-3 2026-02-01", false));
        assertThat(value(new InvoicesOnTime().compute(records.sent(month, asOf))))
                .isEqualTo(Fraction.of(100, 3));
        assertThat(value(BillingTime.invoicingLag(Statistic.MEAN).compute(invoices)))
                .isEqualTo(Fraction.of(4)); // 31 January to the 3rd and to the 5th
        assertThat(value(unbilled)).isEqualTo(Fraction.of(20));
        assertThat(unbilled.basis().items()).extracting(KpiItem::id).containsExactly("C-2 platform 2026-01-01");
        assertThat(value(new BillingCompleteness().compute(records.billable().figures(month, asOf))))
                .isEqualTo(Fraction.of(200, 3));
        assertThat(value(AutomationShare.ofAll().compute(records.operations().figures(month, asOf))))
                .isEqualTo(Fraction.of(75));
        assertThat(value(byTerms)).isEqualTo(Fraction.of(100));
        assertThat(byTerms.basis().items()).hasSize(2);
        assertThat(new DocumentAccuracy()
                        .compute(records.checks(RuleSet.EN16931, Set.of()).figures(month, asOf))
                        .basis()
                        .count())
                .contains(3L);
        assertThat(records.unlinked()).isEmpty();
    }
}
