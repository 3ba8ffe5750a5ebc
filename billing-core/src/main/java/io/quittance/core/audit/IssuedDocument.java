package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import io.quittance.core.invoice.DocumentLife;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceSeries;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as the host keeps it.
 *
 * @param series from which its number was drawn
 * @param invoice an invoice or a credit note
 * @param storedHash the {@link Invoice#contentHash} that was stored when it was issued; null if none was
 * @param life what has happened to it
 */
public record IssuedDocument(
        InvoiceSeries series, Invoice invoice, @Nullable String storedHash, DocumentLife life) implements Serializable {

    /** Checks the parts. */
    public IssuedDocument {
        requireNonNull(series, "series");
        requireNonNull(invoice, "invoice");
        Require.optionalId(storedHash, "storedHash");
        requireNonNull(life, "life");
    }

    /** One without more. */
    public static IssuedDocument of(InvoiceSeries series, Invoice invoice) {
        return new IssuedDocument(series, invoice, null, DocumentLife.none());
    }

    /** The same with the hash that was stored when it was issued. */
    public IssuedDocument hashed(String hash) {
        return new IssuedDocument(series, invoice, requireNonNull(hash, "storedHash"), life);
    }

    /** The same with what has happened to it. */
    public IssuedDocument lived(DocumentLife events) {
        return new IssuedDocument(series, invoice, storedHash, events);
    }

    /** The hash that was stored when it was issued, if one was. */
    public Optional<String> hash() {
        return Optional.ofNullable(storedHash);
    }

    /** For example {@code R-7 of ACME 2026}. */
    @Override
    public String toString() {
        return invoice.number() + " of " + series;
    }
}
