package io.quittance.json;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.TaxCurrency;
import java.io.IOException;
import java.io.OutputStream;

/** Issued invoices as JSON, {@code invoice.schema.json}: with their lines and the reason for each amount. */
public final class InvoiceJson {
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private InvoiceJson() {}

    /**
     * Writes a JSON array of invoices in UTF-8, one line for each; the stream is flushed and stays open. Equal invoices give
     * equal bytes.
     *
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<Invoice> invoices, OutputStream out) throws IOException {
        DocumentWriter.write(invoices, out, InvoiceJson::write);
    }

    private static void write(Invoice invoice, JsonObject object) {
        InvoiceDraft draft = invoice.draft();
        object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .text("number", invoice.number().value())
                .text("type", invoice.type().code())
                .text("customer", invoice.customer().value())
                .text("issueDate", invoice.issueDate().toString())
                .text("dueDate", invoice.dueDate().toString());
        invoice.period().ifPresent(period -> Spans.write("period", period, object));
        invoice.purchaseOrder().ifPresent(number -> object.text("purchaseOrder", number));
        if (!draft.references().preceding().isEmpty()) {
            object.objects("precedingInvoices", draft.references().preceding(), Corrections::write);
        }
        draft.correction().ifPresent(why -> object.object("correction", part -> Corrections.write(why, part)));
        object.text("currency", invoice.amountDue().getCurrency().getCurrencyCode())
                .flag("pricesIncludeTax", draft.pricesIncludeTax())
                .objects("lines", invoice.lines(), InvoiceLines::write);
        if (!draft.allowanceCharges().isEmpty()) {
            object.objects("allowanceCharges", draft.allowanceCharges(), InvoiceLines::write);
        }
        if (!draft.taxes().subtotals().isEmpty()) {
            object.objects("taxes", draft.taxes().subtotals(), Taxes::write);
        }
        draft.taxCurrency().ifPresent(other -> object.object("taxCurrency", tax -> write(other, draft, tax)));
        if (!draft.prepayments().isEmpty()) {
            object.objects("prepayments", draft.prepayments(), InvoiceJson::write);
        }
        draft.credited().ifPresent(what -> object.object("credited", part -> Corrections.write(what, part)));
        object.object("totals", totals -> write(invoice.totals(), totals)).text("convention", invoice.convention());
    }

    private static void write(TaxCurrency other, InvoiceDraft draft, JsonObject object) {
        object.text("currency", other.currency().getCurrencyCode())
                .decimal("rate", other.rate())
                .text("rateDate", other.rateDate().toString())
                .text("source", other.source())
                .decimal("tax", Json.number(draft.taxInTaxCurrency().orElseThrow()));
    }

    private static void write(Prepayment prepayment, JsonObject object) {
        object.decimal("amount", Json.number(prepayment.amount()));
        prepayment.invoice().ifPresent(number -> object.text("invoice", number.value()));
    }

    private static void write(InvoiceTotals totals, JsonObject object) {
        object.decimal("lines", Json.number(totals.lines()))
                .decimal("allowances", Json.number(totals.allowances()))
                .decimal("charges", Json.number(totals.charges()))
                .decimal("withoutTax", Json.number(totals.withoutTax()))
                .decimal("tax", Json.number(totals.tax()))
                .decimal("withTax", Json.number(totals.withTax()))
                .decimal("prepaid", Json.number(totals.prepaid()))
                .decimal("rounding", Json.number(totals.rounding()))
                .decimal("due", Json.number(totals.due()));
    }
}
