package io.quittance.json;

import static java.util.Objects.requireNonNull;

import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceFields;
import io.quittance.core.tax.TaxPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Issued invoices and credit notes as JSON, {@code invoice.schema.json}: with their lines and the reason for each amount. What is read
 * equals what was written, and is written as the same bytes.
 *
 * <p>{@code InvoiceJson.read(InvoiceJson.write(invoice)).equals(invoice)}
 */
public final class InvoiceJson {
    /** What a document was made of and does not say itself. */
    static final String DRAFT = "draft";

    static final String HASH = "hash";
    private static final SchemaVersions VERSIONS = SchemaVersions.first();

    private InvoiceJson() {}

    /**
     * Writes a JSON array of invoices in UTF-8, one line for each; the stream is flushed and stays open. Equal invoices give
     * equal bytes.
     *
     * @throws IllegalArgumentException if one goes beyond the bounds within which it could be read, such as a price of more than 18
     *     decimal places; those before it are written
     * @throws IOException if the stream fails
     */
    public static void write(Iterable<Invoice> invoices, OutputStream out) throws IOException {
        DocumentWriter.write(invoices, out, InvoiceJson::write);
    }

    /**
     * Writes one invoice, on one line that ends in a line feed.
     *
     * @throws IllegalArgumentException as {@link #write(Iterable, OutputStream)}
     */
    public static String write(Invoice invoice) {
        var bytes = new ByteArrayOutputStream();
        try {
            DocumentWriter.writeOne(bytes, JsonObject.NO_MODELS, object -> write(invoice, object));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the document", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void write(Invoice invoice, JsonObject object) {
        ReadableFields.require(invoice);
        object.integer(SchemaVersions.FIELD, VERSIONS.current());
        InvoiceFields.write(invoice, new JsonFieldSink(object));
        object.object(DRAFT, draft -> DraftJson.write(invoice.draft(), draft)).text(HASH, invoice.contentHash());
    }

    /**
     * Reads one invoice. What follows from other fields is computed again and must be what the document says, to the cent and the
     * letter, and so must be its hash: whoever changed 119.00 into 190.00 is told so.
     *
     * @throws InvalidDocumentException if the text is not JSON, or fields are missing, unknown, of the wrong type or refused, sums are
     *     not those of the lines, the hash is not that of the contents, or the document names no tax policy, since that was the host's
     *     own; its errors name them all, each with its path
     */
    public static Invoice read(String json) {
        return read(json, Optional.empty());
    }

    /**
     * As {@link #read(String)}, also documents that were taxed by a policy of the host's own.
     *
     * @param own of those documents that name no policy
     */
    public static Invoice read(String json, TaxPolicy own) {
        return read(json, Optional.of(own));
    }

    private static Invoice read(String json, Optional<TaxPolicy> own) {
        return JsonFields.readStored(json, fields -> new InvoiceReader(fields, own).read(), VERSIONS);
    }

    /**
     * Reads the invoices of a JSON array in UTF-8, as {@link #write(Iterable, OutputStream)} writes it, and gives each as soon as it is
     * read; no more than one is held, and the stream stays open.
     *
     * @param each gets every invoice, in the order of the array
     * @throws InvalidDocumentException as {@link #read(String)}, of the first invoice that is refused; paths begin with its place, as in
     *     {@code [3].lines[0]}. Those before it were given
     * @throws IOException if the stream fails
     */
    public static void readAll(InputStream in, Consumer<Invoice> each) throws IOException {
        readAll(in, Optional.empty(), each);
    }

    /** As {@link #readAll(InputStream, Consumer)}, also documents that were taxed by a policy of the host's own. */
    public static void readAll(InputStream in, TaxPolicy own, Consumer<Invoice> each) throws IOException {
        readAll(in, Optional.of(own), each);
    }

    private static void readAll(InputStream in, Optional<TaxPolicy> own, Consumer<Invoice> each) throws IOException {
        requireNonNull(each, "each");
        DocumentStream.read(in, fields -> new InvoiceReader(fields, own).read(), VERSIONS, each);
    }
}
