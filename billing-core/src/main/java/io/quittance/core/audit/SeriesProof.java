package io.quittance.core.audit;

import static java.util.Objects.requireNonNull;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.InvoiceSeries;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That all documents of a series are there.
 *
 * @param series which one
 * @param count how many documents there are
 * @param lowest the first number; null if there is no document
 * @param highest the last number; null if there is no document
 * @param missing numbers between them, or that were drawn, and are on no document
 * @param totals of all documents of the series
 * @param hash SHA-256, in lower-case hexadecimal digits, of one line for each document in the order of the numbers: number, tab,
 *     content hash, line feed, in UTF-8
 */
public record SeriesProof(
        InvoiceSeries series,
        long count,
        @Nullable InvoiceNumber lowest,
        @Nullable InvoiceNumber highest,
        List<MissingNumbers> missing,
        List<AuditTotal> totals,
        String hash)
        implements Serializable {

    /** Copies the lists. */
    public SeriesProof {
        requireNonNull(series, "series");
        Require.that(count >= 0, "number.negative", "count", "must not be negative", count);
        missing = List.copyOf(missing);
        totals = List.copyOf(totals);
        Require.id(hash, "hash");
    }

    /** The first number, if there is a document. */
    public Optional<InvoiceNumber> first() {
        return Optional.ofNullable(lowest);
    }

    /** The last number, if there is a document. */
    public Optional<InvoiceNumber> last() {
        return Optional.ofNullable(highest);
    }

    /** Whether no number is missing. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** For example {@code ACME 2026: 12 documents, R-1 to R-13, 1 missing}. */
    @Override
    public String toString() {
        String range = lowest == null ? "" : ", " + lowest + " to " + highest;
        return series + ": " + count + " documents" + range + (missing.isEmpty() ? "" : ", missing " + missing);
    }
}
