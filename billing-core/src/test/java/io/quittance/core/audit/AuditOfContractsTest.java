package io.quittance.core.audit;

import static io.quittance.core.audit.Records.CONTRACT;
import static io.quittance.core.audit.Records.FEBRUARY;
import static io.quittance.core.audit.Records.JANUARY;
import static io.quittance.core.audit.Records.R1;
import static io.quittance.core.audit.Records.R2;
import static io.quittance.core.audit.Records.USED;
import static io.quittance.core.audit.Records.audit;
import static io.quittance.core.audit.Records.eur;
import static io.quittance.core.audit.Records.kept;
import static io.quittance.core.audit.Records.lines;
import static io.quittance.core.audit.Records.run;
import static io.quittance.core.audit.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.audit.AuditFinding.Code;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Which contracts, days, usage and lines are held against each other. Beside C-1 there is C-2, with a fee of 100.00. */
class AuditOfContractsTest {
    private static final ContractHistory OTHER = ContractHistory.of(
            Contract.builder("C-2")
                    .customer("INITECH")
                    .currency("EUR")
                    .zone("Europe/Berlin")
                    .term("2026-01-01", "2027-01-01")
                    .paymentTerms(PaymentTerms.net(30))
                    .charge(Charge.recurring("support", FlatFee.of("100")))
                    .build(),
            Instant.parse("2025-12-01T00:00:00Z"));
    private static final BillRun OTHER_FEBRUARY = run(OTHER, BilledPeriods.none(), "2026-03-01");

    private static Audit both(Audit audit) {
        return audit.contracts(List.of(CONTRACT, OTHER)).billed(lines(JANUARY, FEBRUARY, OTHER_FEBRUARY));
    }

    private static List<ContractId> verified(AuditBundle bundle) {
        return bundle.verifications().stream().map(VerificationReport::contract).toList();
    }

    @Test
    void onlyContractsOfTheChosenDocumentsAreVerified() {
        Audit audit = both(audit(R1, R2));
        assertThat(verified(audit.bundle(document -> true))).containsExactly(ContractId.of("C-1"));
        assertThat(verified(audit.bundle())).containsExactly(ContractId.of("C-1"), ContractId.of("C-2"));
    }

    /** Two months of C-2 are not invoiced yet; they are not held against what C-1 should have. */
    @Test
    void whatWaitsIsOfItsContract() {
        AuditBundle bundle = both(audit(R1, R2)).waiting(OTHER_FEBRUARY.lines()).bundle();
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.verifications())
                .extracting(VerificationReport::invoiced)
                .containsExactly(eur("661.50"), eur("200"));
        assertThat(bundle.verifications().get(1).findings()).isEmpty();
    }

    /** 351.50 in January and 310.00 in February. */
    @Test
    void daysReachFromTheFirstToTheLastLineWhateverTheOrder() {
        for (Audit audit : List.of(audit(R1, R2), audit(R2, R1))) {
            assertThat(audit.bundle(document -> true).verifications())
                    .singleElement()
                    .satisfies(report -> assertThat(report.expected()).isEqualTo(eur("661.50")));
        }
    }

    @Test
    void aLineHasTheUsageOfItsDaysAlsoWhereTheSourceGivesMore() {
        UsageEvent later = UsageEvent.of("u-4", "GLOBEX", "calls", "7", "2026-02-15T10:00:00Z");
        UsageSource all = (customer, from, to) -> {
            var events = new ArrayList<>(USED.events(
                    customer, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z")));
            events.add(later);
            return events;
        };
        AuditSources sources = new AuditSources(
                Map.of(ContractId.of("C-1"), CONTRACT),
                Map.of(line(1).id(), line(1)),
                all,
                Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(sources.lines(kept(R1)).get(1).usage())
                .extracting(UsageEvent::key)
                .containsExactly("u-1", "u-2");
    }

    private static BillLine line(int index) {
        return JANUARY.lines().get(index);
    }

    /** Once for each document, though two of its lines name them. */
    @Test
    void termsThatAKnownContractDoesNotHaveAreFound() {
        var lines = new ArrayList<BillLine>();
        for (BillLine line : JANUARY.lines()) {
            lines.add(with(line, "renewed", line.amount()));
        }
        AuditBundle bundle = audit(R1).billed(lines).bundle();
        assertThat(bundle.findings(Code.UNKNOWN_TERMS))
                .singleElement()
                .hasToString("UNKNOWN_TERMS R-1 of ACME 2026: terms renewed of contract C-1 are not among the records");
        assertThat(bundle.documents().get(0).lines().get(1).usage()).isEmpty();
        assertThat(bundle.terms()).isEmpty();
    }

    /** What was billed in euro, and is on a document in dollars, is not what was invoiced of the contract; nor is it billed twice. */
    @Test
    void aDocumentInAnotherCurrencyIsFoundAndDoesNotStopTheAudit() {
        Invoice dollars = InvoiceDraft.builder(CustomerId.of("GLOBEX"), Monetary.getCurrency("USD"))
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced(
                                "platform", BigDecimal.ONE, "C62", Amount.of("310.00", "USD"), Rounding.halfUp(2))
                        .identified(line(0).id()))
                .build()
                .issue("R-3", "2026-03-01");
        AuditBundle bundle = audit(R1, R2, dollars).bundle();
        assertThat(bundle.findings())
                .extracting(AuditFinding::toString)
                .containsExactly("OTHER_AMOUNT R-3 of ACME 2026: platform has USD 310.00 instead of EUR 310.00");
        assertThat(bundle.verifications().get(0).invoiced()).isEqualTo(eur("661.50"));
    }

    @Test
    void aLineWithMoreThanItsSourceOnOneDocumentIsNotBilledTwice() {
        var lines = new ArrayList<BillLine>();
        for (BillLine line : JANUARY.lines()) {
            lines.add(with(line, line.terms(), line.amount().subtract(eur("0.01"))));
        }
        assertThat(audit(R1).billed(lines).bundle().findings())
                .extracting(AuditFinding::code)
                .containsExactly(Code.OTHER_AMOUNT, Code.OTHER_AMOUNT);
    }

    /** A fee of nothing may stand on two invoices: nothing is billed twice. */
    @Test
    void nothingIsBilledTwiceOfALineOfNothing() {
        ContractHistory free = ContractHistory.of(
                Contract.builder("C-3")
                        .customer("GLOBEX")
                        .currency("EUR")
                        .zone("Europe/Berlin")
                        .term("2026-01-01", "2027-01-01")
                        .paymentTerms(PaymentTerms.net(30))
                        .charge(Charge.recurring("platform", FlatFee.of("310")))
                        .charge(Charge.recurring("portal", FlatFee.of("0")))
                        .build(),
                Instant.parse("2025-12-01T00:00:00Z"));
        BillRun january = run(free, BilledPeriods.none(), "2026-02-01");
        Invoice one = january.documents().get(0).issue("R-1", "2026-02-01");
        Invoice other = january.documents().get(0).issue("R-2", "2026-02-01");
        AuditBundle bundle = audit(one, other)
                .contracts(List.of(free))
                .billed(january.lines())
                .bundle();
        assertThat(one.lines()).hasSize(2);
        assertThat(bundle.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.about()).startsWith("C-3 platform"));
    }

    @Test
    void aBundleIsNotCleanWhereOnlyTheRecordsAreWrong() {
        AuditBundle bundle = audit(List.of(IssuedDocument.of(Records.SERIES, R1), kept(R2)))
                .delivered(
                        UsageSource.of(List.of(UsageEvent.of("u-1", "GLOBEX", "calls", "415", "2026-01-15T10:00:00Z"))))
                .bundle();
        assertThat(bundle.verifications()).allMatch(VerificationReport::isClean);
        assertThat(bundle.findings()).extracting(AuditFinding::code).containsExactly(Code.NOT_HASHED);
        assertThat(bundle.isClean()).isFalse();
    }
}
