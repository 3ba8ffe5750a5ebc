package io.quittance.core.audit;

import io.quittance.core.invoice.Invoice;

/** A document with its hash as it is now, which takes longer to make than all else. */
record HashedDocument(IssuedDocument document, String hash) {
    static HashedDocument of(IssuedDocument document) {
        return new HashedDocument(document, document.invoice().contentHash());
    }

    Invoice invoice() {
        return document.invoice();
    }
}
