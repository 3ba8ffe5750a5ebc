package io.quittance.json;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceFields;
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

    static void write(Invoice invoice, JsonObject object) {
        object.integer(SchemaVersions.FIELD, VERSIONS.current());
        InvoiceFields.write(invoice, new JsonFieldSink(object));
        object.text("hash", invoice.contentHash());
    }
}
