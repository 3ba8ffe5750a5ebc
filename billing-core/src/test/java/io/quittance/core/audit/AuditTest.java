package io.quittance.core.audit;

import static io.quittance.core.audit.Records.CONTRACT;
import static io.quittance.core.audit.Records.FEBRUARY;
import static io.quittance.core.audit.Records.JANUARY;
import static io.quittance.core.audit.Records.MARCH;
import static io.quittance.core.audit.Records.R1;
import static io.quittance.core.audit.Records.R2;
import static io.quittance.core.audit.Records.SERIES;
import static io.quittance.core.audit.Records.audit;
import static io.quittance.core.audit.Records.eur;
import static io.quittance.core.audit.Records.kept;
import static io.quittance.core.audit.Records.lines;
import static io.quittance.core.audit.Records.note;
import static io.quittance.core.audit.Records.run;
import static io.quittance.core.audit.Records.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.audit.AuditFinding.Code;
import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.TermsVersion;
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
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.Replacement;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/**
 * A fee of 310.00 and calls at 0.10, of which 415 were made in January 2026 and none in February: 351.50 on R-1, and 310.00 on R-2 of 1
 * March. What is expected was worked out by hand.
 */
class AuditTest {
    @Test
    void aDocumentComesWithAllThatItRestsOn() throws Exception {
        DocumentLife life = DocumentLife.none()
                .with(DocumentEvent.of("m-1", DocumentStage.SENT, Instant.parse("2026-02-01T09:00:00Z")));
        AuditBundle bundle = audit(List.of(kept(R1).lived(life), kept(R2)))
                .bundle(document -> document.invoice().equals(R1));
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.documents()).singleElement().satisfies(audited -> {
            assertThat(audited).hasToString("R-1 of ACME 2026");
            assertThat(audited.contentHash()).isEqualTo(R1.contentHash());
            assertThat(audited.document().life()).isEqualTo(life);
            assertThat(audited.corrects()).isEmpty();
            assertThat(audited.correctedBy()).isEmpty();
            assertThat(audited.violations()).isEqualTo(R1.check());
            AuditedLine calls = audited.lines().get(1);
            assertThat(calls.line()).isEqualTo(R1.lines().get(1));
            assertThat(calls.billed().orElseThrow().contract()).isEqualTo(ContractId.of("C-1"));
            assertThat(calls.usage()).extracting(UsageEvent::key).containsExactly("u-1", "u-2");
            assertThat(audited.lines().get(0).usage()).isEmpty();
        });
        assertThat(bundle.terms())
                .containsExactly(new AuditedTerms(
                        ContractId.of("C-1"),
                        TermsVersion.SIGNED,
                        LocalDate.of(2026, 1, 1),
                        Instant.parse("2025-12-01T00:00:00Z"),
                        CONTRACT.signed().terms()));
        assertThat(bundle.totals()).singleElement().satisfies(total -> {
            assertThat(total.type()).isEqualTo(InvoiceType.INVOICE);
            assertThat(total.count()).isEqualTo(1);
            assertThat(total.withoutTax()).isEqualTo(eur("351.50"));
            assertThat(total.due()).isEqualTo(eur("351.50"));
        });
        assertThat(bundle.series()).singleElement().satisfies(proof -> {
            assertThat(proof.isComplete()).isTrue();
            assertThat(proof.count()).isEqualTo(2);
            assertThat(proof.first()).contains(InvoiceNumber.of("R-1"));
            assertThat(proof.last()).contains(InvoiceNumber.of("R-2"));
            assertThat(proof.totals()).singleElement().hasToString("2 of 380: EUR 661.50");
            assertThat(proof.hash())
                    .isEqualTo(sha256("R-1\t" + R1.contentHash() + "\nR-2\t" + R2.contentHash() + "\n"));
        });
        assertThat(bundle.verifications()).singleElement().satisfies(report -> {
            assertThat(report.expected()).isEqualTo(eur("351.50"));
            assertThat(report.findings()).isEmpty();
        });
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    @Test
    void whatWasUsedAndNobodyChargesIsFoundByTheVerification() {
        AuditBundle bundle = audit(R1, R2).bundle();
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.isClean()).isFalse();
        assertThat(bundle.verifications().get(0).unbilled())
                .singleElement()
                .satisfies(finding -> assertThat(finding.path()).isEqualTo("usage[u-3]"));
    }

    @Test
    void aMissingDocumentIsFoundThreeTimes() {
        AuditBundle bundle =
                audit(R2).drawn(SERIES, DrawnNumbers.of("R-1", "R-2")).bundle();
        assertThat(bundle.findings(Code.MISSING_NUMBER))
                .singleElement()
                .hasToString("MISSING_NUMBER ACME 2026: R-1 is on no document");
        assertThat(bundle.findings(Code.NOT_INVOICED))
                .extracting(AuditFinding::toString)
                .containsExactly(
                        "NOT_INVOICED C-1 platform [2026-01-01, 2026-02-01): EUR 310.00 are on no document",
                        "NOT_INVOICED C-1 calls [2026-01-01, 2026-02-01): EUR 41.50 are on no document");
        assertThat(bundle.verifications().get(0).findings(VerificationFinding.Code.MISSING))
                .hasSize(2);
        // of the days of R-2 nothing is missing
        AuditBundle ofR2 = audit(R2).bundle(document -> document.invoice().equals(R2));
        assertThat(ofR2.verifications().get(0).findings()).isEmpty();
        assertThat(ofR2.findings(Code.NOT_INVOICED)).hasSize(2);
    }

    @Test
    void aContractOfWhichNothingWasInvoicedIsFound() {
        AuditBundle bundle = audit().bundle();
        assertThat(bundle.findings(Code.NOT_INVOICED)).hasSize(3);
        assertThat(bundle.verifications().get(0).leakage()).isEqualTo(eur("661.50"));
    }

    @Test
    void whatWaitsForADocumentIsNotMissing() {
        AuditBundle bundle = audit(R2).waiting(JANUARY.lines()).bundle();
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.verifications().get(0).findings()).isEmpty();
    }

    /** What is altered is found, whether it was chosen or not. */
    @Test
    void whatIsFoundIsFoundOfAllDocuments() {
        IssuedDocument altered = IssuedDocument.of(SERIES, R2).hashed("q1:00");
        assertThat(audit(List.of(kept(R1), altered))
                        .bundle(document -> document.invoice().equals(R1))
                        .findings(Code.ALTERED))
                .singleElement()
                .satisfies(finding -> assertThat(finding.about()).isEqualTo("R-2 of ACME 2026"));
    }

    @Test
    void anInvoiceThatWasReplacedByTwoDocumentsIsBilledOnce() {
        Replacement replacement = Creditable.of(R1)
                .replace(
                        Correction.of(CorrectionReason.ERROR),
                        JANUARY.documents().get(0));
        Invoice note = replacement.creditNote().issue("R-3", "2026-03-02");
        Invoice again = replacement.invoice().issue("R-4", "2026-03-02");
        AuditBundle bundle = audit(R1, R2, note, again).bundle();
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.verifications().get(0).findings()).isEmpty();
    }

    @Test
    void anInvoiceInWhosePlaceACorrectedOneStandsCountsNoLonger() {
        Invoice corrected = Creditable.of(R1)
                .corrected(
                        Correction.of(CorrectionReason.ERROR),
                        JANUARY.documents().get(0))
                .issue("R-3", "2026-03-02");
        AuditBundle bundle = audit(R1, R2, corrected).bundle();
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.verifications().get(0).findings()).isEmpty();
    }

    @Test
    void aDocumentThatWasAlteredIsFound() {
        IssuedDocument altered = IssuedDocument.of(SERIES, R1).hashed("q1:00");
        IssuedDocument unknown = IssuedDocument.of(SERIES, R2);
        assertThat(audit(List.of(altered, unknown)).bundle().findings())
                .extracting(AuditFinding::toString)
                .containsExactly(
                        "ALTERED R-1 of ACME 2026: its hash is " + R1.contentHash() + " and was q1:00",
                        "NOT_HASHED R-2 of ACME 2026: no hash of it was stored");
    }

    @Test
    void aLineThatIsInvoicedTwiceIsFound() {
        Invoice again = JANUARY.documents().get(0).issue("R-3", "2026-03-01");
        AuditBundle bundle = audit(R1, R2, again).bundle();
        assertThat(bundle.findings(Code.BILLED_TWICE))
                .extracting(AuditFinding::toString)
                .containsExactly(
                        "BILLED_TWICE C-1 platform [2026-01-01, 2026-02-01): EUR 310.00 are on R-1 of ACME 2026 and on R-3 of ACME 2026",
                        "BILLED_TWICE C-1 calls [2026-01-01, 2026-02-01): EUR 41.50 are on R-1 of ACME 2026 and on R-3 of ACME 2026");
        assertThat(bundle.verifications().get(0).findings(VerificationFinding.Code.DUPLICATE))
                .hasSize(2);
    }

    @Test
    void aLineWithAnotherAmountThanItsSourceIsFound() {
        var lines = new ArrayList<BillLine>();
        for (BillLine line : lines(JANUARY)) {
            lines.add(with(line, line.terms(), line.amount().add(eur("0.01"))));
        }
        assertThat(audit(R1).billed(lines).bundle().findings())
                .extracting(AuditFinding::toString)
                .containsExactly(
                        "OTHER_AMOUNT R-1 of ACME 2026: platform has EUR 310.00 instead of EUR 310.01",
                        "OTHER_AMOUNT R-1 of ACME 2026: calls has EUR 41.50 instead of EUR 41.51");
    }

    @Test
    void termsThatAreNotThereAreFound() {
        assertThat(audit(R1)
                        .contracts(List.of())
                        .billed(lines(JANUARY))
                        .bundle()
                        .findings())
                .extracting(AuditFinding::toString)
                .containsExactly(
                        "UNKNOWN_TERMS R-1 of ACME 2026: terms signed of contract C-1 are not among the records");
    }

    /** 310.00 for February were billed before it was known that the contract ends with the 14th: half is given back, on G-1. */
    @Test
    void theCreditNoteOfABillRunIsWhatItsLineSays() {
        ContractHistory ended = CONTRACT.amended(
                Amendment.end("end", LocalDate.of(2026, 2, 15), Instant.parse("2026-03-10T00:00:00Z")));
        BillRun april = run(ended, BilledPeriods.none().after(JANUARY).after(FEBRUARY), "2026-04-01");
        Invoice note = april.documents().get(0).issue("R-3", "2026-04-01");
        assertThat(note.type()).isEqualTo(InvoiceType.CREDIT_NOTE);
        AuditBundle bundle = Audit.of(List.of(kept(R1), kept(R2), kept(note)), AsOf.endOf("2026-04-01"))
                .contracts(List.of(ended))
                .billed(lines(JANUARY, FEBRUARY, april))
                .delivered(
                        UsageSource.of(List.of(UsageEvent.of("u-1", "GLOBEX", "calls", "415", "2026-01-15T10:00:00Z"))))
                .bundle();
        assertThat(bundle.findings()).isEmpty();
        assertThat(bundle.isClean()).isTrue();
        assertThat(bundle.totals())
                .extracting(AuditTotal::toString)
                .containsExactly("2 of 380: EUR 661.50", "1 of 381: EUR 155.00");
    }

    @Test
    void whatCorrectsADocumentStandsBesideIt() {
        Invoice note =
                Creditable.of(R1).whole(Correction.of(CorrectionReason.ERROR)).issue("R-3", "2026-03-02");
        AuditBundle chosen =
                audit(R1, R2, note).bundle(document -> document.invoice().equals(R1));
        assertThat(chosen.documents().get(0).correctedBy()).containsExactly(InvoiceNumber.of("R-3"));
        assertThat(chosen.related()).singleElement().satisfies(related -> {
            assertThat(related.corrects()).containsExactly(InvoiceNumber.of("R-1"));
            assertThat(related.lines().get(1).usage()).hasSize(2);
        });
        assertThat(chosen.findings()).isEmpty();
        assertThat(audit(R1, note)
                        .bundle(document -> document.invoice().equals(note))
                        .related())
                .singleElement()
                .hasToString("R-1 of ACME 2026");
    }

    @Test
    void creditNotesThatGiveBackTooMuchAreFound() {
        Invoice note =
                Creditable.of(R1).whole(Correction.of(CorrectionReason.ERROR)).issue("R-3", "2026-03-02");
        Invoice again = note.draft().issue("R-4", "2026-03-03");
        assertThat(audit(R1, R2, note, again).bundle().findings(Code.OVER_CREDITED))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("OVER_CREDITED R-1 of ACME 2026: its credit notes do not fit: "));
    }

    /** A note of 1000.00 that somebody made by hand, and refers to R-1 of 351.50. */
    @Test
    void aNoteBesideTheInvoiceThatGivesBackTooMuchIsFound() {
        Invoice note = note("1000.00", R1);
        assertThat(audit(R1, R2, note).bundle().findings(Code.OVER_CREDITED))
                .singleElement()
                .hasToString("OVER_CREDITED R-1 of ACME 2026: its credit notes give back EUR 648.50 too much");
        // a bonus on several invoices is not of one of them
        assertThat(audit(R1, R2, note("1000.00", R1, R2)).bundle().findings()).isEmpty();
    }

    /** A record that was damaged is found, and does not stop the audit. */
    @Test
    void aCreditNoteInAnotherCurrencyIsFound() {
        InvoiceDraft right = Creditable.of(R1).whole(Correction.of(CorrectionReason.ERROR));
        var damaged = InvoiceDraft.builder(CustomerId.of("GLOBEX"), Monetary.getCurrency("USD"))
                .type(InvoiceType.CREDIT_NOTE)
                .paymentTerms(PaymentTerms.net(0))
                .references(right.references())
                .credited(right.credited().orElseThrow());
        for (String amount : List.of("310.00", "41.50")) {
            damaged.line(
                    InvoiceLine.priced("Back", BigDecimal.ONE, "C62", Amount.of(amount, "USD"), Rounding.halfUp(2)));
        }
        Invoice note = damaged.build().issue("R-3", "2026-03-02");
        assertThat(audit(R1, R2, note).bundle().findings(Code.OVER_CREDITED)).hasSize(1);
    }

    /** A bonus on two thousand invoices: each is walked to once. */
    @Test
    void manyDocumentsMayBeRelated() {
        var invoices = new ArrayList<Invoice>();
        for (int i = 1; i <= 2_000; i++) {
            invoices.add(JANUARY.documents().get(0).issue("R-" + i, "2026-02-01"));
        }
        Invoice note = note("1.00", invoices.toArray(Invoice[]::new));
        invoices.add(note);
        AuditBundle bundle = Audit.of(invoices.stream().map(Records::kept).toList(), MARCH)
                .bundle(document -> document.invoice().number().value().equals("R-7"));
        assertThat(bundle.related()).hasSize(2_000);
    }

    @Test
    void aDocumentThatRefersToAnUnknownOneIsFound() {
        Invoice note =
                Creditable.of(R1).whole(Correction.of(CorrectionReason.ERROR)).issue("R-3", "2026-03-02");
        assertThat(audit(R2, note).bundle().findings(Code.UNKNOWN_DOCUMENT))
                .singleElement()
                .hasToString("UNKNOWN_DOCUMENT R-3 of ACME 2026: it refers to R-1, which is not among the records");
    }

    @Test
    void refusesTwoContractsOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit().contracts(List.of(CONTRACT, CONTRACT)))
                .withMessage("contracts must be one for each id, but was C-1");
    }

    @Test
    void refusesTwoLinesOfOneId() {
        BillLine line = JANUARY.lines().get(0);
        BillLine other = JANUARY.lines().get(1);
        var renamed = new BillLine(
                line.id(),
                other.kind(),
                other.contract(),
                other.charge(),
                other.terms(),
                other.period(),
                other.days(),
                other.name(),
                other.quantity(),
                other.unit(),
                other.amount(),
                other.explanations(),
                other.order(),
                other.group(),
                other.taxes());
        assertThat(audit().billed(List.of(line, line)).bundle().documents()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit().billed(List.of(line, renamed)))
                .withMessage("billed must be one line for each id, but was " + line.id());
    }
}
