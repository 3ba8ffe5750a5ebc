package io.quittance.examples.monthend;

import io.quittance.core.id.ContractId;
import io.quittance.core.id.Origin;
import io.quittance.core.invoice.DocumentParties;
import io.quittance.core.invoice.DocumentReferences;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.Issuer;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.invoice.SequentialNumbering;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Makes documents of drafts: says what a bill run does not know - between whom they are, how they are paid, to what they refer -
 * and draws numbers without a gap, one series for invoices and one for what corrects them.
 */
final class Issuing {
    private final Issuer invoices;
    private final Issuer corrections;

    private Issuing(int year) {
        var numbering = new SequentialNumbering((series, n) -> String.format(Locale.ROOT, "%s-%06d", series.name(), n));
        invoices = Issuer.of(Company.invoices(year), numbering);
        corrections = Issuer.of(Company.corrections(year), numbering);
    }

    /** The series of a year, from their beginning. */
    static Issuing in(int year) {
        return new Issuing(year);
    }

    /** The invoice of a draft. */
    Invoice invoice(InvoiceDraft draft, ContractId contract, LocalDate date) {
        return invoices.issue(completed(draft, contract, DocumentReferences.none(), date), date, Origin.automatic());
    }

    /** What corrects an invoice: a credit note, or an invoice if it turns out to be more. */
    Invoice correction(InvoiceDraft draft, ContractId contract, Invoice corrected, LocalDate date) {
        var references = DocumentReferences.none().with(PrecedingInvoice.of(corrected));
        return corrections.issue(completed(draft, contract, references, date), date, Origin.automatic());
    }

    private static InvoiceDraft completed(
            InvoiceDraft draft, ContractId contract, DocumentReferences references, LocalDate date) {
        Buyer buyer = Buyer.of(draft.customer());
        var builder = draft.toBuilder()
                .parties(DocumentParties.of(Company.PARTY, buyer.party()))
                .requirements(draft.requirements().withBuyerReference("K-" + draft.customer()))
                .references(references.toContract(contract.value()));
        if (!draft.type().isCredit()) {
            builder.paymentInstruction(Company.payment());
        }
        if (!Buyer.isAbroad(draft.customer())) {
            Taxes.currency(draft.totals().tax().getCurrency(), date).ifPresent(builder::taxCurrency);
        }
        return builder.build();
    }
}
