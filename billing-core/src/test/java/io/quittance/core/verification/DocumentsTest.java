package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.CALLS;
import static io.quittance.core.verification.Verified.DATA;
import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.USED;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.verification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BilledPeriods;
import io.quittance.core.billing.Billing;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Drafts, issued invoices and credit notes of this library, read as lines. */
class DocumentsTest {
    private static final ContractId CONTRACT = ContractId.of("C-1");
    private static final BillRun RUN =
            Billing.engine().bill(signed(PLATFORM, CALLS, DATA), USED, BillingHistory.none(), FEBRUARY_1);
    private static final InvoiceDraft DRAFT = RUN.documents().get(0);
    private static final Invoice INVOICE = DRAFT.issue("R-1", "2026-02-01");

    @Test
    void aDraftOfABillRunIsRight() {
        List<InvoicedLine> lines = InvoicedLines.of(CONTRACT, "draft 1", DRAFT, RUN.lines());
        assertThat(lines.get(0).charge()).contains(ChargeId.of("platform"));
        assertThat(lines.get(1).quantity()).contains(Fraction.of(415));
        assertThat(lines.get(1).period()).isEqualTo(JANUARY);
        assertThat(lines.get(1).document()).contains("draft 1");
        assertThat(lines.get(1).date()).isEmpty();
        assertThat(verification().check(lines).isClean()).isTrue();
    }

    @Test
    void aDraftIsReadWithoutTheRunThatMadeIt() {
        List<InvoicedLine> lines = InvoicedLines.of(CONTRACT, "draft 1", DRAFT, List.of());
        assertThat(lines.get(0).charge()).isEmpty();
        assertThat(lines.get(0).text()).isEqualTo("Platform");
        assertThat(verification().check(lines).isClean()).isTrue();
    }

    @Test
    void aDraftOfWhatWasInvoicedIsADuplicate() {
        var lines = new ArrayList<>(InvoicedLines.of(CONTRACT, INVOICE, RUN.lines()));
        lines.addAll(InvoicedLines.of(CONTRACT, "draft 2", DRAFT, RUN.lines()));
        VerificationReport report = verification().check(lines);
        assertThat(report.findings("draft 2"))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(Code.DUPLICATE));
        assertThat(report.overbilling()).isEqualTo(eur("476.50"));
    }

    @Test
    void whatWaitsForADocumentIsNotMissing() {
        List<InvoicedLine> lines = RUN.lines().stream().map(InvoicedLine::of).toList();
        assertThat(lines.get(1)).hasToString("calls [2026-01-01, 2026-02-01): EUR 41.50");
        assertThat(verification().check(lines).isClean()).isTrue();
    }

    @Test
    void aCreditNoteIsNegative() {
        Invoice note = Creditable.of(INVOICE)
                .whole(Correction.of(CorrectionReason.GOODWILL))
                .issue("G-1", "2026-02-10");
        List<InvoicedLine> credits = InvoicedLines.of(CONTRACT, note, RUN.lines());
        assertThat(credits).allSatisfy(line -> {
            assertThat(line.isCredit()).isTrue();
            assertThat(line.amount().signum()).isNegative();
            assertThat(line.quantity().orElseThrow().signum()).isNegative();
            assertThat(line.date()).contains(note.issueDate());
        });
        var lines = new ArrayList<>(InvoicedLines.of(CONTRACT, INVOICE, RUN.lines()));
        lines.addAll(credits);
        VerificationReport report = verification().check(lines);
        assertThat(report.invoiced()).isEqualTo(eur("0"));
        assertThat(report.findings(Code.CREDITED)).hasSize(3);
        assertThat(report.leakage()).isEqualTo(eur("0"));
    }

    /** 310.00 for January were billed before it was known that the contract ends on the 16th: 15 of 31 days are given back. */
    @Test
    void theCreditNoteOfABillRunIsOfTheTerms() {
        ContractHistory ended = signed(PLATFORM)
                .amended(Amendment.end("end", LocalDate.of(2026, 1, 17), Instant.parse("2026-02-10T00:00:00Z")));
        BillRun first = Billing.engine().bill(signed(PLATFORM), UsageSource.none(), BillingHistory.none(), FEBRUARY_1);
        LocalDate march = LocalDate.of(2026, 3, 1);
        BillRun second = Billing.engine()
                .bill(ended, UsageSource.none(), BilledPeriods.none().after(first), march);
        Invoice invoice = first.documents().get(0).issue("R-1", "2026-02-01");
        Invoice note = second.documents().get(0).issue("G-1", "2026-03-01");
        assertThat(note.type()).isEqualTo(InvoiceType.CREDIT_NOTE);

        List<BillLine> billed =
                Stream.of(first, second).flatMap(run -> run.lines().stream()).toList();
        var lines = new ArrayList<>(InvoicedLines.of(CONTRACT, invoice, billed));
        lines.addAll(InvoicedLines.of(CONTRACT, note, billed));
        assertThat(lines.get(1).isCredit()).isFalse();
        assertThat(lines.get(1).amount()).isEqualTo(eur("-150.00"));
        assertThat(lines.get(1).quantity()).contains(Fraction.of(-1));
        Verification verification = Verification.of(ended, UsageSource.none(), march);
        assertThat(verification.check(lines).isClean()).isTrue();

        Invoice again = second.documents().get(0).issue("G-2", "2026-03-02");
        lines.addAll(InvoicedLines.of(CONTRACT, again, billed));
        VerificationReport report = verification.check(lines);
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(Code.DUPLICATE));
        assertThat(report.leakage()).isEqualTo(eur("150.00"));
    }

    @Test
    void whatIsOffTheDocumentIsNotInTheContract() {
        InvoiceDraft less = DRAFT.toBuilder()
                .allowanceCharge(AllowanceCharge.allowance(eur("6.50")).because("Loyalty"))
                .build();
        VerificationReport report = verification().check(InvoicedLines.of(CONTRACT, "draft 1", less, RUN.lines()));
        assertThat(report.invoiced()).isEqualTo(eur("470.00"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.NOT_IN_CONTRACT);
            assertThat(finding.difference()).isEqualTo(eur("-6.50"));
            assertThat(finding.reason().text())
                    .isEqualTo("Loyalty: EUR -6.50 were invoiced without a charge of the contract");
        });
    }

    private static InvoiceDraft draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(CustomerId.of("ACME"), Monetary.getCurrency("EUR"))
                .paymentTerms(PaymentTerms.net(30));
        for (InvoiceLine line : lines) {
            builder.line(line);
        }
        return builder.build();
    }

    private static InvoiceLine fee() {
        return InvoiceLine.priced("Fee", BigDecimal.ONE, "C62", Amount.of("5", "EUR"), Rounding.halfUp(2));
    }

    @Test
    void aLineWithoutDaysIsOfTheDayOfItsDocument() {
        List<InvoicedLine> lines = InvoicedLines.of(CONTRACT, draft(fee()).issue("R-9", "2026-02-03"), List.of());
        assertThat(lines.get(0).days().start()).isEqualTo("2026-02-03");
        assertThat(lines.get(0).days().days()).isEqualTo(1);
    }

    @Test
    void refusesADraftWithoutDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoicedLines.of(CONTRACT, "draft", draft(fee()), List.of()))
                .withMessage("lines[0].period must be given");
    }

    @Test
    void linesThatDoNotCountAreLeftOut() {
        InvoiceDraft draft =
                draft(fee().during(JANUARY), fee().during(JANUARY).withStatus(InvoiceLine.Status.INFORMATION));
        assertThat(InvoicedLines.of(CONTRACT, "draft", draft, List.of())).hasSize(1);
    }

    /** A project over a term that ends earlier by now gives back what was billed for days after its end. */
    @Test
    void aLineMayGiveBackDaysAfterItsPeriod() {
        BillLine billed = RUN.lines().get(0);
        ServicePeriod shorter = ServicePeriod.of("2026-01-01", "2026-01-28");
        ServicePeriod after = ServicePeriod.of("2026-01-28", "2026-03-01");
        var back = new BillLine(
                "q1:back",
                BillLine.Kind.CREDIT,
                billed.contract(),
                billed.charge(),
                billed.terms(),
                shorter,
                after,
                billed.name(),
                Fraction.of(-1),
                billed.unit(),
                eur("-10.00"),
                List.of(),
                null,
                null,
                List.of());
        assertThat(InvoicedLine.of(back).days()).isEqualTo(after);
        assertThat(InvoicedLine.of(back).period()).isEqualTo(ServicePeriod.of("2026-01-01", "2026-03-01"));
    }
}
