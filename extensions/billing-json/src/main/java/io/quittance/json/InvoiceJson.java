package io.quittance.json;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceLine;
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
        object.integer(SchemaVersions.FIELD, VERSIONS.current())
                .text("number", invoice.number().value())
                .text("customer", invoice.customer().value())
                .text("issueDate", invoice.issueDate().toString())
                .text("dueDate", invoice.dueDate().toString());
        invoice.period().ifPresent(period -> Spans.write("period", period, object));
        invoice.purchaseOrder().ifPresent(number -> object.text("purchaseOrder", number));
        object.text("currency", invoice.amountDue().getCurrency().getCurrencyCode())
                .objects("lines", invoice.lines(), InvoiceJson::write)
                .decimal("lineTotal", Json.number(invoice.lineTotal()))
                .decimal("amountDue", Json.number(invoice.amountDue()))
                .text("convention", invoice.convention());
    }

    private static void write(InvoiceLine line, JsonObject object) {
        line.id().ifPresent(id -> object.text("id", id));
        object.text("name", line.name())
                .decimal("quantity", line.quantity())
                .text("unit", line.unit())
                .decimal("netAmount", Json.number(line.netAmount()));
        line.period().ifPresent(period -> Spans.write("period", period, object));
        line.orderReference().ifPresent(order -> object.text("orderReference", order));
        object.objects("explanations", line.explanations(), Explanations::write);
    }
}
