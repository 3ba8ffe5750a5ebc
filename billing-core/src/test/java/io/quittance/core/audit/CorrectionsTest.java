package io.quittance.core.audit;

import static io.quittance.core.audit.Records.R1;
import static io.quittance.core.audit.Records.R2;
import static io.quittance.core.audit.Records.audit;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.audit.AuditFinding.Code;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** Documents made by hand that refer to R-1. */
class CorrectionsTest {
    private static InvoiceDraft byHand(InvoiceType type, String amount, String currency) {
        return byHand(type, 1, amount, currency);
    }

    private static InvoiceDraft byHand(InvoiceType type, long quantity, String amount, String currency) {
        return InvoiceDraft.builder(CustomerId.of("GLOBEX"), Monetary.getCurrency(currency))
                .type(type)
                .paymentTerms(PaymentTerms.net(0))
                .line(InvoiceLine.priced(
                        "Bonus", BigDecimal.valueOf(quantity), "C62", Amount.of(amount, currency), Rounding.halfUp(2)))
                .references(DocumentReferences.none().with(PrecedingInvoice.of(R1)))
                .build();
    }

    /** R-4 was issued before on the day of R-5. */
    @Test
    void whatCorrectsADocumentStandsByDateAndNumber() {
        InvoiceDraft bonus = byHand(InvoiceType.CREDIT_NOTE, "1.00", "EUR");
        AuditBundle bundle = audit(
                        R1,
                        bonus.issue("R-6", "2026-03-05"),
                        bonus.issue("R-5", "2026-03-05"),
                        bonus.issue("R-3", "2026-03-04"),
                        bonus.issue("R-4", "2026-03-03"))
                .bundle();
        assertThat(bundle.documents().get(0).correctedBy())
                .extracting(InvoiceNumber::value)
                .containsExactly("R-4", "R-3", "R-5", "R-6");
    }

    /** It names what it corrects, but not that it stands in its place: both count. */
    @Test
    void aDocumentWithoutAReasonStandsInThePlaceOfNone() {
        Invoice corrected = byHand(InvoiceType.CORRECTED, "1.00", "EUR").issue("R-3", "2026-03-02");
        AuditBundle bundle = audit(R1, R2, corrected).bundle();
        assertThat(bundle.findings()).isEmpty();
    }

    /** 1000 dollars cannot be held against 351.50 euro. */
    @Test
    void aNoteInAnotherCurrencyIsNotAddedToThoseOfTheInvoice() {
        Invoice note = byHand(InvoiceType.CREDIT_NOTE, "1000", "USD").issue("R-3", "2026-03-02");
        assertThat(audit(R1, R2, note).bundle().findings()).isEmpty();
    }

    @Test
    void anInvoiceThatGivesBackIsNotOverCreditedWithoutCreditNotes() {
        Invoice negative = byHand(InvoiceType.INVOICE, -1, "5.00", "EUR").issue("R-3", "2026-03-02");
        assertThat(audit(R1, R2, negative).bundle().findings(Code.OVER_CREDITED))
                .isEmpty();
    }
}
