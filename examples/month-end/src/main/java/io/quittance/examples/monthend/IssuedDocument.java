package io.quittance.examples.monthend;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.invoice.Invoice;
import java.util.Collection;
import java.util.List;

/**
 * A document that was issued, with the hash of its contents: by that it can be proved later that nothing of it was changed.
 */
record IssuedDocument(Invoice document, String hash) {

    /** Of each its hash, on all cores; in the order in which they are given. */
    static List<IssuedDocument> all(Collection<Invoice> documents) {
        return documents.parallelStream()
                .map(document -> new IssuedDocument(document, document.contentHash()))
                .toList();
    }

    InvoiceNumber number() {
        return document.number();
    }

    /** Whether it corrects another document, or invoices for the first time. */
    boolean isCorrection() {
        return !document.draft().references().preceding().isEmpty();
    }
}
