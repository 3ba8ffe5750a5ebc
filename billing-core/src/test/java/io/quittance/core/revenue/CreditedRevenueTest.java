package io.quittance.core.revenue;

import static io.quittance.core.revenue.Books.EUR;
import static io.quittance.core.revenue.Books.eur;
import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.ObligationId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Credited;
import io.quittance.core.invoice.CreditedLine;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Credit notes out of an invoice: of which lines, from which day on, and in which order; amounts by hand. */
class CreditedRevenueTest {
    private static final ContractId CONTRACT = ContractId.of("C-1");
    private static final ServicePeriod JANUARY = ServicePeriod.of("2026-01-01", "2026-02-01");
    private static final Invoice REDUCED = draft(line("A", "0.60"), line("B", "0.36"))
            .allowanceCharge(AllowanceCharge.allowance(eur("0.20")).taxed(standard("19")))
            .build()
            .issue("R-1", "2026-01-01");
    private static final Invoice FIRST = note(REDUCED, List.of(), 0, "0.31", "2026-02-01");
    private static final Invoice SECOND = note(REDUCED, List.of(FIRST), 1, "0.10", "2026-03-01");

    private static InvoiceLine line(String name, String price) {
        return InvoiceLine.priced(name, BigDecimal.ONE, "C62", eur(price), Rounding.halfUp(2))
                .taxed(standard("19"));
    }

    private static InvoiceDraft.Builder draft(InvoiceLine... lines) {
        var builder = InvoiceDraft.builder(CustomerId.of("ACME"), EUR).paymentTerms(PaymentTerms.net(30));
        for (InvoiceLine line : lines) {
            builder.line(line);
        }
        return builder;
    }

    private static Invoice note(Invoice invoice, List<Invoice> before, int line, String amount, String day) {
        return Creditable.of(invoice, before)
                .credit(Correction.of(CorrectionReason.RETURN))
                .amount(line, eur(amount))
                .draft()
                .issue("G-" + (before.size() + 1), day);
    }

    private static RevenueBook book(Invoice... invoices) {
        return RevenueBook.ofInvoices(CONTRACT, List.of(invoices));
    }

    private static List<Amount> promised(RevenueBook book, String day) {
        return book.at(day).obligations().stream()
                .map(ObligationRevenue::promised)
                .toList();
    }

    /** The first note gives back of A, the second of B: the facts of each are of its own line. */
    @Test
    void aNoteSaysNothingOfLinesThatOthersGaveBack() {
        Invoice invoice = draft(line("A", "60"), line("B", "30")).build().issue("R-1", "2026-01-01");
        Invoice first = note(invoice, List.of(), 0, "10", "2026-02-01");
        Invoice second = note(invoice, List.of(first), 1, "5", "2026-03-01");
        RevenueBook book = book(invoice, first, second);
        assertThat(book.facts())
                .extracting(RevenueFact::key)
                .containsExactlyInAnyOrder(
                        "R-1/1", "R-1/2", "G-1/R-1\\/1", "G-1/R-1\\/1/promised", "G-2/R-1\\/2", "G-2/R-1\\/2/promised");
        assertThat(promised(book, "2026-03-01")).containsExactly(eur("50"), eur("25"));
    }

    /**
     * 0.20 off 0.60 and 0.36 leave 0.47 and 0.29. A note of 0.31 of A gives back 0.25, 0.06 being off. One of 0.10 of B has 0.03 off:
     * of the 0.09 that are off both, A bears 0.07 by now, so that a cent of A comes back, from the date of that note on.
     */
    @Test
    void whatIsOffTheDocumentIsSpreadAnewWithEachNote() {
        RevenueBook book = book(REDUCED, FIRST, SECOND);
        assertThat(promised(book, "2026-01-31")).containsExactly(eur("0.47"), eur("0.29"));
        assertThat(promised(book, "2026-02-01")).containsExactly(eur("0.22"), eur("0.29"));
        assertThat(promised(book, "2026-02-28")).containsExactly(eur("0.22"), eur("0.29"));
        assertThat(promised(book, "2026-03-01")).containsExactly(eur("0.23"), eur("0.21"));
    }

    /** Notes count by their dates, whatever the order in which they are given. */
    @Test
    void theOrderOfNotesIsThatOfTheirDates() {
        for (String day : List.of("2026-02-01", "2026-03-01")) {
            assertThat(book(SECOND, FIRST, REDUCED).at(day))
                    .isEqualTo(book(REDUCED, FIRST, SECOND).at(day));
        }
    }

    /** R-1 of last year is another invoice: what the note gives back is no part of this year's. */
    @Test
    void aNoteOutOfAnotherInvoiceOfThatNumberGivesBackByItself() {
        InvoiceDraft draft = draft(line("A", "60")).build();
        Invoice note = note(draft.issue("R-1", "2025-01-01"), List.of(), 0, "10", "2026-02-01");
        RevenueBook book = book(draft.issue("R-1", "2026-01-01"), note);
        assertThat(book.obligations())
                .extracting(Obligation::id)
                .containsExactly(ObligationId.of("R-1/1"), ObligationId.of("G-1/1"));
        assertThat(promised(book, "2026-02-01")).containsExactly(eur("60"), eur("-10"));
    }

    /** A host counts all lines from the end of the month of their document: 10.00 of 10 February go on the 28th. */
    @Test
    void theRuleSaysFromWhichDayOnALineOfANoteCounts() {
        Invoice invoice = draft(line("A", "60")).build().issue("R-1", "2026-01-01");
        Invoice note = note(invoice, List.of(), 0, "10", "2026-02-10");
        RevenueBook book = RevenueBook.ofInvoices(CONTRACT, List.of(invoice, note), new LineRule() {
            @Override
            public RecognitionRule rule(Invoice of, InvoiceLine line) {
                return LineRule.byPeriod().rule(of, line);
            }

            @Override
            public LocalDate agreed(Invoice of, InvoiceLine line) {
                return of.issueDate().with(TemporalAdjusters.lastDayOfMonth());
            }
        });
        assertThat(promised(book, "2026-02-27")).containsExactly(eur("60"));
        assertThat(promised(book, "2026-02-28")).containsExactly(eur("50"));
    }

    /** A stored note that names the heading of a group, which is no promise. */
    @Test
    void refusesANoteThatGivesBackALineThatDoesNotCount() {
        Invoice invoice = draft(
                        line("Group", "0").identified("g").withStatus(InvoiceLine.Status.GROUP),
                        line("A", "60").within("g"))
                .build()
                .issue("R-1", "2026-01-01");
        Credited right = Creditable.of(invoice)
                .credit(Correction.of(CorrectionReason.RETURN))
                .amount(1, eur("10"))
                .draft()
                .credited()
                .orElseThrow();
        CreditedLine of = right.lines().get(0);
        Invoice note = draft(line("A", "10"))
                .type(InvoiceType.CREDIT_NOTE)
                .credited(new Credited(
                        right.invoice(),
                        List.of(new CreditedLine(0, of.share(), of.quantity())),
                        right.allowanceCharges(),
                        right.netAmounts(),
                        right.taxes(),
                        null))
                .build()
                .issue("G-1", "2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(invoice, note))
                .withMessage(
                        "invoices[1].credited.lines[0].index must be that of a line that counts of R-1, but was 0");
    }

    /** It gives nothing back, so it counts from the first of its days and not from the date of its document. */
    @Test
    void aLineOfNothingIsPromisedFromItsFirstDay() {
        InvoiceLine free = line("Trial", "0").during(JANUARY);
        Invoice invoice = draft(free).build().issue("R-1", "2026-02-01");
        Invoice note = draft(free).type(InvoiceType.CREDIT_NOTE).build().issue("G-1", "2026-02-01");
        assertThat(LineRule.byPeriod().agreed(invoice, free)).isEqualTo("2026-01-01");
        assertThat(LineRule.byPeriod().agreed(note, free)).isEqualTo("2026-02-01");
    }
}
