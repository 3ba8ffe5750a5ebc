package io.quittance.core.invoice;

import io.quittance.core.id.InvoiceNumber;
import java.util.function.Function;

/**
 * The host's numbers. A number is drawn only for a document that is kept with it, so there is no gap by construction: a host draws it,
 * makes the document and stores both in one transaction, and a document that fails takes its number back.
 *
 * <p>With a database: lock the counter of the series, call {@code document}, insert what it made, store the counter, commit; on any
 * exception roll back. {@link SequentialNumbering} does so in memory.
 */
@FunctionalInterface
public interface InvoiceNumbering {

    /**
     * Makes a document with the next number of a series, and keeps both or neither.
     *
     * @param document makes it; called once, and may throw
     * @return what {@code document} made
     */
    Invoice issue(InvoiceSeries series, Function<InvoiceNumber, Invoice> document);
}
